// Catalogue ASL323, for `$hash`.
#include <fmt/core.h>

#include <algorithm>

#include "lint/asl/intrinsic/checks.h"
#include "rules/jsonata/shared/known_calls.h"

namespace sfn::rules::jsonata::hash_algorithm {

namespace {

using asl::jsonata::NodeIndex;

void check_name(const asl::Expression& expression, NodeIndex node, Report& report) {
  const auto& tree = *sound_tree(expression);
  if (tree[node].kind != asl::jsonata::NodeKind::string) return;
  const std::string name = tree.string_value(node);
  const auto algorithms = asl::intrinsic::hash_algorithms();
  if (std::find(algorithms.begin(), algorithms.end(), name) != algorithms.end()) return;
  const Place inside = expression.at(tree[node].begin + 1, tree[node].end - 1);
  const auto meant = asl::intrinsic::nearest_hash_algorithm(name);
  std::string message = fmt::format("`{}` is no algorithm of `$hash`", name);
  message += meant ? fmt::format("; did you mean `{}`?", *meant)
                   : std::string("; it takes `MD5`, `SHA-1`, `SHA-256`, `SHA-384` and `SHA-512`");
  Diagnostic& found = report.add(place(expression, node), std::move(message));
  if (meant) found.mend(fmt::format("write `{}`", *meant), replace_text(inside, std::string(*meant)));
}

void check(const asl::Expression& expression, Report& report) {
  for (const KnownCall& known : known_calls(expression))
    if (known.function->name == "hash" && known.call.given == 2 && !known.call.arguments.empty())
      check_name(expression, known.call.arguments.back(), report);
}

constexpr Example examples[] = {
    {"another spelling",
     R"json({"Type": "Pass", "QueryLanguage": "JSONata", "Output": "{% $hash('a', «'sha256'») %}", "End": true})json",
     R"json({"Type": "Pass", "QueryLanguage": "JSONata", "Output": "{% $hash('a', 'SHA-256') %}", "End": true})json"},
    {"an algorithm",
     R"json({"Type": "Pass", "QueryLanguage": "JSONata", "Output": "{% $hash('a', 'MD5') & $hash('a', $states.input.kind) %}", "End": true})json"},
};

}  // namespace

extern const Rule rule{
    .id = "jsonata/hash-algorithm",
    .severity = Severity::error,
    .summary = "an algorithm that `$hash` does not have",
    .why =
        "`$hash` takes `MD5`, `SHA-1`, `SHA-256`, `SHA-384` and `SHA-512`, spelled this way. With another "
        "name "
        "the state fails with `States.QueryEvaluationError`.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html",
    .examples = examples,
    .expression = check,
};

}  // namespace sfn::rules::jsonata::hash_algorithm
