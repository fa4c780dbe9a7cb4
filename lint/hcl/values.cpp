#include "lint/hcl/values.h"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <vector>

#include "lint/characters.h"
#include "lint/hcl/source_map.h"
#include "lint/hcl/text.h"

namespace sfn::hcl {

using Kind = Expression::Kind;

namespace {

/// Objects that are made of objects; each may be made of several again.
constexpr int most_merges = 1000;

/// Nodes that are copied because a local value is used several times.
constexpr size_t most_nodes = 300'000;

bool returns_text(std::string_view function) {
  constexpr std::array<std::string_view, 12> functions{"jsonencode", "format",     "join",   "lower",
                                                       "upper",      "replace",    "substr", "tostring",
                                                       "trimspace",  "yamlencode", "title",  "base64encode"};
  return std::find(functions.begin(), functions.end(), function) != functions.end();
}

/// A key as it is written, or what a node has that is no member.
struct Key {
  ExpressionId written = no_expression;
  Span span = {};
  std::string_view name = {};
  bool known = true;
};

class Reader {
 public:
  Reader(std::shared_ptr<const File> file, const Locals& locals, FileId id)
      : file_(*file),
        locals_(locals),
        source_map_(new HclSourceMap(file)),
        document_(id, file->text, std::unique_ptr<SourceMap>(source_map_)) {}

  Document value(ExpressionId value) {
    add(value, no_node, {});
    add_comments(document_.node(0).value);
    return finish();
  }

  Document values(const std::vector<Named>& values) {
    const NodeId root =
        add_node(sfn::Kind::object, span_between(0, file_.text.size()), {}, no_node, {}, no_expression);
    for (const Named& named : values) {
      const Key key{no_expression, {}, document_.keep(named.name), true};
      if (!named.text) add(named.value, root, key);
      else add_node(sfn::Kind::string, named.span, document_.keep(*named.text), root, key, no_expression);
    }
    return finish();
  }

  Document body(const Body& body, Span span) {
    add_body(body, span, no_node);
    return finish();
  }

 private:
  struct Member {
    Key key;
    ExpressionId value;
  };

  // Comments behind the last line are of the value too.
  void add_comments(Span span) {
    const size_t end = std::min(file_.text.find('\n', span.end), file_.text.size());
    for (const Comment& comment : file_.comments)
      if (comment.span.begin >= span.begin && comment.span.begin < end &&
          file_.text[comment.span.begin] == '#')
        document_.add_comment(comment);
  }

  Document finish() {
    document_.index_names();
    return std::move(document_);
  }

  NodeId add_node(sfn::Kind kind, Span span, std::string_view text, NodeId parent, const Key& key,
                  ExpressionId written) {
    Node node;
    node.kind = kind;
    node.value = span;
    node.text = text;
    node.parent = parent;
    node.key = key.span;
    node.name = key.name;
    const NodeId id = document_.add(node);
    last_child_.push_back(no_node);
    source_map_->add(key.written, written);
    if (parent == no_node) return id;
    if (!key.known) document_.edit(parent).open = true;
    NodeId& last = last_child_[parent];
    if (last != no_node) document_.edit(last).next = id;
    last = id;
    return id;
  }

  // The parser bounds the depth of expressions, and `depth_` what local values add to it.
  void add(ExpressionId id, NodeId parent, const Key& key) {
    const ExpressionId known = locals_.resolve(inserted(file_, id));
    const Expression& value = file_.at(known);
    // A scalar is where it is used, what is in an object where that is written.
    const Span used = file_.at(id).span;
    switch (value.kind) {
      case Kind::null:
        add_node(sfn::Kind::null, used, file_.bytes(value.span), parent, key, no_expression);
        return;
      case Kind::boolean:
        add_node(sfn::Kind::boolean, used, file_.bytes(value.span), parent, key, no_expression);
        return;
      case Kind::number:
        add_node(sfn::Kind::number, used, number(value), parent, key, no_expression);
        return;
      case Kind::text:
        add_text(id, known, parent, key);
        return;
      case Kind::object:
      case Kind::tuple:
      case Kind::call:
        if (add_container(known, parent, key)) return;
        break;
      default:
        break;
    }
    add_opaque(id, parent, key);
  }

  // `- 5`, `007`
  std::string_view number(const Expression& value) {
    std::string text;
    for (const char c : file_.bytes(value.span))
      if (is_word(c) || c == '.' || c == '+' || c == '-') text += c;
    const size_t sign = text[0] == '-' ? 1 : 0;
    while (text.size() > sign + 1 && text[sign] == '0' && is_digit(text[sign + 1])) text.erase(sign, 1);
    return text == file_.bytes(value.span) ? file_.bytes(value.span) : document_.keep(std::move(text));
  }

  void add_text(ExpressionId used, ExpressionId id, NodeId parent, const Key& key) {
    const Expression& text = file_.at(id);
    const NodeId node = add_node(sfn::Kind::string, file_.at(used).span, text_of(text), parent, key,
                                 used == id ? id : no_expression);
    document_.edit(node).templated = text.first != no_expression;
  }

  std::string_view text_of(const Expression& text) {
    auto changed = decoded(file_, text);
    return changed ? document_.keep(std::move(*changed)) : file_.bytes(text.inner);
  }

  std::string_view placeholder(Span span) {
    return document_.keep("${" + std::string(file_.bytes(span)) + "}");
  }

  void add_opaque(ExpressionId id, NodeId parent, const Key& key) {
    const Expression& used = file_.at(id);
    const bool text = used.kind == Kind::text;
    const NodeId node = add_node(sfn::Kind::opaque, used.span, text ? text_of(used) : placeholder(used.span),
                                 parent, key, id);
    document_.edit(node).templated = returns_text(function(file_, inserted(file_, id)));
  }

  bool add_container(ExpressionId id, NodeId parent, const Key& key) {
    if (document_.size() > most_nodes || depth_ >= json::max_depth) return false;
    const Expression& value = file_.at(id);
    std::vector<Member> members;
    bool open = false;
    if (value.kind != Kind::tuple && !collect(id, members, open)) return false;
    ++depth_;
    const NodeId node = add_node(value.kind == Kind::tuple ? sfn::Kind::array : sfn::Kind::object, value.span,
                                 {}, parent, key, id);
    document_.edit(node).open = open;
    if (value.kind == Kind::tuple)
      for (ExpressionId item = value.first; item != no_expression; item = file_.at(item).next)
        add(item, node, {});
    for (const Member& member : members) add(member.value, node, member.key);
    --depth_;
    return true;
  }

  // The members of an object, or of what `merge` makes of objects; `open` if others may come from elsewhere.
  bool collect(ExpressionId id, std::vector<Member>& members, bool& open) {
    const Expression& value = file_.at(id);
    if (value.kind == Kind::call) return collect_merged(id, members, open);
    if (value.kind != Kind::object) return false;
    for (ExpressionId at = value.first; at != no_expression;) {
      const ExpressionId written = file_.at(at).next;
      if (written == no_expression) break;
      members.push_back({key(at), written});
      at = file_.at(written).next;
    }
    return true;
  }

  bool collect_merged(ExpressionId call, std::vector<Member>& members, bool& open) {
    if (function(file_, call) != "merge" || ++merges_ > most_merges) return false;
    bool any = false;
    for (ExpressionId at = file_.at(call).first; at != no_expression; at = file_.at(at).next) {
      const bool expanded = file_.at(call).expanded && file_.at(at).next == no_expression;
      if (!expanded && collect(locals_.resolve(at), members, open)) any = true;
      else open = true;
    }
    keep_last(members);
    return any;
  }

  // A later member replaces an earlier one.
  static void keep_last(std::vector<Member>& members) {
    std::unordered_map<std::string_view, size_t> last;
    for (size_t i = 0; i < members.size(); ++i) last[members[i].key.name] = i;
    size_t at = 0;
    std::erase_if(members, [&](const Member& member) {
      const bool replaced = member.key.known && last[member.key.name] != at;
      ++at;
      return replaced;
    });
  }

  Key key(ExpressionId id) {
    const Expression& written = file_.at(id);
    Key key{id, written.span, {}, true};
    const std::string_view bytes = file_.bytes(written.span);
    if (written.kind == Kind::text) {
      key.name = text_of(written);
      key.known = written.first == no_expression;
    } else if (written.kind == Kind::reference && bytes.find_first_of(".[") == npos) {
      key.name = bytes;
    } else if (written.kind == Kind::number || written.kind == Kind::boolean) {
      key.name = bytes;
    } else {
      key.name = placeholder(written.span);
      key.known = false;
    }
    return key;
  }

  void add_body(const Body& body, Span span, NodeId parent) {
    const NodeId node = add_node(sfn::Kind::object, span, {}, parent, {}, no_expression);
    for (const Attribute& attribute : body.attributes) {
      ExpressionId value = attribute.value;
      if (function(file_, value) == "jsonencode" && file_.at(value).first != no_expression)
        value = file_.at(value).first;
      add(value, node, {no_expression, attribute.name, file_.name(attribute), true});
    }
    std::map<std::string_view, std::vector<const Block*>> by_name;
    std::vector<std::string_view> names;
    for (const Block& block : body.blocks) {
      const std::string_view name = name_of(block);
      if (by_name[name].empty()) names.push_back(name);
      by_name[name].push_back(&block);
    }
    for (const std::string_view name : names) add_blocks(name, by_name[name], node);
  }

  static bool is_dynamic(const Block& block) { return block.type == "dynamic" && !block.labels.empty(); }
  static std::string_view name_of(const Block& block) {
    return is_dynamic(block) ? block.labels[0] : block.type;
  }

  void add_blocks(std::string_view name, const std::vector<const Block*>& blocks, NodeId parent) {
    const Span first = blocks[0]->span;
    const Key key{
        no_expression, {first.begin, first.begin + static_cast<uint32_t>(blocks[0]->type.size())}, name};
    const NodeId list = add_node(sfn::Kind::array, first, {}, parent, key, no_expression);
    for (const Block* block : blocks) {
      if (is_dynamic(*block)) add_node(sfn::Kind::opaque, block->span, "${dynamic}", list, {}, no_expression);
      else add_body(block->body, block->span, list);
    }
  }

  const File& file_;
  const Locals& locals_;
  HclSourceMap* source_map_;
  Document document_;
  std::vector<NodeId> last_child_;
  uint32_t depth_ = 0;
  int merges_ = 0;
};

}  // namespace

Document read_value(std::shared_ptr<const File> file, const Locals& locals, ExpressionId value, FileId id) {
  return Reader(std::move(file), locals, id).value(value);
}

Document read_body(std::shared_ptr<const File> file, const Locals& locals, const Body& body, Span span,
                   FileId id) {
  return Reader(std::move(file), locals, id).body(body, span);
}

Document read_values(std::shared_ptr<const File> file, const Locals& locals, const std::vector<Named>& values,
                     FileId id) {
  return Reader(std::move(file), locals, id).values(values);
}

}  // namespace sfn::hcl
