// Issue 12: the role of another account, by a text that is no ARN of a role.
#include <fmt/core.h>

#include <string>
#include <vector>

#include "lint/asl/payload.h"
#include "lint/asl/recognise.h"
#include "lint/asl/resource.h"
#include "lint/rule.h"
#include "schemas/call/integration.h"

namespace sfn::rules::service::credentials_role_arn {

using namespace schemas;

namespace {

// Up to `most` parts between colons, the last one whole.
std::vector<std::string_view> split(std::string_view text, size_t most) {
  std::vector<std::string_view> parts;
  while (parts.size() + 1 < most && text.find(':') != text.npos) {
    parts.push_back(text.substr(0, text.find(':')));
    text.remove_prefix(parts.back().size() + 1);
  }
  parts.push_back(text);
  return parts;
}

// What is wrong with `arn:PARTITION:iam::ACCOUNT:role/NAME`; empty if nothing is. The account is not judged:
// a sample may leave it out.
std::string fault_of(std::string_view text) {
  const auto parts = split(text, 6);
  if (parts.size() < 6 || parts[0] != "arn" || !is_partition(parts[1]))
    return "this is not the ARN of a role";
  if (parts[2] == "sts" && parts[5].starts_with("assumed-role/"))
    return "this is the ARN of a session, and not of the role that it assumed";
  if (parts[2] != "iam" || !parts[5].starts_with("role/") || parts[5].size() == 5)
    return "this is not the ARN of a role";
  return parts[3].empty() ? std::string() : "the ARN of a role has no region";
}

// `WORKER_ROLE`, which a script replaces before it deploys.
bool is_all_capitals(std::string_view text) {
  return text.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_") == text.npos && !text.empty();
}

void check(const asl::State& state, Report& report) {
  const Value credentials = state["Credentials"];
  if (!state.is(asl::StateType::task) || !credentials.is_object()) return;
  const Value role = asl::parameter(credentials, "RoleArn", state.language).literal();
  const auto text = role.literal();
  if (!text || is_dynamic_text(*text) || asl::may_hold_blank(*text) || is_all_capitals(*text)) return;
  const std::string fault = fault_of(*text);
  if (!fault.empty()) report.add(role.place(), fault + "; write `arn:aws:iam::ACCOUNT:role/NAME`");
}

constexpr Example examples[] = {
    {"the name of a role",
     R"({"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Credentials": {"RoleArn": «"worker"»},
 "Parameters": {"FunctionName": "f"}, "End": true})"},
    {"a user, in JSONata",
     R"({"Type": "Task", "QueryLanguage": "JSONata", "Resource": "arn:aws:states:::lambda:invoke",
 "Credentials": {"RoleArn": «"arn:aws:iam::111122223333:user/worker"»}, "Arguments": {"FunctionName": "f"}, "End": true})"},
    {"a session",
     R"({"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Parameters": {"FunctionName": "f"},
 "Credentials": {"RoleArn": «"arn:aws:sts::111122223333:assumed-role/worker/s"»}, "End": true})"},
    {"a role",
     R"({"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Parameters": {"FunctionName": "f"},
 "Credentials": {"RoleArn": "arn:aws-cn:iam::111122223333:role/team/worker"}, "End": true})"},
    {"a role that is known at run time, or when the template is filled in",
     R"({"Type": "Parallel", "End": true, "Branches": [
 {"StartAt": "A", "States": {"A": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Parameters": {"FunctionName": "f"},
   "Credentials": {"RoleArn.$": "$.role"}, "End": true}}},
 {"StartAt": "B", "States": {"B": {"Type": "Task", "QueryLanguage": "JSONata", "Resource": "arn:aws:states:::lambda:invoke",
   "Arguments": {"FunctionName": "f"}, "Credentials": {"RoleArn": "{% $states.input.role %}"}, "End": true}}},
 {"StartAt": "C", "States": {"C": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Parameters": {"FunctionName": "f"},
   "Credentials": {"RoleArn": "${RoleArn}"}, "End": true}}}]})"},
};

}  // namespace

extern const Rule rule{
    .id = "service/credentials-role-arn",
    .severity = Severity::error,
    .summary = "the `RoleArn` of `Credentials` is not the ARN of a role",
    .why =
        "Step Functions assumes the role to make the call. It refuses the definition when it is deployed, or "
        "the state fails when it runs, since there is no role of that name to assume.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/concepts-access-cross-acct-resources.html",
    .examples = examples,
    .state = check,
};

}  // namespace sfn::rules::service::credentials_role_arn
