// What the expressions of JSONPath states consist of: sound calls, sound paths, and the repairs of their
// faults.
#pragma once

#include <string_view>

#include "lint/asl/expression.h"
#include "lint/asl/intrinsic/checks.h"
#include "lint/diagnostic.h"
#include "lint/rule.h"

namespace sfn::rules::path {

inline constexpr std::string_view suffix = ".$";

/// Whether a text that begins as a call stands in a field that takes no call: `"InputPath":
/// "States.Array(1)"`.
bool misplaced_call(const asl::Expression& expression);
/// The call, where it parses and may stand there; else null.
const asl::intrinsic::Call* sound_call(const asl::Expression& expression);
/// The path, where the whole text is one that parses; else null.
const asl::path::Path* sound_path(const asl::Expression& expression);

/// Gives `visit` a path and those inside its filters.
template <typename Visit>
void each_path(const asl::path::Path& path, const Visit& visit) {
  visit(path);
  for (const asl::path::Path& inner : path.inner) each_path(inner, visit);
}

/// Gives `visit` every sound path of an expression: itself, arguments of its calls, those inside filters.
template <typename Visit>
void each_path(const asl::Expression& expression, const Visit& visit) {
  if (const auto* path = sound_path(expression)) return each_path(*path, visit);
  if (const auto* call = sound_call(expression))
    asl::intrinsic::each_path(*call, [&](const asl::path::Path& path) { each_path(path, visit); });
}

/// The parsed stretch of an expression's text.
std::string_view written(const asl::Expression& expression, Span span);
/// What a repair of the parser does to the string.
Change change(const asl::Expression& expression, const asl::path::Repair& repair);

using Check = asl::intrinsic::Problems (*)(const asl::intrinsic::Call&);
/// Reports what a check of calls finds; its repairs become safe fixes.
void report_problems(const asl::Expression& expression, Check check, Report& report);

}  // namespace sfn::rules::path
