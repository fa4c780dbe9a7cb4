// The parts of expressions in JSONPath states: valid calls, valid paths, and repairs for invalid ones.
#pragma once

#include <string_view>

#include "lint/asl/expression.h"
#include "lint/asl/intrinsic/checks.h"
#include "lint/diagnostic.h"
#include "lint/rule.h"

namespace sfn::rules::path {

inline constexpr std::string_view suffix = ".$";

/// Whether text that begins like a call is in a field that does not accept calls: `"InputPath":
/// "States.Array(1)"`.
bool misplaced_call(const asl::Expression& expression);
/// The call, if it parses and is allowed there; else null.
const asl::intrinsic::Call* sound_call(const asl::Expression& expression);
/// The path, where the whole text is one that parses; else null.
const asl::path::Path* sound_path(const asl::Expression& expression);

/// Calls `visit` with a path and those inside its filters.
template <typename Visit>
void each_path(const asl::path::Path& path, const Visit& visit) {
  visit(path);
  for (const asl::path::Path& inner : path.inner) each_path(inner, visit);
}

/// Calls `visit` with every valid path of an expression: itself, arguments of its calls, those inside
/// filters.
template <typename Visit>
void each_path(const asl::Expression& expression, const Visit& visit) {
  if (const auto* path = sound_path(expression)) return each_path(*path, visit);
  if (const auto* call = sound_call(expression))
    asl::intrinsic::each_path(*call, [&](const asl::path::Path& path) { each_path(path, visit); });
}

/// The parsed stretch of an expression's text.
std::string_view written(const asl::Expression& expression, Span span);
/// The change that a repair of the parser makes to the string.
Change change(const asl::Expression& expression, const asl::path::Repair& repair);

using Check = asl::intrinsic::Problems (*)(const asl::intrinsic::Call&);
/// Reports the findings of a check of calls; its repairs become safe fixes.
void report_problems(const asl::Expression& expression, Check check, Report& report);

}  // namespace sfn::rules::path
