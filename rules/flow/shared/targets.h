// Names that do not refer to a state, and the states that were probably meant.
#pragma once

#include <string_view>

#include "lint/asl/machine.h"
#include "lint/diagnostic.h"

namespace sfn::rules::flow {

/// How certain it is which state a wrong name refers to.
enum class Likeness : uint8_t { none, near /* a letter or two apart */, blank_or_case };

struct Meant {
  const asl::State* state = nullptr;
  Likeness likeness = Likeness::none;
};

/// The state of a scope that a name, which no state of it has, most probably means.
Meant meant(const asl::Scope& scope, std::string_view name);

/// Whether a target is a text that names no state, although all names are known.
bool is_broken(const asl::Scope& scope, Value target, const asl::State* to);

/// The state of that name in another scope; null if there is none.
const asl::State* elsewhere(const asl::Machine& machine, const asl::Scope& scope, std::string_view name);

/// Completes a finding about a target: nearest name with its fix, or where the name is instead.
std::string describe_target(const asl::Scope& scope, std::string_view name, Meant meant);
void fix_target(Diagnostic& found, Value target, Meant meant);

}  // namespace sfn::rules::flow
