// What expressions of Terraform come to where a definition is wanted.
#pragma once

#include <optional>
#include <string>

#include "lint/hcl/locals.h"

namespace sfn::templates {

class TerraformValues {
 public:
  /// `file` must outlive it.
  explicit TerraformValues(const hcl::File& file) : file_(file), locals_(file) {}

  const hcl::Locals& locals() const { return locals_; }
  /// The expression that another one comes to: through local values, parentheses, calls that change nothing
  /// in a definition (`jsonencode`, `yamldecode`, `trimspace`, ...), and `data.template_file`.
  hcl::ExpressionId known(hcl::ExpressionId id) const { return known(id, 0); }
  /// A path below the folder of the file: `"${path.module}/${local.name}.json"`. Absent if a part of it is
  /// not known.
  std::optional<std::string> path_of(hcl::ExpressionId written) const;

 private:
  hcl::ExpressionId known(hcl::ExpressionId id, int steps) const;
  hcl::ExpressionId pass(hcl::ExpressionId id, int steps) const;
  hcl::ExpressionId template_file(std::string_view reference) const;

  const hcl::File& file_;
  hcl::Locals locals_;
};

/// `aws_sfn_state_machine.orders`, `module.orders`, `data.aws_region.here`
std::string address(const hcl::Block& block);

}  // namespace sfn::templates
