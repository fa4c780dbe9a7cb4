// How a JSON document is laid out, so that what is added to it looks as if it had been there.
#pragma once

#include <string>
#include <string_view>

#include "lint/document.h"

namespace sfn::json {

/// Where a member or item begins: its key, if it has one.
uint32_t begin_of(Value child);

/// The blanks at the begin of the line that holds `at`.
std::string_view indent_of(std::string_view text, uint32_t at);

/// Blanks around members or items that are added to a container.
struct Separators {
  std::string first;    // before the first of them
  std::string between;  // before each other, after the comma
  std::string last;     // before the closing bracket
};

/// For what is added behind the last member or item; there must be one.
Separators separators_in(Value container);

/// For a container that has no members or items, or loses all that it has.
Separators separators_in_emptied(Value container);

/// What stands between a key and its value in an object: `: ` or as its members have it.
std::string colon_in(Value object);

/// A value with the lines after its first moved from one indentation to another.
std::string reindented(std::string_view value, std::string_view from, std::string_view to);

}  // namespace sfn::json
