#include <fmt/core.h>

#include <string>

#include "lint/asl/machine.h"
#include "lint/rule.h"

namespace sfn::rules::json::number_precision_loss {

namespace {

constexpr size_t sure_digits = 15;  // so many survive in every double

// The digits that count: without sign, point, exponent and zeros at both ends.
std::string digits(std::string_view number) {
  std::string found;
  for (const char c : number) {
    if (c == 'e' || c == 'E') break;
    if (c >= '0' && c <= '9' && !(found.empty() && c == '0')) found += c;
  }
  while (!found.empty() && found.back() == '0') found.pop_back();
  return found;
}

void check(Value value, Report& report) {
  const std::string_view text = value.text();
  const bool short_one = text.size() <= sure_digits && text.find_first_of("eE") == std::string_view::npos;
  if (short_one) return;
  const std::string kept = fmt::format("{}", value.number().value_or(0));
  if (digits(text) != digits(kept))
    report.add(value.place(),
               fmt::format("`{}` has more digits than a number can keep; it is read as `{}`", text, kept));
}

constexpr Example examples[] = {
    {"an integer beyond 2^53",
     R"({"Type": "Choice", "Default": "S",
         "Choices": [{"Variable": "$.a", "NumericEquals": «9007199254740993», "Next": "S"}]})"},
    {"too many digits", R"({"Type": "Pass", "Result": «3.14159265358979323846», "End": true})"},
    {"numbers that fit",
     R"({"Type": "Pass", "Result": [9007199254740991, 0.1, 1e3, 12345678.5, 100000000000000000000], "End": true})"},
};

constexpr std::string_view yields_to[] = {"structure/field-value", "template/cdk-token"};

}  // namespace

extern const Rule rule{
    .id = "json/number-precision-loss",
    .severity = Severity::warning,
    .summary = "a number with too many digits",
    .why =
        "Numbers are read as IEEE 754 doubles, which keep about 15 digits, so two long numbers that differ "
        "may compare as equal. Write identifiers as strings.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/state-choice.html",
    .examples = examples,
    .yields_to = yields_to,
    .about = {.values = Kind::number},
    .node = check,
};

}  // namespace sfn::rules::json::number_precision_loss
