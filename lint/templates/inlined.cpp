#include "lint/templates/inlined.h"

#include <algorithm>

#include "lint/derived.h"
#include "lint/json/placeholder.h"
#include "lint/templates/intrinsic.h"

namespace sfn::templates {

namespace {

class Inlining {
 public:
  Inlining(const std::shared_ptr<const Document>& outer, Variables variables, FileId file,
           std::span<const std::string_view> left_out = {})
      : outer_(*outer), variables_(variables), left_out_(left_out), made_(outer, file) {}

  Document make(std::span<const Value> members) {
    Node root;
    root.kind = Kind::object;
    root.value = {0, static_cast<uint32_t>(outer_.text().size())};
    const NodeId id = made_.add(root, no_node, {0, From::made, From::made});
    for (const Value member : members) copy_children(member, made_.add(node_of(member), id, {member.id()}));
    return made_.finish({0, 0});
  }

  Document make(Value root) {
    Node node = node_of(root);
    node.key = {};
    node.name = {};
    copy_children(root, made_.add(node, no_node, {root.id()}));
    // Comments behind the last line of the definition are of it.
    const Span span = node_of(root).value;
    const size_t line_end = outer_.text().find('\n', span.end);
    return made_.finish({span.begin, line_end == npos ? UINT32_MAX : static_cast<uint32_t>(line_end)});
  }

 private:
  Node node_of(Value value) const {
    Node node = outer_.node(value.id());
    node.templated = node.templated || (variables_ == Variables::serverless && value.is_string() &&
                                        node.text.find("#{") != npos);
    return node;
  }

  void copy_children(Value container, NodeId parent) {
    const bool alone = container.child_count() == 1;
    for (const Value child : container) {
      if (std::find(left_out_.begin(), left_out_.end(), child.name()) != left_out_.end()) continue;
      if (container.is_object() && !alone && is_call(child)) add_members(child, parent);
      else if (intrinsic(child)) add_call(child, parent);
      else copy_children(child, made_.add(node_of(child), parent, {child.id()}));
    }
  }

  // `Fn::Transform` among members: what members it adds, nobody knows.
  void add_members(Value call, NodeId parent) {
    Node node;
    node.value = outer_.node(call.id()).value;
    node.kind = Kind::opaque;
    made_.document().edit(parent).open = true;
    made_.add(node, parent, {call.id(), From::made, From::made});
  }

  void add_call(Value call, NodeId parent) {
    Node node = outer_.node(call.id());
    node.kind = Kind::opaque;
    node.text = text_of(call);
    node.open = false;
    const auto text = compose(call);
    const auto found = text ? json::templating(text->text()) : json::Templating::whole;
    const bool known = found != json::Templating::whole;
    if (known) node.kind = Kind::string;
    if (known) node.templated = found != json::Templating::none;
    const NodeId id = made_.add(node, parent, {call.id(), From::original, From::made});
    if (known) made_.set_text(id, Part::text, *text);
  }

  // A reference as `Fn::Sub` has it, so that it reads the same wherever it is; another call as it is written.
  std::string_view text_of(Value call) {
    const auto text = spelled(call);
    if (text && json::templating(*text) == json::Templating::whole && !is_function(*text))
      return made_.document().keep(*text);
    const Span span = outer_.node(call.id()).value;
    return outer_.text().substr(span.begin, span.end - span.begin);
  }

  // `${Fn::If}` stands for a call of which nothing is known.
  static bool is_function(std::string_view text) { return text.starts_with("${Fn::"); }

  const Document& outer_;
  Variables variables_;
  std::span<const std::string_view> left_out_;
  Derivation made_;
};

}  // namespace

Document read_object(std::shared_ptr<const Document> outer, Value root, Variables variables, FileId file) {
  return Inlining(outer, variables, file).make(root);
}

Document read_members(std::shared_ptr<const Document> outer, std::span<const Value> members,
                      std::span<const std::string_view> left_out, FileId file) {
  return Inlining(outer, Variables::plain, file, left_out).make(members);
}

}  // namespace sfn::templates
