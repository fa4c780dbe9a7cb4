#include "rules/path/shared/parts.h"

#include <fmt/core.h>

namespace sfn::rules::path {

using asl::Expression;
using asl::ExpressionKind;

bool misplaced_call(const Expression& expression) {
  return expression.is(ExpressionKind::intrinsic) && expression.path_field() &&
         expression.field->content != asl::Content::text_path;
}

const asl::intrinsic::Call* sound_call(const Expression& expression) {
  const auto* parsed = expression.intrinsic();
  return parsed && parsed->call && !parsed->fault && !misplaced_call(expression) ? &*parsed->call : nullptr;
}

const asl::path::Path* sound_path(const Expression& expression) {
  const auto* parsed = expression.path();
  return parsed && !parsed->fault ? &parsed->path : nullptr;
}

std::string_view written(const Expression& expression, Span span) {
  return expression.value.text().substr(expression.offset + span.begin, span.end - span.begin);
}

Change change(const Expression& expression, const asl::path::Repair& repair) {
  return replace_text(expression.at(repair.span), repair.text);
}

void report_problems(const Expression& expression, Check check, Report& report) {
  const auto* call = sound_call(expression);
  if (!call) return;
  for (const asl::intrinsic::Problem& problem : check(*call)) {
    Diagnostic& found = report.add(expression.at(problem.span), problem.message);
    if (problem.repair)
      found.offer(fmt::format("write `{}`", problem.repair->text), change(expression, *problem.repair));
  }
}

}  // namespace sfn::rules::path
