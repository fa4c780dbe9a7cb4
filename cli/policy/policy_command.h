// `sfn-lint policy`: the least policy that definitions need.
#pragma once

#include <string>
#include <vector>

#include "cli/host.h"

namespace sfn::cli {

/// Values that are empty are unknown.
struct PolicyOptions {
  std::vector<std::string> paths = {};  // "-" is standard input
  std::string partition = {}, region = {}, account = {}, state_machine = {};
  std::vector<std::string> role_arns = {}, task_definitions = {};
  bool trust = false, task_role = false;
  std::string format = "json";
  std::string output = {};  // empty: standard output
};

/// Returns the exit status. The policy goes to standard output, or to the file of --output; messages about
/// unknown values go to standard error.
int print_policy(const PolicyOptions& options, const Host& host);

/// The error in the values of its options; empty if there is none.
std::string wrong_policy_options(const PolicyOptions& options);

}  // namespace sfn::cli
