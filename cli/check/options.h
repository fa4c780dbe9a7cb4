// What `sfn-lint check` can be asked to do. The options with these names: cli/commands/check.cpp.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/check/inputs.h"
#include "cli/check/run_context.h"
#include "cli/config/select_rules.h"
#include "cli/host.h"
#include "cli/report/summary_line.h"

namespace sfn::cli {

/// Which files are checked.
struct FileOptions {
  std::vector<std::string> paths = {};  // "-" is standard input; none is the current folder
  std::string files_from = {};          // empty: not given
  bool no_gitignore = false;            // do not leave out what git ignores in folders
  std::string stdin_filename{unnamed_input};
  bool show_files = false, require_files = false;
};

/// Which rules run, and which of their findings count.
struct RuleOptions {
  RuleSettings settings = {};
  std::optional<Severity> fail_on = Severity::error;  // absent: never
  bool no_config = false;
  std::string config = {};                         // empty: looked for above each file
  std::string baseline = {}, write_baseline = {};  // empty: none
};

struct FixOptions {
  bool fix = false, diff = false, unsafe = false;

  Fixing fixing() const { return diff ? Fixing::diff : fix ? Fixing::write : Fixing::show; }
  FixLevel level() const {
    return fixing() == Fixing::show ? FixLevel::none : unsafe ? FixLevel::all : FixLevel::safe;
  }
};

/// How findings are reported.
struct OutputOptions {
  std::string format = "text";
  std::string path = {};  // empty: standard output
  Color color = Color::automatic;
  bool statistics = false, quiet = false;
};

struct CheckOptions {
  FileOptions files = {};
  RuleOptions rules = {};
  InputPaths inputs = {};
  asl::MachineType type = asl::MachineType::unknown;
  FixOptions fixes = {};
  OutputOptions output = {};
  unsigned jobs = 0;  // 0: as many threads as the machine has processors
};

}  // namespace sfn::cli
