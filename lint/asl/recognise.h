// What a literal text looks like: the one answer for all rules, so that they agree about the same text.
#pragma once

#include <string_view>

namespace sfn::asl {

/// Whether a text can hardly be anything but a JSONPath or an intrinsic call that is not evaluated where it
/// is:
/// `$.a`, `$$.Execution.Id`, `$['a'].b`, `$[0]`, `States.Format('{}', $.a)`, also with a function that does
/// not exist. A price (`$5.00`), a regular expression (`$[0-9]+`) or a shell variable (`$HOME`) is not one,
/// and neither is a sentence with a path in it (lint/asl/path/embedded.h).
bool looks_evaluated(std::string_view text);

/// Whether nobody can mean such a text as it is: a field of the context object, an intrinsic call. `$.id` may
/// be data, such as a path for a program.
bool is_never_data(std::string_view text);

/// Whether a whole text is a blank of a sample that a tool or a reader fills in: `%PATH%`, `<path>`,
/// `{{path}}`, `[[path]]`, `#{path}`.
bool is_sample_blank(std::string_view text);

/// Whether a part of a text may be such a blank, or a wildcard, so that its format cannot be judged:
/// `arn:aws:iam::<account>:role/x`, `sg-*`, `__TBD__`.
bool may_hold_blank(std::string_view text);

}  // namespace sfn::asl
