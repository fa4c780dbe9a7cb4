#include <fmt/core.h>

#include "lint/asl/constructs.h"
#include "lint/json/placeholder.h"
#include "lint/rule.h"

namespace sfn::rules::errors::wildcard_error_name {

namespace {

// Where a star stands that is no part of a placeholder; npos if there is none.
size_t find_star(std::string_view text) {
  for (size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '*') return at;
    if (!json::placeholder_begins(text, at)) continue;
    const size_t end = json::placeholder_end(text, at);
    if (end == std::string_view::npos) return end;
    at = end - 1;
  }
  return std::string_view::npos;
}

void check(const asl::Construct& construct, Report& report) {
  if (!construct.value["ErrorEquals"].is_array()) return;
  for (Value item : construct.value["ErrorEquals"]) {
    const size_t star = item.is_string() ? find_star(item.text()) : std::string_view::npos;
    if (star == std::string_view::npos) continue;
    report.add(item.stretch(star, star + 1),
               fmt::format(
                   "`*` is not a wildcard in an error name, so `{}` matches nothing; name each error, or use "
                   "`States.TaskFailed` or `States.ALL`",
                   item.text()));
  }
}

constexpr Example examples[] = {
    {"a star for all errors of a service",
     R"({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync", "End": true,
         "Retry": [{"ErrorEquals": ["ECS.«*»"]}]})"},
    {"a star after a placeholder",
     R"({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync", "End": true,
         "Retry": [{"ErrorEquals": ["${Service}.«*»"]}]})"},
    {"a star that may be inside a placeholder",
     R"({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync", "End": true,
         "Retry": [{"ErrorEquals": ["ECS.${join(names[*])}"]}]})"},
    {"each error by its name",
     R"({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync", "End": true,
         "Retry": [{"ErrorEquals": ["ECS.ServerException", "ECS.AmazonECSException"]}]})"},
};

}  // namespace

extern const Rule rule{
    .id = "errors/wildcard-error-name",
    .severity = Severity::warning,
    .summary = "a pattern in `ErrorEquals`",
    .why =
        "Names in `ErrorEquals` are compared literally. A pattern such as `ECS.*` matches no error, and "
        "the handler never runs. The only wildcards are `States.ALL` and `States.TaskFailed`.",
    .see = "https://states-language.net/spec.html#errors",
    .examples = examples,
    .about = {.constructs = {asl::ConstructKind::retrier, asl::ConstructKind::catcher}},
    .construct = check,
};

}  // namespace sfn::rules::errors::wildcard_error_name
