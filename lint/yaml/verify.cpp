#include "lint/yaml/verify.h"

#include <algorithm>
#include <optional>
#include <string>

#include "lint/yaml/expected.h"
#include "lint/yaml/layout.h"
#include "lint/yaml/parse.h"

namespace sfn::yaml {
namespace {

/// Reading more than this again for each fix would take longer than the lint.
constexpr size_t most_read = size_t{256} << 10;

/// A part of a document that can be read alone.
struct Slice {
  Span span;        // of the file; whole lines
  NodeId root = 0;  // the member's value; of the whole document its root
};

bool of_bytes(const Change& change) { return change.kind == Change::Kind::replace_bytes; }

/// The container whose text a change is in.
Value container_of(const Change& change, const Document& document) {
  const Value target = document.at(change.place.node);
  const bool inside = change.kind == Change::Kind::insert_member || change.kind == Change::Kind::insert_item;
  return inside || !target.parent() ? target : target.parent();
}

Value common(Value a, Value b) {
  while (a && !b.inside(a)) a = a.parent();
  return a;
}

bool holds(Span span, const std::vector<Edit>& edits) {
  return edits.empty() || (span.begin <= edits.front().span.begin && edits.back().span.end <= span.end);
}

/// The smallest member of a mapping in block style, from `at` up, whose lines hold all edits.
Slice slice_around(Value at, const Document& document, const Origins& origins,
                   const std::vector<Edit>& edits) {
  const Places places(document, origins);
  const std::string_view text = document.text();
  for (; at && at.parent(); at = at.parent()) {
    const Node& node = document.node(at.id());
    if (!at.parent().is_object() || !places.is_block(at.parent()) || places.is_copy(at)) continue;
    if (node.value.begin < node.key.end || !begins_line(text, node.key.begin)) continue;
    const Span span{line_begin(text, node.key.begin), next_line(text, node.value.end)};
    if (holds(span, edits)) return {span, at.id()};
  }
  return {{0, static_cast<uint32_t>(text.size())}, 0};
}

/// Whether an alias stands among these nodes, or for some of them: then a change reaches further than they
/// do.
bool has_aliases(const Origins& origins, NodeId begin, NodeId end) {
  return std::any_of(origins.copies.begin(), origins.copies.end(), [&](const Copy& copy) {
    const NodeId origin_end = copy.origin + (copy.end - copy.begin);
    return (copy.begin < end && begin < copy.end) || (copy.origin < end && begin < origin_end);
  });
}

bool same_after(const Document& before, const Origins& origins, const std::vector<Change>& changes,
                const std::vector<Edit>& edits) {
  Expected expected(before);
  if (!expected.change(changes, origins)) return false;
  const Source source("edited.yaml", applied(before.text(), edits));
  const Parsed parsed = parse(source, before.file(), origins.local_tags);
  return parsed.document && expected.holds(*parsed.document);
}

/// Absent where the lines of the slice do not read as they do in the document.
std::optional<bool> same_in(const Slice& slice, const Document& document, const Origins& origins,
                            const std::vector<Change>& changes, const std::vector<Edit>& edits) {
  const NodeId end = document.end_of(slice.root);
  if (has_aliases(origins, slice.root, end)) return std::nullopt;
  const Source source(
      "slice.yaml", std::string(document.text().substr(slice.span.begin, slice.span.end - slice.span.begin)));
  const Parsed parsed = parse(source, document.file(), origins.local_tags);
  if (!parsed.document || parsed.document->size() != end - slice.root + 1) return std::nullopt;
  std::vector<Change> moved_changes = changes;
  for (Change& change : moved_changes) {
    change.place.node = change.place.node - slice.root + 1;
    if (change.kind == Change::Kind::move) change.into = change.into - slice.root + 1;
  }
  std::vector<Edit> moved_edits = edits;
  for (Edit& edit : moved_edits)
    edit.span = {edit.span.begin - slice.span.begin, edit.span.end - slice.span.begin};
  return same_after(*parsed.document, *parsed.origins, moved_changes, moved_edits);
}

bool still_reads(const Document& document, const std::vector<Edit>& edits) {
  const Source source("edited.yaml", applied(document.text(), edits));
  return parse(source, document.file()).document.has_value();
}

}  // namespace

bool verify(const Document& document, const Origins& origins, const Fix& fix,
            const std::vector<Edit>& edits) {
  std::vector<Change> changes;
  Value around;
  for (const Change& change : fix.changes) {
    if (of_bytes(change)) continue;
    changes.push_back(change);
    Value container = container_of(change, document);
    if (change.kind == Change::Kind::move) container = common(container, document.at(change.into));
    around = around ? common(around, container) : container;
  }
  const bool small = document.text().size() <= most_read;
  if (changes.empty()) return small && still_reads(document, edits);
  const bool mixed = changes.size() != fix.changes.size();
  const Slice slice = mixed ? Slice{} : slice_around(around, document, origins, edits);
  if (slice.root != 0 && slice.span.end - slice.span.begin <= most_read)
    if (const auto same = same_in(slice, document, origins, changes, edits)) return *same;
  return small && same_after(document, origins, changes, edits);
}

}  // namespace sfn::yaml
