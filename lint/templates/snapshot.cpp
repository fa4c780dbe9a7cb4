#include "lint/templates/snapshot.h"

#include <algorithm>
#include <optional>
#include <string>

#include "lint/characters.h"
#include "lint/json/fault.h"
#include "lint/json/number.h"
#include "lint/json/placeholder.h"

namespace sfn::templates {

namespace {

/// How texts are escaped: all in a template literal of JavaScript, and before that, up to Jest 28, with
/// backslashes before quotes. Such versions print `Object {`.
struct Unit {
  uint32_t raw;
  char byte;
};

Unit unit_at(std::string_view raw, size_t at, bool quotes_escaped) {
  if (raw[at] != '\\' || at + 1 >= raw.size()) return {1, raw[at]};
  if (!quotes_escaped || raw[at + 1] != '\\') return {2, raw[at + 1]};
  if (raw.substr(at + 2, 1) == "\"") return {3, '"'};
  return {raw.substr(at + 2, 2) == "\\\\" ? 4u : 2u, '\\'};
}

class SnapshotSourceMap : public SourceMap {
 public:
  explicit SnapshotSourceMap(bool quotes_escaped) : quotes_escaped_(quotes_escaped) {}

  Span span(const Document& document, Place place) const override {
    if (place.part == Part::bytes) return {place.begin, place.end};
    if (place.node >= document.size()) return {};
    const Node& node = document.node(place.node);
    const bool keyed = node.key.end > node.key.begin;
    const Span start{node.value.begin, std::min(node.value.begin + 1, node.value.end)};
    if (place.part == Part::value) return node.value;
    if (place.part == Part::text) return stretch(document.text(), node, place);
    const bool of_key = place.part == Part::key || place.part == Part::key_text;
    return of_key && keyed ? node.key : start;
  }

  std::string_view language() const override { return "a snapshot"; }

 private:
  Span stretch(std::string_view text, const Node& node, Place place) const {
    if (node.value.end < node.value.begin + 2) return node.value;
    const Span inner{node.value.begin + 1, node.value.end - 1};
    const std::string_view raw = text.substr(inner.begin, inner.end - inner.begin);
    uint32_t at = 0, decoded = 0;
    const auto go_to = [&](uint32_t offset) {
      for (; at < raw.size() && decoded < offset; ++decoded) at += unit_at(raw, at, quotes_escaped_).raw;
    };
    go_to(place.begin);
    const uint32_t begin = std::min(at, static_cast<uint32_t>(raw.size()));
    go_to(place.end);
    return {inner.begin + begin, inner.begin + std::min(at, static_cast<uint32_t>(raw.size()))};
  }

  bool quotes_escaped_;
};

/// Reads one value by its lines: in what new versions print nothing else tells where a text ends.
class Reader {
 public:
  Reader(std::string_view text, size_t begin, size_t end, FileId file)
      : text_(text.substr(0, end)),
        at_(begin),
        old_(text.substr(std::min(text.find_first_not_of(blanks, begin), end)).starts_with("Object {")),
        document_(file, text, std::make_unique<SnapshotSourceMap>(old_)) {}

  /// Absent for what is no template.
  std::optional<Document> read() {
    at_ = std::min(text_.find_first_not_of(blanks, at_), text_.size());
    if (!take_opening('{')) return std::nullopt;
    open(Kind::object, at_ - 1, {}, {});
    while (!parents_.empty())
      if (!line()) return std::nullopt;
    document_.index_names();
    return std::move(document_);
  }

 private:
  bool sees(std::string_view word) const { return text_.substr(at_, word.size()) == word; }
  bool done() const { return at_ >= text_.size(); }

  bool take_opening(char bracket) {
    const std::string_view word = bracket == '{' ? "Object " : "Array ";
    if (sees(word)) at_ += word.size();
    if (done() || text_[at_] != bracket) return false;
    ++at_;
    return true;
  }

  // A member, an item, or what closes what they are in.
  bool line() {
    at_ = std::min(text_.find_first_not_of(blanks, at_), text_.size());
    if (done()) return false;
    const bool object = document_.node(parents_.back().node).kind == Kind::object;
    if (text_[at_] == (object ? '}' : ']')) return close();
    Span key;
    std::string_view name;
    if (object && !read_key(key, name)) return false;
    return value(key, name);
  }

  bool read_key(Span& key, std::string_view& name) {
    if (text_[at_] != '"') return false;
    const size_t line_end = std::min(text_.find('\n', at_), text_.size());
    const size_t end = text_.find("\": ", at_ + 1);
    if (end >= line_end) return false;
    key = span_between(at_, end + 1);
    name = decoded(at_ + 1, end);
    at_ = end + 3;
    return true;
  }

  bool value(Span key, std::string_view name) {
    for (const auto& [bracket, kind] : {std::pair('{', Kind::object), std::pair('[', Kind::array)}) {
      if (!take_opening(bracket)) continue;
      open(kind, at_ - 1, key, name);
      return parents_.size() <= json::max_depth;
    }
    return text_[at_] == '"' ? read_text(key, name) : scalar(key, name);
  }

  bool scalar(Span key, std::string_view name) {
    const size_t end = std::min(text_.find_first_of(",\n", at_), text_.size());
    const std::string_view word = text_.substr(at_, end - at_);
    Kind kind = Kind::opaque;  // undefined, Any<String>, a date, ...
    if (word == "true" || word == "false") kind = Kind::boolean;
    else if (word == "null") kind = Kind::null;
    else if (json::number_length(word) == word.size()) kind = Kind::number;
    add(kind, span_between(at_, end), word, key, name);
    return pass_comma(end);
  }

  // Ends with a quote and a comma where the next line is of this object or list.
  bool read_text(Span key, std::string_view name) {
    const size_t begin = at_;
    for (size_t end = text_.find("\",\n", begin + 1); end != npos; end = text_.find("\",\n", end + 1)) {
      if (!goes_on(end + 3)) continue;
      const std::string_view text = decoded(begin + 1, end);
      const json::Templating found = json::templating(text);
      const bool whole = found == json::Templating::whole;
      const NodeId node =
          add(whole ? Kind::opaque : Kind::string, span_between(begin, end + 1), text, key, name);
      document_.edit(node).templated = found != json::Templating::none;
      return pass_comma(end + 1);
    }
    return false;
  }

  // Indentation is two blanks a level.
  bool goes_on(size_t line) const {
    const size_t first = std::min(text_.find_first_not_of(' ', line), text_.size());
    const size_t indent = first - line, inside = 2 * parents_.size();
    if (first == text_.size()) return false;
    const bool closes = text_[first] == '}' || text_[first] == ']';
    return closes ? indent + 2 == inside : indent == inside;
  }

  bool pass_comma(size_t end) {
    at_ = end;
    if (!done() && text_[at_] == ',') ++at_;
    return true;
  }

  bool close() {
    document_.edit(parents_.back().node).value.end = static_cast<uint32_t>(at_ + 1);
    parents_.pop_back();
    return pass_comma(at_ + 1);
  }

  void open(Kind kind, size_t begin, Span key, std::string_view name) {
    parents_.push_back({add(kind, span_between(begin, begin + 1), {}, key, name), no_node});
  }

  NodeId add(Kind kind, Span span, std::string_view text, Span key, std::string_view name) {
    Node node;
    node.kind = kind;
    node.value = span;
    node.text = text;
    node.key = key;
    node.name = name;
    const auto id = static_cast<NodeId>(document_.size());
    if (!parents_.empty()) {
      Parent& parent = parents_.back();
      node.parent = parent.node;
      if (parent.last != no_node) document_.edit(parent.last).next = id;
      parent.last = id;
    }
    return document_.add(node);
  }

  std::string_view decoded(size_t begin, size_t end) {
    const std::string_view raw = text_.substr(begin, end - begin);
    if (raw.find('\\') == npos) return raw;
    std::string out;
    for (size_t at = 0; at < raw.size();) {
      const Unit unit = unit_at(raw, at, old_);
      out += unit.byte;
      at += unit.raw;
    }
    return document_.keep(std::move(out));
  }

  struct Parent {
    NodeId node, last;
  };

  std::string_view text_;
  size_t at_;
  bool old_;
  Document document_;
  std::vector<Parent> parents_;
};

/// Behind the template literal that begins at `at`.
size_t literal_end(std::string_view text, size_t at) {
  for (; at < text.size(); ++at) {
    if (text[at] == '\\') ++at;
    else if (text[at] == '`') return at;
  }
  return text.size();
}

}  // namespace

std::vector<Document> read_snapshots(const Source& source, FileId file) {
  const std::string_view text = source.text();
  constexpr std::string_view begin = "] = `";
  std::vector<Document> found;
  for (size_t at = text.find(begin); at != npos; at = text.find(begin, at)) {
    at += begin.size();
    const size_t end = literal_end(text, at);
    if (auto document = Reader(text, at, end, file).read()) found.push_back(std::move(*document));
    at = end;
  }
  return found;
}

}  // namespace sfn::templates
