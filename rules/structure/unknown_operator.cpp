#include <fmt/core.h>

#include "lint/json/json_text.h"
#include "lint/rule.h"
#include "rules/structure/shared/vocabulary.h"

namespace sfn::rules::structure::unknown_operator {

namespace {

using asl::Construct;

// The operator whose negation the name asks for: `StringEquals` for `StringNotEquals`.
std::string positive(std::string_view name) {
  const size_t at = name.find("Not");
  if (at == std::string_view::npos) return {};
  std::string without(name.substr(0, at));
  without += name.substr(at + 3);
  if (without.ends_with("Equal")) without += 's';
  return asl::is_comparison(without) ? without : std::string();
}

// `{"Variable": v, "StringNotEquals": x}` becomes `{"Not": {"Variable": v, "StringEquals": x}}`.
void fix_negation(Diagnostic& found, const Construct& construct, Value member, const std::string& name) {
  const Value variable = construct.value["Variable"];
  if (!variable || construct.value.has("Not")) return;
  const std::string inner =
      fmt::format(R"({{"Variable": {}, "{}": {}}})", json::text_of(variable), name, json::text_of(member));
  found.offer(fmt::format("negate {}", code(name)), Safety::safe,
              {remove(variable), rename_key(member, "Not"), set_value(member, inner)});
}

void report_unknown(const Construct& construct, Value member, Report& report) {
  const std::string_view name = member.name();
  const auto fault = fmt::format("{} is not a comparison", code(name));
  if (const std::string meant = positive(name); !meant.empty()) {
    fix_negation(report.add(member.key(), fmt::format("{}; negate {} with `Not`", fault, code(meant))),
                 construct, member, meant);
  } else if (const auto near = intended(construct, name); near && !construct.value.has(*near)) {
    report.add(member.key(), fmt::format("{}; did you mean {}?", fault, code(*near)))
        .offer(fmt::format("rename to {}", code(*near)), rename_key(member, std::string(*near)));
  } else {
    report.add(member.key(), fault);
  }
}

void check(const Construct& construct, Report& report) {
  const bool rule =
      construct.is(asl::ConstructKind::choice_rule) || construct.is(asl::ConstructKind::nested_rule);
  if (!rule || construct.jsonata()) return;
  for (const Value member : construct.value) {
    const std::string_view name = member.name();
    if (!has_plain_name(member) || asl::find_field(construct.kind, name) || is_dynamic_field(name)) continue;
    if (meant_as_operator(construct, name)) report_unknown(construct, member, report);
  }
}

constexpr Example examples[] = {
    {"a negated comparison",
     R"({"Type": "Choice", "Default": "S",
         "Choices": [{"Variable": "$.a", «"StringNotEquals"»: "x", "Next": "S"}]})",
     R"({"Type": "Choice", "Default": "S",
         "Choices": [{"Not": {"Variable": "$.a", "StringEquals": "x"}, "Next": "S"}]})"},
    {"a misspelled comparison",
     R"({"Type": "Choice", "Default": "S",
         "Choices": [{"Variable": "$.a", «"StringEqual"»: "x", "Next": "S"}]})",
     R"({"Type": "Choice", "Default": "S",
         "Choices": [{"Variable": "$.a", "StringEquals": "x", "Next": "S"}]})"},
    {"a comparison that does not exist",
     R"({"Type": "Choice", "Default": "S",
         "Choices": [{"Variable": "$.a", «"StringContains"»: "x", "Next": "S"}]})"},
    {"a comparison",
     R"({"Type": "Choice", "Default": "S", "Choices": [{"Variable": "$.a", "IsNull": true, "Next": "S"}]})"},
};

}  // namespace

extern const Rule rule{
    .id = "structure/unknown-operator",
    .severity = Severity::error,
    .summary = "a comparison that does not exist",
    .why =
        "Choice rules have 39 comparisons, none of which negates; use `Not` for that. If a rule has any "
        "other field, Step Functions refuses the definition when it is deployed.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/state-choice.html",
    .examples = examples,
    .construct = check,
};

}  // namespace sfn::rules::structure::unknown_operator
