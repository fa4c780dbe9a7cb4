// `sfn-lint check`: its options. What it does: cli/check/check_files.h.
#include "cli/check/check_files.h"
#include "cli/check/options.h"
#include "cli/commands/command_words.h"
#include "cli/commands/commands.h"
#include "cli/commands/generate.h"
#include "cli/commands/option_parser.h"
#include "cli/report/report.h"
#include "cli/report/rule_page.h"

namespace sfn::cli {

namespace {

constexpr const char* introduction =
    R"(Finds mistakes in AWS Step Functions definitions (Amazon States Language), especially
in their Amazon ECS and Fargate tasks. Needs neither a network nor an AWS account.

  sfn-lint                            check the definitions below the current folder
  sfn-lint order.asl.json infra/      check a file and a folder
  sfn-lint explain flow/next-target   explain what a rule finds and how to fix it
  sfn-lint rules                      list all rules
  sfn-lint init                       write a configuration file to start from
  sfn-lint policy order.asl.json      print the IAM policy that a definition needs
  sfn-lint input order.asl.json       print the execution input that it reads
  sfn-lint api ecs:runTask.sync       print what a call takes and returns
)";

constexpr const char* closing =
    R"(In a folder, sfn-lint checks every *.asl.json, *.asl.yaml and *.asl.yml, and every
other JSON, YAML or Terraform file that contains a definition. It skips hidden
folders, node_modules and files that git ignores. A quoted pattern works as in a
shell: '**/*.asl.json', 'flows/{a,b}-?.json'.

Exit status: 0 nothing found; 1 findings at or above --fail-on; 2 wrong usage or
configuration, or with --require-files a folder without a definition; 3 a file
could not be read or written.)";

using Level = std::optional<Severity>;

Choices<Level> severities() {
  return {{"error", Severity::error}, {"warning", Severity::warning}, {"info", Severity::info}};
}

Choices<Level> severities_or(const char* none) {
  Choices<Level> all = severities();
  all.emplace_back(none, std::nullopt);
  return all;
}

void add(OptionParser& parser, FileOptions& options) {
  parser.add_arguments("PATH", options.paths,
                       "Files, folders and patterns; - is standard input [the current folder]");
  parser.add_value("--files-from", options.files_from, "FILE",
                   "Read paths from a file, one per line (- for standard input)");
  parser.add_flag("--no-gitignore", options.no_gitignore, "Also check files that git ignores");
  parser.add_value("--stdin-filename", options.stdin_filename, "NAME",
                   "The name to print for standard input");
  parser.add_flag("--show-files", options.show_files, "Print the files that would be checked, and stop");
  parser.add_flag("--require-files", options.require_files,
                  "Exit with 2 if a folder holds no definition, or nothing is checked");
}

void add(OptionParser& parser, RuleOptions& options) {
  parser.begin_group("Rules");
  parser.add_list("--select", options.settings.select, "IDS",
                  "Only these rules or families: ecs,flow/unreachable-state");
  parser.add_list("--ignore", options.settings.ignore, "IDS", "Ignore these rules or families");
  parser.add_rule_choices("--severity", options.settings.severity, severities_or("off"), "ID=LEVEL",
                          "Report a rule or family as error, warning or info, or not at all (off)");
  parser.add_choice("--min-severity", options.settings.min_severity, severities(),
                    "Hide findings below this severity [warning]");
  parser.add_choice("--fail-on", options.fail_on, severities_or("never"),
                    "Exit with 1 for findings of this severity or above [error]");
  parser.add_value("--config", options.config, "FILE",
                   "Configuration for all files [.sfn-lint.json in or above each file's folder]");
  parser.add_flag("--no-config", options.no_config, "Do not read configuration files");
  parser.exclude("--no-config", "--config");
  parser.add_value("--baseline", options.baseline, "FILE", "Hide the findings that this file lists");
  parser.add_value("--write-baseline", options.write_baseline, "FILE",
                   "Write all findings to a baseline file and report none");
  parser.exclude("--write-baseline", "--baseline");
}

void add(OptionParser& parser, asl::MachineType& type, InputPaths& inputs) {
  parser.begin_group("What to check definitions against");
  const Choices<asl::MachineType> types = {{"standard", asl::MachineType::standard},
                                           {"express", asl::MachineType::express}};
  parser.add_choice("--type", type, types, "Type of the state machine [unknown]");
  parser.add_repeatable(
      "--task-definition", inputs.task_definitions, "FILE",
      "A task definition, as `aws ecs describe-task-definition` prints it, as `register-task-definition` "
      "takes it, or as an AWS::ECS::TaskDefinition; repeatable");
  parser.add_repeatable(
      "--input", inputs.sample_inputs, "FILE",
      "A sample execution input; repeatable [NAME.input.json next to NAME.asl.json or .yaml]");
  parser.add_repeatable(
      "--policy", inputs.policies, "FILE",
      "An IAM policy of the state machine's role, also as printed by `aws iam get-role-policy`; repeatable");
  parser.add_repeatable("--task-role-policy", inputs.task_role_policies, "FILE",
                        "An IAM policy of the role of its ECS tasks; repeatable");
}

void add(OptionParser& parser, FixOptions& options) {
  parser.begin_group("Fixes");
  parser.add_flag("--fix", options.fix, "Apply the safe fixes to the files");
  parser.add_flag("--diff", options.diff, "Print what --fix would change without changing anything");
  parser.add_flag("--unsafe-fixes", options.unsafe,
                  "With --fix or --diff: also apply fixes that may change behavior");
}

void add(OptionParser& parser, OutputOptions& options, std::string& rule_pages, unsigned& jobs) {
  parser.begin_group("Output");
  parser.add_choice("--format", options.format, report_formats(), "Format of the report [text]");
  parser.add_value("--output", options.path, "FILE", "Write the report to a file");
  parser.add_choice("--color", options.color, colors(), "Color in text output [auto: on a terminal]");
  parser.add_value("--rule-pages", rule_pages, "URL", "Link rules to their pages below this address",
                   page_base_fault);
  parser.add_flag("--statistics", options.statistics, "Count the findings of each rule");
  parser.add_flag("--quiet,-q", options.quiet, "Do not print a summary on standard error");
  parser.add_number("--jobs,-j", jobs, 1, 1024, "Number of threads [one per processor]");
}

// False if the run ends here.
bool parse(OptionParser& parser, CheckOptions& options, std::string& to_generate) {
  parser.set_help(introduction, closing);
  add(parser, options.files);
  add(parser, options.rules);
  add(parser, options.type, options.inputs);
  add(parser, options.fixes);
  add(parser, options.output, options.rules.settings.rule_pages, options.jobs);
  parser.begin_group("Options");
  parser.add_choice("--generate", to_generate, generated_files(),
                    "Print the man page, completions for a shell, or the schema of the configuration");
  return parser.parse();
}

// What is wrong with how the options are put together; empty if nothing is.
std::string wrong_combination(const CheckOptions& options) {
  if (options.fixes.unsafe && options.fixes.fixing() == Fixing::show)
    return "--unsafe-fixes needs --fix or --diff";
  if (options.fixes.diff && options.output.format != "text")
    return "--diff has a format of its own; remove --format";
  return {};
}

// The first name in them that does not exist, with what may be meant; empty if there is none.
std::string wrong_name(const CheckOptions& options) {
  const std::string rule = unknown_rule(options.rules.settings);
  return rule.empty() ? misspelt_command(options.files.paths) : rule;
}

}  // namespace

int check_command(OptionParser& parser, const Host& host) {
  CheckOptions options;
  std::string to_generate;
  if (const auto* paths = parser.only_arguments()) options.files.paths = *paths;
  else if (!parse(parser, options, to_generate)) return parser.status();
  if (!to_generate.empty()) return generate(to_generate, host);
  if (const std::string wrong = wrong_combination(options); !wrong.empty()) return parser.wrong_usage(wrong);
  if (const std::string wrong = wrong_name(options); !wrong.empty()) {
    host.err("sfn-lint: " + wrong + "\n");
    return misuse;
  }
  return check_files(options, host);
}

}  // namespace sfn::cli
