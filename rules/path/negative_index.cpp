// Recorded from AWS: "The JSONPath '$.array[-1].name' specified for the field ... could not be found in the
// input", and that `[(@.length-1)]` in its place works.
#include <fmt/core.h>

#include "rules/path/shared/parts.h"

namespace sfn::rules::path::negative_index {

namespace {

using asl::path::Path;
using asl::path::Step;

bool takes_reference(const asl::Expression& expression) {
  return expression.path_field() && expression.field->content != asl::Content::path;
}

void check_path(const asl::Expression& expression, const Path& path, Report& report) {
  for (const Step& step : path.steps) {
    if (step.kind != Step::Kind::index || step.index >= 0) continue;
    const std::string right = fmt::format("[(@.length{})]", step.index);
    const bool reference = takes_reference(expression);
    Diagnostic& found =
        report.add(expression.at(step.span),
                   fmt::format("a negative index finds nothing when the state runs; {}",
                               reference ? std::string("a reference path counts from the start")
                                         : fmt::format("write `{}` to count from the end", right)));
    // Whether a call reads the other spelling is not known.
    const Safety safety = expression.intrinsic() ? Safety::unsafe : Safety::safe;
    if (!reference)
      found.offer(fmt::format("write `{}`", right), safety, {replace_text(expression.at(step.span), right)});
  }
}

void check(const asl::Expression& expression, Report& report) {
  if (const Path* path = sound_path(expression)) return check_path(expression, *path, report);
  if (const auto* call = sound_call(expression))
    asl::intrinsic::each_path(*call, [&](const Path& path) { check_path(expression, path, report); });
}

constexpr Example examples[] = {
    {"the last item", R"json({"Type": "Pass", "Parameters": {"a.$": "$.runs«[-1]».name"}, "End": true})json",
     R"json({"Type": "Pass", "Parameters": {"a.$": "$.runs[(@.length-1)].name"}, "End": true})json"},
    {"in a call",
     R"json({"Type": "Pass", "Parameters": {"a.$": "States.Format('{}', $.runs«[-2]»)"}, "End": true})json",
     R"json({"Type": "Pass", "Parameters": {"a.$": "States.Format('{}', $.runs[(@.length-2)])"}, "End": true})json"},
    {"in a reference path", R"json({"Type": "Wait", "SecondsPath": "$.waits«[-1]»", "End": true})json"},
    {"from the start, a slice, and what works",
     R"json({"Type": "Pass", "Parameters": {"a.$": "$.runs[0]", "b.$": "$.runs[-1:]", "c.$": "$.runs[(@.length-1)]"}, "End": true})json"},
};

}  // namespace

extern const Rule rule{
    .id = "path/negative-index",
    .severity = Severity::warning,
    .summary = "an index that counts from the end of an array",
    .why =
        "Step Functions accepts the definition, but the path finds nothing and the state fails when it runs: "
        "`The JSONPath '$.a[-1]' ... could not be found in the input`.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/amazon-states-language-paths.html",
    .examples = examples,
    .about = {.expressions = {asl::ExpressionKind::path, asl::ExpressionKind::intrinsic}},
    .expression = check,
};

}  // namespace sfn::rules::path::negative_index
