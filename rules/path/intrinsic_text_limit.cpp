#include <array>

#include "rules/path/shared/parts.h"

namespace sfn::rules::path::intrinsic_text_limit {

namespace {

void check(const asl::Expression& expression, Report& report) {
  report_problems(expression, asl::intrinsic::text_limit, report);
}

// `before`, a text of one character too many, `after`.
template <size_t Before, size_t After>
constexpr auto too_long(const char (&before)[Before], const char (&after)[After]) {
  constexpr size_t length = asl::intrinsic::longest_text + 1;
  std::array<char, Before - 1 + length + After - 1> text{};
  size_t at = 0;
  for (size_t i = 0; i + 1 < Before; ++i) text[at++] = before[i];
  for (size_t i = 0; i < length; ++i) text[at++] = 'x';
  for (size_t i = 0; i + 1 < After; ++i) text[at++] = after[i];
  return text;
}

constexpr auto long_literal = too_long(R"json({"Type": "Pass", "Parameters": {"a.$": "States.Hash(«')json",
                                       R"json('», 'MD5')"}, "End": true})json");

constexpr Example examples[] = {
    {"a string of 10,001 characters", std::string_view(long_literal.data(), long_literal.size())},
    {"a string from the input",
     R"json({"Type": "Pass", "Parameters": {"a.$": "States.Hash($.text, 'MD5')"}, "End": true})json"},
};

}  // namespace

extern const Rule rule{
    .id = "path/intrinsic-text-limit",
    .severity = Severity::error,
    .summary = "a literal that is too long for its function",
    .why =
        "`States.Base64Encode`, `States.Base64Decode` and `States.Hash` accept up to 10,000 characters. "
        "With more, the state fails when it runs, with `States.IntrinsicFailure`.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/intrinsic-functions.html",
    .examples = examples,
    .about = {.expressions = asl::ExpressionKind::intrinsic},
    .expression = check,
};

}  // namespace sfn::rules::path::intrinsic_text_limit
