// The task definitions of a file, in whatever form people keep them.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "lint/document.h"
#include "lint/templates/stack.h"

namespace sfn::schemas::ecs {

/// One task definition. Its members may be spelled as the API does (`networkMode`) or as CloudFormation does
/// (`NetworkMode`), or Terraform (`network_mode`); they are asked for as the API spells them.
struct TaskDefinition {
  Value value;
  /// The resource, if the template of the state machine declares it; else null.
  const templates::Declared* declared = nullptr;

  explicit operator bool() const { return static_cast<bool>(value); }
  Value operator[](std::string_view name) const;
  bool has(std::string_view name) const { return static_cast<bool>((*this)[name]); }
  friend bool operator==(TaskDefinition, TaskDefinition) = default;
};

/// Whether a definition certainly does not set something: a plan of Terraform leaves out what is not known
/// yet.
bool lacks(TaskDefinition definition, std::string_view name);

/// The member of an object of a task definition, in any spelling.
Value member_of(Value object, std::string_view name);

/// What `aws ecs describe-task-definition` prints, whole or its `taskDefinition` alone; the input of
/// `register-task-definition`; the properties of an `AWS::ECS::TaskDefinition`, the whole resource, or a
/// template with such resources. Empty where the file is none of these.
std::vector<TaskDefinition> task_definitions_in(Value root);

}  // namespace sfn::schemas::ecs
