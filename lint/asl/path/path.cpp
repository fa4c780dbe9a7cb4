#include "lint/asl/path/path.h"

#include <algorithm>

namespace sfn::asl::path {
namespace {

std::string_view word_for(const Step& step) {
  switch (step.kind) {
    case Step::Kind::member:
      return {};
    case Step::Kind::index:
      return step.index < 0 ? "a negative index" : "";
    case Step::Kind::from_end:
      return "an expression";
    case Step::Kind::wildcard:
      return "a wildcard";
    case Step::Kind::descendant:
      return "a descendant search";
    case Step::Kind::names:
      return "a list of names";
    case Step::Kind::indexes:
      return "a list of indexes";
    case Step::Kind::slice:
      return "a slice";
    case Step::Kind::filter:
      return "a filter";
    case Step::Kind::function:
      return "a function";
  }
  return {};
}

bool is_many(const Step& step) {
  return step.kind != Step::Kind::member && step.kind != Step::Kind::index &&
         step.kind != Step::Kind::from_end && step.kind != Step::Kind::function;
}

bool is_function(const Step& step) { return step.kind == Step::Kind::function; }

}  // namespace

std::optional<NotReference> not_reference(const Path& path) {
  for (const Step& step : path.steps)
    if (const std::string_view what = word_for(step); !what.empty())
      return NotReference{step.kind, step.span, what};
  return {};
}

bool may_match_many(const Path& path) { return std::any_of(path.steps.begin(), path.steps.end(), is_many); }

bool always_list(const Path& path) {
  return may_match_many(path) && std::none_of(path.steps.begin(), path.steps.end(), is_function);
}

std::vector<std::string_view> leading_members(const Path& path) {
  std::vector<std::string_view> names;
  for (const Step& step : path.steps) {
    if (step.kind != Step::Kind::member) break;
    names.push_back(step.text);
  }
  return names;
}

bool begins_with(const Path& path, Root root, std::initializer_list<std::string_view> members) {
  if (path.root != root || path.steps.size() < members.size()) return false;
  return std::equal(members.begin(), members.end(), path.steps.begin(),
                    [](std::string_view name, const Step& step) {
                      return step.kind == Step::Kind::member && step.text == name;
                    });
}

bool is_context(const Path& path, std::initializer_list<std::string_view> members) {
  return path.steps.size() == members.size() && begins_with(path, Root::context, members);
}

bool mentions(const Path& path, Root root, std::initializer_list<std::string_view> members) {
  if (begins_with(path, root, members)) return true;
  return std::any_of(path.inner.begin(), path.inner.end(),
                     [&](const Path& inner) { return mentions(inner, root, members); });
}

std::optional<Span> stray_character(std::string_view text, const Path& path) {
  for (const Step& step : path.steps) {
    if (step.kind != Step::Kind::member || step.written == Step::Written::bracket) continue;
    if (step.written == Step::Written::dot_bracket) continue;
    for (uint32_t i = step.name.begin; i < step.name.end; ++i) {
      if (text[i] == '\\') ++i;
      else if (std::string_view("])}{'\"*?,<>=|&").find(text[i]) != std::string_view::npos)
        return Span{i, i + 1};
    }
  }
  return {};
}

}  // namespace sfn::asl::path
