#include <map>
#include <string>

#include "lint/json/json_text.h"
#include "lint/json/string.h"
#include "rules/law/mutants.h"

namespace sfn::law {

namespace {

std::string text_of(const std::map<std::string, std::string>& members) {
  std::string text = "{";
  for (const auto& [name, json] : members)
    text.append(text.size() > 1 ? ", " : "").append(json::quote(name)).append(": ").append(json);
  return text + "}";
}

std::map<std::string, std::string> members_of(Value object) {
  std::map<std::string, std::string> members;
  for (Value member : object) members[std::string(member.name())] = json::text_of(member);
  return members;
}

/// The members of an object among those of the object that holds it.
void flatten(Value object, const Mutants& take) {
  const Value holder = object.parent();
  if (!holder.is_object() || object.child_count() == 0) return;
  auto members = members_of(holder);
  members.erase(std::string(object.name()));
  members.merge(members_of(object));
  take("object-flattened", {set_value(holder, text_of(members))});
}

void wrap_and_unwrap(Value value, const Mutants& take) {
  if (value.is_array() && value.child_count() == 1)
    take("array-unwrapped", {set_value(value, json::text_of(value.first_child()))});
  if (!value.is_array() && !value.name().empty()) take("wrapped-in-array", {wrap(value)});
  if (value.is_array() && value.child_count() > 0)
    take("wrapped-in-array-twice", {set_value(value, "[" + json::text_of(value) + "]")});
}

void move_up_and_down(Value member, const Mutants& take) {
  const Value holder = member.parent();
  if (!holder.is_object()) return;
  const std::string name(member.name());
  Value above = holder.parent();
  if (above.is_array()) above = above.parent();
  if (above.is_object() && !above.has(name)) take("moved-out", {move(member, above, name)});
  if (name == "QueryLanguage") return;  // what it leaves behind in free data means nothing
  for (Value beside : holder)
    if (beside.is_object() && !(beside == member) && !beside.has(name))
      take("moved-into-neighbour", {move(member, beside, name)});
}

}  // namespace

void mutants_of_place(Value value, const Mutants& take) {
  if (!value.parent()) return;
  // An array without items says the same as none.
  if (!value.name().empty()) take("dropped", {remove(value)});
  if (value.is_object()) flatten(value, take);
  wrap_and_unwrap(value, take);
  if (!value.name().empty()) move_up_and_down(value, take);
}

}  // namespace sfn::law
