#include "rules/path/shared/data.h"

#include "lint/asl/resource.h"

namespace sfn::rules::path {

namespace {

using asl::ConstructKind;

Data assigned_from(const asl::Construct& construct) {
  switch (construct.kind) {
    case ConstructKind::catcher:
      return Data::error_output;
    case ConstructKind::choice:
    case ConstructKind::choice_rule:
    case ConstructKind::wait:
      return Data::effective_input;
    default:
      return Data::result;
  }
}

}  // namespace

Data reads(const asl::Expression& expression) {
  if (expression.construct.jsonata() || expression.construct.is(ConstructKind::result_writer))
    return Data::none;
  const std::string_view field = expression.field->name;
  if (expression.field->content == asl::Content::result_path) return Data::none;
  if (expression.field->content == asl::Content::assignments) return assigned_from(expression.construct);
  if (field == "InputPath") return Data::input;
  if (field == "OutputPath") return Data::output;
  if (field == "ResultSelector") return Data::raw_result;
  return Data::effective_input;
}

bool is_metadata(std::string_view name) { return name == "SdkHttpMetadata" || name == "SdkResponseMetadata"; }

// With `.sync` ecs:runTask gives the one task, not the list of tasks; recorded from AWS by LocalStack.
schemas::Shape known_result(const asl::State& state) {
  const asl::Resource resource = asl::resource(state);
  if (resource.kind != asl::ResourceKind::integration) return {};
  schemas::Shape result = schemas::result(resource.service, resource.action);
  if (resource.is_integration("ecs", "runTask") && resource.waits())
    result = result.member("Tasks").shape().item();
  else if (resource.pattern != asl::Pattern::request_response) return {};
  return result.is_structure() && !result.open() ? result : schemas::Shape();
}

}  // namespace sfn::rules::path
