// The execution input that a definition reads, as a tree.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cli/data/wanted.h"

namespace sfn::cli {

/// A value of the input.
struct InputNode {
  std::string_view name;  // empty for an item, and for the whole input
  Wanted wanted = {};
  /// Whether every execution needs it that comes so far: see asl::types::sure_states.
  bool required = false;
  /// "`Command.$` of state `Run`", in the order of the definition, each once.
  std::vector<std::string> readers = {};
  /// What is read of it: members in the order of their names, an item last.
  std::vector<InputNode> members = {}, item = {};
  bool is_read() const { return required || !readers.empty() || !members.empty() || !item.empty(); }
};

/// The whole input, as far as the definition reads it; nothing where its data is too much to follow.
InputNode input_tree(const asl::Machine& machine);

/// A value that suits, as JSON for people.
std::string input_sample(const InputNode& input);
/// A JSON Schema of it. `subject`: what the title says it is the input of.
std::string input_schema(const InputNode& input, std::string_view subject);

}  // namespace sfn::cli
