// Which data `$` refers to in a place, and what is known about the output of states.
#pragma once

#include "lint/asl/expression.h"
#include "schemas/schemas.h"

namespace sfn::rules::path {

enum class Data : uint8_t {
  none,             // no path of the data belongs here: ResultPath
  input,            // what the state before put out: InputPath
  effective_input,  // what InputPath leaves of it
  raw_result,       // what the service or the iterations returned: ResultSelector
  result,           // what ResultSelector makes of it: Assign of a Task
  output,           // the input with the result in it: OutputPath
  error_output,     // what a Catcher gets
};

/// The data that `$` is in an expression of a JSONPath state.
Data reads(const asl::Expression& expression);

/// The shape of the result of a Task that calls an integration whose result is known whole; else absent.
schemas::Shape known_result(const asl::State& state);

/// Members that every request-response result has in addition to those of its shape.
bool is_metadata(std::string_view name);

}  // namespace sfn::rules::path
