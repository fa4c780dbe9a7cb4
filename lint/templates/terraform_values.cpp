#include "lint/templates/terraform_values.h"

#include "lint/characters.h"

namespace sfn::templates {

namespace {

using hcl::ExpressionId, hcl::no_expression;
using ExpressionKind = hcl::Expression::Kind;

/// Local values and calls stand for one another a few times.
constexpr int most_steps = 16;

/// Calls whose first argument is what they come to, as far as a definition is concerned.
bool passes_on(std::string_view function) {
  for (const std::string_view one : {"jsonencode", "jsondecode", "yamldecode", "trimspace", "chomp",
                                     "sensitive", "nonsensitive", "try", "coalesce", "tostring"})
    if (function == one) return true;
  return false;
}

// `${file("a.json")}` on a line of its own.
ExpressionId in_heredoc(const hcl::File& file, ExpressionId id) {
  const hcl::Expression& text = file.at(id);
  if (text.first == no_expression) return id;
  const hcl::Expression& part = file.at(text.first);
  const std::string_view whole = file.bytes(text.inner);
  const size_t end = whole.find_last_not_of(blanks) + 1;
  const bool alone = text.inner.begin + whole.find_first_not_of(blanks) == part.span.begin &&
                     text.inner.begin + end == part.span.end;
  return alone && part.kind == ExpressionKind::interpolation ? part.first : id;
}

}  // namespace

// Through local values, parentheses, calls that change nothing, and `data.template_file`.
ExpressionId TerraformValues::known(ExpressionId id, int steps) const {
  for (; steps < most_steps; ++steps) {
    const ExpressionId next = pass(locals_.resolve(hcl::inserted(file_, id)), steps + 1);
    if (next == id) break;
    id = next;
  }
  return id;
}

ExpressionId TerraformValues::pass(ExpressionId id, int steps) const {
  const hcl::Expression& value = file_.at(id);
  if (value.first != no_expression && passes_on(hcl::function(file_, id))) {
    // A list, a condition or `for` has to be evaluated.
    const ExpressionId argument = known(value.first, steps);
    const hcl::Expression& inner = file_.at(argument);
    const bool readable = inner.kind == ExpressionKind::object || inner.kind == ExpressionKind::text ||
                          inner.kind == ExpressionKind::call || inner.kind == ExpressionKind::reference;
    return readable ? argument : id;
  }
  if (value.heredoc) return in_heredoc(file_, id);
  if (value.kind != ExpressionKind::reference) return id;
  if (!file_.bytes(value.span).starts_with("data.template_file.")) return id;
  const ExpressionId rendered = template_file(file_.bytes(value.span));
  return rendered == no_expression ? id : rendered;
}

// `data.template_file.x.rendered`
ExpressionId TerraformValues::template_file(std::string_view reference) const {
  for (const hcl::Block& block : file_.body.blocks)
    if (block.type == "data" && block.labels.size() == 2 && block.labels[0] == "template_file" &&
        reference == address(block) + ".rendered")
      return file_.find(block.body, "template");
  return no_expression;
}

// `"${path.module}/${local.name}.json"`; absent where a part of it is not known.
std::optional<std::string> TerraformValues::path_of(ExpressionId written) const {
  const ExpressionId id = locals_.resolve(written);
  const hcl::Expression& text = file_.at(id);
  if (text.kind != ExpressionKind::text) return std::nullopt;
  std::string path;
  uint32_t at = text.inner.begin;
  for (ExpressionId part = text.first; part != no_expression; part = file_.at(part).next) {
    const hcl::Expression& inserted = file_.at(part);
    path += file_.bytes({at, inserted.span.begin});
    at = inserted.span.end;
    if (inserted.first == no_expression) return std::nullopt;
    if (file_.bytes(file_.at(inserted.first).span) == "path.module") {
      path += '.';
      continue;
    }
    const auto known = hcl::literal_text(file_, locals_.resolve(inserted.first));
    if (!known) return std::nullopt;
    path += *known;
  }
  path += file_.bytes({at, text.inner.end});
  return path.starts_with("./") ? path.substr(2) : path;
}

std::string address(const hcl::Block& block) {
  std::string address = block.type == "resource" ? "" : std::string(block.type);
  for (const std::string_view label : block.labels)
    address += (address.empty() ? "" : ".") + std::string(label);
  return address;
}

}  // namespace sfn::templates
