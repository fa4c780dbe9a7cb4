// Says why a text is not JSON, exactly and in words; the oracle for what json::parse accepts.
#pragma once

#include <optional>
#include <string_view>

#include "lint/json/fault.h"
#include "lint/json/scanner.h"

namespace sfn::json {

/// The first fault of a text; absent if it is JSON or a template of JSON with placeholders. A BOM is allowed.
std::optional<Fault> explain(std::string_view text);

/// As explain, and says how quotes inside placeholders have to be read where there is no fault.
struct Judgement {
  std::optional<Fault> fault;
  QuotesInPlaceholders quotes = QuotesInPlaceholders::close;
};
Judgement judge(std::string_view text);

}  // namespace sfn::json
