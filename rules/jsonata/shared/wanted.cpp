#include "rules/jsonata/shared/wanted.h"

namespace sfn::rules::jsonata {

using asl::jsonata::ValueKind;

bool is_whole_value(const asl::Expression& expression) {
  return expression.value.parent() == expression.construct.value;
}

ValueKind wanted_kind(const asl::Expression& expression) {
  switch (expression.field->content) {
    case asl::Content::integer:
    case asl::Content::number:
      return ValueKind::number;
    case asl::Content::text:
    case asl::Content::timestamp:
      return ValueKind::string;
    case asl::Content::condition:
      return ValueKind::boolean;
    case asl::Content::items:
      return ValueKind::array;
    default:
      return ValueKind::unknown;
  }
}

bool takes_object_items(const asl::Expression& expression) {
  if (!expression.state()) return false;
  for (const asl::Scope* scope : expression.state()->inner)
    if (scope->distributed()) return true;
  return expression.state()->inner.empty();
}

}  // namespace sfn::rules::jsonata
