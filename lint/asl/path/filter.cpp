// Filters: [?(@.a == 'x' && !(@.b in [1, 2]))].
#include <fmt/core.h>

#include <algorithm>
#include <array>

#include "lint/asl/path/parser.h"
#include "lint/nearest.h"

namespace sfn::asl::path {
namespace {

// RelationalOperator of Jayway JsonPath 2.9; words are compared without letter case.
constexpr std::string_view symbols[] = {">=", "<=", "==", "===", "!=", "!==", "<", ">", "=~"};
constexpr std::string_view words[] = {"in",   "nin",     "contains", "all",      "size",  "exists",
                                      "type", "matches", "empty",    "subsetof", "anyof", "noneof"};

bool is_symbol(char c) { return c == '<' || c == '>' || c == '=' || c == '~' || c == '!'; }

// The operator that stands for what other languages write.
std::string_view meant(std::string_view symbol) {
  if (equal_without_case(symbol, "and") || symbol == "&") return "&&";
  if (equal_without_case(symbol, "or") || symbol == "|") return "||";
  if (symbol == "=") return "==";
  if (symbol == "<>" || symbol == "~=") return symbol == "<>" ? "!=" : "=~";
  if (symbol == "=<") return "<=";
  return symbol == "=>" ? ">=" : "";
}

std::string no_operator(std::string_view written, std::string_view better) {
  return fmt::format("`{}` is not a filter operator; did you mean `{}`?", written, better);
}

bool is_literal(char c) {
  return !is_blank(c) && !is_symbol(c) && std::string_view("()[]{},&|'\"").find(c) == std::string_view::npos;
}

}  // namespace

void Parser::regular_expression() {
  const uint32_t begin = at_++;
  while (!done() && peek() != '/') at_ += peek() == '\\' ? 2 : 1;
  if (done())
    return fail(Fault::Kind::bad_filter, one(begin),
                "this regular expression is not closed; expected another `/`");
  for (++at_; !done() && is_letter(peek());) ++at_;
}

// Numbers, `true`, `false`, `null`; also unquoted words, which published definitions of AWS hold.
void Parser::word() {
  const uint32_t begin = at_;
  while (!done() && is_literal(peek())) ++at_;
  if (at_ == begin)
    fail(Fault::Kind::bad_filter, one(at_),
         fmt::format("unexpected {} in a filter; expected a value before it", named(at_)));
}

void Parser::operand(Path& path) {
  const char c = peek();
  const uint32_t begin = at_;
  if (c == '$' || c == '@') {
    path.inner.push_back(whole());
  } else if (c == '\'' || c == '"') {
    if (!skip_quoted())
      fail(Fault::Kind::unclosed_quote, one(begin),
           fmt::format("{0} is not closed; expected another {0}", named(begin)));
  } else if (c == '[' || c == '{') {
    if (!skip_balanced())
      fail(Fault::Kind::bad_filter, one(begin), fmt::format("{} is not closed", named(begin)));
  } else if (c == '/') {
    regular_expression();
  } else {
    word();
  }
}

// Passes the operator of a comparison; false where there is none.
bool Parser::comparator() {
  const uint32_t begin = at_;
  while (!done() && is_symbol(peek())) ++at_;
  if (at_ == begin)
    while (!done() && is_letter(peek())) ++at_;
  const Span span{begin, at_};
  const std::string_view written = text_.substr(begin, at_ - begin);
  const auto same = [&](std::string_view name) { return equal_without_case(name, written); };
  if (std::any_of(std::begin(symbols), std::end(symbols), same) ||
      std::any_of(std::begin(words), std::end(words), same))
    return true;
  if (const std::string_view better = meant(written); !better.empty())
    fail(Fault::Kind::bad_filter, span, no_operator(written, better), Repair{span, std::string(better)});
  else if (written.empty())
    fail(Fault::Kind::bad_filter, one(at_),
         fmt::format("unexpected {} in a filter; expected an operator or `)`", named(at_)));
  else fail(Fault::Kind::bad_filter, span, fmt::format("`{}` is not a filter operator", written));
  return false;
}

void Parser::comparison(Path& path) {
  operand(path);
  if (!ok()) return;
  skip_blanks();
  if (done() || peek() == ')' || starts("&&") || starts("||")) return;
  if (!comparator()) return;
  skip_blanks();
  operand(path);
}

// Something other than `)` stands behind a whole condition.
void Parser::no_close(uint32_t open) {
  if (done()) return fail(Fault::Kind::bad_filter, one(open), "`(` is not closed; expected `)`");
  Span span{at_, at_ + 1};
  while (is_letter(text_[at_]) && span.end < text_.size() && is_letter(text_[span.end])) ++span.end;
  const std::string_view written = text_.substr(span.begin, span.end - span.begin);
  if (const std::string_view better = meant(written); !better.empty())
    return fail(Fault::Kind::bad_filter, span, no_operator(written, better),
                Repair{span, std::string(better)});
  fail(Fault::Kind::bad_filter, one(at_),
       fmt::format("unexpected {} in a filter; expected `&&`, `||` or `)`", named(at_)));
}

void Parser::condition(Path& path) {
  for (skip_blanks(); peek() == '!'; skip_blanks()) ++at_;
  if (peek() != '(') return comparison(path);
  const uint32_t open = at_++;
  any_of(path);
  if (!ok()) return;
  if (peek() != ')') return no_close(open);
  ++at_;
}

void Parser::all_of(Path& path) {
  condition(path);
  for (skip_blanks(); ok() && starts("&&"); skip_blanks()) {
    at_ += 2;
    condition(path);
  }
}

void Parser::any_of(Path& path) {
  if (depth_ >= max_depth)
    return fail(Fault::Kind::too_deep, one(at_),
                fmt::format("filters cannot be nested more than {} levels deep", max_depth));
  ++depth_;
  all_of(path);
  while (ok() && starts("||")) {
    at_ += 2;
    all_of(path);
  }
  --depth_;
}

void Parser::filter_step(Path& path, Step step, uint32_t open) {
  const uint32_t mark = at_++;
  skip_blanks();
  if (peek() != '(')
    return fail(Fault::Kind::bad_filter, one(mark), "`(` is missing after `?`; write a filter as `[?(...)]`");
  condition(path);
  if (!ok()) return;
  if (!close_bracket(open, "`]` after the filter")) return;
  step.kind = Step::Kind::filter;
  step.span.end = at_;
  path.steps.push_back(step);
}

}  // namespace sfn::asl::path
