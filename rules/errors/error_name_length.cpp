// A warning, since AWS limits the error of an execution, and not ErrorEquals in words.
#include <fmt/core.h>

#include "lint/asl/constructs.h"
#include "lint/rule.h"
#include "lint/text.h"

namespace sfn::rules::errors::error_name_length {

namespace {

constexpr size_t longest = 256;

void check(const asl::Construct& construct, Report& report) {
  if (!construct.value["ErrorEquals"].is_array()) return;
  for (Value item : construct.value["ErrorEquals"]) {
    if (!item.literal()) continue;
    const size_t length = count_code_points(*item.literal());
    if (length > longest)
      report.add(item.place(),
                 fmt::format("an error name cannot have {} characters; the limit is {}", length, longest));
  }
}

#define SFN_LINT_LETTERS "aaaaaaaaaabbbbbbbbbbccccccccccddddddddddeeeeeeeeeeffffffffffgggggggggg"
#define SFN_LINT_LONG SFN_LINT_LETTERS SFN_LINT_LETTERS SFN_LINT_LETTERS SFN_LINT_LETTERS

constexpr Example examples[] = {
    {"280 characters",
     R"({"Type": "Task", "Resource": "arn:aws:states:::sns:publish", "End": true,
         "Retry": [{"ErrorEquals": [«")" SFN_LINT_LONG R"("»]}]})"},
    {"a name of common length",
     R"({"Type": "Task", "Resource": "arn:aws:states:::sns:publish", "End": true,
         "Retry": [{"ErrorEquals": ["OrderNotFound"]}]})"},
};

#undef SFN_LINT_LETTERS
#undef SFN_LINT_LONG

}  // namespace

extern const Rule rule{
    .id = "errors/error-name-length",
    .severity = Severity::warning,
    .summary = "an error name that is longer than any error's name",
    .why =
        "Error names have at most 256 characters, so a longer name in `ErrorEquals` never matches. Often "
        "an error message was used in place of the name.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/apireference/API_SendTaskFailure.html",
    .examples = examples,
    .about = {.constructs = {asl::ConstructKind::retrier, asl::ConstructKind::catcher}},
    .construct = check,
};

}  // namespace sfn::rules::errors::error_name_length
