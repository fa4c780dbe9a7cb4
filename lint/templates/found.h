// What the readers of each dialect fill.
#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "lint/templates/resource.h"

namespace sfn::templates {

struct Found {
  std::shared_ptr<const Document> outer;
  std::vector<Resource> resources;

  Resource& add(Dialect dialect, std::string_view name);
};

/// The type of a state machine; STANDARD where a template does not say it.
asl::MachineType machine_type(Value type);

}  // namespace sfn::templates
