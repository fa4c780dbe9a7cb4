// The policies of the role that a state machine has in its template.
#pragma once

#include <deque>
#include <vector>

#include "cli/report/finding.h"
#include "lint/definition.h"

namespace sfn::cli {

/// None where the template does not have all of them: nothing can be said to be missing then.
class RolePolicies {
 public:
  /// The places of the first policy have the FileId `first`, and so on.
  RolePolicies(const Definition& definition, FileId first);

  const std::vector<const Document*>& documents() const { return policies_; }
  /// As findings need them; `in_template` is the template.
  void append(const Reference& in_template, std::vector<Reference>& references) const;

 private:
  std::deque<Document> documents_;
  std::vector<const Document*> policies_;
};

}  // namespace sfn::cli
