// Paths inside longer texts, which are never evaluated there: `s3://$.bucket/$.key`, `run-$$.Execution.Name`.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "lint/text.h"

namespace sfn::asl::path {

/// The stretches of a text that can hardly be anything but paths of the data or the context object. None
/// where one is the whole text, in shell, SQL, jq and JavaScript, in regular expressions, and behind `<` or
/// `{`, where templates of other services have them.
std::vector<Span> embedded(std::string_view text);

/// The same for `$states.input.a` and the like of JSONata, which may also be the whole text.
std::vector<Span> embedded_states(std::string_view text);

/// Whether a text may hold a path or a call somewhere; true of far more than `embedded` finds.
bool may_hold_path(std::string_view text);

/// The text as a call, with its paths as arguments: `States.Format('s3://{}/{}', $.bucket, $.key)`.
std::string format_call(std::string_view text, const std::vector<Span>& paths);

/// A text as an argument of an intrinsic function: in apostrophes, with its escapes.
std::string quoted_argument(std::string_view text);

}  // namespace sfn::asl::path
