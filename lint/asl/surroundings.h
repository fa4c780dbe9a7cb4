// What is known of a definition beyond its own text.
#pragma once

#include <memory>
#include <vector>

#include "lint/document.h"

namespace sfn::asl {

/// The type of the state machine. It is set when the state machine is deployed, not in the definition.
enum class MachineType : uint8_t { unknown, standard, express };

/// Documents that a layer above the engine wants checked together with a definition. The engine does not know
/// what they mean: it only finds the places of findings in them, and hands them to the rules that ask.
class Attachments {
 public:
  virtual ~Attachments() = default;
  virtual std::vector<const Document*> documents() const = 0;
};

/// The documents are borrowed for the time of the check.
struct Surroundings {
  MachineType type = MachineType::unknown;
  /// Sample execution inputs.
  std::vector<const Document*> inputs = {};
  /// Null if there are none. schemas/deployment.h says what sfn-lint attaches.
  std::shared_ptr<const Attachments> attachments = {};
};

/// Something that a run may know and that a rule cannot do without: `sfn-lint` reports an unused suppression
/// of a rule only in runs that could have reported the rule.
struct Requirement {
  std::string_view name;  // "a sample execution input"
  bool (*met)(const Surroundings& surroundings);
};

namespace given {

inline constexpr Requirement machine_type{"the type of the state machine", [](const Surroundings& known) {
                                            return known.type != MachineType::unknown;
                                          }};
inline constexpr Requirement sample_input{"a sample execution input",
                                          [](const Surroundings& known) { return !known.inputs.empty(); }};

}  // namespace given

}  // namespace sfn::asl
