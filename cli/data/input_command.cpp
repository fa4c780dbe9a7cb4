#include "cli/data/input_command.h"

#include <fmt/core.h>

#include "cli/check/machines.h"
#include "cli/data/input_tree.h"
#include "cli/report/destination.h"
#include "cli/report/printable.h"
#include "schemas/results.h"

namespace sfn::cli {

namespace {

std::string subject(const MachineInFile& one) { return one.resource.empty() ? one.path : one.resource; }

}  // namespace

int print_input(const InputOptions& options, const Host& host) {
  Messages messages(host);
  std::string text;
  const auto tell = [&](const MachineInFile& one, std::string_view what) {
    host.err(fmt::format("sfn-lint: {}: {}\n", printable(subject(one)), what));
  };
  each_machine({options.path}, {}, messages, [&](const MachineInFile& one) {
    const InputNode input = input_tree(one.machine);
    if (one.machine.derive<schemas::DataFlow>().spent()) tell(one, "the data is too much to follow");
    else if (!input.is_read()) tell(one, "the definition reads nothing of its input that sfn-lint knows of");
    else if (!one.resource.empty()) tell(one, fmt::format("state machine in {}", printable(one.path)));
    text += options.format == "schema" ? input_schema(input, subject(one)) : input_sample(input);
  });
  if (messages.status() != clean) return messages.status();
  Destination destination(options.output, host);
  destination.write(text);
  if (destination.failure().empty()) return clean;
  host.err(destination.failure());
  return unreadable;
}

}  // namespace sfn::cli
