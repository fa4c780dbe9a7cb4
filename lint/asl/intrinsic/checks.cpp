#include "lint/asl/intrinsic/checks.h"

#include <fmt/core.h>

#include <algorithm>

#include "lint/asl/intrinsic/functions.h"
#include "lint/characters.h"
#include "lint/nearest.h"

namespace sfn::asl::intrinsic {
namespace {

constexpr std::string_view prefix = "States.";

std::optional<std::string_view> nearest_function(std::string_view name) {
  if (const auto found = nearest(name, function_names())) return found;
  if (name.starts_with(prefix)) return {};
  return nearest(fmt::format("{}{}", prefix, name), function_names());
}

std::string count(size_t n, std::string_view what) {
  return fmt::format("{} {}{}", n, what, n == 1 ? "" : "s");
}

std::string arity(const Function& function) {
  if (function.most == 0) return "no arguments";
  if (function.most == Function::unlimited) return "at least " + count(function.least, "argument");
  if (function.least == function.most) return count(function.least, "argument");
  return fmt::format("{} to {} arguments", function.least, function.most);
}

Problem wrong_argument(const Call& call, const Function& function, size_t position) {
  const Argument& argument = call.arguments[position];
  const Kinds accepted = function.accepts(position);
  if (argument.call)
    return {argument.call->name_span,
            fmt::format("`{}` returns {}, but `{}` needs {} here", argument.call->name,
                        describe(argument_kinds(argument)), call.name, describe(accepted))};
  Problem problem{argument.span, fmt::format("`{}` needs {} here, not {}", call.name, describe(accepted),
                                             describe(argument_kinds(argument)))};
  const Parsed unquoted = parse(fmt::format("States.Array({})", argument.written));
  const bool is_number = argument.kind == Argument::Kind::text && unquoted &&
                         unquoted.call->arguments.size() == 1 &&
                         unquoted.call->arguments[0].kind == Argument::Kind::number;
  if ((accepted & number) != 0 && is_number)
    problem.repair = Repair{argument.span, std::string(argument.written)};
  return problem;
}

bool is_plain(std::string_view name) {
  return std::all_of(name.begin(), name.end(),
                     [](char c) { return is_word(c) || static_cast<unsigned char>(c) >= 0x80; });
}

std::string bracketed(std::string_view name) {
  std::string out = "['";
  for (const char c : name) {
    if (c == '\'') out += '\\';
    out += c;
  }
  return out + "']";
}

uint32_t depth_of(const Call& call) {
  uint32_t deepest = 0;
  each_call(call, [&](const Call&, uint32_t depth) { deepest = std::max(deepest, depth); });
  return deepest;
}

}  // namespace

Problems unknown_names(const Call& root) {
  Problems problems;
  each_call(root, [&](const Call& call, uint32_t) {
    if (find_function(call.name)) return;
    Problem& problem = problems.emplace_back(
        Problem{call.name_span, fmt::format("`{}` is not an intrinsic function", call.name)});
    const auto better = nearest_function(call.name);
    if (!better) return;
    problem.message += fmt::format("; did you mean `{}`?", *better);
    problem.repair = Repair{call.name_span, std::string(*better)};
  });
  return problems;
}

Problems wrong_arity(const Call& root) {
  Problems problems;
  each_call(root, [&](const Call& call, uint32_t) {
    const Function* function = find_function(call.name);
    const size_t given = call.arguments.size();
    if (!function || (given >= function->least && given <= function->most)) return;
    const bool many = given > function->most;
    const Span span = many ? Span{call.arguments[function->most].span.begin, call.arguments.back().span.end}
                           : call.name_span;
    problems.push_back({span, fmt::format("`{}` takes {}, not {}", call.name, arity(*function), given)});
  });
  return problems;
}

Problems wrong_kinds(const Call& root) {
  Problems problems;
  each_call(root, [&](const Call& call, uint32_t) {
    const Function* function = find_function(call.name);
    if (!function || call.arguments.size() > function->most) return;
    for (size_t i = 0; i < call.arguments.size(); ++i) {
      const Argument& argument = call.arguments[i];
      const bool literal = argument.kind != Argument::Kind::path && argument.kind != Argument::Kind::call;
      if (function->path_only && literal)
        problems.push_back({argument.span, fmt::format("`{}` needs a path, not a literal value", call.name)});
      else if ((argument_kinds(argument) & function->accepts(i)) == 0)
        problems.push_back(wrong_argument(call, *function, i));
    }
  });
  return problems;
}

Problems too_deep(const Call& root) {
  Problems problems;
  each_call(root, [&](const Call& call, uint32_t depth) {
    if (depth != most_calls + 1) return;
    problems.push_back(
        {call.name_span,
         fmt::format("intrinsic functions cannot be nested more than {} levels deep", most_calls)});
  });
  return problems;
}

Problems too_many_calls(const Call& root) {
  Problems problems;
  if (depth_of(root) > most_calls) return problems;
  uint32_t calls = 0;
  Span extra;
  each_call(root, [&](const Call& call, uint32_t) {
    if (++calls == most_calls + 1) extra = call.name_span;
  });
  if (calls > most_calls)
    problems.push_back(
        {extra, fmt::format("there are {} intrinsic functions in one field; AWS documents at most {}", calls,
                            most_calls)});
  return problems;
}

Problems needs_brackets(const Call& root) {
  Problems problems;
  each_path(root, [&](const path::Path& path) {
    for (const path::Step& step : path.steps) {
      const bool dotted =
          step.written == path::Step::Written::dot || step.written == path::Step::Written::bare;
      const bool escaped = step.name.end - step.name.begin != step.text.size();
      if (step.kind != path::Step::Kind::member || !dotted || escaped || is_plain(step.text)) continue;
      std::string brackets = bracketed(step.text);
      problems.push_back(
          {step.name,
           fmt::format("`{}` needs brackets inside an intrinsic function: `{}`", step.text, brackets),
           Repair{step.span, std::move(brackets)}});
    }
  });
  return problems;
}

}  // namespace sfn::asl::intrinsic
