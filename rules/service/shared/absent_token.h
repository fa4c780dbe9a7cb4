// Reads of the task token in tasks that get none.
#pragma once

#include "lint/rule.h"

namespace sfn::asl {
struct State;
}

namespace sfn::rules::service {

/// What a read of the missing token comes to.
enum class AbsentToken : bool {
  fails,    // a path of JSONPath, or an expression that is nothing but the path
  dropped,  // JSONata goes on without the value: in an object, a call, behind `&`
};

/// Reports every read of `Task.Token` in a request-response task that comes to this.
void report_absent_token(const asl::State& state, AbsentToken wanted, std::string_view message,
                         Report& report);

}  // namespace sfn::rules::service
