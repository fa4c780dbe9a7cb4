// The context object: `$$.Execution.Id` in JSONPath, `$states.context.Execution.Id` in JSONata.
// Source: Step Functions Developer Guide, "Accessing execution data from the Context object". AWS adds fields
// without notice, so an unknown one is no proof of a fault.
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
  after_redrive,     // only once an execution was redriven; never in children of an EXPRESS Map
  in_callback_task,  // Task states whose integration hands out a token: `.waitForTaskToken`, some `.sync`
  in_map_item,       // a Map's ItemSelector or Parameters (the states of its processor read it as well)
};

struct Field {
  std::string_view path;  // "Execution.Id"
  Type type;
  Present present;
};

/// Every documented field, objects before what they hold.
std::span<const Field> fields();

/// What a list of names, read from the context object, comes to.
struct Reading {
  const Field* field = nullptr;  // the deepest documented field on the way; null if the first name is unknown
  /// Index of the first name that is not documented; absent if all are.
  std::optional<size_t> unknown = {};
  /// With `unknown`: the field that was probably meant, and how many of the names it stands for (from the
  /// first).
  std::optional<std::string_view> meant = {};
  size_t replaces = 0;
};

/// Reads names such as {"Execution", "Id"}; path::leading_members makes them. The empty list is the whole
/// object, and what lies inside a field of type `any` (Execution.Input, Map.Item.Value) is not judged.
Reading read(std::span<const std::string_view> names);

/// For a path of the STATE's data that looks like one of the context object (`$.Execution.Id` for
/// `$$.Execution.Id`): whether the names begin with a documented field below the top level whose name
/// nobody's own data is likely to have. True of Execution.Id, State.EnteredTime, StateMachine.Name,
/// Task.Token, Map.Item.Value; false of Execution alone.
bool looks_like_context(std::span<const std::string_view> names);

}  // namespace sfn::asl::context_object
