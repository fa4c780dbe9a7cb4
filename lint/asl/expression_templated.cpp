#include "lint/asl/expression_templated.h"

#include <algorithm>

#include "lint/asl/path/embedded.h"
#include "lint/characters.h"
#include "lint/json/placeholder.h"

namespace sfn::asl {

namespace {

struct Hole {
  Span span;    // of the placeholder in the whole string
  bool quoted;  // inside a quoted text of the expression
};

std::vector<Span> placeholders(std::string_view text) {
  std::vector<Span> found;
  for (size_t at = text.find("${"); at != std::string_view::npos; at = text.find("${", at + 1)) {
    if (!json::placeholder_begins(text, at)) continue;
    const size_t end = json::placeholder_end(text, at);
    if (end == std::string_view::npos) return {};
    found.push_back({static_cast<uint32_t>(at), static_cast<uint32_t>(end)});
    at = end - 1;
  }
  return found;
}

// Which of the placeholders stand in quotes. `/` may begin a regular expression or a comment of JSONata, in
// which quotes mean nothing: behind it none is sure to.
std::vector<Hole> holes(std::string_view text, bool jsonata) {
  std::vector<Hole> found;
  char quote = 0;
  size_t at = 0;
  for (const Span& span : placeholders(text)) {
    for (; at < span.begin; ++at) {
      const char c = text[at];
      if (quote != 0 && c == '\\') ++at;
      else if (quote != 0) quote = c == quote && c != '/' ? '\0' : quote;
      else if (c == '\'' || c == '"' || (jsonata && (c == '`' || c == '/'))) quote = c;
    }
    found.push_back({span, quote != 0 && quote != '/'});
    at = std::max<size_t>(at, span.end);
  }
  return found;
}

bool overlaps(const std::vector<Hole>& all, size_t begin, size_t end) {
  return std::any_of(all.begin(), all.end(),
                     [&](const Hole& hole) { return begin < hole.span.end && hole.span.begin < end; });
}

// A fault of the parsed text, whose own offsets begin at `offset` of the string.
struct Found {
  size_t begin, end;
  bool unclosed;  // something is missing further on, where a placeholder may bring it
};

bool certain(const std::vector<Hole>& all, const Found& fault) {
  if (overlaps(all, fault.begin, std::max(fault.end, fault.begin + 1))) return false;
  return std::all_of(all.begin(), all.end(), [&](const Hole& hole) {
    return hole.quoted || (!fault.unclosed && fault.end <= hole.span.begin);
  });
}

bool all_quoted(const std::vector<Hole>& all) {
  return std::all_of(all.begin(), all.end(), [](const Hole& hole) { return hole.quoted; });
}

// Whether what is known of the expression is sure; takes away repairs that touch a placeholder.
bool keep(path::Parsed& parsed, const std::vector<Hole>& all) {
  using Kind = path::Fault::Kind;
  if (!parsed.fault) return all_quoted(all);
  const path::Fault& fault = *parsed.fault;
  const bool unclosed = fault.kind == Kind::unclosed_bracket || fault.kind == Kind::unclosed_quote ||
                        fault.kind == Kind::bad_filter || fault.kind == Kind::bad_function;
  if (!certain(all, {fault.span.begin, fault.span.end, unclosed})) return false;
  if (fault.repair && overlaps(all, fault.repair->span.begin, fault.repair->span.end))
    parsed.fault->repair.reset();
  return true;
}

bool keep(intrinsic::Parsed& parsed, const std::vector<Hole>& all) {
  using Kind = intrinsic::Fault::Kind;
  if (!parsed.fault) return all_quoted(all);
  const intrinsic::Fault& fault = *parsed.fault;
  const bool unclosed = fault.kind == Kind::unclosed_call || fault.kind == Kind::unclosed_text ||
                        fault.kind == Kind::missing_paren || fault.kind == Kind::bad_path;
  if (!certain(all, {fault.span.begin, fault.span.end, unclosed})) return false;
  if (fault.repair && overlaps(all, fault.repair->span.begin, fault.repair->span.end))
    parsed.fault->repair.reset();
  return true;
}

bool keep(JsonataExpression& parsed, const std::vector<Hole>& all, size_t offset) {
  using Kind = jsonata::FaultKind;
  if (!parsed.fault) return false;  // rules would take the letters for what they stand for
  jsonata::Fault& fault = *parsed.fault;
  const bool unclosed = fault.kind == Kind::unclosed_string || fault.kind == Kind::unclosed_name ||
                        fault.kind == Kind::unclosed_comment || fault.kind == Kind::unexpected_end ||
                        fault.kind == Kind::bad_regex || fault.kind == Kind::no_parent;
  if (!certain(all, {offset + fault.begin, offset + fault.end, unclosed})) return false;
  for (const jsonata::Repair& repair : fault.repairs)
    if (overlaps(all, offset + repair.begin, offset + repair.end)) {
      fault.repairs.clear();
      break;
    }
  return true;
}

// `arn:aws:${x}` is neither a path nor a call, whatever the placeholder is; `a${x}` may become one.
bool surely_text(std::string_view before) {
  before.remove_prefix(std::min(before.find_first_not_of(" \t"), before.size()));
  if (before.empty() || before.front() == '$') return false;
  return std::any_of(before.begin(), before.end(), [](char c) {
    const bool word = is_letter(c) || is_digit(c);
    return !word && c != '.' && c != '_' && c != '(' && c != ' ';
  });
}

bool keep(Expression& expression) {
  const std::string_view text = expression.value.text();
  const auto all = holes(text, expression.jsonata() != nullptr);
  if (auto* parsed = expression.path())
    return path::begins_as_path(text.substr(0, all.front().span.begin)) && keep(*parsed, all);
  if (auto* parsed = expression.intrinsic())
    return intrinsic::begins_as_call(text.substr(0, all.front().span.begin)) && keep(*parsed, all);
  if (auto* parsed = expression.jsonata()) return keep(*parsed, all, expression.offset);
  if (expression.is(ExpressionKind::text)) return !path::embedded(text).empty();
  return expression.is(ExpressionKind::other) && surely_text(text.substr(0, all.front().span.begin));
}

}  // namespace

std::optional<std::string_view> TemplatedExpressions::stand_in(Value value) {
  if (!value.is_string() || !value.templated()) return std::nullopt;
  const std::string_view text = value.text();
  const auto all = placeholders(text);
  if (all.empty() || json::find_directive(text) != std::string_view::npos) return std::nullopt;
  std::string& kept = texts_.emplace_back(text);
  for (const Span& span : all) std::fill(kept.begin() + span.begin, kept.begin() + span.end, 'x');
  return kept;
}

TemplatedExpressions::TemplatedExpressions(const Machine& machine) {
  if (machine.document().text().find("${") == std::string_view::npos) return;
  const StandIn write = [this](Value value) { return stand_in(value); };
  for (Expression& expression : expressions(machine, &write))
    if (keep(expression)) all_.push_back(std::move(expression));
}

}  // namespace sfn::asl
