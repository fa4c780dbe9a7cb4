#include "rules/structure/shared/range.h"

namespace sfn::rules::structure {

namespace {

using asl::Construct;
using asl::ConstructKind;
using asl::Content;
using asl::Field;

// Of these, definitions out of the documented range have been deployed and have run.
bool tolerates(const Construct& construct, const Field& field, double number) {
  if (construct.is(ConstructKind::retrier) && field.name == "IntervalSeconds") return number == 0;
  if (construct.is(ConstructKind::machine) && field.name == "TimeoutSeconds") return number == 0;
  return field.name == "MaxInputBytesPerBatch" && number > field.max;
}

}  // namespace

Range range_of(const Construct& construct, const Field& field, Value member) {
  if (field.content != Content::integer && field.content != Content::number) return Range::within;
  const auto number = member.number();
  // A fraction is of the wrong type: structure/field-type.
  const bool fraction = field.content == Content::integer && !member.integer() && field.max < 1e14;
  if (!number || fraction || (*number >= field.min && *number <= field.max)) return Range::within;
  return tolerates(construct, field, *number) ? Range::tolerated : Range::refused;
}

}  // namespace sfn::rules::structure
