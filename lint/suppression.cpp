#include "lint/suppression.h"

#include <algorithm>
#include <map>
#include <optional>

#include "lint/characters.h"
#include "lint/rule.h"

namespace sfn {

namespace {

using Mistake = Suppression::Mistake;

constexpr std::string_view name = "sfn-lint", verb = "ignore";

bool is_id(char c) { return is_letter(c) || is_digit(c) || c == '-' || c == '_' || c == '/'; }

size_t behind(std::string_view text, size_t at, bool (*belongs)(char)) {
  while (at < text.size() && belongs(text[at])) ++at;
  return at;
}

size_t behind_blanks(std::string_view text, size_t at) {
  return std::min(text.find_first_not_of(blanks, at), text.size());
}

struct Marker {
  Span all;  // with the reason, up to the next marker or the end of the text
  std::vector<Span> ids;
  Mistake mistake = Mistake::none;
  Span wrong;
};

// What follows the equals sign: ids with commas and no blanks between them.
void read_ids(std::string_view text, size_t at, Marker& marker) {
  for (;; ++at) {
    const size_t end = behind(text, at, is_id);
    if (end > at) marker.ids.push_back(span_between(at, end));
    const bool more = end < text.size() && text[end] == ',';
    if (end == at && (more || !marker.ids.empty()) && marker.mistake == Mistake::none) {
      marker.mistake = Mistake::empty_id;
      marker.wrong = span_between(at > 0 && text[at - 1] == ',' ? at - 1 : at, more ? end + 1 : at);
    }
    at = end;
    if (!more) break;
  }
  if (!marker.ids.empty()) return;
  marker.mistake = Mistake::no_ids;
  marker.wrong = span_between(marker.all.begin, at);
}

// The marker whose name begins at `at`; absent where the text only speaks of the program.
std::optional<Marker> read_marker(std::string_view text, size_t at) {
  if (at > 0 && (is_id(text[at - 1]) || text[at - 1] == '.')) return std::nullopt;
  Marker marker{span_between(at, text.size()), {}, Mistake::none, {}};
  size_t next = at + name.size();
  const bool colon = next < text.size() && text[next] == ':';
  const size_t word = behind_blanks(text, next + (colon ? 1 : 0));
  if (!colon && word == next) return std::nullopt;
  next = behind(text, word, is_letter);
  const bool ignore = text.substr(word, next - word) == verb;
  const bool equals = next < text.size() && text[next] == '=' && next > word;
  marker.wrong = span_between(at, next);
  if (ignore && equals && colon) {
    read_ids(text, next + 1, marker);
  } else if (ignore && equals) {
    marker.mistake = Mistake::no_colon;
  } else if (ignore && colon) {
    marker.mistake = Mistake::no_equals;
  } else if (equals && colon) {
    marker.mistake = Mistake::other_word;
  } else {
    return std::nullopt;
  }
  return marker;
}

std::vector<Marker> read_markers(std::string_view text) {
  std::vector<Marker> markers;
  for (size_t at = text.find(name); at != npos; at = text.find(name, at + name.size())) {
    std::optional<Marker> marker = read_marker(text, at);
    if (!marker) continue;
    if (!markers.empty()) markers.back().all.end = static_cast<uint32_t>(at);
    markers.push_back(std::move(*marker));
  }
  return markers;
}

// What goes with an id that is taken out: its comma, or with the last id all of the marker.
Span gone_with(const Marker& marker, size_t id, std::string_view text) {
  const auto& ids = marker.ids;
  if (ids.size() > 1) {
    if (id + 1 < ids.size()) return {ids[id].begin, ids[id + 1].begin};
    return {ids[id - 1].end, ids[id].end};
  }
  Span gone = marker.all;
  if (gone.end < text.size()) return gone;
  const size_t before = text.find_last_not_of(blanks, gone.begin == 0 ? npos : gone.begin - 1);
  gone.begin = gone.begin == 0 || before == npos ? 0 : static_cast<uint32_t>(before + 1);
  return gone;
}

/// The suppressions of one text, which is a member of JSON or a comment of YAML.
class Text {
 public:
  virtual ~Text() = default;
  void read(std::string_view text, std::vector<Suppression>& into) const {
    for (const Marker& marker : read_markers(text)) {
      for (size_t i = 0; i < marker.ids.size(); ++i) {
        const auto [begin, end] = marker.ids[i];
        Suppression one = covering();
        one.place = place({begin, end});
        one.id = text.substr(begin, end - begin);
        one.removal = removal(gone_with(marker, i, text), text);
        into.push_back(std::move(one));
      }
      if (marker.mistake == Mistake::none) continue;
      Suppression wrong = covering();
      wrong.place = place(marker.wrong);
      wrong.mistake = marker.mistake;
      into.push_back(std::move(wrong));
    }
  }

 private:
  virtual Suppression covering() const = 0;
  virtual Place place(Span) const = 0;
  virtual Change removal(Span gone, std::string_view text) const = 0;
};

class MemberText : public Text {
 public:
  explicit MemberText(Value comment) : comment_(comment) {}

 private:
  Suppression covering() const override {
    Suppression one;
    one.over = comment_.parent();
    return one;
  }
  Place place(Span at) const override { return comment_.stretch(at.begin, at.end); }
  Change removal(Span gone, std::string_view text) const override {
    const bool all = gone.begin == 0 && gone.end == text.size();
    return all ? remove(comment_) : replace_text(place(gone), "");
  }

  Value comment_;
};

class CommentText : public Text {
 public:
  CommentText(const Document& document, const Comment& comment, bool alone, uint32_t line)
      : document_(document), comment_(comment), alone_(alone), line_(line) {}

 private:
  Suppression covering() const override {
    Suppression one;
    one.line = line_;
    return one;
  }
  uint32_t offset(size_t at) const {
    return comment_.span.end - static_cast<uint32_t>(comment_.text.size() - at);
  }
  Place place(Span at) const override {
    return {document_.file(), no_node, Part::bytes, offset(at.begin), offset(at.end)};
  }
  // A comment of which nothing stays goes with the blanks before it, and with its line where it has one.
  Change removal(Span gone, std::string_view text) const override {
    if (text.find_first_not_of(blanks) < gone.begin || gone.end < text.size())
      return replace_bytes(document_.file(), {offset(gone.begin), offset(gone.end)}, "");
    const std::string_view all = document_.text();
    uint32_t begin = comment_.span.begin, end = comment_.span.end;
    while (begin > 0 && (all[begin - 1] == ' ' || all[begin - 1] == '\t')) --begin;
    if (alone_) end = static_cast<uint32_t>(std::min(all.find('\n', end), all.size() - 1) + 1);
    return replace_bytes(document_.file(), {begin, end}, "");
  }

  const Document& document_;
  const Comment& comment_;
  bool alone_;
  uint32_t line_;
};

bool only_comment(std::string_view line) {
  const size_t first = line.find_first_not_of(blanks);
  return first == npos || line[first] == '#';
}

void read_comments(const Document& document, std::vector<Suppression>& found) {
  std::optional<LineIndex> lines;
  for (const Comment& comment : document.comments()) {
    if (comment.text.find(name) == npos) continue;
    if (!lines) lines.emplace(document.text());
    uint32_t line = lines->position(comment.span.begin).line;
    const bool alone = only_comment(lines->line(line));
    if (alone)
      while (line < lines->line_count() && only_comment(lines->line(line))) ++line;
    CommentText(document, comment, alone, line).read(comment.text, found);
  }
}

/// Finds what covers a finding. There may be very many of both.
class Cover {
 public:
  Cover(const Document& document, std::vector<Suppression>& all) : document_(document) {
    for (Suppression& one : all) (one.over ? by_object_ : by_line_).emplace(key(one), &one);
    if (!by_line_.empty()) lines_.emplace(document.text());
  }

  /// Null if nothing does.
  Suppression* of(const Diagnostic& finding) const {
    const bool elsewhere = finding.place.file != document_.file();
    if (lines_ && !elsewhere) {
      const uint32_t line = lines_->position(begin(finding.place)).line;
      if (Suppression* found = first(by_line_, line, finding)) return found;
    }
    const bool around = elsewhere || finding.place.node == no_node;
    for (NodeId id = around ? 0 : finding.place.node; id < document_.size(); id = document_.node(id).parent)
      if (Suppression* found = first(by_object_, id, finding)) return found;
    return nullptr;
  }

 private:
  // Equal keys stay in the order in which they came.
  using Index = std::multimap<uint32_t, Suppression*>;

  static uint32_t key(const Suppression& one) { return one.over ? one.over.id() : one.line; }

  static Suppression* first(const Index& index, uint32_t key, const Diagnostic& finding) {
    const auto [begin, end] = index.equal_range(key);
    const auto found =
        std::find_if(begin, end, [&](const auto& entry) { return names(*entry.second, *finding.rule); });
    return found == end ? nullptr : found->second;
  }

  uint32_t begin(const Place& place) const {
    return place.part == Part::bytes ? place.begin : document_.span(place).begin;
  }

  const Document& document_;
  Index by_object_, by_line_;
  std::optional<LineIndex> lines_;
};

}  // namespace

std::vector<Suppression> find_suppressions(const Document& document) {
  std::vector<Suppression> found;
  for (NodeId id = 0; id < document.size(); ++id) {
    const Node& node = document.node(id);
    if (node.kind == Kind::string && node.name == "Comment" && node.text.find(name) != npos)
      MemberText(document.at(id)).read(node.text, found);
  }
  read_comments(document, found);
  return found;
}

void suppress(const Document& document, std::vector<Suppression>& suppressions,
              std::vector<Diagnostic>& found) {
  Cover cover(document, suppressions);
  const auto silenced = [&](const Diagnostic& finding) {
    Suppression* const by = cover.of(finding);
    if (by) by->used = true;
    return by != nullptr;
  };
  found.erase(std::remove_if(found.begin(), found.end(), silenced), found.end());
}

bool names(const Suppression& suppression, const Rule& rule) {
  if (suppression.mistake != Mistake::none || rule.suppression) return false;
  return rule.id == suppression.id || rule.id.substr(0, rule.id.find('/')) == suppression.id;
}

Change rename(const Suppression& suppression, std::string id) {
  const Place& at = suppression.place;
  if (at.part == Part::bytes) return replace_bytes(at.file, {at.begin, at.end}, std::move(id));
  return replace_text(at, std::move(id));
}

}  // namespace sfn
