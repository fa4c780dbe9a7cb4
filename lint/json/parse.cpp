#include "lint/json/parse.h"

#include <simdjson.h>

#include <algorithm>
#include <memory>

#include "lint/json/builder.h"
#include "lint/json/explain.h"
#include "lint/json/number.h"
#include "lint/json/source_map.h"
#include "lint/json/string.h"

namespace sfn::json {
namespace {

namespace ondemand = simdjson::ondemand;

/// Parsers grow with the text: one for a text past this size is not kept.
constexpr size_t largest_kept = size_t{4} << 20;

/// Walks everything: simdjson On-Demand does not look at what is skipped. It checks structure and UTF-8;
/// scalars, escapes and depth are checked here. False means that the strict scanner has to look.
class Walk {
 public:
  Walk(std::string_view text, Builder& builder) : text_(text), builder_(builder) {}
  bool root(ondemand::document& document);

 private:
  bool object(ondemand::object object);
  bool array(ondemand::array array);
  bool value(ondemand::value value);
  bool string(const char* content, StringShape& shape) const;
  bool number(std::string_view token);
  bool literal(Kind kind, std::string_view token, std::string_view word);
  bool close();
  uint32_t offset(const char* at) const { return static_cast<uint32_t>(at - text_.data()); }

  std::string_view text_;
  Builder& builder_;
  ondemand::document* document_ = nullptr;
  uint32_t depth_ = 0;
};

bool Walk::root(ondemand::document& document) {
  document_ = &document;
  ondemand::json_type type;
  if (document.type().get(type)) return false;
  const char* begin = nullptr;
  if (document.current_location().get(begin)) return false;
  if (type == ondemand::json_type::object) {
    ondemand::object root;
    if (document.get_object().get(root)) return false;
    builder_.open(Kind::object, offset(begin));
    if (!object(root)) return false;
  } else if (type == ondemand::json_type::array) {
    ondemand::array root;
    if (document.get_array().get(root)) return false;
    builder_.open(Kind::array, offset(begin));
    if (!array(root)) return false;
  } else {
    return false;  // simdjson reads a scalar root by rules of its own
  }
  const char* rest = nullptr;
  return document.current_location().get(rest) == simdjson::OUT_OF_BOUNDS;
}

bool Walk::object(ondemand::object object) {
  if (++depth_ > max_depth) return false;
  for (auto result : object) {
    ondemand::field field;
    if (std::move(result).get(field)) return false;
    StringShape shape;
    if (!string(field.key().raw(), shape)) return false;
    builder_.key(shape);
    if (!value(field.value())) return false;
  }
  return close();
}

bool Walk::array(ondemand::array array) {
  if (++depth_ > max_depth) return false;
  for (auto result : array) {
    ondemand::value item;
    if (std::move(result).get(item)) return false;
    if (!value(item)) return false;
  }
  return close();
}

/// The bracket is the last byte that is not blank before the next token.
bool Walk::close() {
  --depth_;
  const char* next = nullptr;
  const auto error = document_->current_location().get(next);
  if (error && error != simdjson::OUT_OF_BOUNDS) return false;
  uint32_t end = error ? static_cast<uint32_t>(text_.size()) : offset(next);
  while (end > 0 && is_blank(text_[end - 1])) --end;
  builder_.close(end);
  return true;
}

bool Walk::value(ondemand::value value) {
  const std::string_view token = value.raw_json_token();
  switch (token[0]) {
    case '{': {
      if (depth_ >= max_depth) return false;
      ondemand::object nested;
      if (value.get_object().get(nested)) return false;
      builder_.open(Kind::object, offset(token.data()));
      return object(nested);
    }
    case '[': {
      if (depth_ >= max_depth) return false;
      ondemand::array nested;
      if (value.get_array().get(nested)) return false;
      builder_.open(Kind::array, offset(token.data()));
      return array(nested);
    }
    case '"': {
      ondemand::raw_json_string raw;
      StringShape shape;
      if (value.get_raw_json_string().get(raw) || !string(token.data() + 1, shape)) return false;
      builder_.string(shape);
      return true;
    }
    case 't':
      return literal(Kind::boolean, token, "true");
    case 'f':
      return literal(Kind::boolean, token, "false");
    case 'n':
      return literal(Kind::null, token, "null");
    default:
      return number(token);
  }
}

/// simdjson has seen that every string is closed, so that the search ends inside the text.
bool Walk::string(const char* content, StringShape& shape) const {
  const char* at = find_special(content);
  for (; *at != '"'; at = find_special(at)) {
    const bool escape = *at == '\\';
    (escape ? shape.escaped : shape.template_) = true;
    at += escape ? 2 : 1;
  }
  shape.span = {offset(content) - 1, offset(at) + 1};
  return !shape.escaped || escapes_are_valid({content, static_cast<size_t>(at - content)});
}

/// A token reaches to the next one: what is behind the scalar must be blank.
bool all_blank(std::string_view rest) { return std::all_of(rest.begin(), rest.end(), is_blank); }

bool Walk::number(std::string_view token) {
  const size_t length = number_length(token);
  if (length == 0 || !all_blank(token.substr(length))) return false;
  const uint32_t begin = offset(token.data());
  builder_.scalar(Kind::number, {begin, begin + static_cast<uint32_t>(length)});
  return true;
}

bool Walk::literal(Kind kind, std::string_view token, std::string_view word) {
  if (!token.starts_with(word) || !all_blank(token.substr(word.size()))) return false;
  const uint32_t begin = offset(token.data());
  builder_.scalar(kind, {begin, begin + static_cast<uint32_t>(word.size())});
  return true;
}

Document empty_document(const Source& source, FileId file) {
  return Document(file, source.text(), std::make_unique<JsonSourceMap>());
}

bool walk(const Source& source, ondemand::parser& parser, Document& document) {
  const std::string_view text = source.text();
  const size_t begin = text.starts_with("\xEF\xBB\xBF") ? 3 : 0;
  const std::string_view json = text.substr(begin);
  ondemand::document tokens;
  if (parser.iterate(json, json.size() + Source::slack).get(tokens)) return false;
  document.reserve(text.size() / 24 + 8);
  Builder builder(document);
  return Walk(text, builder).root(tokens);
}

/// The parser of this thread; its memory serves file after file.
ondemand::parser& kept_parser() {
  thread_local ondemand::parser parser;
  return parser;
}

std::optional<Document> parse_fast(const Source& source, FileId file) {
  Document document = empty_document(source, file);
  bool whole = false;
  if (source.text().size() <= largest_kept) {
    whole = walk(source, kept_parser(), document);
  } else {
    ondemand::parser parser(source.text().size());
    whole = walk(source, parser, document);
  }
  if (!whole) return std::nullopt;
  return document;
}

Parsed parse_strictly(const Source& source, FileId file) {
  Judgement judgement = judge(source.text());
  if (judgement.fault) return {std::nullopt, std::move(judgement.fault)};
  Document document = empty_document(source, file);
  Builder builder(document);
  Scanner(source.text(), &builder, judgement.quotes).scan();
  return {std::move(document), std::nullopt};
}

}  // namespace

Parsed parse(const Source& source, FileId file) {
  if (auto document = parse_fast(source, file)) return {std::move(document), std::nullopt};
  return parse_strictly(source, file);
}

}  // namespace sfn::json
