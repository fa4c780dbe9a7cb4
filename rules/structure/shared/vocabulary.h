// How the rules of this family describe fields: the one that a wrong name probably means, and the values that
// a field accepts.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "lint/asl/constructs.h"

namespace sfn::rules::structure {

/// The rows of one construct, of both query languages.
std::span<const asl::Field* const> fields_of(asl::ConstructKind kind);

/// Whether a member is there and its name can be judged: no placeholder stands in it.
bool has_plain_name(Value member);

/// Whether the name is that of a field with the suffix `.$`, which the rules about paths judge.
bool is_dynamic_field(std::string_view name);

/// Whether an unknown member of a JSONPath choice rule is intended as a comparison: it begins like one
/// (`StringNotEquals`) or is near one.
bool meant_as_operator(const asl::Construct& construct, std::string_view name);

/// The field that an unknown member probably means: the nearest one of the construct in its query language.
/// Absent if none is near.
std::optional<std::string_view> intended(const asl::Construct& construct, std::string_view name);

/// Whether a field exists: by its name, with `.$`, or misspelled, which another rule reports.
bool has_in_some_form(const asl::Construct& construct, std::string_view name);

/// The values that a field accepts, as messages print them: "an integer from 1 to 99999999".
std::string accepted(const asl::Field& field);

/// Whether this is a string with `{%` in it: in JSONata the rules of that family judge it.
bool holds_expression(Value value);

}  // namespace sfn::rules::structure
