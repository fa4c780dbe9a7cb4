#include "schemas/results.h"

#include "lint/asl/machine.h"

namespace sfn::schemas {

namespace {

using asl::types::Existence;
using asl::types::ResultId;
using asl::types::unknown_result;
namespace kind = asl::intrinsic;

// The answer of DescribeExecution in which Input and Output are JSON, not text: `.sync:2`. Recorded from AWS
// by LocalStack; Developer Guide, page connect-stepfunctions.
constexpr ResultId nested_execution = Shape::none + 1;

Shape described_execution() {
  const auto operation = sdk_operation("sfn", "describeExecution");
  return operation ? operation->result() : Shape();
}

ResultId id_of(Shape shape) { return shape ? shape.id() : unknown_result; }

// What a job that was waited for returns is recorded for these only.
ResultId waited_for(const asl::Resource& resource) {
  if (resource.is_integration("ecs", "runTask"))
    return id_of(result("ecs", "runTask").member("Tasks").shape().item());
  if (!resource.is_integration("states", "startExecution")) return unknown_result;
  return resource.pattern == asl::Pattern::sync2 ? nested_execution : id_of(described_execution());
}

ResultId answered(const asl::Resource& resource) {
  if (resource.kind == asl::ResourceKind::integration)
    return id_of(result(resource.service, resource.action));
  const auto operation = sdk_operation(resource.service, resource.action);
  return operation ? id_of(operation->result()) : unknown_result;
}

asl::types::Kinds kinds_of(Type type) {
  switch (type) {
    case Type::structure:
    case Type::map:
      return kind::object;
    case Type::list:
      return kind::array;
    case Type::string:
      return kind::string;
    case Type::integer:
    case Type::long_integer:
    case Type::number:
      return kind::number;
    case Type::boolean:
      return kind::boolean;
    case Type::timestamp:
      return kind::string | kind::number;
    case Type::blob:
    case Type::document:
    case Type::absent:
      break;
  }
  return kind::any;
}

// Every answer of the AWS SDK can have these.
bool is_metadata(std::string_view name) { return name == "SdkHttpMetadata" || name == "SdkResponseMetadata"; }

class Results final : public asl::types::ResultTypes {
 public:
  ResultId result(const asl::State& state) const override {
    const asl::Resource& resource = state.resource;
    const bool called =
        resource.kind == asl::ResourceKind::integration || resource.kind == asl::ResourceKind::aws_sdk;
    if (!called || !resource.service_known || !resource.action_known || !resource.pattern_known)
      return unknown_result;
    if (resource.pattern == asl::Pattern::request_response) return answered(resource);
    const bool optimized = resource.kind == asl::ResourceKind::integration;
    return optimized && resource.waits() ? waited_for(resource) : unknown_result;
  }

  asl::types::Kinds kinds(ResultId id) const override {
    return id == nested_execution ? kind::object : kinds_of(Shape::at(id).type());
  }

  Member member(ResultId id, std::string_view name) const override {
    if (is_metadata(name)) return {};
    if (id == nested_execution)
      return name == "Output" || name == "Input" ? Member{} : member(id_of(described_execution()), name);
    const Shape shape = Shape::at(id);
    if (shape.type() == Type::map) return {Existence::maybe, id_of(shape.value())};
    if (!shape.is_structure() || shape.members().empty()) return {};
    const schemas::Member found = shape.member(name);
    // The API's own spelling, which Step Functions has not been seen to use in results.
    if (found && found.alias()) return {};
    if (found) return {Existence::maybe, id_of(found.shape())};
    const schemas::Member meant = shape.member_ignoring_case(name);
    return {shape.open() ? Existence::maybe : Existence::missing,
            meant ? id_of(meant.shape()) : unknown_result};
  }

  ResultId item(ResultId id) const override {
    return id == nested_execution ? unknown_result : id_of(Shape::at(id).item());
  }

  std::vector<std::string_view> names(ResultId id) const override {
    if (id == nested_execution) return names(id_of(described_execution()));
    std::vector<std::string_view> names;
    for (const schemas::Member member : Shape::at(id).members())
      if (!member.alias()) names.push_back(member.name());
    return names;
  }
};

}  // namespace

const asl::types::ResultTypes& result_types() {
  static const Results results;
  return results;
}

Shape shape_of(ResultId id) { return id < Shape::none ? Shape::at(id) : Shape(); }

DataFlow::DataFlow(const asl::Machine& machine) : Flow(machine, &result_types()) {}
SampleRuns::SampleRuns(const asl::Machine& machine) : asl::types::SampleRuns(machine, &result_types()) {}

}  // namespace sfn::schemas
