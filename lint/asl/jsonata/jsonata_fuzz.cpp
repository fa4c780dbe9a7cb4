// Any bytes: no crash, no hang, and what the parser promises of trees and faults holds.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "lint/asl/jsonata/analysis.h"
#include "lint/asl/jsonata/delimiters.h"
#include "lint/asl/jsonata/parse.h"

using namespace sfn::asl::jsonata;

namespace {

void require(bool condition) {
  if (!condition) std::abort();
}

void check_fault(const Fault& fault, size_t size) {
  require(fault.begin <= fault.end && fault.end <= size && !fault.message.empty());
  uint32_t last = 0;
  for (const Repair& repair : fault.repairs) {
    require(last <= repair.begin && repair.begin < repair.end && repair.end <= size);
    last = repair.end;
  }
}

void check_tree(const Tree& tree, size_t size) {
  require(tree.root() < tree.size() && tree[tree.root()].parent == no_node);
  for (NodeIndex i = 0; i < tree.size(); ++i) {
    const Node& node = tree[i];
    require(node.begin <= node.token_begin && node.token_begin < node.token_end);
    require(node.token_end <= node.end && node.end <= size);
    for (const NodeIndex child : tree.children(i)) {
      require(child < i && tree[child].parent == i);
      require(node.begin <= tree[child].begin && tree[child].end <= node.end);
    }
    tree.string_value(i);
  }
}

/// The questions of rules, asked of every node.
void ask(const Tree& tree) {
  for (const VariableUse& use : free_variables(tree)) members_behind(tree, use.node);
  for (const Hyphen& hyphen : hyphens(tree))
    require(hyphen.begin < hyphen.end && hyphen.end <= tree.text().size());
  document_uses(tree);
  calls(tree);
  intrinsics(tree);
  is_constant(tree, tree.root());
  result_kind(tree, tree.root());
  may_unwrap(tree, tree.root());
}

void check_delimiters(std::string_view text) {
  const Delimited found = delimiters(text);
  require(found.begin <= found.end && found.end <= text.size());
  require(found.fault_begin <= found.fault_end && found.fault_end <= text.size());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  Tree tree;
  if (const auto fault = parse(text, tree)) check_fault(*fault, size);
  else check_tree(tree, size), ask(tree);
  check_delimiters(text);
  return 0;
}
