// Literal arguments whose value no execution can make right.
#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "lint/asl/intrinsic/checks.h"
#include "lint/nearest.h"

namespace sfn::asl::intrinsic {
namespace {

constexpr std::string_view algorithms[] = {"MD5", "SHA-1", "SHA-256", "SHA-384", "SHA-512"};

// The number at a position, if it is a literal.
std::optional<double> number_at(const Call& call, size_t position) {
  return position < call.arguments.size() ? call.arguments[position].number() : std::nullopt;
}

const Argument* text_at(const Call& call, size_t position) {
  if (position >= call.arguments.size()) return nullptr;
  const Argument& argument = call.arguments[position];
  return argument.kind == Argument::Kind::text ? &argument : nullptr;
}

// Letters and digits in upper case: what is left of a name when hyphens and the like are ignored.
std::string squeezed(std::string_view name) {
  std::string out;
  for (const char c : name) {
    if (c >= 'a' && c <= 'z') out += static_cast<char>(c - 'a' + 'A');
    else if ((c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')) out += c;
  }
  return out;
}

void check_range(const Call& call, Problems& problems) {
  const auto step = number_at(call, 2);
  if (!step) return;
  // AWS rounds what is no integer.
  const double rounded = std::round(*step);
  if (rounded == 0)
    return problems.push_back({call.arguments[2].span, "the step of `States.ArrayRange` cannot be 0"});
  const auto first = number_at(call, 0), last = number_at(call, 1);
  if (!first || !last) return;
  const double elements = std::floor((std::round(*last) - std::round(*first)) / rounded) + 1;
  if (!(elements > static_cast<double>(longest_range))) return;
  const Span span{call.arguments[0].span.begin, call.arguments[2].span.end};
  problems.push_back(
      {span, fmt::format("this range has {:.15g} numbers; `States.ArrayRange` returns at most {}", elements,
                         longest_range)});
}

template <typename Check>
Problems each_call_of(const Call& root, std::string_view name, const Check& check) {
  Problems problems;
  each_call(root, [&](const Call& call, uint32_t) {
    if (call.name == name) check(call, problems);
  });
  return problems;
}

}  // namespace

std::span<const std::string_view> hash_algorithms() { return algorithms; }

std::optional<std::string_view> nearest_hash_algorithm(std::string_view name) {
  const std::string wanted = squeezed(name);
  for (const std::string_view algorithm : algorithms)
    if (squeezed(algorithm) == wanted) return algorithm;
  return nearest(name, algorithms);
}

Problems range_limits(const Call& root) { return each_call_of(root, "States.ArrayRange", check_range); }

Problems hash_algorithm(const Call& root) {
  return each_call_of(root, "States.Hash", [](const Call& call, Problems& problems) {
    const Argument* argument = text_at(call, 1);
    if (!argument) return;
    const std::string name = argument->text();
    if (std::find(std::begin(algorithms), std::end(algorithms), name) != std::end(algorithms)) return;
    Problem problem{argument->inside(),
                    fmt::format("`States.Hash` does not support the algorithm `{}`", name)};
    if (name.empty()) problem.span = argument->span;
    if (const auto better = nearest_hash_algorithm(name)) {
      problem.message += fmt::format("; did you mean `{}`?", *better);
      problem.repair = Repair{argument->inside(), std::string(*better)};
    } else {
      problem.message += "; use MD5, SHA-1, SHA-256, SHA-384 or SHA-512";
    }
    problems.push_back(std::move(problem));
  });
}

Problems deep_merge(const Call& root) {
  return each_call_of(root, "States.JsonMerge", [](const Call& call, Problems& problems) {
    if (call.arguments.size() < 3 || call.arguments[2].written != "true") return;
    if (call.arguments[2].kind != Argument::Kind::boolean) return;
    const Span span = call.arguments[2].span;
    problems.push_back({span, "`States.JsonMerge` cannot merge deeply; AWS supports only `false` here",
                        Repair{span, "false"}});
  });
}

Problems math_range(const Call& root) {
  return each_call_of(root, "States.MathAdd", [](const Call& call, Problems& problems) {
    for (size_t i = 0; i < call.arguments.size(); ++i) {
      const auto value = number_at(call, i);
      if (!value || (*value >= -2147483648.0 && *value <= 2147483647.0)) continue;
      problems.push_back(
          {call.arguments[i].span,
           fmt::format("`{}` is outside the range of `States.MathAdd`, -2147483648 to 2147483647",
                       call.arguments[i].written)});
    }
  });
}

Problems text_limit(const Call& root) {
  Problems problems;
  each_call(root, [&](const Call& call, uint32_t) {
    constexpr std::string_view limited[] = {"States.Base64Encode", "States.Base64Decode", "States.Hash"};
    const Argument* argument = text_at(call, 0);
    if (!argument || std::find(std::begin(limited), std::end(limited), call.name) == std::end(limited))
      return;
    const size_t length = count_code_points(argument->text());
    if (length <= longest_text) return;
    problems.push_back({argument->span, fmt::format("this text has {} characters; `{}` accepts at most {}",
                                                    length, call.name, longest_text)});
  });
  return problems;
}

Problems chunk_size(const Call& root) {
  return each_call_of(root, "States.ArrayPartition", [](const Call& call, Problems& problems) {
    const auto size = number_at(call, 1);
    if (!size || std::round(*size) > 0) return;
    problems.push_back(
        {call.arguments[1].span,
         fmt::format("`States.ArrayPartition` cannot make chunks of {} elements; use at least 1",
                     call.arguments[1].written)});
  });
}

}  // namespace sfn::asl::intrinsic
