#include "lint/asl/jsonata/parse.h"

#include "lint/asl/jsonata/parser.h"
#include "lint/asl/jsonata/repairs.h"
#include "lint/asl/jsonata/resolve.h"

namespace sfn::asl::jsonata {

std::optional<Fault> parse_once(std::string_view text, Tree& tree) {
  Parser parser(text, tree);
  const NodeIndex root = parser.parse();
  if (auto fault = parser.take_fault()) return fault;
  if (auto fault = resolve(tree, root)) return fault;
  tree.finish(root);
  return std::nullopt;
}

std::optional<Fault> parse(std::string_view text, Tree& tree) {
  auto fault = parse_once(text, tree);
  if (!fault) return fault;
  add_repairs(*fault, text);
  tree.reset(text);
  return fault;
}

}  // namespace sfn::asl::jsonata
