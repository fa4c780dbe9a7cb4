// The context object: `$$.Execution.Id` in JSONPath, `$states.context.Execution.Id` in JSONata. Source: Step
// Functions Developer Guide, "Accessing execution data from the Context object". AWS adds fields without
// notice, so an unknown field is not necessarily an error.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace sfn::asl::context_object {

enum class Type : uint8_t { object, text, number, timestamp, any };

enum class Present : uint8_t {
  always,
  in_state,          // in every state, not where the machine itself is described
  after_redrive,     // only after a redrive; never in children of an EXPRESS Map
  in_callback_task,  // Task states whose integration hands out a token: `.waitForTaskToken`, some `.sync`
  in_map_item,       // a Map's ItemSelector or Parameters (the states of its processor can read it too)
};

struct Field {
  std::string_view path;  // "Execution.Id"
  Type type;
  Present present;
};

/// Every documented field; an object precedes its members.
std::span<const Field> fields();

/// The result of looking up a list of names in the context object.
struct Reading {
  const Field* field = nullptr;  // the deepest documented field on the way; null if the first name is unknown
  /// Index of the first undocumented name; absent if all are documented.
  std::optional<size_t> unknown = {};
  /// With `unknown`: the field that was probably meant, and how many of the names it replaces (from the
  /// first).
  std::optional<std::string_view> meant = {};
  size_t replaces = 0;
};

/// Looks up names such as {"Execution", "Id"}; see path::leading_members. The empty list is the whole object.
/// The contents of a field of type `any` (Execution.Input, Map.Item.Value) are not checked.
Reading read(std::span<const std::string_view> names);

/// Whether a path into the STATE's data looks like one into the context object (`$.Execution.Id` for
/// `$$.Execution.Id`): its names begin with a documented field below the top level whose name is unlikely in
/// a user's own data. True for Execution.Id, State.EnteredTime, StateMachine.Name, Task.Token,
/// Map.Item.Value; false for Execution by itself.
bool looks_like_context(std::span<const std::string_view> names);

}  // namespace sfn::asl::context_object
