// The command line: arguments into Options.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/generate/command_line.h"
#include "cli/select_rules.h"
#include "lint/asl/machine.h"
#include "lint/diagnostic.h"

namespace sfn::cli {

enum class Command : uint8_t { check, explain, rules, policy, api, init, generate };
/// What happens to the fixes that findings offer.
enum class Fixing : uint8_t { show, write, diff };
enum class Color : uint8_t { automatic, always, never };

/// The name of standard input in reports, unless one is given.
inline constexpr std::string_view unnamed_input = "<stdin>";

struct Options {
  Command command = Command::check;
  std::vector<std::string> paths;  // "-" is standard input; none is the current folder
  std::string format = "text";     // one of report formats, of the list of rules, or what to generate
  std::string output;              // empty: standard output
  Color color = Color::automatic;
  RuleSettings rules;
  bool no_config = false;
  std::string config;                                 // empty: looked for above each file
  std::string baseline, write_baseline;               // empty: none
  std::optional<Severity> fail_on = Severity::error;  // absent: never
  unsigned jobs = 0;                                  // 0: as many as the machine has processors
  asl::MachineType type = asl::MachineType::unknown;
  std::vector<std::string> task_definitions, inputs;
  std::vector<std::string> policies, task_role_policies;
  std::string files_from;  // empty: not given
  bool gitignore = true;   // folders leave out what git ignores
  std::string stdin_filename{unnamed_input};
  Fixing fixing = Fixing::show;
  bool unsafe_fixes = false;
  bool statistics = false, quiet = false, show_files = false, require_files = false;
  std::string rule;    // of `explain`
  std::string folder;  // of `init`
  std::string call;    // of `api`
  // Options of `policy`; empty values are unknown.
  std::string partition, region, account, state_machine;
  std::vector<std::string> role_arns;
  bool trust = false, task_role = false;
};

/// Either options, or text to print and the exit status: for help, the version, or an error.
struct Arguments {
  std::optional<Options> options;
  int status = 0;
  std::string out = {}, err = {};
  CommandAbout about = {};  // set by describe_commands() alone
};

/// The command is the first argument that is no option or value of one: a path of such a name can be given
/// behind it, or as `./check`.
Arguments parse_arguments(const std::vector<std::string>& arguments);

}  // namespace sfn::cli
