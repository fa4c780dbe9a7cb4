// Plain scalars of a YAML definition that YAML 1.1 and YAML 1.2 take for different values.
#pragma once

#include "lint/asl/machine.h"
#include "lint/rule.h"
#include "lint/yaml/plain.h"

namespace sfn::rules::yaml {

/// A value or key in a trap, as it is written.
struct Trapped {
  Value value;
  bool key = false;
  std::string_view written;
  Place place() const { return key ? value.key() : value.place(); }
};

/// All in one kind of trap, in the order of the file; none where the definition is not YAML.
std::vector<Trapped> trapped(const asl::Machine& machine, sfn::yaml::Trap trap);

/// Whether nothing but a string is right there: a key, a field that names a state.
bool wants_string(const Trapped& one);

/// Offers quotes; safe if only a string is valid, so that nothing that works can change.
void offer_quotes(Diagnostic& found, const Trapped& one);

}  // namespace sfn::rules::yaml
