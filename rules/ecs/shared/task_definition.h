// What `--task-definition` tells of a task, where it is certain that the file is of the task's definition.
#pragma once

#include "rules/ecs/shared/run_task.h"

namespace sfn::rules::ecs {

/// The object `taskDefinition` of the file, in camelCase as `aws ecs describe-task-definition` prints it.
/// Absent where no file is given, or none is of this task: a literal must name the family, and the revision
/// or none. Where the name is a placeholder or an expression, the only file given counts if all tasks of the
/// machine are named alike.
Value task_definition(const RunTask& task);

/// The values of `name` in the objects of an array: names of `containerDefinitions`.
std::vector<std::string_view> names_in(Value array);
/// Whether an array holds this string.
bool holds(Value array, std::string_view text);

}  // namespace sfn::rules::ecs
