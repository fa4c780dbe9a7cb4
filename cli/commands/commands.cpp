#include "cli/commands/commands.h"

#include <algorithm>

#include "cli/commands/option_parser.h"

namespace sfn::cli {

namespace {

constexpr Command table[] = {
    {"check",
     "Finds mistakes in AWS Step Functions definitions (Amazon States Language), especially in their Amazon "
     "ECS and Fargate tasks",
     check_command},
    {"explain", "Explains what a rule finds, why it matters and how to fix it", explain_command},
    {"rules", "Lists all rules", rules_command},
    {"policy", "Prints the minimal IAM policy that the role of a state machine needs", policy_command},
    {"input", "Prints the execution input that a definition reads, as a sample or a JSON Schema",
     input_command},
    {"explain-data", "Explains what data a state receives and gives, and where it comes from",
     explain_data_command},
    {"api", "Prints what a call of an AWS service takes and returns", api_command},
    {"init", "Writes a configuration file, .sfn-lint.json, to start from", init_command}};

}  // namespace

std::span<const Command> commands() { return table; }

const Command* find_command(std::string_view name) {
  const auto found = std::find_if(std::begin(table), std::end(table),
                                  [&](const Command& command) { return command.name == name; });
  return found == std::end(table) ? nullptr : found;
}

CommandAbout describe(const Command& command) {
  const Host nowhere{[](std::string_view) { return true; }, [](std::string_view) { return true; }};
  OptionParser parser(command, {}, nowhere, OptionParser::Purpose::describe);
  command.run(parser, nowhere);
  return parser.about();
}

std::vector<CommandAbout> describe_commands() {
  std::vector<CommandAbout> all;
  for (const Command& command : table) all.push_back(describe(command));
  return all;
}

}  // namespace sfn::cli
