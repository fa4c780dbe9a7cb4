// Literals are the matter of jsonata/jsonpath-text.
#include <fmt/core.h>

#include "rules/jsonata/shared/parsed.h"

namespace sfn::rules::jsonata::intrinsic {

namespace {

struct Counterpart {
  std::string_view intrinsic, jsonata;
  bool same_arguments;
};

constexpr Counterpart counterparts[] = {
    {"Format", "&", false},
    {"StringToJson", "$parse", true},
    {"JsonToString", "$string", true},
    {"Array", "[...]", false},
    {"ArrayPartition", "$partition", true},
    {"ArrayContains", "in", false},
    {"ArrayRange", "$range", true},
    {"ArrayGetItem", "list[index]", false},
    {"ArrayLength", "$count", true},
    {"ArrayUnique", "$distinct", true},
    {"Base64Encode", "$base64encode", true},
    {"Base64Decode", "$base64decode", true},
    {"Hash", "$hash", true},
    {"JsonMerge", "$merge", false},
    {"MathRandom", "$random", false},
    {"MathAdd", "+", false},
    {"StringSplit", "$split", false},
    {"UUID", "$uuid", true},
};

const Counterpart* counterpart(std::string_view name) {
  for (const Counterpart& one : counterparts)
    if (one.intrinsic == name) return &one;
  return nullptr;
}

void check(const asl::Expression& expression, Report& report) {
  const auto* tree = sound_tree(expression);
  if (!tree || tree->text().find("States") == std::string_view::npos) return;
  for (const auto& use : asl::jsonata::intrinsics(*tree)) {
    const Counterpart* other = counterpart(use.name);
    const size_t begin = (*tree)[use.node].begin;
    const size_t end = tree->text().find(use.name, begin + 6) + use.name.size();
    const Place name = expression.at(begin, end);
    Diagnostic& found =
        report.add(name, fmt::format("`States.{}` is a JSONPath function{}", use.name,
                                     other ? fmt::format("; use `{}` in JSONata", other->jsonata) : ""));
    if (other && other->same_arguments)
      found.offer(fmt::format("write `{}`", other->jsonata), replace_text(name, std::string(other->jsonata)));
  }
}

constexpr Example examples[] = {
    {"an id",
     R"json({"Type": "Pass", "QueryLanguage": "JSONata", "Output": "{% «States.UUID»() %}", "End": true})json",
     R"json({"Type": "Pass", "QueryLanguage": "JSONata", "Output": "{% $uuid() %}", "End": true})json"},
    {"a string that is assembled",
     R"json({"Type": "Pass", "QueryLanguage": "JSONata", "Output": "{% «States.Format»('id-{}', $states.input.id) %}", "End": true})json"},
    {"functions of JSONata",
     R"json({"Type": "Pass", "QueryLanguage": "JSONata", "Output": "{% 'id-' & $uuid() %}", "End": true})json"},
    {"JSONPath", R"json({"Type": "Pass", "Parameters": {"id.$": "States.UUID()"}, "End": true})json"},
};

}  // namespace

extern const Rule rule{
    .id = "jsonata/intrinsic",
    .severity = Severity::error,
    .summary = "a call of an intrinsic function inside a JSONata expression",
    .why =
        "Intrinsic functions belong to JSONPath. JSONata reads `States.Format(...)` as a path into an "
        "input document, which does not exist, so the state fails when it runs, with "
        "`States.QueryEvaluationError`.",
    .see = "https://states-language.net/spec.html#appendix-b",
    .examples = examples,
    .about = {.expressions = asl::ExpressionKind::jsonata},
    .expression = check,
};

}  // namespace sfn::rules::jsonata::intrinsic
