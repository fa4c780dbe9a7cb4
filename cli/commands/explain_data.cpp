// `sfn-lint explain-data`: its options. What it does: cli/data/explain_data.h.
#include "cli/data/explain_data.h"
#include "cli/commands/commands.h"
#include "cli/commands/option_parser.h"

namespace sfn::cli {

int explain_data_command(OptionParser& parser, const Host& host) {
  ExplainDataOptions options;
  parser.add_argument("FILE", options.path, true, "A definition; - is standard input");
  parser.add_argument("STATE", options.state, true, "The name of a state");
  parser.add_choice("--format", options.format, {"text", "json"}, "Format of the answer [text]");
  return parser.parse() ? explain_data(options, host) : parser.status();
}

}  // namespace sfn::cli
