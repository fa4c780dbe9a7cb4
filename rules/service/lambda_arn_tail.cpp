// Truth, settled j: Step Functions is not known to refuse such an ARN when it is deployed.
#include <fmt/core.h>

#include <algorithm>

#include "lint/asl/recognise.h"
#include "lint/asl/resource.h"
#include "lint/rule.h"
#include "schemas/call/integration.h"

namespace sfn::rules::service::lambda_arn_tail {

using namespace schemas;

namespace {

bool is_name(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
    return c == '-' || c == '_' || is_word({&c, 1});
  });
}

bool is_pattern(std::string_view suffix) {
  return suffix == ".sync" || suffix == ".sync:2" || suffix == ".waitForTaskToken";
}

// What is wrong with NAME[:QUALIFIER]; empty if nothing is.
std::string fault_of(std::string_view tail) {
  if (const size_t dot = tail.find('.'); dot != tail.npos && is_pattern(tail.substr(dot)))
    return fmt::format("the ARN of a function does not support `{}`; call `lambda:invoke`", tail.substr(dot));
  const size_t colon = tail.find(':');
  if (!is_name(tail.substr(0, colon)))
    return "the ARN of a function ends in `function:NAME` or `function:NAME:ALIAS`";
  if (colon == tail.npos) return {};
  const std::string_view qualifier = tail.substr(colon + 1);
  if (qualifier == "$LATEST" || is_name(qualifier)) return {};
  return "after the name of a function comes one alias, one version or `$LATEST`";
}

// The bytes after `arn:aws:lambda:REGION:ACCOUNT:function:`; the whole rest where it is not called a
// function.
std::string_view tail_of(const asl::Resource& resource) {
  if (resource.kind == asl::ResourceKind::lambda) return resource.action;
  if (resource.account.data() == nullptr) return {};
  const size_t begin = std::min<size_t>(resource.where(resource.account).end + 1, resource.text.size());
  return resource.text.substr(begin);
}

bool names_lambda(std::string_view text) {
  if (!text.starts_with("arn:")) return false;
  const size_t partition = text.find(':', 4);
  return partition != text.npos && text.substr(partition + 1).starts_with("lambda:");
}

void check(const asl::State& state, Report& report) {
  const asl::Resource& resource = asl::resource(state);
  const auto text = resource.value.literal();
  if (!text || !names_lambda(*text) || asl::may_hold_blank(*text)) return;
  const std::string_view tail = tail_of(resource);
  const std::string fault = resource.kind == asl::ResourceKind::lambda
                                ? fault_of(tail)
                                : "the ARN of a function is `arn:aws:lambda:REGION:ACCOUNT:function:NAME`";
  if (!fault.empty()) report.add(tail.empty() ? resource.value.place() : place_of(resource, tail), fault);
}

constexpr Example examples[] = {
    {"a pattern of an integration",
     R"({"Type": "Task", "Resource": "arn:aws:lambda:us-east-1:111122223333:function:«f.waitForTaskToken»", "End": true})"},
    {"two qualifiers",
     R"({"Type": "Task", "Resource": "arn:aws:lambda:us-east-1:111122223333:function:«f:live:2»", "End": true})"},
    {"no name",
     R"({"Type": "Task", "Resource": «"arn:aws:lambda:us-east-1:111122223333:function:"», "End": true})"},
    {"another word for it",
     R"({"Type": "Task", "Resource": "arn:aws:lambda:us-east-1:111122223333:«func:f»", "End": true})"},
    {"a function, and a version of it",
     R"({"Type": "Parallel", "End": true, "Branches": [
           {"StartAt": "A", "States": {"A": {"Type": "Task", "End": true, "Resource": "arn:aws:lambda:us-east-1:111122223333:function:f-1_x"}}},
           {"StartAt": "B", "States": {"B": {"Type": "Task", "End": true, "Resource": "arn:aws:lambda:us-east-1:111122223333:function:f:$LATEST"}}}]})"},
    {"a placeholder",
     R"({"Type": "Task", "Resource": "arn:aws:lambda:us-east-1:111122223333:function:${Name}.x", "End": true})"},
};

}  // namespace

extern const Rule rule{
    .id = "service/lambda-arn-tail",
    .severity = Severity::warning,
    .summary = "the ARN of a Lambda function does not end in a name and a qualifier",
    .why =
        "Step Functions takes the text when it is deployed, but Lambda finds no function of that name, so "
        "that "
        "the state most likely fails when it runs: `The provided ARN is invalid`.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/connect-lambda.html",
    .examples = examples,
    .state = check,
};

}  // namespace sfn::rules::service::lambda_arn_tail
