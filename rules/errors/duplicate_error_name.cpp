#include <fmt/core.h>

#include <set>
#include <utility>

#include "lint/asl/constructs.h"
#include "lint/rule.h"

namespace sfn::rules::errors::duplicate_error_name {

namespace {

// The same placeholder gives the same name.
bool is_name(Value item) { return item.is_string() || item.is_opaque(); }

void check(const asl::Construct& construct, Report& report) {
  const Value names = construct.value["ErrorEquals"];
  if (!names.is_array()) return;
  std::set<std::pair<Kind, std::string_view>> seen;
  for (Value item : names) {
    if (!is_name(item) || item.text() == "States.ALL") continue;  // errors/states-all-not-alone
    if (seen.emplace(item.kind(), item.text()).second) continue;
    report.add(item.place(), fmt::format("this `ErrorEquals` already lists `{}`", item.text()))
        .offer("remove the duplicate", remove(item));
  }
}

constexpr Example examples[] = {
    {"a name twice",
     R"({"Type": "Task", "Resource": "arn:aws:states:::sns:publish", "End": true,
         "Retry": [{"ErrorEquals": ["A", «"A"»]}]})",
     R"({"Type": "Task", "Resource": "arn:aws:states:::sns:publish", "End": true,
         "Retry": [{"ErrorEquals": ["A"]}]})"},
    {"a placeholder twice",
     R"({"Type": "Task", "Resource": "arn:aws:states:::sns:publish", "End": true,
         "Retry": [{"ErrorEquals": ["${Error}", "A.${Error}", «"${Error}"»]}]})",
     R"({"Type": "Task", "Resource": "arn:aws:states:::sns:publish", "End": true,
         "Retry": [{"ErrorEquals": ["${Error}", "A.${Error}"]}]})"},
    {"two names",
     R"({"Type": "Task", "Resource": "arn:aws:states:::sns:publish", "End": true,
         "Retry": [{"ErrorEquals": ["A", "a"]}]})"},
};

}  // namespace

extern const Rule rule{
    .id = "errors/duplicate-error-name",
    .severity = Severity::info,
    .summary = "an error that is listed twice in one `ErrorEquals`",
    .why = "The second entry has no effect. Often another name was meant.",
    .see = "https://states-language.net/spec.html#errors",
    .examples = examples,
    .about = {.constructs = {asl::ConstructKind::retrier, asl::ConstructKind::catcher}},
    .construct = check,
};

}  // namespace sfn::rules::errors::duplicate_error_name
