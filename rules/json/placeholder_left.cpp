#include <fmt/core.h>

#include <optional>

#include "lint/asl/machine.h"
#include "lint/characters.h"
#include "lint/rule.h"

namespace sfn::rules::json::placeholder_left {

namespace {

// Whole values of the Developer Guide's samples.
constexpr std::string_view whole[] = {"cluster-arn", "job-id", "container-name", "NEXT_STATE",
                                      "task-definition-arn"};
// Parts of them: names of buckets, accounts of the documentation.
constexpr std::string_view parts[] = {"amzn-s3-demo-", "123456789012", "111122223333"};

bool is_word(std::string_view text) {
  if (text.empty()) return false;
  for (const char c : text) {
    const bool letter = is_letter(c);
    if (!letter && c != '-' && c != '_' && c != ' ') return false;
  }
  return true;
}

// `[[region]]`, `<<account>>`
std::optional<Span> bracketed(std::string_view text, std::string_view open, std::string_view close) {
  const size_t begin = text.find(open);
  if (begin == std::string_view::npos) return std::nullopt;
  const size_t end = text.find(close, begin);
  if (end == std::string_view::npos || !is_word(text.substr(begin + open.size(), end - begin - open.size())))
    return std::nullopt;
  return span_between(begin, end + close.size());
}

std::optional<Span> find(std::string_view text) {
  for (const std::string_view one : whole)
    if (text == one) return span_between(0, text.size());
  for (const std::string_view part : parts)
    if (const size_t at = text.find(part); at != std::string_view::npos)
      return span_between(at, at + part.size());
  if (const auto found = bracketed(text, "[[", "]]")) return found;
  return bracketed(text, "<<", ">>");
}

void check(Value value, Report& report) {
  if (value.name() == "Comment") return;
  if (const auto found = find(value.text()))
    report.add(value.stretch(found->begin, found->end),
               fmt::format("`{}` is a placeholder from the documentation; replace it with your own value",
                           value.text().substr(found->begin, found->end - found->begin)));
}

constexpr Example examples[] = {
    {"a sample's cluster",
     R"({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask", "End": true,
         "Parameters": {"Cluster": "«cluster-arn»"}})"},
    {"a sample's brackets",
     R"({"Type": "Task", "Resource": "arn:aws:states:«[[region]]»:1:activity:a", "End": true})"},
    {"a value",
     R"({"Type": "Task", "Resource": "arn:aws:states:eu-west-1:219406534872:activity:a", "End": true})"},
};

}  // namespace

extern const Rule rule{
    .id = "json/placeholder-left",
    .severity = Severity::info,
    .summary = "a placeholder that was copied from the documentation",
    .why = "Samples name clusters, accounts and buckets that do not exist. Replace them with your own.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/connect-ecs.html",
    .examples = examples,
    .about = {.values = Kind::string},
    .node = check,
};

}  // namespace sfn::rules::json::placeholder_left
