#include "lint/substitute.h"

#include <memory>
#include <optional>

#include "lint/characters.h"
#include "lint/derived.h"
#include "lint/json/placeholder.h"

namespace sfn {

namespace {

std::string_view trimmed(std::string_view text) {
  const size_t first = text.find_first_not_of(blanks);
  if (first == npos) return {};
  return text.substr(first, text.find_last_not_of(blanks) + 1 - first);
}

// The name in `${name}`.
std::string_view name_in(std::string_view placeholder) {
  return trimmed(placeholder.substr(2, placeholder.size() - 3));
}

bool has_text(Value value) { return value.is_string() || value.is_number() || value.is_boolean(); }

/// Copies a document, node by node, with the values in place of their placeholders.
class Substitution {
 public:
  Substitution(std::shared_ptr<const Document> original, const Substitutions& substitutions)
      : original_(original), substitutions_(substitutions), made_(original, original->file()) {}

  Document make() {
    if (const Value root = original_->root()) copy(root, no_node);
    return made_.finish();
  }

 private:
  // The readers bound the depth of both documents, and so that of this recursion.
  void copy(Value value, NodeId parent) {
    Node node = original_->node(value.id());
    const auto name = node.key.end > node.key.begin ? fill(node.name, value.key_stretch(0, 0)) : std::nullopt;
    const Value given = value_of(value);
    const auto text =
        node.templated && value.is_string() ? fill(node.text, value.stretch(0, 0)) : std::nullopt;
    if (given) node = in_place_of(node, given);
    const NodeId id = made_.add(
        node, parent,
        {value.id(), name ? From::given : From::original, given || text ? From::given : From::original});
    if (name) made_.set_text(id, Part::key_text, *name);
    if (text) made_.set_text(id, Part::text, *text);
    if (text) made_.document().edit(id).templated = json::templating(text->text()) != json::Templating::none;
    if (given) return copy_given(given, id, value);
    for (const Value child : value) copy(child, id);
    if (node.open) made_.document().edit(id).open = stays_open(id);
  }

  static Node in_place_of(const Node& placeholder, Value value) {
    Node node = value.document().node(value.id());
    node.value = placeholder.value;
    node.key = placeholder.key;
    node.name = placeholder.name;
    return node;
  }

  void copy_given(Value container, NodeId parent, Value placeholder) {
    for (const Value child : container) {
      Node node = child.document().node(child.id());
      node.value = original_->node(placeholder.id()).value;
      node.key = {};
      copy_given(child, made_.add(node, parent, {placeholder.id(), From::given, From::given, true}),
                 placeholder);
    }
  }

  // The value of a node that is one placeholder and no more.
  Value value_of(Value value) const {
    const Node& node = original_->node(value.id());
    if (node.kind != Kind::opaque || !node.text.starts_with("${")) return {};
    if (json::placeholder_end(node.text, 0) != node.text.size()) return {};
    const bool member = node.key.end == node.key.begin && value.parent().is_object();
    return member ? Value() : substitutions_.find(name_in(node.text));
  }

  // `place` is that of the begin of the text. Absent where nothing is known.
  std::optional<Composition> fill(std::string_view text, Place place) const {
    const auto stretch = [&](size_t begin, size_t end) {
      return Place{place.file, place.node, place.part, static_cast<uint32_t>(begin),
                   static_cast<uint32_t>(end)};
    };
    Composition filled(stretch(0, text.size()));
    size_t copied = 0;
    for (size_t at = text.find("${"); at != npos; at = text.find("${", at)) {
      const size_t end = json::placeholder_begins(text, at) ? json::placeholder_end(text, at) : npos;
      const Value value = end == npos ? Value() : substitutions_.find(name_in(text.substr(at, end - at)));
      if (has_text(value)) {
        filled.add(text.substr(copied, at - copied), stretch(copied, at));
        filled.add_instead(value.text(), stretch(at, end));
        copied = end;
      }
      at = end == npos ? at + 2 : end;
    }
    if (copied == 0) return std::nullopt;
    filled.add(text.substr(copied), stretch(copied, text.size()));
    return filled;
  }

  // An object that placeholders in keys made open is whole when all of them are known.
  bool stays_open(NodeId object) {
    bool filled = false;
    for (const Value member : made_.document().at(object)) {
      if (member.name().empty() || json::templating(member.name()) != json::Templating::none) return true;
      filled = filled || made_.origin(member.id()).key == From::given;
    }
    return !filled;
  }

  std::shared_ptr<const Document> original_;
  const Substitutions& substitutions_;
  Derivation made_;
};

bool has_placeholders(const Document& document) {
  for (NodeId id = 0; id < document.size(); ++id) {
    const Node& node = document.node(id);
    if (node.templated || node.open || node.kind == Kind::opaque) return true;
  }
  return false;
}

}  // namespace

Value Substitutions::find(std::string_view name) const {
  const auto found = values_.find(name);
  return found == values_.end() ? Value() : found->second;
}

Document substitute(Document document, const Substitutions& substitutions) {
  if (substitutions.empty() || !has_placeholders(document)) return document;
  return Substitution(std::make_shared<const Document>(std::move(document)), substitutions).make();
}

}  // namespace sfn
