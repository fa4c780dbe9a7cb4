// The description of a rule in a SARIF log, with its name, reasons and an example, for the page of the
// finding.
#pragma once

#include "cli/report/json_writer.h"
#include "lint/rule.h"

namespace sfn::cli {

/// "error", "warning", "note".
std::string_view sarif_level(Severity severity);

/// A reportingDescriptor (SARIF 2.1.0, section 3.49), as an item of an array. `page` is the
/// address of the page of the rule, if there is one.
void write_sarif_rule(const Rule& rule, std::string_view page, JsonWriter& json);

}  // namespace sfn::cli
