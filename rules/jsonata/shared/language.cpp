#include "rules/jsonata/shared/language.h"

namespace sfn::rules::jsonata {

namespace {

using asl::Construct;
using asl::Field;

// Depth is bounded by the reader's limit on nesting.
bool holds_dollar_key(Value value) {
  for (const Value child : value)
    if (child.name().ends_with(".$") || holds_dollar_key(child)) return true;
  return false;
}

bool uses_jsonpath(const Construct& construct) {
  for (const Value member : construct.value) {
    const Field* field = asl::field_of(construct, member);
    if (!field) continue;
    if (field->languages == asl::Languages::jsonpath) return true;
    const bool payload =
        field->content == asl::Content::payload || field->content == asl::Content::assignments;
    if (payload && holds_dollar_key(member)) return true;
  }
  return false;
}

}  // namespace

const Field* foreign_field(const Construct& construct, Value member) {
  const Field* field = asl::field_of(construct, member);
  return field && !field->in(construct.language) ? field : nullptr;
}

bool uses_jsonpath(const asl::State& state) {
  for (const Construct& construct : state.machine().constructs())
    if (construct.state == &state && uses_jsonpath(construct)) return true;
  return false;
}

bool names_language(const asl::State& state) { return state.value.has("QueryLanguage"); }

}  // namespace sfn::rules::jsonata
