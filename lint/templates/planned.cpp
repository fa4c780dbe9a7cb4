// The resources of a plan or a state of Terraform, with JSON in strings as values, and what is known only
// after the plan is applied as the reference that the configuration has for it.
#include <unordered_map>

#include "lint/derived.h"
#include "lint/json/parse.h"
#include "lint/templates/plan.h"

namespace sfn::templates {

namespace {

// Attributes whose text is JSON.
bool holds_json(std::string_view name) {
  return name == "container_definitions" || name == "policy" || name == "assume_role_policy" ||
         name == "json";
}

class Planned {
 public:
  Planned(const std::shared_ptr<const Document>& outer, FileId file, Stack& stack)
      : outer_(*outer), made_(outer, file), stack_(stack) {
    Node root;
    root.kind = Kind::object;
    root.value = {0, static_cast<uint32_t>(outer_.text().size())};
    made_.add(root, no_node, {0, From::made, From::made});
  }

  /// `mode` is "data" or "managed"; empty for both.
  void add(Value module, Value configuration, std::string_view mode, int nesting = 0) {
    std::unordered_map<std::string_view, Value> written;
    for (const Value resource : configuration["resources"])
      written.emplace(resource["address"].text(), resource["expressions"]);
    module_ = module["address"].text();
    for (const Value resource : module["resources"]) {
      if (!mode.empty() && resource["mode"].text() != mode) continue;
      const auto found = written.find(in_module(resource["address"].text()));
      add(resource, found == written.end() ? Value() : found->second);
    }
    if (nesting >= max_module_nesting) return;
    for (const Value child : module["child_modules"]) {
      const std::string_view address = child["address"].text();
      const std::string_view name = without_index(address.substr(address.rfind("module.") + 7));
      add(child, configuration["module_calls"][name]["module"], mode, nesting + 1);
    }
  }

  void finish() {
    if (added_.empty()) return;
    const auto document = std::make_shared<const Document>(made_.finish({0, 0}));
    for (const auto& [type, address, id] : added_) {
      const Value values = document->at(id);
      stack_.add({type, address, values, values.key()});
    }
    stack_.keep(document);
  }

 private:
  struct Added {
    std::string_view type, address;
    NodeId values;
  };

  static std::string_view without_index(std::string_view address) {
    return address.ends_with(']') ? address.substr(0, address.rfind('[')) : address;
  }

  // As the configuration of its module calls it.
  std::string_view in_module(std::string_view address) const {
    if (!module_.empty() && address.starts_with(module_))
      address.remove_prefix(std::min(address.size(), module_.size() + 1));
    return without_index(address);
  }

  // The values of the resource, by its address. What is not known before the plan is applied is left out.
  void add(Value resource, Value expressions) {
    const Value values = resource["values"];
    if (!resource["address"].literal() || !values.is_object()) return;
    Node node = outer_.node(values.id());
    node.name = resource["address"].text();
    node.open = true;
    const NodeId id = made_.add(node, 0, {values.id()});
    added_.push_back({resource["type"].text(), node.name, id});
    copy_children(values, id, resource["type"].literal() == "aws_sfn_state_machine");
    for (const Value expression : expressions)
      if (!values[expression.name()] || values[expression.name()].is_null()) add_reference(expression, id);
  }

  void copy_children(Value container, NodeId parent, bool of_machine) {
    for (const Value child : container) {
      if (of_machine && child.name() == "definition") continue;
      if (child.is_string() && holds_json(child.name()) && add_json(child, parent)) continue;
      copy_children(child, made_.add(outer_.node(child.id()), parent, {child.id()}), false);
    }
  }

  // Its places are that of the string.
  bool add_json(Value string, NodeId parent) {
    const std::string_view text = string.text();
    if (!text.starts_with('[') && !text.starts_with('{')) return false;
    const Source source("", std::string(text));
    json::Parsed parsed = json::parse(source, outer_.file());
    if (!parsed.document) return false;
    Node node = outer_.node(string.id());
    node.kind = parsed.document->root().kind();
    node.text = {};
    copy_json(parsed.document->root(), made_.add(node, parent, {string.id(), From::original, From::made}),
              string);
    return true;
  }

  void copy_json(Value container, NodeId parent, Value string) {
    for (const Value child : container) {
      Node node = child.document().node(child.id());
      node.name = keep(node.name);
      node.text = keep(node.text);
      node.value = outer_.node(string.id()).value;
      node.key = {};
      copy_json(child, made_.add(node, parent, {string.id(), From::made, From::made, true}), string);
    }
  }

  // `{"role_arn": {"references": ["aws_iam_role.machine.arn", "aws_iam_role.machine"]}}`: the whole value is
  // that of the first only where there is but one.
  void add_reference(Value expression, NodeId parent) {
    const Value first = expression["references"].first_child();
    if (!first || !first.is_string()) return;
    for (Value other = first.next(); other; other = other.next())
      if (!first.text().starts_with(other.text())) return;
    Node node = outer_.node(expression.id());
    node.kind = Kind::opaque;
    node.templated = true;
    node.text =
        keep("${" + std::string(module_) + (module_.empty() ? "" : ".") + std::string(first.text()) + "}");
    made_.add(node, parent, {expression.id(), From::original, From::made});
  }

  std::string_view keep(std::string_view text) { return made_.document().keep(std::string(text)); }

  const Document& outer_;
  Derivation made_;
  Stack& stack_;
  std::string_view module_;  // the address of the module
  std::vector<Added> added_;
};

}  // namespace

void add_planned(const std::shared_ptr<const Document>& outer, FileId file, Stack& stack) {
  const Value root = outer->root();
  const Value configuration = root["configuration"]["root_module"];
  Planned planned(outer, file, stack);
  planned.add(root["prior_state"]["values"]["root_module"], configuration, "data");
  for (const std::string_view name : {"planned_values", "values"})
    planned.add(root[name]["root_module"], configuration, "");
  planned.finish();
}

}  // namespace sfn::templates
