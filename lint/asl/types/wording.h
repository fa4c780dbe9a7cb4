// How rules name what they find in the data.
#pragma once

#include <string>

#include "lint/asl/types/flow.h"
#include "lint/diagnostic.h"

namespace sfn::asl::types {

/// `$.task.Tasks` as it is written.
std::string_view written(const Missing& missing);
/// What does not have it, as it is written: `$.task`.
std::string_view written_holder(const Missing& missing);
/// What is wrong with it, to be put behind the path: ": `$.a` is a string", ": `$.a` has 2 items",
/// "; did you mean `b`?"; empty where there is nothing to add.
std::string reason(Types& types, const Missing& missing);
/// The member that differs from what is missing only in letter case; empty if there is none.
std::string_view other_case(Types& types, const Missing& missing);
/// "an object", "a string or a number".
std::string describe(const Types& types, Type type);

/// The state that makes a value; null where several do, or none.
const State* maker(const Machine& machine, const Types& types, Type type);
/// Notes where a value is made, and what it has.
void note_maker(const Machine& machine, Types& types, Type type, Diagnostic& found);

}  // namespace sfn::asl::types
