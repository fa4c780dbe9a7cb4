// The policies of the role that a state machine has in its template.
#pragma once

#include <deque>
#include <vector>

#include "cli/report/finding.h"
#include "lint/definition.h"

namespace sfn::cli {

/// None if the template does not contain all of them: no permission can be called missing then.
class RolePolicies {
 public:
  /// The places of the first policy have the FileId `first`, and so on.
  RolePolicies(const Definition& definition, FileId first);

  const std::vector<const Document*>& documents() const { return policies_; }
  /// Appends what findings in them need; `in_template` is the template.
  void append(const Reference& in_template, std::vector<Reference>& references) const;

 private:
  std::deque<Document> documents_;
  std::vector<const Document*> policies_;
};

}  // namespace sfn::cli
