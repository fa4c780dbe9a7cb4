// `sfn-lint api SERVICE[:ACTION]`: what a call takes and returns, as Step Functions spells it.
#pragma once

#include <string>
#include <string_view>

namespace sfn::cli {

struct ApiPage {
  std::string text;   // the page; empty if there is none
  std::string error;  // why there is none
};

/// `target` is a service (`rds`), or a call as a Resource names it after `arn:aws:states:::`, whole or in
/// part: `rds:startDBInstance`, `aws-sdk:ecs:runTask`, `ecs:runTask.sync`. `format` is `text` or `json`.
ApiPage api_page(std::string_view target, std::string_view format);

}  // namespace sfn::cli
