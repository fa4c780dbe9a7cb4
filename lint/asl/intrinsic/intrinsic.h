// Intrinsic function calls, `States.Format('{}', $.a)`: the grammar alone. What the functions are is in
// functions.h, what a sound call can still have wrong is in checks.h. Source: Amazon States Language
// specification, "Intrinsic Functions"; Developer Guide, "Intrinsic functions".
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lint/asl/path/path.h"
#include "lint/text.h"

namespace sfn::asl::intrinsic {

// Offsets in every Span here are bytes of the text that was given to `parse`, half open.

using path::Repair;

/// Why a text is no call. AWS refuses such a definition: "must be a valid JSONPath or a valid intrinsic
/// function call".
struct Fault {
  enum class Kind : uint8_t {
    no_call,  // no name with `(` behind it
    blank_before_paren,
    missing_paren,     // `States.Format $.a)`
    unclosed_call,     // `)` is missing
    missing_argument,  // `(,`  `(1,)`  `(1,,2)`
    missing_comma,     // two arguments without one between
    extra_text,        // something behind the last `)`
    double_quotes,     // a text in `"`
    unclosed_text,     // no closing `'`
    open_escape,       // a backslash before anything but `'` `{` `}` and a backslash
    bad_argument,      // neither text, number, literal, path nor call
    bad_path,          // an argument that is no path; the message is the path's
    too_deep,          // calls nested beyond `max_depth`
    outer_blank,       // white space around a sound call; see Parsed::outer_blank
  };
  Kind kind;
  Span span;            // the narrowest wrong stretch
  std::string message;  // the fault first, then what would be right; ready to print
  std::optional<Repair> repair = {};
};

/// Levels of nested calls that are read; AWS allows far fewer (see checks.h).
inline constexpr uint32_t max_depth = 64;

struct Call;

struct Argument {
  enum class Kind : uint8_t { text, number, boolean, null, path, call };
  Kind kind = Kind::null;
  Span span;                 // as written, a text with its apostrophes
  std::string_view written;  // as written; of a text what stands between the apostrophes, escapes unresolved
  std::unique_ptr<path::Path> path = {};
  std::unique_ptr<Call> call = {};

  /// A text with its escapes resolved; empty for other kinds.
  std::string text() const;
  /// A number, as near as a double comes; absent for other kinds.
  std::optional<double> number() const;
  /// Where `written` stands: inside the apostrophes of a text.
  Span inside() const;
};

struct Call {
  std::string_view name;  // as written, with `States.`
  Span name_span, span;   // `span` ends behind `)`
  std::vector<Argument> arguments;
};

/// Views point into the text that was parsed, which must outlive the result.
struct Parsed {
  std::optional<Call> call;  // present if there is no fault
  std::optional<Fault> fault;
  /// White space around a call that is sound, with the repair that removes it.
  std::optional<Fault> outer_blank;
  explicit operator bool() const { return !fault; }
};

Parsed parse(std::string_view text);

/// Whether a text is meant as a call: it begins, after white space, with `States.` in any letter case, or
/// with a word and `(`. Most texts of a `.$` key are either this or path::begins_as_path.
bool begins_as_call(std::string_view text);

/// Gives `visit` every call, outer ones first, in the order of the text; the second argument is its depth,
/// from 1.
template <typename Visit>
void each_call(const Call& call, const Visit& visit, uint32_t depth = 1) {
  visit(call, depth);
  for (const Argument& argument : call.arguments)
    if (argument.call) each_call(*argument.call, visit, depth + 1);
}

/// Gives `visit` every path that is an argument, in the order of the text.
template <typename Visit>
void each_path(const Call& call, const Visit& visit) {
  for (const Argument& argument : call.arguments) {
    if (argument.path) visit(*argument.path);
    if (argument.call) each_path(*argument.call, visit);
  }
}

/// Whether any path of the call begins with these members: mentions(call, path::Root::context, {"Task",
/// "Token"}).
bool mentions(const Call& call, path::Root root, std::initializer_list<std::string_view> members);

}  // namespace sfn::asl::intrinsic
