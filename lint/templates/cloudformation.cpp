#include "lint/templates/cloudformation.h"

#include <optional>
#include <string>

#include "lint/templates/intrinsic.h"

namespace sfn::templates {

namespace {

// CDK: "Stack/Machine/Resource"; the last part is the same for all of them.
std::string name_of(Value resource) {
  const auto path = resource["Metadata"]["aws:cdk:path"].literal();
  if (!path) return std::string(resource.name());
  constexpr std::string_view inner = "/Resource";
  return std::string(path->ends_with(inner) ? path->substr(0, path->size() - inner.size()) : *path);
}

bool is_call_of(Value value, std::string_view name) {
  const auto call = intrinsic(value);
  return call && call->name == name;
}

void set_object(Resource& resource, Value object) {
  if (!object.is_object() || intrinsic(object)) return;
  resource.written = Written::object;
  resource.definition = object;
  resource.substituted = true;
}

void set_text(Resource& resource, Value text) {
  if (is_call_of(text, "Fn::ToJsonString")) return set_object(resource, text.first_child());
  const auto composed = compose(text);
  if (!composed || text.is_opaque()) return;
  resource.written = Written::text;
  resource.definition = text;
  resource.substituted = text.is_string();
}

// A path of the local disk, which `package` and `sam build` upload; else it is in S3 already.
void set_file(Resource& resource, Value path) {
  const auto text = path.literal();
  if (!text || text->empty() || text->find("://") != std::string_view::npos) return;
  resource.written = Written::file;
  resource.definition = path;
  resource.substituted = true;
}

// `Fn::Transform` of AWS::Include, which `package` uploads a local file for.
Value included(Value value) {
  const auto call = intrinsic(value);
  const bool include =
      call && call->name == "Fn::Transform" && call->argument["Name"].literal() == "AWS::Include";
  return include ? call->argument["Parameters"]["Location"] : Value();
}

// The fields of AWS::StepFunctions::StateMachine and AWS::Serverless::StateMachine; exactly one is allowed.
void set_definition(Resource& resource, Value properties) {
  for (const std::string_view field :
       {"Definition", "DefinitionString", "DefinitionUri", "DefinitionS3Location"})
    if (const Value value = properties[field]; value && !resource.definition) {
      resource.definition = value;
      if (const Value location = included(value)) set_file(resource, location);
      else if (field == "Definition") set_object(resource, value);
      else if (field == "DefinitionString") set_text(resource, value);
      else set_file(resource, value);
    }
}

// `Fn::ForEach` may be nested a few levels deep.
constexpr int max_include_nesting = 8;

void add(Value value, Dialect dialect, Found& found) {
  const Value properties = value["Properties"];
  Resource& resource = found.add(dialect, name_of(value));
  resource.value = value;
  resource.id = value.name();
  resource.type = machine_type(properties[dialect == Dialect::sam ? "Type" : "StateMachineType"]);
  resource.substitutions = properties["DefinitionSubstitutions"];
  set_definition(resource, properties);
}

void find_resources(Value resources, Found& found, int nesting) {
  for (const Value value : resources) {
    const auto type = value["Type"].literal();
    if (type == "AWS::StepFunctions::StateMachine") add(value, Dialect::cloudformation, found);
    if (type == "AWS::Serverless::StateMachine") add(value, Dialect::sam, found);
    // ["Name", [...], {"M${Name}": {...}}]
    if (value.name().starts_with("Fn::ForEach::") && nesting < max_include_nesting)
      find_resources(value.first_child().next().next(), found, nesting + 1);
  }
}

}  // namespace

void find_cloudformation(Value resources, Found& found) { find_resources(resources, found, 0); }

}  // namespace sfn::templates
