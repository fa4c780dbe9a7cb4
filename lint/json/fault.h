// Why a text is not JSON, or not YAML, and what would fix it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "lint/text.h"

namespace sfn::json {

/// Replaces bytes of the file; an empty `text` deletes them.
struct Repair {
  Span span;
  std::string text;
};

struct Fault {
  enum class Kind : uint8_t {
    empty,               // nothing, or white space only
    unexpected,          // another token was expected here
    truncated,           // the text ends inside a value
    unclosed_string,     // a string without its closing quote; `span` is the opening one
    extra_text,          // something follows the root
    comment,             // //, /* */ or #
    trailing_comma,      // a comma before } or ]
    missing_comma,       // two members or items without one between
    smart_quote,         // a typographic quotation mark as a delimiter
    bad_number,          // 010, +1, .5, 0x1F, NaN, ...
    bad_literal,         // True, None, nul, undefined, ...
    raw_control,         // an unescaped byte below 0x20 inside a string
    bad_escape,          // a backslash that begins no escape
    bad_utf8,            // bytes that are not UTF-8
    single_quote,        // 'text'
    unquoted_key,        // {a: 1}
    too_deep,            // more than `max_depth` levels
    too_large,           // more than the reader takes
    template_directive,  // %{ if ... }: a Terraform template with directives
    foreign_directive,   // {% if ... %}, {{ name }}, <%= name %>: another template engine writes the file
    wrong_encoding,      // UTF-16, UTF-32, or no text at all
    // Of YAML:
    tab,                // a tab where YAML takes only blanks
    bad_alias,          // an alias without an anchor before it, or inside its own anchor
    too_many_aliases,   // aliases that stand for more values than the reader makes
    bad_key,            // a list or an object as a key, or no key at all
    bad_merge,          // `<<` with something that is no mapping
    several_documents,  // a second document in the stream
    indicator,          // a text that begins with `*`, `&`, `@`, ... and would need quotes
  };
  Kind kind;
  Span span;            // the first wrong bytes
  std::string message;  // what is wrong and what was expected, ready to print
  /// Fixes every fault of this kind in the file at once; empty where the fix is not mechanical.
  std::vector<Repair> repairs = {};
  /// What becomes of the file all the same.
  enum class Fate : uint8_t {
    refused,        // nothing
    reads_as_yaml,  // CloudFormation would read it as YAML; nobody is known to give it the file
    read_as_yaml,   // a template of CloudFormation gives it the file, and so it was read
    found,          // it is no definition yet, and it was found in a folder, not named
  };
  Fate fate = Fate::refused;
  /// The bracket that is still open, where that explains the fault, and what to say there.
  std::optional<Span> related = {};
  std::string note = {};
};

/// Levels of nesting that are read; AWS has a limit of its own, which is not published.
inline constexpr uint32_t max_depth = 512;

}  // namespace sfn::json
