#include "lint/asl/payload.h"

namespace sfn::asl {

bool is_jsonata(Value value) {
  return value.is_string() && value.text().size() >= 4 && value.text().starts_with("{%") &&
         value.text().ends_with("%}");
}

Parameter parameter(Value member, QueryLanguage language) {
  Parameter found{member, member.name()};
  if (language == QueryLanguage::jsonata) {
    found.dynamic = is_jsonata(member);
  } else if (found.name.ends_with(".$")) {
    found.dynamic = true;
    found.name.remove_suffix(2);
  }
  return found;
}

Parameter parameter(Value object, std::string_view name, QueryLanguage language) {
  const NameHash plain = name_hash(name);
  const NameHash dynamic = language == QueryLanguage::jsonata ? plain : name_hash(name, ".$");
  if (!object.is_object() || !object.may_have(name_bit(plain) | name_bit(dynamic))) return {};
  for (Value member : object) {
    if (!member.may_be_named(plain) && !member.may_be_named(dynamic)) continue;
    if (const Parameter found = parameter(member, language); found.name == name) return found;
  }
  return {};
}

}  // namespace sfn::asl
