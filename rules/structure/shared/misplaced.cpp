#include "rules/structure/shared/misplaced.h"

#include <string>
#include <utility>

namespace sfn::rules::structure {

namespace {

using asl::ConstructKind;

std::vector<std::pair<ConstructKind, Value>> parts_of(const asl::State& map) {
  const Value processor = map.value.has("ItemProcessor") ? map["ItemProcessor"] : map["Iterator"];
  return {{ConstructKind::map, map.value},
          {ConstructKind::processor, processor},
          {ConstructKind::processor_config, processor["ProcessorConfig"]},
          {ConstructKind::item_reader, map["ItemReader"]},
          {ConstructKind::reader_config, map["ItemReader"]["ReaderConfig"]},
          {ConstructKind::item_batcher, map["ItemBatcher"]},
          {ConstructKind::result_writer, map["ResultWriter"]},
          {ConstructKind::writer_config, map["ResultWriter"]["WriterConfig"]}};
}

// `MaxConcurrencyPath` for `MaxConcurrency`, and the other way round.
std::string rival(std::string_view name) {
  return name.ends_with("Path") ? std::string(name.substr(0, name.size() - 4)) : std::string(name) + "Path";
}

}  // namespace

std::vector<ConstructKind> holders(std::string_view name) {
  std::vector<ConstructKind> found;
  for (size_t i = 0; i < asl::construct_kinds; ++i)
    if (asl::find_field(static_cast<ConstructKind>(i), name)) found.push_back(static_cast<ConstructKind>(i));
  return found;
}

Homes homes(const asl::Construct& construct, std::string_view name) {
  Homes found;
  if (!construct.state || !construct.state->is(asl::StateType::map)) return found;
  for (const auto& [kind, value] : parts_of(*construct.state)) {
    const asl::Field* field = asl::find_field(kind, name);
    if (!value.is_object() || value == construct.value || !field || !field->in(construct.language)) continue;
    if (value.has(name) || value.has(rival(name))) found.taken = true;
    else if (!value.open()) found.free.push_back(value);
  }
  return found;
}

Value rule_around(Value nested) {
  while (nested && !(nested.parent().is_array() && nested.parent().name() == "Choices"))
    nested = nested.parent();
  return nested;
}

}  // namespace sfn::rules::structure
