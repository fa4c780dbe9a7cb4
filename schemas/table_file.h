// Reads tab-separated tables and whole files for the two schema tools. Not part of the linter.
#pragma once

#include <cstdlib>
#include <fstream>
#include <iostream>
#include <sstream>
#include <string>
#include <vector>

namespace sfn::schemas {

/// Ends the tool: its input is part of the project, so there is nothing to recover.
[[noreturn]] inline void fail(const std::string& message) {
  std::cerr << "schemas: " << message << '\n';
  std::exit(1);
}

using Row = std::vector<std::string>;

inline Row split(const std::string& text, char separator) {
  Row parts;
  std::istringstream in(text);
  for (std::string part; std::getline(in, part, separator);) parts.push_back(part);
  return parts;
}

inline std::string read_file(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) fail("cannot read " + path);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

/// The rows of a file, each with `columns` cells; `#` begins a comment line and `-` is an empty cell.
inline std::vector<Row> read_table(const std::string& path, size_t columns) {
  std::ifstream in(path);
  if (!in) fail("cannot read " + path);
  std::vector<Row> rows;
  for (std::string line; std::getline(in, line);) {
    if (line.empty() || line[0] == '#') continue;
    Row row = split(line, '\t');
    if (row.size() != columns) fail(path + ": not " + std::to_string(columns) + " columns: " + line);
    for (std::string& cell : row)
      if (cell == "-") cell.clear();
    rows.push_back(row);
  }
  return rows;
}

}  // namespace sfn::schemas
