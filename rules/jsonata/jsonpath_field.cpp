#include <fmt/core.h>

#include <utility>

#include "lint/rule.h"
#include "rules/jsonata/shared/language.h"
#include "rules/jsonata/shared/translate.h"

namespace sfn::rules::jsonata::jsonpath_field {

namespace {

using asl::Construct;
using asl::ConstructKind;

// What does the same work in JSONata; empty where nothing does.
std::string_view counterpart(const Construct& construct, std::string_view name) {
  const bool has_arguments = asl::find_field(construct.kind, "Arguments") != nullptr;
  if (name == "Parameters")
    return has_arguments ? "Arguments" : construct.is(ConstructKind::map) ? "ItemSelector" : "Output";
  if (name == "InputPath") return has_arguments ? "Arguments" : "Output";
  if (name == "ItemsPath") return "Items";
  if (name == "OutputPath" || name == "ResultPath" || name == "ResultSelector") return "Output";
  if (name == "RoleArn.$") return "RoleArn";
  if (construct.is(ConstructKind::choice_rule) || construct.is(ConstructKind::nested_rule))
    return "Condition";
  if (name.ends_with("Path")) return name.substr(0, name.size() - 4);
  return {};
}

// Adds what makes the members of a template JSONata; false where one cannot be written word for word.
bool translate_members(Value value, std::vector<Change>& changes) {
  for (const Value child : value) {
    if (!translate_members(child, changes)) return false;
    const std::string_view name = child.name();
    if (!name.ends_with(".$")) continue;
    const auto expression = child.literal() ? as_jsonata(*child.literal()) : std::nullopt;
    if (!expression) return false;
    changes.push_back(rename_key(child, std::string(name.substr(0, name.size() - 2))));
    changes.push_back(set_value(child, delimited(*expression)));
  }
  return true;
}

void fix(Diagnostic& found, const Construct& construct, Value member, std::string_view better) {
  const std::string_view name = member.name();
  const bool whole = member.literal() == "$";
  if (whole && (name == "InputPath" || name == "OutputPath" || name == "ResultPath")) {
    found.offer(fmt::format("remove `{}`, which has no effect", name), remove(member));
    return;
  }
  if (better.empty() || construct.value.has(better)) return;
  std::vector<Change> changes = {rename_key(member, std::string(better))};
  const bool path = name.ends_with("Path") || name == "RoleArn.$";
  if (name == "Parameters" && member.is_object()) {
    if (!translate_members(member, changes)) return;
  } else if (path && name != "InputPath" && name != "OutputPath" && name != "ResultPath" &&
             better != "Condition") {
    const auto expression = member.literal() ? as_jsonata(*member.literal()) : std::nullopt;
    if (!expression) return;
    changes.push_back(set_value(member, delimited(*expression)));
  } else {
    return;
  }
  found.offer(fmt::format("write it as `{}`", better), Safety::safe, std::move(changes));
}

// A rule with several comparisons in it has one fault: it is of the other language.
bool told_above(const Construct& construct) { return construct.is(ConstructKind::nested_rule); }

void check(const Construct& construct, Report& report) {
  if (told_above(construct)) return;
  bool rule_told = false;
  for (const Value member : construct.value) {
    const asl::Field* field = foreign_field(construct, member);
    if (!field || field->content == asl::Content::literal) continue;  // jsonata/pass-result
    const std::string_view better = counterpart(construct, member.name());
    if (better == "Condition" && std::exchange(rule_told, true)) continue;
    fix(report.add(
            member.key(),
            better.empty()
                ? fmt::format("`{}` is only for JSONPath, but this state uses JSONata", member.name())
                : fmt::format("`{}` is only for JSONPath; use `{}` in JSONata", member.name(), better)),
        construct, member, better);
  }
}

constexpr Example examples[] = {
    {"parameters of a task",
     R"({"Type": "Task", "QueryLanguage": "JSONata", "Resource": "arn:aws:states:::sns:publish", «"Parameters"»: {"TopicArn": "arn:t", "Message.$": "$.text"}, "End": true})",
     R"({"Type": "Task", "QueryLanguage": "JSONata", "Resource": "arn:aws:states:::sns:publish", "Arguments": {"TopicArn": "arn:t", "Message": "{% $states.input.text %}"}, "End": true})"},
    {"paths that shape the input and output",
     R"({"Type": "Pass", "QueryLanguage": "JSONata", «"InputPath"»: "$.order", «"ResultPath"»: "$.a", "End": true})"},
    {"a path that changes nothing", R"({"Type": "Succeed", "QueryLanguage": "JSONata", «"OutputPath"»: "$"})",
     R"({"Type": "Succeed", "QueryLanguage": "JSONata"})"},
    {"a time from the data",
     R"({"Type": "Wait", "QueryLanguage": "JSONata", «"SecondsPath"»: "$.n", "End": true})",
     R"({"Type": "Wait", "QueryLanguage": "JSONata", "Seconds": "{% $states.input.n %}", "End": true})"},
    {"a comparison",
     R"({"Type": "Choice", "QueryLanguage": "JSONata", "Default": "S", "Choices": [{«"Variable"»: "$.a", "IsNull": true, "Next": "S"}]})"},
    {"a catcher",
     R"({"Type": "Task", "QueryLanguage": "JSONata", "Resource": "arn:aws:states:::sns:publish", "End": true, "Catch": [{"ErrorEquals": ["States.ALL"], «"ResultPath"»: "$.e", "Next": "S"}]})"},
    {"fields of JSONata",
     R"({"Type": "Task", "QueryLanguage": "JSONata", "Resource": "arn:aws:states:::sns:publish", "Arguments": {"Message": "m"}, "Output": {}, "End": true})"},
    {"a state of JSONPath in the same machine",
     R"({"StartAt": "A", "States": {"A": {"Type": "Pass", "QueryLanguage": "JSONata", "Next": "B"}, "B": {"Type": "Pass", "Parameters": {}, "End": true}}})"},
};

}  // namespace

extern const Rule rule{
    .id = "jsonata/jsonpath-field",
    .severity = Severity::error,
    .summary = "a JSONPath field in a JSONata state",
    .why =
        "If a JSONata state has `InputPath`, `Parameters`, `ResultSelector`, `ResultPath`, `OutputPath` or "
        "another field that contains a path, Step Functions refuses the definition when it is deployed. "
        "Use `Arguments`, `Output` and `Assign` instead.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html",
    .examples = examples,
    .about = {.languages = asl::QueryLanguage::jsonata},
    .construct = check,
};

}  // namespace sfn::rules::jsonata::jsonpath_field
