// The state machines of a file, for commands that look at them without running the rules.
#pragma once

#include <functional>

#include "cli/check/inputs.h"
#include "cli/files/files.h"
#include "cli/report/messages.h"

namespace sfn::cli {

struct MachineInFile {
  const asl::Machine& machine;
  const std::string& path;      // of the file
  const std::string& resource;  // its name in a template; empty otherwise
  const LineIndex& lines;       // of the file
};

/// Hands each state machine of a file to `take`. What cannot be read becomes a message.
void each_machine(const File& file, const Inputs& inputs, Messages& messages,
                  const std::function<void(const MachineInFile&)>& take);

}  // namespace sfn::cli
