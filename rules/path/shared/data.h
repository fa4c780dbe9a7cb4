// Which data `$` refers to in a place.
#pragma once

#include "lint/asl/expression.h"

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

}  // namespace sfn::rules::path
