#include "lint/hcl/blocks.h"

#include <algorithm>

#include "lint/hcl/values.h"

namespace sfn::hcl {

std::vector<Resource> resources(const Source& source, FileId id, const std::vector<std::string_view>& types) {
  const auto file = parse(source.text());
  const Locals locals(*file);
  std::vector<Resource> found;
  for (const Block& block : file->body.blocks) {
    if ((block.type != "resource" && block.type != "data") || block.labels.size() != 2) continue;
    const std::string_view type = block.labels[0];
    if (!types.empty() && std::find(types.begin(), types.end(), type) == types.end()) continue;
    std::string address = std::string(type) + "." + std::string(block.labels[1]);
    if (block.type == "data") address = "data." + address;
    found.push_back(
        {std::string(type), std::move(address), read_body(file, locals, block.body, block.span, id)});
  }
  return found;
}

}  // namespace sfn::hcl
