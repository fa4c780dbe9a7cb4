// The resources of templates that state machines have to do with, under their names in CloudFormation, SAM
// and Terraform.
#pragma once

#include <cstdint>
#include <string_view>

namespace sfn::schemas {

enum class ResourceKind : uint8_t {
  other,
  role,
  inline_policy,   // of roles that it names
  managed_policy,  // that roles name, or that names roles
  policy_attachment,
  task_definition,
  cluster,
  capacity_provider,
  state_machine,
  function,
  queue,
  topic,
  rule,
  event_bus,
  log_group,
  table,
  bucket,
  connector,  // AWS::Serverless::Connector: it gives permissions
};
inline constexpr size_t resource_kinds = 18;

/// How a type of resource is named and referred to.
struct ResourceType {
  std::string_view type;
  ResourceKind kind = ResourceKind::other;
  /// The property with its name; empty where it has none.
  std::string_view name;
  /// Its ARN, with `{name}`; empty where none is needed.
  std::string_view arn;
  enum class Ref : uint8_t { name, arn, other } ref = Ref::name;  // what `Ref` returns
};

/// Null for types that are of no kind.
const ResourceType* resource_type(std::string_view type);

}  // namespace sfn::schemas
