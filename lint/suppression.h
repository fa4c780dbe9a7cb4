// What a definition says about findings that are not to be reported.
#pragma once

#include <string_view>

#include "lint/document.h"

namespace sfn {

/// One id or family that `sfn-lint: ignore=...` names, in a Comment or in a comment of YAML.
struct Suppression {
  /// The name as it stands there.
  Place place;
  std::string_view id;
  /// The object that it covers, with all that is inside it. Absent for a comment of YAML, which covers lines.
  Value over;
  /// Whether it silenced a finding.
  bool used = false;
  /// Whether all rules that it names ran, so that one that is not used is needless.
  bool judged = false;
};

}  // namespace sfn
