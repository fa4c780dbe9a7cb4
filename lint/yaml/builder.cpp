#include "lint/yaml/builder.h"

#include <algorithm>
#include <unordered_set>

#include "lint/json/placeholder.h"
#include "lint/yaml/plain.h"

namespace sfn::yaml {
namespace {

using FaultKind = json::Fault::Kind;

constexpr size_t most_copied = 200'000;
constexpr std::string_view own_tags = "tag:yaml.org,2002:";

bool is_local(std::string_view tag) { return tag.size() > 1 && !tag.starts_with(own_tags); }

/// Of a tag of YAML itself its name: `str`. `!` alone says that a scalar is a string.
std::string_view own_name(std::string_view tag) {
  if (tag == "!") return "str";
  return tag.starts_with(own_tags) ? tag.substr(own_tags.size()) : std::string_view();
}

Kind kind_named(std::string_view name) {
  if (name == "str") return Kind::string;
  if (name == "bool") return Kind::boolean;
  if (name == "null") return Kind::null;
  if (name == "int" || name == "float") return Kind::number;
  return Kind::opaque;
}

}  // namespace

std::string_view Builder::kept(const ScalarEvent& event) {
  const std::string_view file = document_.text();
  const uint32_t quote = event.plain ? 0 : 1;
  if (event.span.end - event.span.begin == event.value.size() + 2 * quote) {
    const std::string_view written = file.substr(event.span.begin + quote, event.value.size());
    if (written == event.value) return written;
  }
  return document_.keep(std::string(event.value));
}

void Builder::scalar(const ScalarEvent& event) {
  if (skipped(event.properties, 0)) return;
  if (expects_key()) return key(event);
  value_of(event);
}

void Builder::key(const ScalarEvent& event) {
  Level& level = levels_.back();
  level.end = event.span.end;
  if (event.plain && event.value == "<<" && event.properties.tag.empty()) {
    level.keyed = level.merging = true;
    return;
  }
  if (event.span.begin == event.span.end)
    return fail(FaultKind::bad_key, event.span, "expected a key before this `:`");
  set_key(event.span, kept(event));
  if (event.properties.anchor.empty()) return;
  // A key is no node, so that an alias of it is whatever it may be.
  Anchor unknown;
  unknown.unknown = true;
  anchors_[std::string(event.properties.anchor)] = unknown;
}

void Builder::set_key(Span span, std::string_view name) {
  Level& level = levels_.back();
  level.keyed = true;
  level.key = span;
  level.name = name;
  if (json::templating(name) != json::Templating::none) document_.edit(level.container).open = true;
}

NodeId Builder::add(Kind kind, Span span, std::string_view text) {
  const auto id = static_cast<NodeId>(document_.size());
  Node& node = document_.append();
  node.value = span;
  node.kind = kind;
  node.text = text;
  if (levels_.empty()) return id;
  Level& level = levels_.back();
  node.parent = level.container;
  node.key = level.key;
  node.name = level.name;
  if (level.last != no_node) document_.edit(level.last).next = id;
  level.last = id;
  level.keyed = false;
  level.key = {};
  level.name = {};
  return id;
}

void Builder::value_of(const ScalarEvent& event) {
  if (!levels_.empty() && (levels_.back().merging || levels_.back().list_of_merges))
    return fail(FaultKind::bad_merge, event.span,
                "`<<` merges the members of a mapping, but this is a single value");
  const Properties& properties = event.properties;
  const auto id = static_cast<NodeId>(document_.size());
  if (event.plain && (properties.tag.empty() || !own_name(properties.tag).empty())) {
    plain_value(event);
  } else {
    const std::string_view text = kept(event);
    const json::Templating found = json::templating(text);
    const bool tagged = is_local(properties.tag);
    Kind kind = found == json::Templating::whole && !tagged ? Kind::opaque : Kind::string;
    if (const std::string_view own = own_name(properties.tag); !own.empty() && own != "str")
      kind = Kind::opaque;
    document_.edit(add(kind, event.span, text)).templated = found != json::Templating::none;
  }
  note_properties(id, properties);
  anchored(properties.anchor, id, 0);
  ended(event.span.end, 0);
}

void Builder::plain_value(const ScalarEvent& event) {
  const std::string_view text = kept(event);
  const json::Templating found = json::templating(text);
  PlainScalar read = read_plain(text);
  const std::string_view own = own_name(event.properties.tag);
  if (!own.empty()) {
    const Kind wanted = kind_named(own);
    if (wanted != read.kind) read = {wanted == Kind::string ? Kind::string : Kind::opaque};
  }
  if (found == json::Templating::whole) read.kind = Kind::opaque;
  std::string_view value = read.json.empty() ? text : document_.keep(std::move(read.json));
  if (read.kind == Kind::null) value = "null";
  document_.edit(add(read.kind, event.span, value)).templated = found != json::Templating::none;
}

void Builder::note_properties(NodeId node, const Properties& properties) {
  if (properties.anchor.empty() && properties.tag.empty()) return;
  origins_.properties.push_back({node, properties.begin});
  if (!is_local(properties.tag)) {
    const std::string_view own = own_name(properties.tag);
    const bool other = own == "omap" || own == "set" || own == "pairs";
    if (other) document_.edit(node).kind = Kind::opaque;
    return;
  }
  document_.add_tag({node, document_.keep(std::string(properties.tag)), tag_span(properties)});
  if (origins_.local_tags == LocalTags::opaque) document_.edit(node).kind = Kind::opaque;
}

/// An anchor may be before the tag.
Span Builder::tag_span(const Properties& properties) const {
  const std::string_view text = document_.text();
  const size_t begin = text.find('!', properties.begin);
  const size_t end = std::min(text.find_first_of(" \t\r\n,", begin), text.size());
  return {static_cast<uint32_t>(begin), static_cast<uint32_t>(end)};
}

void Builder::copy_tags(NodeId begin, NodeId end, NodeId to) {
  const auto tags = document_.tags();
  const auto first = std::lower_bound(tags.begin(), tags.end(), begin,
                                      [](const Tag& tag, NodeId node) { return tag.node < node; });
  for (auto i = static_cast<size_t>(first - tags.begin()); i < document_.tags().size(); ++i) {
    const Tag tag = document_.tags()[i];
    if (tag.node >= end) return;
    document_.add_tag({tag.node - begin + to, tag.name, {}});
  }
}

void Builder::anchored(std::string_view name, NodeId begin, uint32_t height) {
  if (!name.empty())
    anchors_[std::string(name)] = {begin, static_cast<NodeId>(document_.size()), height, false};
}

/// What has ended may be the last thing in its container.
void Builder::ended(uint32_t end, uint32_t height) {
  if (levels_.empty()) return;
  levels_.back().end = std::max(levels_.back().end, end);
  levels_.back().height = std::max(levels_.back().height, height + 1);
}

void Builder::open(Kind kind, Span begin, const Properties& properties) {
  if (skipped(properties, 1)) return;
  if (expects_key())
    return fail(FaultKind::bad_key, begin,
                "a key cannot be a list or mapping, because JSON keys are strings");
  if (!levels_.empty() && levels_.back().merging && kind == Kind::array && !levels_.back().list_of_merges) {
    levels_.back().list_of_merges = true;
    return;
  }
  if (!levels_.empty() && levels_.back().merging) {  // members written in place: rare, and not looked at
    document_.edit(levels_.back().container).open = true;
    if (!levels_.back().list_of_merges) levels_.back().merging = levels_.back().keyed = false;
    skipped(properties, 2);
    return;
  }
  if (levels_.size() >= json::max_depth)
    return fail(FaultKind::too_deep, begin, "this is nested more than 512 levels deep");
  Level level;
  level.container = add(kind, begin, {});
  level.kind = kind;
  level.end = begin.end;
  level.anchor = properties.anchor;
  note_properties(level.container, properties);
  if (!level.anchor.empty()) anchors_[level.anchor] = {level.container, no_node, 0, false};
  levels_.push_back(std::move(level));
}

void Builder::close(std::optional<uint32_t> end) {
  if (skipped({}, -1)) return;
  Level& level = levels_.back();
  if (level.list_of_merges) {
    level.list_of_merges = level.merging = level.keyed = false;
    if (end) level.end = std::max(level.end, *end);
    return;
  }
  if (!level.merges.empty()) merge(level);
  const uint32_t last = end.value_or(level.end);
  document_.edit(level.container).value.end = last;
  anchored(level.anchor, level.container, level.height);
  const uint32_t height = level.height;
  levels_.pop_back();
  ended(last, height);
}

/// Whether an event is in what is skipped; `change` is +1 where something opens, -1 where it closes, 2 to
/// begin.
bool Builder::skipped(const Properties& properties, int change) {
  if (skipping_ == 0 && change != 2) return false;
  if (!properties.anchor.empty()) {
    Anchor unknown;
    unknown.unknown = true;
    anchors_[std::string(properties.anchor)] = unknown;
  }
  if (change > 0) ++skipping_;
  if (change < 0) --skipping_;
  return true;
}

void Builder::alias(std::string_view name, Span span) {
  if (skipping_ > 0) return;
  const auto found = anchors_.find(std::string(name));
  if (found == anchors_.end())
    return fail(FaultKind::bad_alias, span,
                "no anchor `&" + std::string(name) + "` is defined before this alias");
  const Anchor anchor = found->second;
  if (!anchor.unknown && anchor.end == no_node)
    return fail(FaultKind::bad_alias, span,
                "`*" + std::string(name) + "` is inside the value that it refers to, which would never end");
  const bool known = !anchor.unknown;
  if (!levels_.empty() && levels_.back().merging) {
    merge_value(anchor, span);
    return;
  }
  if (expects_key()) {
    levels_.back().end = span.end;
    if (known && document_.node(anchor.begin).kind == Kind::string)
      return set_key(span, document_.node(anchor.begin).text);
    document_.edit(levels_.back().container).open = true;
    return set_key(span, document_.text().substr(span.begin, span.end - span.begin));
  }
  if (known) return copy(anchor, span);
  add(Kind::opaque, span, document_.text().substr(span.begin, span.end - span.begin));
  ended(span.end, 0);
}

bool Builder::merge_value(const Anchor& anchor, Span span) {
  Level& level = levels_.back();
  level.end = std::max(level.end, span.end);
  if (!level.list_of_merges) level.merging = level.keyed = false;
  const Kind kind = anchor.unknown ? Kind::opaque : document_.node(anchor.begin).kind;
  if (kind == Kind::object) level.merges.push_back(anchor);
  else if (kind == Kind::opaque) document_.edit(level.container).open = true;
  else fail(FaultKind::bad_merge, span, "`<<` merges the members of a mapping, but this is not a mapping");
  return kind == Kind::object;
}

/// The members of the mappings that `<<` names, but for those that the mapping has itself, or that an earlier
/// one brought.
void Builder::merge(Level& level) {
  std::unordered_set<std::string_view> names;
  for (Value member : document_.at(level.container)) names.insert(member.name());
  for (const Anchor& from : level.merges) {
    if (document_.node(from.begin).open) document_.edit(level.container).open = true;
    NodeId member = from.begin + 1;
    if (member >= from.end) continue;
    for (; member != no_node && !fault; member = document_.node(member).next) {
      if (!names.insert(document_.node(member).name).second) continue;
      const NodeId end = end_of(member, from.end);
      if (!room_for({member, end, from.height, false},
                    {document_.node(level.container).value.begin, level.end}))
        return;
      level.key = document_.node(member).key;
      level.name = document_.node(member).name;
      copy_nodes(member, end, true);
    }
    level.height = std::max(level.height, from.height);
  }
}

/// The node behind a member and all that is in it.
NodeId Builder::end_of(NodeId node, NodeId limit) const {
  const NodeId next = document_.node(node).next;
  return next == no_node ? limit : next;
}

bool Builder::room_for(const Anchor& from, Span span) {
  copied_ += from.end - from.begin;
  if (copied_ > most_copied)
    fail(FaultKind::too_many_aliases, span,
         "the aliases up to here expand to more than 200,000 values; a definition can have at most 1 MiB");
  else if (levels_.size() + from.height >= json::max_depth)
    fail(FaultKind::too_deep, span, "the value of this alias is nested more than 512 levels deep");
  return !fault;
}

void Builder::copy(const Anchor& from, Span span) {
  if (!room_for(from, span)) return;
  const NodeId id = copy_nodes(from.begin, from.end, false);
  document_.edit(id).value = span;
  ended(span.end, from.height);
}

NodeId Builder::copy_nodes(NodeId begin, NodeId end, bool merged) {
  const Node root = document_.node(begin);
  const NodeId id = add(root.kind, root.value, root.text);
  document_.edit(id).templated = root.templated;
  document_.edit(id).open = root.open;
  for (NodeId from = begin + 1; from < end; ++from) {
    Node node = document_.node(from);
    node.parent = node.parent - begin + id;
    if (node.next != no_node) node.next = node.next - begin + id;
    document_.add(node);
  }
  copy_tags(begin, end, id);
  origins_.copies.push_back({id, static_cast<NodeId>(document_.size()), begin, merged});
  return id;
}

}  // namespace sfn::yaml
