// What a state receives and gives.
#pragma once

#include <string>
#include <vector>

#include "cli/data/data_tree.h"

namespace sfn::cli {

/// Data, and the variables that are set.
struct DataAndVariables {
  DataNode data, variables;
};

/// One way that leaves the state, or several that hand on the same.
struct GivenData {
  std::vector<std::string> to =
      {};               // states; empty where the data is what its machine, branch or Map item gives
  bool caught = false;  // after an error
  bool same_data = false, same_variables = false;  // as the state received
  DataAndVariables given;
};

struct StateData {
  std::string file, resource, state;
  uint32_t line = 0;
  std::string scope = {};                         // "the execution", "its branch", "the item of its Map"
  std::optional<DataAndVariables> receives = {};  // absent where no way leads to it
  std::vector<GivenData> gives = {};
  bool spent = false;  // the data is too much to follow: nothing is known
};

std::string state_data_text(const StateData& state);
std::string state_data_json(const StateData& state);

}  // namespace sfn::cli
