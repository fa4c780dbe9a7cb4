#include "lint/templates/find.h"

#include <optional>

#include "lint/templates/cloudformation.h"
#include "lint/templates/intrinsic.h"
#include "lint/templates/plan.h"
#include "lint/templates/serverless.h"

namespace sfn::templates {

namespace {

// Of a template that is put together from several files, or of one resource each: `Flow: {Type: ...}`.
bool is_fragment(Value root) {
  for (const Value value : root) {
    const auto type = value["Type"].literal();
    if (value["Properties"].is_object() &&
        (type == "AWS::StepFunctions::StateMachine" || type == "AWS::Serverless::StateMachine"))
      return true;
  }
  return false;
}

}  // namespace

std::vector<Resource> find_resources(const std::shared_ptr<const Document>& outer) {
  Found found{outer, {}};
  const Value root = outer->root();
  find_cloudformation(is_fragment(root) ? root : root["Resources"], found);
  find_serverless(root, found);
  find_planned(root, found);
  find_described(root, found);
  return std::move(found.resources);
}

Resource& Found::add(Dialect dialect, std::string_view name) {
  Resource& resource = resources.emplace_back();
  resource.outer = outer;
  resource.dialect = dialect;
  resource.name = name;
  return resource;
}

std::string_view Resource::file() const {
  if (written != Written::file && written != Written::block) return {};
  return dialect == Dialect::serverless ? file_in_variable(definition.text()) : definition.text();
}

bool Resource::generated() const { return dialect == Dialect::plan || value["Metadata"].has("aws:cdk:path"); }

Place Resource::place(Place of_outer) const {
  const Span span = outer->span(of_outer);
  return {outer->file(), no_node, Part::bytes, span.begin, span.end};
}

namespace {

// The value of a name: in the map of an `Fn::Sub`, the innermost, or in the substitutions.
Value value_of(const Resource& machine, std::string_view name) {
  const auto call = intrinsic(machine.definition);
  if (call && call->name == "Fn::Sub")
    if (const Value found = call->argument.first_child().next()[name]) return found;
  return machine.substitutions[name];
}

}  // namespace

std::string Resource::filled(std::string_view text) const {
  std::string result;
  size_t copied = 0;
  for (size_t at = text.find("${"); at != npos; at = text.find("${", at + 2)) {
    const size_t end = text.find('}', at);
    if (end == npos) break;
    const auto given = spelled(value_of(*this, text.substr(at + 2, end - at - 2)));
    if (!given) continue;
    result.append(text.substr(copied, at - copied)).append(*given);
    copied = end + 1;
  }
  return result.append(text.substr(copied));
}

asl::MachineType machine_type(Value type) {
  const auto text = type.literal();
  if (text == "EXPRESS") return asl::MachineType::express;
  if (text == "STANDARD" || !type) return asl::MachineType::standard;
  return asl::MachineType::unknown;
}

}  // namespace sfn::templates
