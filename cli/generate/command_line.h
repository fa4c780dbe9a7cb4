// The command line as data; the man page and the shell completions are generated from it.
#pragma once

#include <string>
#include <vector>

namespace sfn::cli {

struct OptionAbout {
  std::string name;    // "--select"; for what has no dashes its word: "PATH"
  std::string letter;  // "-j", or empty
  std::string value;   // "FILE", "IDS", "text|json"; empty: it takes none
  std::string text;    // what it does, in one line
  std::string group;   // the heading above it in the help
  bool positional = false;
};

struct CommandAbout {
  std::string name;     // "check"
  std::string summary;  // one sentence, without its full stop
  std::vector<OptionAbout> options;
};

/// The words of a list such as "text|json"; none if it is not a list.
std::vector<std::string> choices_of(const OptionAbout& option);

}  // namespace sfn::cli
