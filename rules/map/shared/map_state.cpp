#include "rules/map/shared/map_state.h"

#include "lint/asl/resource.h"

namespace sfn::rules::map {

Value processor(const asl::State& map) {
  const Value found = map["ItemProcessor"];
  return found ? found : map["Iterator"];
}

Mode mode(const asl::State& map) {
  const Value holder = processor(map), config = holder["ProcessorConfig"], value = config["Mode"];
  if (value.literal() == "DISTRIBUTED") return Mode::distributed;
  if (value.literal() == "INLINE") return Mode::inlined;
  if (!holder.is_object() || holder.open() || config.open() || config.is_opaque() || value)
    return Mode::unknown;
  return Mode::inlined;
}

Value arguments(const asl::Construct& reader) {
  return reader.value[reader.jsonata() ? "Arguments" : "Parameters"];
}

std::string_view s3_action(Value value) {
  const asl::Resource resource = asl::read_resource(value);
  const bool of_s3 = resource.kind == asl::ResourceKind::integration && resource.service == "s3";
  return of_s3 && resource.action_known ? resource.action : std::string_view();
}

}  // namespace sfn::rules::map
