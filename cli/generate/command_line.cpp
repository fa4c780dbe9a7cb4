#include "cli/generate/command_line.h"

#include <algorithm>

namespace sfn::cli {

std::vector<std::string> choices_of(const OptionAbout& option) {
  std::vector<std::string> words;
  if (option.value.find('|') == std::string::npos) return words;
  for (size_t begin = 0, end; begin <= option.value.size(); begin = end + 1) {
    end = std::min(option.value.find('|', begin), option.value.size());
    words.push_back(option.value.substr(begin, end - begin));
  }
  return words;
}

}  // namespace sfn::cli
