#include "rules/path/shared/data.h"

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

}  // namespace sfn::rules::path
