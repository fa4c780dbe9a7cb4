// Literal templates of States.Format: '{}' is a place for an argument, '\{' and '\}' are braces.
#include <fmt/core.h>

#include <algorithm>

#include "lint/asl/intrinsic/checks.h"

namespace sfn::asl::intrinsic {
namespace {

struct Template {
  std::vector<uint32_t> places;  // where each `{}` begins
  std::vector<uint32_t> lone;    // where each brace stands that is neither escaped nor part of a place
};

Template read_template(const Argument& argument) {
  Template out;
  const std::string_view text = argument.written;
  const uint32_t begin = argument.inside().begin;
  for (uint32_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\\') {
      ++i;
    } else if (text.substr(i).starts_with("{}")) {
      out.places.push_back(begin + i++);
    } else if (text[i] == '{' || text[i] == '}') {
      out.lone.push_back(begin + i);
    }
  }
  return out;
}

const Argument* literal_template(const Call& call) {
  const bool literal = call.name == "States.Format" && !call.arguments.empty() &&
                       call.arguments[0].kind == Argument::Kind::text;
  return literal ? &call.arguments[0] : nullptr;
}

// A brace behind `\\\\` was escaped twice: one backslash too many, not one too few.
std::string with_escaped(const Argument& argument, const std::vector<uint32_t>& braces) {
  std::string out(argument.written);
  for (auto brace = braces.rbegin(); brace != braces.rend(); ++brace) {
    const uint32_t at = *brace - argument.inside().begin;
    if (at > 0 && out[at - 1] == '\\') out.erase(at - 1, 1);
    else out.insert(at, "\\");
  }
  return out;
}

bool closed(std::string_view text, uint32_t open) {
  for (size_t i = open + 1; i < text.size() && text[i] != '{'; ++i) {
    if (text[i] == '}' && text[i - 1] != '\\') return true;
  }
  return false;
}

// `{` without a `}` before the next one or the end. `{name}` is not known to be refused.
bool is_unclosed(const Argument& argument, uint32_t brace) {
  const uint32_t at = brace - argument.inside().begin;
  return argument.written[at] == '{' && !closed(argument.written, at);
}

std::string plural(size_t n, std::string_view one, std::string_view many) {
  return fmt::format("{} {}", n, n == 1 ? one : many);
}

}  // namespace

Problems placeholder_count(const Call& root) {
  Problems problems;
  each_call(root, [&](const Call& call, uint32_t) {
    const Argument* text = literal_template(call);
    if (!text) return;
    const Template parts = read_template(*text);
    const size_t places = parts.places.size(), given = call.arguments.size() - 1;
    if (places == given) return;
    const Span span = places > given
                          ? Span{parts.places[given], parts.places[given] + 2}
                          : Span{call.arguments[places + 1].span.begin, call.arguments.back().span.end};
    problems.push_back({span, fmt::format("`States.Format` has {} but {}",
                                          plural(places, "placeholder `{}`", "placeholders `{}`"),
                                          plural(given, "argument", "arguments"))});
  });
  return problems;
}

namespace {

// One finding a text: an unclosed brace is told before others.
Problems braces(const Call& root, bool unclosed) {
  Problems problems;
  each_call(root, [&](const Call& call, uint32_t) {
    const Argument* text = literal_template(call);
    if (!text) return;
    const std::vector<uint32_t> lone = read_template(*text).lone;
    const auto is_open = [text](uint32_t brace) { return is_unclosed(*text, brace); };
    const auto first = std::find_if(lone.begin(), lone.end(), is_open);
    if (lone.empty() || (first != lone.end()) != unclosed) return;
    const uint32_t at = unclosed ? *first : lone[0];
    const char brace = text->written[at - text->inside().begin];
    Problem problem{{at, at + 1},
                    fmt::format("`{0}` must be escaped as `\\{0}` in the text of `States.Format`", brace)};
    if (unclosed || brace == '}') problem.repair = Repair{text->inside(), with_escaped(*text, lone)};
    else problem.message += "; a placeholder for an argument is `{}`";  // `{name}` may be meant as either
    problems.push_back(std::move(problem));
  });
  return problems;
}

}  // namespace

Problems unclosed_braces(const Call& root) { return braces(root, true); }

Problems lone_braces(const Call& root) { return braces(root, false); }

}  // namespace sfn::asl::intrinsic
