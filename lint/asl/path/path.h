// JSONPath as AWS Step Functions uses it: Jayway JsonPath, with the context object `$$` and workflow
// variables
// `$name` as further roots (Amazon States Language specification, "Paths"; Developer Guide, "Using JSONPath
// paths").
#pragma once

#include <cstdint>
#include <forward_list>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lint/text.h"

namespace sfn::asl::path {

// Offsets in every Span here are bytes of the text that was given to `parse`, half open.

struct Repair {
  Span span;  // what `text` replaces; empty where it only inserts
  std::string text;
};

/// Why a text is no path. Each is certain: Jayway refuses it too, or the specification forbids it.
struct Fault {
  enum class Kind : uint8_t {
    empty,
    no_root,           // begins with something other than `$`
    bad_root,          // `$` before what continues no path: `$5`, `$$x`, `$name-x`
    trailing_dot,      // `$.a.`, `$.a..`
    extra_dot,         // `$.a...b`
    inner_blank,       // white space where a name, a dot or a bracket belongs
    outer_blank,       // white space around a path that is sound; see Parsed::outer_blank
    missing_name,      // a step without a name: `$.()`
    unclosed_bracket,  // `$.a[0`
    unclosed_quote,    // `$['a]`
    bad_bracket,       // what stands in the brackets is no name, index, slice, wildcard or filter
    bad_filter,
    bad_function,  // parentheses that do not close
    too_deep,      // filters or parentheses nested beyond `max_depth`
  };
  Kind kind;
  Span span;            // the narrowest wrong stretch; empty only for an empty text
  std::string message;  // the fault first, then what would be right; ready to print
  std::optional<Repair> repair = {};
};

/// Levels of filters and parentheses inside filters that are read.
inline constexpr uint32_t max_depth = 64;

struct Step {
  enum class Kind : uint8_t {
    member,      // .a  ['a']
    index,       // [0]  [-1]
    from_end,    // [(@.length-1)]
    wildcard,    // .*  [*]
    descendant,  // ..   (the step that follows says what of)
    names,       // ['a','b']
    indexes,     // [0,1]
    slice,       // [1:3]
    filter,      // [?(@.a == 1)]
    function,    // .length()
  };
  /// How it is introduced; `bare` follows a bracket, a wildcard or `..` without a dot: `$[0]a`, `$..a`.
  enum class Written : uint8_t { dot, bracket, dot_bracket, bare };
  Kind kind;
  Written written;
  Span span;       // with its dot, brackets and parentheses
  Span name = {};  // of a member or function: the name as written, without dot, brackets and quotes
  std::string_view text = {};  // of a member or function: the name with its escapes resolved
  int64_t index = 0;           // of an index; negative counts from the end, as that of `from_end` always does
};

enum class Root : uint8_t {
  data,      // $
  context,   // $$
  variable,  // $name
  current,   // @, only inside a filter
};

/// A path as a list of steps. Views point into the text that was parsed (which must outlive it) or into
/// `escaped`, so it moves but does not copy.
struct Path {
  Path() = default;
  Path(Path&&) = default;
  Path& operator=(Path&&) = default;
  Path(const Path&) = delete;
  Path& operator=(const Path&) = delete;

  Root root = Root::data;
  Span span;                  // without white space around it
  Span root_span;             // `$`, `$$`, `$name` or `@`
  std::string_view variable;  // the name without `$`; empty for other roots
  std::vector<Step> steps;
  std::vector<Path> inner;                 // the paths inside its filters, in the order of the text
  std::forward_list<std::string> escaped;  // names that differ from what is written
};

struct Parsed {
  Path path;                   // what was read before the fault, if there is one
  std::optional<Fault> fault;  // absent: the text is a path
  /// White space around a path that is sound, with the repair that removes it. Jayway trims it, so it is not
  /// a fault.
  std::optional<Fault> outer_blank;
  explicit operator bool() const { return !fault; }
};

Parsed parse(std::string_view text);
/// Parses the stretch `within` of `text`; the offsets of the result are those of `text`.
Parsed parse(std::string_view text, Span within);

/// Whether the text begins as a path does: with `$`, after white space. True of a price as well: `$5`.
bool begins_as_path(std::string_view text);

/// What keeps a path from being a reference path, which names exactly one node whatever the data.
struct NotReference {
  Step::Kind kind;
  Span span;
  std::string_view what;  // "a wildcard", "a filter", "a negative index", ...
};
/// The first such step; absent for a reference path. A negative index counts: the specification shows none,
/// but AWS has not been seen to refuse one (kind == Step::Kind::index tells it apart).
std::optional<NotReference> not_reference(const Path& path);
inline bool is_reference(const Path& path) { return !not_reference(path); }

/// Whether several nodes can match; where a full path is legal they arrive as an array.
bool may_match_many(const Path& path);
/// Whether the path gives a list whatever the data: a wildcard, a filter, a slice and the like, also where
/// one node matches. A function such as `.length()` makes something else of it.
bool always_list(const Path& path);

/// The names of the leading steps that are plain members: {"Task", "Token"} for `$$.Task.Token[0].x`.
std::vector<std::string_view> leading_members(const Path& path);
/// Whether the leading steps are these members, whatever follows.
bool begins_with(const Path& path, Root root, std::initializer_list<std::string_view> members);
/// Whether the path is these members of the context object and nothing else: is_context(p, {"Task",
/// "Token"}).
bool is_context(const Path& path, std::initializer_list<std::string_view> members);
/// Whether this path or one inside its filters begins with these members.
bool mentions(const Path& path, Root root, std::initializer_list<std::string_view> members);

/// The first character of a name behind a dot that Jayway takes for a part of the name while it mostly is a
/// slip:
/// `$.a]`, `$.a'`, `$.a*`. Absent if there is none; escaped ones do not count.
/// `text` is the text that the path was parsed from.
std::optional<Span> stray_character(std::string_view text, const Path& path);

}  // namespace sfn::asl::path
