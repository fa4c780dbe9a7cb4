// What a place that reads a value of the execution input can take, as far as its place tells.
#pragma once

#include <string>
#include <unordered_map>

#include "lint/asl/types/typing.h"
#include "schemas/schemas.h"

namespace sfn::cli {

struct Wanted {
  asl::intrinsic::Kinds kinds = asl::intrinsic::any;
  /// A value that suits, as JSON; empty where any of these kinds does.
  std::string suits = {};
  bool timestamp = false;
  /// Of a parameter of a service what the service takes; else absent.
  schemas::Shape shape = {};
};

/// The same for any value of a shape.
Wanted wanted_by(schemas::Shape shape);

/// The places of one machine, which must outlive it.
class WantedValues {
 public:
  explicit WantedValues(const asl::Machine& machine);
  Wanted find(const asl::types::InputReading& reading) const;

 private:
  Wanted of_whole(const asl::Expression& expression) const;

  std::unordered_map<NodeId, schemas::Shape> parameters_;  // by the node of their expression
};

}  // namespace sfn::cli
