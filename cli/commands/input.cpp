// `sfn-lint input`: its options. What it does: cli/data/input_command.h.
#include "cli/commands/commands.h"
#include "cli/commands/option_parser.h"
#include "cli/data/input_command.h"

namespace sfn::cli {

int input_command(OptionParser& parser, const Host& host) {
  InputOptions options;
  parser.add_argument("FILE", options.path, true, "A definition; - is standard input");
  parser.add_choice("--format", options.format, {"sample", "schema"},
                    "A sample input, or a JSON Schema [sample]");
  parser.add_value("--output", options.output, "FILE", "Write it to a file");
  return parser.parse() ? print_input(options, host) : parser.status();
}

}  // namespace sfn::cli
