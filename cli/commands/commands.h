// The commands of the program. Their table is in commands.cpp.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cli/generate/command_line.h"
#include "cli/host.h"

namespace sfn::cli {

class OptionParser;

struct Command {
  std::string_view name;
  std::string_view summary;  // one sentence, without its full stop
  /// Adds its options to the parser and lets it parse; then does what they ask. Returns the exit status.
  int (*run)(OptionParser& parser, const Host& host);
};

// The commands, one file each: NAME.cpp, with `_` for `-`.
int check_command(OptionParser& parser, const Host& host);
int explain_command(OptionParser& parser, const Host& host);
int rules_command(OptionParser& parser, const Host& host);
int policy_command(OptionParser& parser, const Host& host);
int api_command(OptionParser& parser, const Host& host);
int input_command(OptionParser& parser, const Host& host);
int explain_data_command(OptionParser& parser, const Host& host);
int init_command(OptionParser& parser, const Host& host);

/// `check` first, whose name may be left out.
std::span<const Command> commands();
/// Null if there is none of that name.
const Command* find_command(std::string_view name);

/// The options of a command. Sets up its parser, but does not run it.
CommandAbout describe(const Command& command);
/// Those of all commands, in the order of the table.
std::vector<CommandAbout> describe_commands();

}  // namespace sfn::cli
