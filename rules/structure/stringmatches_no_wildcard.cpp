#include "lint/asl/constructs.h"
#include "lint/rule.h"

namespace sfn::rules::structure::stringmatches_no_wildcard {

namespace {

void check(const asl::Construct& construct, Report& report) {
  const bool rule =
      construct.is(asl::ConstructKind::choice_rule) || construct.is(asl::ConstructKind::nested_rule);
  const Value member = rule ? construct.value["StringMatches"] : Value();
  const auto pattern = member.literal();
  if (!pattern || pattern->find_first_of("*\\") != std::string_view::npos) return;
  Diagnostic& found =
      report.add(member.place(), "this `StringMatches` pattern has no `*`, so it is plain text");
  if (!construct.value.has("StringEquals"))
    found.offer("compare with `StringEquals`", rename_key(member, "StringEquals"));
}

constexpr Example examples[] = {
    {"a plain text",
     R"({"Type": "Choice", "Default": "S",
         "Choices": [{"Variable": "$.a", "StringMatches": «"ab"», "Next": "S"}]})",
     R"({"Type": "Choice", "Default": "S",
         "Choices": [{"Variable": "$.a", "StringEquals": "ab", "Next": "S"}]})"},
    {"a pattern",
     R"({"Type": "Choice", "Default": "S",
         "Choices": [{"Variable": "$.a", "StringMatches": "ab*", "Next": "S"}]})"},
};

}  // namespace

extern const Rule rule{
    .id = "structure/stringmatches-no-wildcard",
    .severity = Severity::info,
    .summary = "a `StringMatches` pattern without a wildcard",
    .why =
        "Without `*` the pattern matches only its own text. Use `StringEquals` to say so, unless the `*` "
        "was forgotten.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/state-choice.html",
    .examples = examples,
    .construct = check,
};

}  // namespace sfn::rules::structure::stringmatches_no_wildcard
