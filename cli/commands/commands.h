// What each command runs.
#pragma once

#include "cli/commands/command.h"

namespace sfn::cli {

int check_command(OptionParser& parser, const Host& host);
int explain_command(OptionParser& parser, const Host& host);
int rules_command(OptionParser& parser, const Host& host);
int policy_command(OptionParser& parser, const Host& host);
int init_command(OptionParser& parser, const Host& host);

}  // namespace sfn::cli
