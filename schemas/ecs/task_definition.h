// What `--task-definition` or the template says about a task, if it certainly is the task's definition.
#pragma once

#include "schemas/ecs/run_task.h"
#include "schemas/ecs/task_definition_file.h"

namespace sfn::schemas::ecs {

/// The definition of a task. Absent where no file is given, or none is of this task: a literal must name the
/// family, and the revision or none, as far as the file says them. Where the name is a placeholder or an
/// expression, or the file does not say its family, the only definition given counts if all tasks of the
/// machine are named alike. Where no file has it, the one of the template that the task refers to, or names.
TaskDefinition task_definition(const RunTask& task);
/// The same from files only.
TaskDefinition given_definition(const RunTask& task);

/// Notes where a template has the definition that a finding is about.
void point_at(TaskDefinition definition, Diagnostic& found);

/// How far the tasks of a machine name a task definition, the least first.
enum class Naming : uint8_t { none, other_revision, unknown, named };
Naming naming(const asl::Machine& machine, TaskDefinition definition);

/// The values of `name` in the objects of an array, such as `containerDefinitions`; none of an absent one.
/// Absent where a template leaves one of them open.
std::optional<std::vector<std::string_view>> names_in(Value array);
/// Whether an array contains this string.
bool holds(Value array, std::string_view text);

}  // namespace sfn::schemas::ecs
