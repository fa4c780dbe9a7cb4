#include "cli/commands/shared_options.h"

namespace sfn::cli {

void add_color(OptionParser& parser, Color& color, const std::string& text) {
  const Choices<Color> colors = {
      {"auto", Color::automatic}, {"always", Color::always}, {"never", Color::never}};
  parser.add_choice("--color", color, colors, text);
}

}  // namespace sfn::cli
