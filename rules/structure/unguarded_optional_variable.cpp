#include <fmt/core.h>

#include <unordered_map>

#include "lint/asl/constructs.h"
#include "lint/rule.h"
#include "rules/structure/shared/choice.h"

namespace sfn::rules::structure::unguarded_optional_variable {

namespace {

void check_list(Value list, Report& report) {
  std::unordered_map<std::string_view, Value> compared;  // paths, with the rule that compares each first
  for (const Value rule : list) {
    const Value op = first_operator(rule);
    const auto variable = rule["Variable"].literal();
    if (!variable || is_connective(op.name())) continue;
    if (op.name() != "IsPresent") {
      compared.emplace(*variable, rule);
      continue;
    }
    const auto earlier = compared.find(*variable);
    if (earlier == compared.end()) continue;
    report
        .add(earlier->second["Variable"].place(),
             fmt::format("`{}` is compared before `IsPresent` checks that it exists", *variable))
        .note("it is checked here", op.key());
    compared.erase(earlier);
  }
}

void check(const asl::Construct& construct, Report& report) {
  if (construct.is(asl::ConstructKind::choice)) check_list(construct.value["Choices"], report);
  const bool rule =
      construct.is(asl::ConstructKind::choice_rule) || construct.is(asl::ConstructKind::nested_rule);
  if (!rule) return;
  check_list(construct.value["And"], report);
}

constexpr Example examples[] = {
    {"the question comes late",
     R"({"Type": "Choice", "Default": "S", "Choices": [{"And": [
         {"Variable": «"$.a"», "NumericEquals": 1}, {"Variable": "$.a", "IsPresent": true}], "Next": "S"}]})"},
    {"the question comes first",
     R"({"Type": "Choice", "Default": "S", "Choices": [{"And": [
         {"Variable": "$.a", "IsPresent": true}, {"Variable": "$.a", "NumericEquals": 1}], "Next": "S"}]})"},
};

}  // namespace

extern const Rule rule{
    .id = "structure/unguarded-optional-variable",
    .severity = Severity::info,
    .summary = "a path that is compared before `IsPresent` checks it",
    .why =
        "If a path finds nothing, the state fails in every comparison except `IsPresent`. Rules are tried "
        "in order, so this check must come first.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/state-choice.html",
    .examples = examples,
    .about = {.languages = asl::QueryLanguage::jsonpath},
    .construct = check,
};

}  // namespace sfn::rules::structure::unguarded_optional_variable
