// The JSON Schema of configuration files, for editors.
#pragma once

#include <string>

namespace sfn::cli {

/// Draft-07, which all editors know; made from the table of keys.
std::string config_schema();

}  // namespace sfn::cli
