// Access to the parts of a Map state.
#pragma once

#include "lint/asl/constructs.h"

namespace sfn::rules::map {

enum class Mode : uint8_t {
  inlined,      // the default
  distributed,  // ProcessorConfig.Mode is DISTRIBUTED
  unknown,      // a placeholder may decide, or the value is wrong
};

/// The object ItemProcessor, or else Iterator; absent if there is neither.
Value processor(const asl::State& map);
Mode mode(const asl::State& map);
/// The arguments of an ItemReader or ResultWriter: Parameters (JSONPath) or Arguments (JSONata).
Value arguments(const asl::Construct& reader);
/// The action of a `Resource` such as `arn:aws:states:::s3:getObject`: "getObject". Empty if a placeholder
/// hides it, or if it is not a Resource of S3.
std::string_view s3_action(Value resource);

}  // namespace sfn::rules::map
