// Intrinsic functions of CloudFormation: `{"Ref": "X"}`, `{"Fn::Sub": "..."}`. The YAML reader has made the
// short form (`!Sub ...`) into the long one. Source: CloudFormation User Guide, intrinsic-function-reference.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "lint/composition.h"

namespace sfn::templates {

struct Intrinsic {
  std::string_view name;  // "Ref", "Fn::..."
  Value argument;
};

/// The call that a value is; absent for other values.
std::optional<Intrinsic> intrinsic(Value value);

/// What `Ref`, `Fn::GetAtt` or an `Fn::Sub` of one name refers to, as `Fn::Sub` spells it: `Task`,
/// `TaskRole.Arn`. Empty for other calls.
std::string reference(const Intrinsic& call);

/// A value as text, with placeholders for what is not known; `${Name}` for a reference. Absent for values
/// that are neither text nor a call.
std::optional<std::string> spelled(Value value);

/// Whether a member is a call that stands among others and brings members of its own: `Fn::Transform`,
/// `Fn::ForEach::...`.
bool is_call(Value member);

/// The text of a string, an `Fn::Sub` or an `Fn::Join`, with placeholders for what is not known. Absent for
/// values that are no text, or of which nothing is known.
std::optional<Composition> compose(Value value);

}  // namespace sfn::templates
