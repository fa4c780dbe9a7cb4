#include "lint/templates/terraform_stack.h"

#include "lint/hcl/blocks.h"

namespace sfn::templates {

std::shared_ptr<const Stack> read_terraform_stack(const std::vector<std::string_view>& texts, FileId first) {
  auto stack = std::make_shared<Stack>();
  for (const std::string_view text : texts) {
    if (hcl::may_have_more(text)) stack->leave_open();
    const auto next = static_cast<FileId>(first + stack->documents().size());
    for (hcl::Resource& one : hcl::resources(text, next)) {
      const std::string_view type = one.attributes.keep(std::move(one.type));
      const std::string_view address = one.attributes.keep(std::move(one.address));
      const auto document = std::make_shared<const Document>(std::move(one.attributes));
      stack->add({type, address, document->root(), document->root().label()});
      stack->keep(document);
    }
  }
  return stack;
}

}  // namespace sfn::templates
