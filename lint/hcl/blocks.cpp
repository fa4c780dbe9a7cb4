#include "lint/hcl/blocks.h"

#include <algorithm>

#include "lint/hcl/values.h"

namespace sfn::hcl {

std::vector<Resource> resources(std::string_view text, FileId first) {
  const auto file = parse(text);
  const Locals locals(*file);
  std::vector<Resource> found;
  for (const Block& block : file->body.blocks) {
    if ((block.type != "resource" && block.type != "data") || block.labels.size() != 2) continue;
    const std::string_view type = block.labels[0];
    std::string address = std::string(type) + "." + std::string(block.labels[1]);
    if (block.type == "data") address = "data." + address;
    const auto id = static_cast<FileId>(first + found.size());
    found.push_back(
        {std::string(type), std::move(address), read_body(file, locals, block.body, block.span, id)});
  }
  return found;
}

bool may_have_more(std::string_view text) {
  const auto file = parse(text);
  return file->fault || std::any_of(file->body.blocks.begin(), file->body.blocks.end(),
                                    [](const Block& block) { return block.type == "module"; });
}

}  // namespace sfn::hcl
