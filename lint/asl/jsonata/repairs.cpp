#include "lint/asl/jsonata/repairs.h"

#include <string>

#include "lint/asl/jsonata/parser.h"

namespace sfn::asl::jsonata {
namespace {

/// `!x` becomes `$not(x)` where `x` parses.
void fix_negation(Fault& fault, std::string_view text) {
  if (fault.kind != FaultKind::javascript_operator ||
      text.substr(fault.begin, fault.end - fault.begin) != "!")
    return;
  Tree tree;
  Parser parser(text.substr(fault.end), tree);
  const NodeIndex operand = parser.parse_operand();
  const auto wrong = parser.take_fault();
  // A fault behind the operand belongs to another place.
  if (tree[operand].end == 0 || (wrong && wrong->begin < tree[operand].end)) return;
  const uint32_t end = fault.end + tree[operand].end;
  fault.repairs = {{fault.begin, end, "$not(" + std::string(tree.text(operand)) + ")"}};
}

void apply(const Repair& repair, std::string& text) {
  text.replace(repair.begin, repair.end - repair.begin, repair.text);
}

}  // namespace

void add_repairs(Fault& first, std::string_view text) {
  fix_negation(first, text);
  if (first.repairs.empty()) return;
  std::string fixed(text);
  Tree tree;
  // Faults come from left to right, so those before a place move it by the sum of their growth.
  int64_t growth = 0;
  for (int i = 1; i < most_repairs; ++i) {
    const Repair& last = first.repairs.back();
    const auto moved = [&](uint32_t offset) { return static_cast<uint32_t>(offset + growth); };
    const Repair here = {moved(last.begin), moved(last.end), last.text};
    apply(here, fixed);
    growth += static_cast<int64_t>(last.text.size()) - (last.end - last.begin);
    auto next = parse_once(fixed, tree);
    if (!next || next->kind != first.kind) return;
    fix_negation(*next, fixed);
    if (next->repairs.empty()) return;
    const Repair& found = next->repairs.front();
    const int64_t begin = found.begin - growth, end = found.end - growth;
    if (begin < static_cast<int64_t>(last.end)) return;  // inside what was fixed
    first.repairs.push_back({static_cast<uint32_t>(begin), static_cast<uint32_t>(end), found.text});
  }
}

}  // namespace sfn::asl::jsonata
