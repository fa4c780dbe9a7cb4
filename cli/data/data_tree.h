// What is known of a state's data, as a tree to print: short, with the places where its parts come from.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "lint/asl/types/flow.h"
#include "lint/text.h"

namespace sfn::cli {

/// Where a value comes from.
struct DataOrigin {
  enum class Kind : uint8_t { input, state, result, error, writer };
  Kind kind = Kind::input;
  std::string path = {};   // into the execution input
  std::string state = {};  // that made it
  uint32_t line = 0;       // of the file
  std::string call = {};   // of a result: "ecs:runTask.sync"
  /// But for the line: one state makes values on many.
  bool same_place(const DataOrigin& other) const {
    return kind == other.kind && path == other.path && state == other.state;
  }
};

struct DataNode {
  std::string name = {};   // of a member; "[]" for each item of an array
  std::string type = {};   // "an object", "anything"
  std::string value = {};  // of a constant that is no object and no array, as JSON
  bool maybe = false;      // whether it may be absent
  /// Absent where it is not known, or that of what is around it.
  std::optional<DataOrigin> origin = {};
  std::vector<DataNode> members = {};
  size_t more = 0;  // members that are known, but left out
  /// What else may be in it: anything, or what is in that part of the input.
  bool others = false;
  std::string others_path = {};
};

class DataTree {
 public:
  DataTree(const asl::Machine& machine, const asl::types::Flow& flow, const LineIndex& lines)
      : machine_(machine), types_(flow.types()), lines_(lines) {}
  DataNode describe(asl::types::Type type) const { return node(type, 0, nullptr); }

 private:
  DataNode node(asl::types::Type type, size_t depth, const DataOrigin* around) const;
  std::optional<DataOrigin> origin(asl::types::Type type) const;
  void add_members(asl::types::Type type, size_t depth, const DataOrigin* around, DataNode& into) const;
  void add_items(asl::types::Type type, size_t depth, const DataOrigin* around, DataNode& into) const;
  void add_others(asl::types::Type type, DataNode& into) const;
  std::string input_path(uint32_t step) const;

  const asl::Machine& machine_;
  asl::types::Types& types_;
  const LineIndex& lines_;
};

/// "a string, may be absent, from the execution input `$.job`"; safe to print.
std::string in_words(const DataNode& node);

}  // namespace sfn::cli
