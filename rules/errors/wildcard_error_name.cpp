// Catalogue ASL524.
#include <fmt/core.h>

#include "lint/asl/constructs.h"
#include "lint/rule.h"

namespace sfn::rules::errors::wildcard_error_name {

namespace {

void check(const asl::Construct& construct, Report& report) {
  if (!construct.is(asl::ConstructKind::retrier) && !construct.is(asl::ConstructKind::catcher)) return;
  if (!construct.value["ErrorEquals"].is_array()) return;
  for (Value item : construct.value["ErrorEquals"]) {
    const auto name = item.literal();
    const size_t star = name ? name->find('*') : std::string_view::npos;
    if (star == std::string_view::npos) continue;
    report.add(
        item.stretch(star, star + 1),
        fmt::format("`*` is no wildcard in an error name, so `{}` matches nothing; name each error, or use "
                    "`States.TaskFailed` or `States.ALL`",
                    *name));
  }
}

constexpr Example examples[] = {
    {"a star for all errors of a service",
     R"({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync", "End": true,
         "Retry": [{"ErrorEquals": ["ECS.«*»"]}]})"},
    {"each error by its name",
     R"({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync", "End": true,
         "Retry": [{"ErrorEquals": ["ECS.ServerException", "ECS.AmazonECSException"]}]})"},
};

}  // namespace

extern const Rule rule{
    .id = "errors/wildcard-error-name",
    .severity = Severity::warning,
    .summary = "`ErrorEquals` holds a pattern",
    .why =
        "Names in `ErrorEquals` are compared letter for letter. A pattern such as `ECS.*` matches no error, "
        "and the "
        "handler never runs. The only wildcards are `States.ALL` and `States.TaskFailed`.",
    .see = "https://states-language.net/spec.html#errors",
    .examples = examples,
    .construct = check,
};

}  // namespace sfn::rules::errors::wildcard_error_name
