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

/// The blocks `resource` and `data`, in the order of the file; none where Terraform cannot read it. The
/// FileId of the first is `first`, and each has one of its own. `text` must outlive the result.
std::vector<Resource> resources(std::string_view text, FileId first);

/// Whether a configuration calls modules, or cannot be read: then there may be resources that nobody knows.
bool may_have_more(std::string_view text);

}  // namespace sfn::hcl
