// What other rules know better is theirs: an input that was replaced, a result of a service.
#include <fmt/core.h>

#include "lint/asl/context_object.h"
#include "lint/asl/types/wording.h"
#include "lint/rule.h"
#include "rules/path/shared/data.h"
#include "schemas/results.h"

namespace sfn::rules::path::no_such_member {

namespace {

using asl::types::Missing;
using asl::types::Origin;

bool is_first_step_of_data(const Missing& missing) {
  return missing.path->root == asl::path::Root::data && missing.holder_end == missing.path->root_span.end &&
         !missing.name.empty();
}

// A step into the data itself is the matter of path/input-lost, path/resultselector-root and
// errors/catch-overwrites-input, except where a Map or Parallel around the state makes that data.
bool is_ours(const asl::Machine& machine, const Missing& missing, const asl::types::Types& types) {
  if (!missing.path || types.provenance(missing.holder).origin == Origin::api) return false;
  const asl::State* maker = asl::types::maker(machine, types, missing.holder);
  const bool outside = maker && maker->scope != missing.expression->state()->scope;
  if (asl::context_object::looks_like_context(asl::path::leading_members(*missing.path))) return false;
  const Data data = reads(*missing.expression);
  return !is_first_step_of_data(missing) || outside || data == Data::result || data == Data::output ||
         data == Data::error_output;
}

void add(const asl::Machine& machine, const Missing& missing, asl::types::Types& types, Report& report) {
  const std::string reason = asl::types::reason(types, missing);
  const bool named = !missing.name.empty() && !reason.starts_with(":");
  const std::string lacks =
      named ? fmt::format(": `{}` has no `{}`", asl::types::written_holder(missing), missing.name)
            : std::string();
  Diagnostic& found =
      report.add(missing.expression->at(missing.span),
                 fmt::format("`{}` does not exist{}{}", asl::types::written(missing), lacks, reason));
  asl::types::note_maker(machine, types, missing.holder, found);
}

void check(const asl::Machine& machine, Report& report) {
  const auto& flow = machine.derive<schemas::DataFlow>();
  for (const Missing& missing : flow.facts().missing)
    if (is_ours(machine, missing, flow.types())) add(machine, missing, flow.types(), report);
}

constexpr Example examples[] = {
    {"a member that a Pass state does not make",
     R"json({"StartAt": "Shape", "States": {
 "Shape": {"Type": "Pass", "Parameters": {"job": {"id.$": "$.id"}}, "Next": "Use"},
 "Use": {"Type": "Wait", "SecondsPath": "«$.job.seconds»", "End": true}}})json"},
    {"a member of a string",
     R"json({"StartAt": "Shape", "States": {
 "Shape": {"Type": "Pass", "Result": {"job": "render"}, "Next": "Use"},
 "Use": {"Type": "Pass", "Parameters": {"name.$": "«$.job.name»"}, "End": true}}})json"},
    {"the result of the other branch",
     R"json({"StartAt": "Both", "States": {
 "Both": {"Type": "Parallel", "ResultPath": "$.both", "Next": "Use", "Branches": [
  {"StartAt": "A", "States": {"A": {"Type": "Pass", "Result": {"exit": 0}, "End": true}}},
  {"StartAt": "B", "States": {"B": {"Type": "Pass", "Result": {"pages": 12}, "End": true}}}]},
 "Use": {"Type": "Pass", "Parameters": {"exit.$": "«$.both[1].exit»", "third.$": "«$.both[2]»"}, "End": true}}})json"},
    {"a member of the error that a catcher hands on",
     R"json({"StartAt": "Run", "States": {
 "Run": {"Type": "Task", "Resource": "arn:aws:states:::sns:publish", "End": true,
  "Catch": [{"ErrorEquals": ["States.ALL"], "ResultPath": "$.error", "Next": "Tell"}]},
 "Tell": {"Type": "Pass", "Parameters": {"text.$": "«$.error.Message»"}, "End": true}}})json"},
    {"what ItemSelector does not hand on",
     R"json({"Type": "Map", "ItemsPath": "$.jobs", "ItemSelector": {"job": {"id.$": "$$.Map.Item.Value.id"}}, "End": true,
 "ItemProcessor": {"StartAt": "A", "States": {"A": {"Type": "Pass", "InputPath": "«$.job.name»", "End": true}}}})json"},
    {"a member that ItemSelector leaves out",
     R"json({"Type": "Map", "ItemsPath": "$.jobs", "ItemSelector": {"job.$": "$$.Map.Item.Value"}, "End": true,
 "ItemProcessor": {"StartAt": "A", "States": {"A": {"Type": "Pass", "InputPath": "«$.bucket»", "End": true}}}})json"},
    {"a variable of another shape",
     R"json({"StartAt": "Set", "States": {
 "Set": {"Type": "Pass", "Assign": {"job": {"id.$": "$.id"}}, "Next": "Use"},
 "Use": {"Type": "Pass", "Parameters": {"name.$": "«$job.name»"}, "End": true}}})json"},
    {"members that are there, or may be",
     R"json({"StartAt": "Shape", "States": {
 "Shape": {"Type": "Pass", "Parameters": {"job": {"id.$": "$.id"}, "rest.$": "$.rest"}, "Next": "Use"},
 "Use": {"Type": "Pass", "Parameters": {"id.$": "$.job.id", "more.$": "$.job.id.x", "rest.$": "$.rest.a[0]"}, "End": true}}})json"},
    {"a Choice state asks first",
     R"json({"StartAt": "Shape", "States": {
 "Shape": {"Type": "Pass", "Result": {"job": {"id": 1}}, "Next": "Ask"},
 "Ask": {"Type": "Choice", "Default": "Done", "Choices": [{"And": [{"Variable": "$.job.name", "IsPresent": true},
  {"Variable": "$.job.name", "StringEquals": "a"}], "Next": "Done"}]},
 "Done": {"Type": "Succeed"}}})json"},
};

}  // namespace

extern const Rule rule{
    .id = "path/no-such-member",
    .severity = Severity::warning,
    .summary = "a path to something that the definition itself leaves out",
    .why =
        "On every way that leads to the state, the value was made by the definition, and it does not have "
        "what "
        "the path reads. The state fails with `States.Runtime`, which cannot be retried or caught.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/concepts-input-output-filtering.html",
    .examples = examples,
    .machine = check,
};

}  // namespace sfn::rules::path::no_such_member
