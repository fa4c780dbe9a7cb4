#include "lint/hcl/parser.h"

#include <fmt/core.h>

#include <algorithm>

#include "lint/characters.h"

namespace sfn::hcl {

namespace {

bool begins_name(char c) { return is_letter(c) || c == '_' || static_cast<unsigned char>(c) >= 0x80; }
bool continues_name(char c) { return begins_name(c) || is_digit(c) || c == '-'; }

/// How much of an unexpected word a message shows.
constexpr size_t longest_shown = 30;

}  // namespace

Parser::Inside::Inside(Parser& parser, bool lines_are_blank)
    : parser_(parser), before_(parser.lines_are_blank_) {
  parser.lines_are_blank_ = lines_are_blank;
  // A level of nesting is an expression in brackets.
  if (++parser.depth_ > 2 * json::max_depth)
    parser.fail(span_between(parser.at_, std::min(parser.at_ + 1, parser.text_.size())),
                fmt::format("this is nested more than {} levels deep", json::max_depth),
                json::Fault::Kind::too_deep);
}

Parser::Inside::~Inside() {
  parser_.lines_are_blank_ = before_;
  --parser_.depth_;
}

bool Parser::take(char c) {
  if (done() || text_[at_] != c) return false;
  ++at_;
  return true;
}

bool Parser::expect(char c, std::string_view what) {
  if (take(c)) return true;
  fail_here(what);
  return false;
}

void Parser::skip_comment() {
  const size_t begin = at_;
  const size_t marks = peek() == '#' ? 1 : 2;
  if (sees("/*")) {
    const size_t end = text_.find("*/", at_ + 2);
    if (end == npos) return fail(span_between(begin, begin + 2), "this comment is not closed");
    at_ = end + 2;
    return;
  }
  at_ = std::min(text_.find('\n', at_), text_.size());
  // What is behind a value may be read twice.
  if (file_.comments.empty() || file_.comments.back().span.begin < begin)
    file_.comments.push_back({since(begin), text_.substr(begin + marks, at_ - begin - marks)});
}

void Parser::skip() {
  while (!done()) {
    const char c = peek();
    if (c == ' ' || c == '\t' || c == '\r' || (c == '\n' && lines_are_blank_)) ++at_;
    else if (c == '#' || sees("//") || sees("/*")) skip_comment();
    else return;
  }
}

void Parser::skip_lines() {
  const bool before = lines_are_blank_;
  lines_are_blank_ = true;
  skip();
  lines_are_blank_ = before;
}

// Empty, and nothing read, if there is no name here.
std::string_view Parser::word() {
  const size_t begin = at_;
  if (!begins_name(peek()) || done()) return {};
  while (!done() && continues_name(text_[at_])) ++at_;
  return text_.substr(begin, at_ - begin);
}

// Nothing is read behind the first fault.
void Parser::fail(Span span, std::string message, json::Fault::Kind kind) {
  if (!file_.fault) file_.fault = json::Fault{kind, span, std::move(message)};
  at_ = text_.size();
}

void Parser::fail_here(std::string_view expected) {
  const size_t end = std::min(at_ + 1, text_.size());
  fail(span_between(at_, end), fmt::format("expected {}; found {}", expected, found()),
       done() ? json::Fault::Kind::truncated : json::Fault::Kind::unexpected);
}

std::string Parser::found() const {
  if (done()) return "the end of the file";
  if (peek() == '\n') return "the end of the line";
  size_t end = at_ + 1;
  if (continues_name(text_[at_]))
    while (end < text_.size() && continues_name(text_[end])) ++end;
  return fmt::format("`{}`", text_.substr(at_, std::min(end - at_, longest_shown)));
}

void Parser::read_file() {
  if (sees("\xEF\xBB\xBF")) at_ += 3;
  read_body(file_.body, std::nullopt);
}

void Parser::read_template() {
  const ExpressionId text = add(Expression::Kind::text, span_between(0, text_.size()));
  ExpressionId last = no_expression;
  while (!done()) template_piece(text, last);
}

void Parser::read_body(Body& body, std::optional<size_t> opening) {
  while (true) {
    skip_lines();
    if (opening && take('}')) return;
    if (!done()) item(body);
    else if (opening && !file_.fault)
      return fail(span_between(*opening, *opening + 1), "this block is not closed",
                  json::Fault::Kind::truncated);
    else return;
  }
}

void Parser::item(Body& body) {
  const size_t begin = at_;
  const std::string_view name = word();
  if (name.empty()) return fail_here("the name of an attribute or a block");
  const Span span = since(begin);
  skip();
  if (peek() == '=' && peek(1) != '=') attribute(body, span);
  else block(body, begin, name);
}

void Parser::attribute(Body& body, Span name) {
  ++at_;
  skip();
  const ExpressionId value = expression();
  skip();
  if (!done() && peek() != '\n' && peek() != '}') return fail_here("the end of the line after the value");
  if (!file_.fault) body.attributes.push_back({name, value});
}

void Parser::block(Body& body, size_t begin, std::string_view type) {
  const Inside inside(*this, false);
  Block block;
  block.type = type;
  while (!done() && peek() != '{')
    if (!label(block)) return;
  const size_t opening = at_;
  if (!expect('{', "`=`, a label or `{`")) return;
  read_body(block.body, opening);
  block.span = since(begin);
  body.blocks.push_back(std::move(block));
}

bool Parser::label(Block& block) {
  if (peek() == '"') {
    const ExpressionId text = quoted();
    if (file_.fault) return false;
    block.labels.push_back(file_.bytes(file_.at(text).inner));
  } else if (const std::string_view name = word(); !name.empty()) {
    block.labels.push_back(name);
  } else {
    fail_here("`=`, a label or `{`");
    return false;
  }
  skip();
  return true;
}

ExpressionId File::find(const Body& in, std::string_view name) const {
  for (const Attribute& attribute : in.attributes)
    if (this->name(attribute) == name) return attribute.value;
  return no_expression;
}

std::shared_ptr<const File> parse(std::string_view text) {
  const auto file = std::make_shared<File>();
  file->text = text;
  Parser(*file).read_file();
  if (file->fault) file->body = {};
  return file;
}

std::shared_ptr<const File> parse_template(std::string_view text) {
  const auto file = std::make_shared<File>();
  file->text = text;
  Parser(*file).read_template();
  return file;
}

}  // namespace sfn::hcl
