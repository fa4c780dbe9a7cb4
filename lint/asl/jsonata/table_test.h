// Reads the tables of testdata/jsonata, for tests.
#pragma once

#include <fstream>
#include <string>
#include <string_view>
#include <vector>

namespace sfn::asl::jsonata {

/// Blanks that a line of a table cannot hold are written as escapes: `\n`, `\t`, `\r`, `\v`, `\x1f`, `\\`.
inline std::string unescape_entry(std::string_view text) {
  std::string out;
  for (size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '\\' || i + 1 == text.size()) {
      out += text[i];
      continue;
    }
    const char letter = text[++i];
    if (letter == 'x') {
      out += static_cast<char>(std::stoi(std::string(text.substr(i + 1, 2)), nullptr, 16));
      i += 2;
    } else {
      out += letter == 'n'   ? '\n'
             : letter == 't' ? '\t'
             : letter == 'r' ? '\r'
             : letter == 'v' ? '\v'
                             : letter;
    }
  }
  return out;
}

/// The lines of a table that are not comments (`# ...`), each cut at its tabs.
inline std::vector<std::vector<std::string>> read_table(const std::string& path) {
  std::vector<std::vector<std::string>> rows;
  std::ifstream in(path, std::ios::binary);
  for (std::string line; std::getline(in, line);) {
    if (line.empty() || line.starts_with("# ")) continue;
    auto& row = rows.emplace_back(1);
    for (const char c : line) {
      if (c == '\t') row.emplace_back();
      else row.back() += c;
    }
  }
  return rows;
}

}  // namespace sfn::asl::jsonata
