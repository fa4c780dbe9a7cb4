// What the CDK leaves behind where a token went through code that does not know tokens.
#include <fmt/core.h>

#include <bit>
#include <charconv>
#include <optional>

#include "lint/asl/machine.h"
#include "lint/rule.h"
#include "lint/text.h"

namespace sfn::rules::template_::cdk_token {

namespace {

constexpr std::string_view digits = "0123456789";

// The CDK writes the number of a token into a double whose upper 16 bits mark it.
bool is_encoded(double number) { return std::bit_cast<uint64_t>(number) >> 48 == 0xFBFF; }

// `${Token[TOKEN.123]}`, `#{Token[AWS.Region.4]}`
std::optional<Span> text_token(std::string_view text) {
  constexpr std::string_view opening = "{Token[";
  for (size_t at = text.find(opening); at != npos; at = text.find(opening, at + 1)) {
    const size_t close = text.find("]}", at);
    if (close == npos || at == 0 || (text[at - 1] != '$' && text[at - 1] != '#')) continue;
    const std::string_view name = text.substr(at + opening.size(), close - at - opening.size());
    const size_t dot = name.rfind('.');
    if (dot == npos || dot + 1 == name.size() || name.find_first_not_of(digits, dot + 1) != npos) continue;
    return span_between(at - 1, close + 2);
  }
  return std::nullopt;
}

// `-1.8881545897087626e+289` inside a text.
std::optional<Span> number_token(std::string_view text) {
  constexpr std::string_view opening = "-1.88815458970";
  for (size_t at = text.find(opening); at != npos; at = text.find(opening, at + 1)) {
    double number = 0;
    const char* const end = text.data() + text.size();
    const auto read = std::from_chars(text.data() + at, end, number);
    if (read.ec == std::errc() && is_encoded(number))
      return span_between(at, static_cast<size_t>(read.ptr - text.data()));
  }
  return std::nullopt;
}

std::string message(std::string_view token) {
  return fmt::format(
      "`{}` is a CDK token that was never resolved; pass the value unchanged, without `JSON.stringify` or "
      "arithmetic",
      token);
}

void check_text(Value value, Report& report) {
  const std::string_view text = value.text();
  auto found = text_token(text);
  if (!found) found = number_token(text);
  if (!found) return;
  const Place place = value.is_string() ? value.stretch(found->begin, found->end) : value.place();
  report.add(place, message(text.substr(found->begin, found->end - found->begin)));
}

void check(Value value, Report& report) {
  // What people read may say anything.
  if (value.name() == "Comment" || value.name() == "Cause") return;
  if (!value.is_number()) return check_text(value, report);
  if (value.text().starts_with('-') && is_encoded(*value.number()))
    report.add(value.place(), message(value.text()));
}

constexpr Example examples[] = {
    {"a text",
     R"({"Type": "Task", "Resource": "arn:aws:states:::sns:publish", "End": true,
         "Parameters": {"TopicArn": "arn:aws:sns:«${Token[AWS.Region.4]}»:1:t", "Message": "m"}})"},
    {"a whole value", R"({"Type": "Pass", "Result": «"${Token[TOKEN.123]}"», "End": true})"},
    {"a list", R"({"Type": "Pass", "Result": ["«#{Token[TOKEN.9]}»"], "End": true})"},
    {"a number", R"({"Type": "Wait", "Seconds": «-1.8881545897087626e+289», "End": true})"},
    {"a number in a text",
     R"({"Type": "Pass", "Result": "wait «-1.8881545897087626e+289» seconds", "End": true})"},
    {"numbers and placeholders of other kinds",
     R"({"Type": "Pass", "Result": ["${Token}", "${Token[0]}", -1.8e+289, "Token[TOKEN.1]"], "End": true})"},
    {"a comment", R"({"Type": "Pass", "Comment": "was ${Token[TOKEN.123]}", "End": true})"},
};

}  // namespace

extern const Rule rule{
    .id = "template/cdk-token",
    .severity = Severity::error,
    .summary = "a CDK token that was never resolved",
    .why =
        "The CDK represents a value that is known only when the stack is deployed by a token, and replaces "
        "the token when it synthesizes the template. A token that was split, calculated with or converted to "
        "JSON is not replaced: Step Functions refuses the definition when it is deployed, or the state fails "
        "when it runs, since the number or name is meaningless.",
    .see = "https://docs.aws.amazon.com/cdk/v2/guide/tokens.html",
    .examples = examples,
    .about = {.values = {Kind::string, Kind::opaque, Kind::number}},
    .node = check,
};

}  // namespace sfn::rules::template_::cdk_token
