#include <string>

#include "rules/law/mutants.h"

namespace sfn::law {

namespace {

class SlipsOf {
 public:
  SlipsOf(const Document& document, const Slips& take) : document_(document), take_(take) {}

  void make(Value value) {
    const Node& node = document_.node(value.id());
    if (value.parent()) around(node, value.next());
    if (node.key.end > node.key.begin) in_key(node);
    if (value.is_string()) in_string(node);
    if (value.is_boolean() || value.is_null()) in_word(node);
    if (value.is_number()) in_number(node);
    if (value.is_object() || value.is_array()) in_container(node);
  }

 private:
  std::string bytes(Span span) const {
    return std::string(document_.text().substr(span.begin, span.end - span.begin));
  }
  void insert(std::string_view kind, uint32_t at, std::string text) {
    take_(kind, {{at, at}, std::move(text)});
  }
  void replace(std::string_view kind, Span span, std::string text) { take_(kind, {span, std::move(text)}); }

  void around(const Node& node, Value next) {
    const auto comma = document_.text().find(',', node.value.end);
    if (next && comma != npos) {
      const auto at = static_cast<uint32_t>(comma);
      replace("comma-missing", {at, at + 1}, "");
      replace("comma-doubled", {at, at + 1}, ",,");
      replace("semicolon", {at, at + 1}, ";");
      insert("slash-comment", at + 1, " // a comment\n");
      insert("hash-comment", at + 1, " # a comment\n");
      insert("block-comment", at + 1, " /* a comment */");
    } else if (!next) {
      insert("comma-trailing", node.value.end, ",");
    }
  }

  void in_key(const Node& node) {
    const std::string name = bytes({node.key.begin + 1, node.key.end - 1});
    replace("key-unquoted", node.key, name);
    replace("key-single-quoted", node.key, "'" + name + "'");
    replace("key-quote-missing", {node.key.end - 1, node.key.end}, "");
    const size_t colon = document_.text().find(':', node.key.end);
    const auto at = static_cast<uint32_t>(colon);
    replace("colon-missing", {at, at + 1}, "");
    replace("equals-for-colon", {at, at + 1}, "=");
    replace("colon-doubled", {at, at + 1}, "::");
  }

  void in_string(const Node& node) {
    const std::string inside = bytes({node.value.begin + 1, node.value.end - 1});
    replace("text-unquoted", node.value, inside);
    replace("text-single-quoted", node.value, "'" + inside + "'");
    replace("text-quote-missing", {node.value.end - 1, node.value.end}, "");
    replace("text-typographic-quotes", node.value, "\u201c" + inside + "\u201d");
    if (const size_t at = inside.find("\\n"); at != npos)
      replace("raw-newline", node.value, '"' + std::string(inside).replace(at, 2, "\n") + '"');
    if (inside.size() < 4 || inside.find('\\') != npos) return;
    const auto middle = node.value.begin + 1 + static_cast<uint32_t>(inside.size() / 2);
    insert("quote-unescaped", middle, "\"");
    insert("backslash-alone", middle, "\\ ");
  }

  void in_word(const Node& node) {
    std::string word = bytes(node.value);
    word[0] = static_cast<char>(word[0] - 'a' + 'A');
    replace("word-capital", node.value, word);
  }

  void in_number(const Node& node) {
    insert("number-plus", node.value.begin, "+");
    insert("number-zero-first", node.value.begin, "0");
    insert("number-dot-last", node.value.end, ".");
    insert("number-with-unit", node.value.end, "s");
  }

  void in_container(const Node& node) {
    const std::string closing = bytes({node.value.end - 1, node.value.end});
    replace("bracket-missing", {node.value.end - 1, node.value.end}, "");
    insert("bracket-doubled", node.value.end, closing);
    replace("bracket-of-other-kind", {node.value.end - 1, node.value.end}, closing == "}" ? "]" : "}");
  }

  const Document& document_;
  const Slips& take_;
};

}  // namespace

void slips_of(const Document& document, const Slips& take) {
  SlipsOf slips(document, take);
  for (NodeId id = 0; id < document.size(); ++id)
    if (const Value value = document.at(id); !value.is_opaque()) slips.make(value);
}

}  // namespace sfn::law
