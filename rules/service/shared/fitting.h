// Compares the types of values with what a parameter accepts.
#pragma once

#include <optional>
#include <string>

#include "schemas/call/parameters.h"
#include "schemas/results.h"

namespace sfn::rules::service {

/// Visits the expressions in the parameters of a call, each with the shape that its value must have.
class Expressions : public schemas::Visitor {
 public:
  explicit Expressions(const schemas::Call& call) : call_(call) {}
  void member(const asl::Parameter& parameter, schemas::Member member) final;
  void value(Value value, schemas::Shape shape) final;

 protected:
  virtual void expression(Value expression, schemas::Shape shape) = 0;
  const schemas::Call& call() const { return call_; }

 private:
  const schemas::Call& call_;
};

/// The first part of a value that its shape cannot take.
struct Misfit {
  std::string path;  // of the part in the value: "[1].Name"
  asl::types::Type type;
  schemas::Shape wanted;
};

/// AWS converts more than its pages say: a parameter that is null is left out, and outside ECS text may be
/// given as JSON.
class Fitting {
 public:
  Fitting(const schemas::Call& call, asl::types::Types& types) : call_(call), types_(types) {}
  /// Absent if the value may fit.
  std::optional<Misfit> find(asl::types::Type type, schemas::Shape shape);

 private:
  asl::types::Kinds accepted(schemas::Shape shape) const;
  std::optional<Misfit> in_items(asl::types::Type type, schemas::Shape shape);
  std::optional<Misfit> in_members(asl::types::Type type, schemas::Shape shape);

  const schemas::Call& call_;
  asl::types::Types& types_;
};

}  // namespace sfn::rules::service
