#include "lint/hcl/template_names.h"

#include <algorithm>
#include <unordered_set>

#include "lint/hcl/syntax.h"

namespace sfn::hcl {

namespace {

// `{a = 1}`: a key without quotes is no name.
std::unordered_set<ExpressionId> keys_of(const File& file) {
  std::unordered_set<ExpressionId> keys;
  for (const Expression& object : file.expressions) {
    if (object.kind != Expression::Kind::object) continue;
    bool key = true;
    for (ExpressionId at = object.first; at != no_expression; at = file.at(at).next, key = !key)
      if (key) keys.insert(at);
  }
  return keys;
}

}  // namespace

std::vector<Span> template_names(std::string_view text) {
  const auto file = parse_template(text);
  std::vector<Span> names;
  if (file->fault) return names;
  const auto keys = keys_of(*file);
  for (ExpressionId id = 0; id < file->expressions.size(); ++id) {
    const Expression& one = file->at(id);
    if (one.kind != Expression::Kind::reference || keys.count(id) > 0) continue;
    const std::string_view written = file->bytes(one.span);
    const std::string_view name = written.substr(0, written.find_first_of(".[ \t\r\n"));
    const auto& own = file->loop_names;
    if (std::find(own.begin(), own.end(), name) == own.end())
      names.push_back(span_between(one.span.begin, one.span.begin + name.size()));
  }
  std::sort(names.begin(), names.end(), [](Span a, Span b) { return a.begin < b.begin; });
  return names;
}

}  // namespace sfn::hcl
