// Names of parameters that the tables do not have: what was meant, and whether the name may be a newer one.
#pragma once

#include <optional>
#include <string_view>

#include "lint/diagnostic.h"
#include "schemas/call/parameters.h"

namespace sfn::rules::service {

using namespace schemas;

struct UnknownName {
  /// The nearest name of the table.
  std::optional<std::string_view> near;
  /// Whether no version of the API can have the name. Others may be newer than the tables.
  bool certain = false;
};

/// Absent for names that another rule judges: in an open structure, in another letter case, of a template.
std::optional<UnknownName> judge_name(const asl::Parameter& parameter, schemas::Shape owner,
                                      const Call& call);

/// Says where else such a parameter stands, or what is accepted here; offers the near name.
void explain_name(Diagnostic& found, const asl::Parameter& parameter, schemas::Shape owner,
                  const UnknownName& name, const Call& call);

}  // namespace sfn::rules::service
