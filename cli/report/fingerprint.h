// Identifies a finding across runs.
#pragma once

#include <map>
#include <string>

#include "cli/report/finding.h"

namespace sfn::cli {

/// The properties of a finding that do not change when other parts of its file change: rule, file, resource,
/// pointer and state, never a line. `checked` is the path of the definition: a finding in another file, such
/// as a policy, is a separate finding for each definition. Findings may share an identity.
std::string identity(const Finding& finding, std::string_view checked);

/// Fingerprints of the findings of one file, unique among them: 16 hexadecimal digits, a hash of the identity
/// and of the number of those before that have the same.
class Fingerprints {
 public:
  explicit Fingerprints(std::string_view checked) : checked_(checked) {}
  /// To be called in the order of the findings.
  std::string next(const Finding& finding);

 private:
  std::string_view checked_;
  std::map<std::string, size_t> seen_;
};

}  // namespace sfn::cli
