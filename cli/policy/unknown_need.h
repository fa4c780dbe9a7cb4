// What the `policy` command says of a state whose permissions it cannot list.
#pragma once

#include <string>

#include "schemas/iam/needs.h"

namespace sfn::cli {

/// Names the option that would help, where there is one.
std::string describe(const schemas::iam::UnknownNeed& unknown);

/// Whether `--role-arn` says what is missing.
bool is_about_task_roles(const schemas::iam::UnknownNeed& unknown);

}  // namespace sfn::cli
