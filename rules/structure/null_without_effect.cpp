#include <fmt/core.h>

#include "lint/rule.h"
#include "lint/wording.h"
#include "rules/structure/shared/vocabulary.h"

namespace sfn::rules::structure::null_without_effect {

namespace {

using asl::ConstructKind;

void check(const asl::Construct& construct, Report& report) {
  for (const Value member : construct.value) {
    if (!member.is_null()) continue;
    const std::string_view name = member.name();
    const bool comment = name == "Comment" && asl::find_field(construct.kind, name);
    const bool path =
        name == "ResultPath" && construct.is(ConstructKind::choice_rule) && !construct.jsonata();
    if (comment || path)
      report.add(member.key(), fmt::format("{} is `null` and has no effect; remove it", wording::code(name)))
          .offer(fmt::format("remove {}", wording::code(name)), remove(member));
  }
}

constexpr Example examples[] = {
    {.title = "a comment without text in YAML",
     .text = R"(StartAt: A
States:
  A:
    Type: Pass
    «Comment»:
    End: true
)",
     .fixed = R"(StartAt: A
States:
  A:
    Type: Pass
    End: true
)",
     .file = "a.asl.yaml"},
    {"a path that a choice rule does not have",
     R"({"Type": "Choice", "Default": "S",
         "Choices": [{"Variable": "$.a", "IsNull": true, «"ResultPath"»: null, "Next": "S"}]})",
     R"({"Type": "Choice", "Default": "S",
         "Choices": [{"Variable": "$.a", "IsNull": true, "Next": "S"}]})"},
    {"a comment", R"({"Type": "Pass", "Comment": "c", "ResultPath": null, "End": true})"},
};

}  // namespace

extern const Rule rule{
    .id = "structure/null-without-effect",
    .severity = Severity::warning,
    .summary = "a `Comment`, or a `ResultPath` in a choice rule, that is `null`",
    .why =
        "Definitions with it have been deployed, but the specification gives `null` no meaning there, and "
        "validators refuse it. In YAML a key without a value is `null`.",
    .see = "https://states-language.net/spec.html",
    .examples = examples,
    .construct = check,
};

}  // namespace sfn::rules::structure::null_without_effect
