// The resources and data sources of a configuration.
#pragma once

#include <string>
#include <vector>

#include "lint/document.h"

namespace sfn::hcl {

struct Resource {
  std::string type;     // "aws_iam_role"
  std::string address;  // "aws_iam_role.runner", "data.aws_iam_policy_document.run"
  /// Its attributes: see read_body in lint/hcl/values.h.
  Document attributes;
};

/// The blocks `resource` and `data` of these types (of all, if none is given), in the order of the file; none
/// where Terraform cannot read it. `source` must outlive the result.
std::vector<Resource> resources(const Source& source, FileId id,
                                const std::vector<std::string_view>& types = {});

}  // namespace sfn::hcl
