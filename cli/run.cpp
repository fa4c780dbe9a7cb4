#include "cli/run.h"

#include <exception>

#include "cli/commands/command_words.h"
#include "cli/commands/option_parser.h"

namespace sfn::cli {

namespace {

// Prints what is wrong with options of `check` that were given with another command.
int validate(const std::vector<std::string>& of_check, const Host& host) {
  if (of_check.empty()) return clean;
  const Command& check = commands().front();
  OptionParser parser(check, of_check, host, OptionParser::Purpose::validate);
  return check.run(parser, host);
}

}  // namespace

int run(const std::vector<std::string>& arguments, const Host& host) try {
  const ChosenCommand chosen = choose_command(arguments);
  if (const int status = validate(chosen.of_check, host); status != clean) return status;
  OptionParser parser(*chosen.command, chosen.words, host);
  return chosen.command->run(parser, host);
} catch (const std::exception& fault) {
  host.err(std::string("sfn-lint: internal error: ") + fault.what() + "\n");
  return unreadable;
}

}  // namespace sfn::cli
