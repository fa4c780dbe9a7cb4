// Options that several commands have.
#pragma once

#include <string>

#include "cli/commands/option_parser.h"
#include "cli/host.h"

namespace sfn::cli {

/// --color
void add_color(OptionParser& parser, Color& color, const std::string& text);

}  // namespace sfn::cli
