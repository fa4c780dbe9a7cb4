#include "lint/templates/stack.h"

#include "lint/templates/inlined.h"
#include "lint/templates/intrinsic.h"
#include "lint/templates/plan.h"

namespace sfn::templates {

namespace {

// Definitions, which would double a template in memory.
constexpr std::string_view read_elsewhere[] = {"Definition", "DefinitionString"};

class ResourceCollector {
 public:
  explicit ResourceCollector(Stack& stack) : stack_(stack) {}

  void collect(Value root) {
    if (has_macro(root["Transform"])) stack_.leave_open();
    add(root["Resources"]);
    const Value serverless = root["resources"];
    if (serverless.is_object()) add(serverless["Resources"]);
    if (serverless.is_array())
      for (const Value item : serverless) add(item["Resources"]);
    if (serverless.is_opaque()) stack_.leave_open();
  }

  std::vector<Value> resources;

 private:
  void add(Value map) {
    if (map.open() || map.is_opaque()) stack_.leave_open();
    for (const Value resource : map) {
      if (resource["Type"].literal()) resources.push_back(resource);
      else stack_.leave_open();
    }
  }

  static bool has_macro(Value transform) {
    if (!transform.is_array()) return transform && !is_known(transform);
    for (const Value item : transform)
      if (!is_known(item)) return true;
    return false;
  }

  static bool is_known(Value transform) {
    const auto name = transform.literal();
    return name == "AWS::Serverless-2016-10-31" || name == "AWS::LanguageExtensions";
  }

  Stack& stack_;
};

}  // namespace

void Stack::add(Declared resource) {
  const Declared& added = resources_.emplace_back(resource);
  by_name_.insert_or_assign(added.name, &added);
}

const Declared* Stack::find(std::string_view name) const {
  const auto found = by_name_.find(name);
  return found == by_name_.end() ? nullptr : found->second;
}

Stack::Referred Stack::refer(std::string_view reference) const {
  std::string_view name = reference;
  while (true) {
    if (const Declared* found = find(name))
      return {found, reference.substr(std::min(reference.size(), name.size() + 1))};
    const size_t dot = name.rfind('.');
    if (dot == npos) return {};
    name = name.substr(0, dot);
  }
}

std::shared_ptr<const Stack> read_stack(const std::shared_ptr<const Document>& outer, FileId file) {
  auto stack = std::make_shared<Stack>();
  ResourceCollector collector(*stack);
  collector.collect(outer->root());
  if (!collector.resources.empty()) {
    const auto made =
        std::make_shared<const Document>(read_members(outer, collector.resources, read_elsewhere, file));
    for (const Value resource : made->root())
      stack->add({resource["Type"].text(), resource.name(), resource["Properties"], resource.key()});
    stack->keep(made);
  }
  add_planned(outer, file, *stack);
  return stack;
}

}  // namespace sfn::templates
