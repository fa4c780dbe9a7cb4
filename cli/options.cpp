#include "cli/options.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <tuple>

#include "cli/command_words.h"
#include "cli/commit.h"
#include "cli/policy/policy_command.h"
#include "cli/policy/policy_text.h"
#include "cli/report/printable.h"
#include "cli/report/report.h"
#include "cli/run.h"
#include "cli/version.h"
#include "lint/nearest.h"

namespace sfn::cli {

namespace {

template <typename T>
using Choices = std::vector<std::pair<std::string, T>>;

template <typename T>
std::string names(const Choices<T>& choices) {
  std::string all;
  for (const auto& [name, value] : choices) all += (all.empty() ? "" : "|") + name;
  return all;
}

template <typename T>
std::string nearest_choice(std::string_view word, const Choices<T>& choices) {
  std::vector<std::string_view> names;
  for (const auto& choice : choices) names.push_back(choice.first);
  return did_you_mean(nearest(word, names));
}

// CLI11's own transformers print the enumerators' numbers in the help.
template <typename T, typename Target>
CLI::Option* add_choice(CLI::App& app, const std::string& flag, Target& target, const Choices<T>& choices,
                        const std::string& text) {
  const auto choose = [&target, choices, flag](const std::string& word) {
    for (const auto& [name, value] : choices)
      if (name == word) {
        target = value;
        return;
      }
    throw CLI::ValidationError(
        flag, "`" + printable(word) + "` is not one of " + names(choices) + nearest_choice(word, choices));
  };
  return app.add_option_function<std::string>(flag, choose, text)->type_name(names(choices));
}

// A list option of CLI11 would swallow the path that follows it.
void add_list(CLI::App& app, const std::string& flag, std::vector<std::string>& target,
              const std::string& word, const std::string& text) {
  app.add_option(flag, target, text)->type_name(word)->delimiter(',')->allow_extra_args(false);
}

// Not split at commas: file names may hold them.
void add_files(CLI::App& app, const std::string& flag, std::vector<std::string>& target,
               const std::string& text) {
  app.add_option(flag, target, text)->type_name("FILE")->allow_extra_args(false);
}

const Choices<std::optional<Severity>> minima = {
    {"error", Severity::error}, {"warning", Severity::warning}, {"info", Severity::info}};
const Choices<std::optional<Severity>> levels = {{"error", Severity::error},
                                                 {"warning", Severity::warning},
                                                 {"info", Severity::info},
                                                 {"off", std::nullopt}};
const Choices<std::optional<Severity>> thresholds = {{"error", Severity::error},
                                                     {"warning", Severity::warning},
                                                     {"info", Severity::info},
                                                     {"never", std::nullopt}};
const Choices<Color> colors = {
    {"auto", Color::automatic}, {"always", Color::always}, {"never", Color::never}};
const Choices<asl::MachineType> machine_types = {{"standard", asl::MachineType::standard},
                                                 {"express", asl::MachineType::express}};

Choices<std::string> same(const std::vector<std::string>& names) {
  Choices<std::string> choices;
  for (const std::string& name : names) choices.emplace_back(name, name);
  return choices;
}

struct Extras {
  bool version = false, fix = false, diff = false;
  std::string generate = {};
};

void add_what(CLI::App& app, Options& options) {
  app.add_option("PATH", options.paths,
                 "Files, folders and patterns; - is standard input [the current folder]")
      ->type_name("");
  app.add_option("--files-from", options.files_from,
                 "Read paths from a file, one per line (- for standard input)")
      ->type_name("FILE");
  app.add_flag_callback(
      "--no-gitignore", [&options] { options.gitignore = false; }, "Also check files that git ignores");
  app.add_option("--stdin-filename", options.stdin_filename, "The name to print for standard input")
      ->type_name("NAME");
  app.add_flag("--show-files", options.show_files, "Print the files that would be checked, and stop");
  app.add_flag("--require-files", options.require_files,
               "Exit with 2 if a folder holds no definition, or nothing is checked");
}

// ID=LEVEL, several with commas between them.
void add_levels(CLI::App& app, const std::string& flag, RuleSettings& rules, const std::string& text) {
  const auto take = [&rules, flag](const std::vector<std::string>& words) {
    for (const std::string& word : words) {
      const size_t equals = word.find('=');
      const std::string level = equals == std::string::npos ? "" : word.substr(equals + 1);
      const auto meant = std::find_if(levels.begin(), levels.end(),
                                      [&](const auto& choice) { return choice.first == level; });
      if (meant == levels.end())
        throw CLI::ValidationError(
            flag, "`" + printable(word) + "` is not RULE=" + names(levels) + nearest_choice(level, levels));
      rules.severity.emplace_back(word.substr(0, equals), meant->second);
    }
  };
  app.add_option_function<std::vector<std::string>>(flag, take, text)
      ->type_name("ID=LEVEL")
      ->delimiter(',')
      ->allow_extra_args(false);
}

void add_which(CLI::App& app, Options& options) {
  add_list(app, "--select", options.rules.select, "IDS",
           "Only these rules or families: ecs,flow/unreachable-state");
  add_list(app, "--ignore", options.rules.ignore, "IDS", "Ignore these rules or families");
  add_levels(app, "--severity", options.rules,
             "Report a rule or family as error, warning or info, or not at all (off)");
  add_choice<std::optional<Severity>>(app, "--min-severity", options.rules.min_severity, minima,
                                      "Hide findings below this severity [warning]");
  add_choice<std::optional<Severity>>(app, "--fail-on", options.fail_on, thresholds,
                                      "Exit with 1 for findings of this severity or above [error]");
  app.add_option("--config", options.config,
                 "Configuration for all files [.sfn-lint.json in or above each file's folder]")
      ->type_name("FILE");
  app.add_flag("--no-config", options.no_config, "Do not read configuration files")->excludes("--config");
  app.add_option("--baseline", options.baseline, "Hide the findings that this file lists")->type_name("FILE");
  app.add_option("--write-baseline", options.write_baseline,
                 "Write all findings to a baseline file and report none")
      ->type_name("FILE")
      ->excludes("--baseline");
  for (const char* flag : {"--select", "--ignore", "--severity", "--min-severity", "--fail-on", "--config",
                           "--no-config", "--baseline", "--write-baseline"})
    app.get_option(flag)->group("Rules");
}

void add_beside(CLI::App& app, Options& options) {
  add_choice<asl::MachineType>(app, "--type", options.type, machine_types,
                               "Type of the state machine [unknown]");
  add_files(
      app, "--task-definition", options.task_definitions,
      "A task definition, as `aws ecs describe-task-definition` prints it, as `register-task-definition` "
      "takes it, or as an AWS::ECS::TaskDefinition; repeatable");
  add_files(app, "--input", options.inputs,
            "A sample execution input; repeatable [NAME.input.json next to NAME.asl.json or .yaml]");
  add_files(
      app, "--policy", options.policies,
      "An IAM policy of the state machine's role, also as printed by `aws iam get-role-policy`; repeatable");
  add_files(app, "--task-role-policy", options.task_role_policies,
            "An IAM policy of the role of its ECS tasks; repeatable");
  for (const char* flag : {"--type", "--task-definition", "--input", "--policy", "--task-role-policy"})
    app.get_option(flag)->group("What to check definitions against");
}

void add_fixing(CLI::App& app, Options& options, Extras& extras) {
  app.add_flag("--fix", extras.fix, "Apply the safe fixes to the files");
  app.add_flag("--diff", extras.diff, "Print what --fix would change without changing anything");
  app.add_flag("--unsafe-fixes", options.unsafe_fixes,
               "With --fix or --diff: also apply fixes that may change behavior");
  for (const char* flag : {"--fix", "--diff", "--unsafe-fixes"}) app.get_option(flag)->group("Fixes");
}

// What is wrong with how the options of one kind are put together; empty if nothing is.
std::string settle_fixing(Options& options, const Extras& extras) {
  if (extras.diff) options.fixing = Fixing::diff;
  else if (extras.fix) options.fixing = Fixing::write;
  if (options.unsafe_fixes && options.fixing == Fixing::show) return "--unsafe-fixes needs --fix or --diff";
  if (extras.diff && options.format != "text") return "--diff has a format of its own; remove --format";
  return {};
}

void add_output(CLI::App& app, Options& options) {
  add_choice<std::string>(app, "--format", options.format, same(report_formats()),
                          "Format of the report [text]");
  app.add_option("--output", options.output, "Write the report to a file")->type_name("FILE");
  add_choice<Color>(app, "--color", options.color, colors, "Color in text output [auto: on a terminal]");
  app.add_flag("--statistics", options.statistics, "Count the findings of each rule");
  app.add_flag("--quiet,-q", options.quiet, "Do not print a summary on standard error");
  app.add_option("--jobs,-j", options.jobs, "Number of threads [one per processor]")
      ->type_name("N")
      ->check(CLI::Range(1u, 1024u).description(""));
  for (const char* flag : {"--format", "--output", "--color", "--statistics", "--quiet", "--jobs"})
    app.get_option(flag)->group("Output");
}

void add_generate(CLI::App& app, Extras& extras) {
  add_choice<std::string>(app, "--generate", extras.generate,
                          same({"man", "bash", "zsh", "fish", "config-schema"}),
                          "Print the man page, completions for a shell, or the schema of the configuration");
}

void tidy(CLI::App& app, Extras& extras) {
  app.get_formatter()->column_width(40);
  app.get_formatter()->label("OPTIONS", "OPTION...");
  app.set_help_flag("--help,-h", "Print this help");
  app.add_flag("--version", extras.version, "Print the version");
}

constexpr const char* about =
    R"(Finds mistakes in AWS Step Functions definitions (Amazon States Language), especially
in their Amazon ECS and Fargate tasks. Needs neither a network nor an AWS account.

  sfn-lint                            check the definitions below the current folder
  sfn-lint order.asl.json infra/      check a file and a folder
  sfn-lint explain flow/next-target   explain what a rule finds and how to fix it
  sfn-lint rules                      list all rules
  sfn-lint init                       write a configuration file to start from
  sfn-lint policy order.asl.json      print the IAM policy that a definition needs
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

Arguments wrong_usage(const std::string& message) {
  return {std::nullopt, misuse, {}, "sfn-lint: " + message + "\nTry `sfn-lint --help`.\n"};
}

std::string version_line() {
  const std::string line = std::string("sfn-lint ") + version;
  return line + (*commit ? std::string(" (") + commit + ")\n" : "\n");
}

// Asks parse() for the table of options instead; an argument of a process holds no NUL.
const std::string describing("\0", 1);

OptionAbout about_option(const CLI::Option& option) {
  const std::string letter = option.get_snames().empty() ? "" : "-" + option.get_snames()[0];
  const bool positional = option.get_lnames().empty();
  return {positional ? option.get_name(true) : "--" + option.get_lnames()[0],
          letter,
          option.get_items_expected_max() == 0 || positional ? "" : option.get_type_name(),
          option.get_description(),
          option.get_group(),
          positional};
}

// The options that its help lists.
CommandAbout about_command(const CLI::App& app) {
  const std::string text = app.get_description();
  CommandAbout command{{}, text.substr(0, text.find(". ")), {}};
  if (command.summary.ends_with('.')) command.summary.pop_back();
  std::replace(command.summary.begin(), command.summary.end(), '\n', ' ');
  for (const CLI::Option* option : app.get_options())
    if (!option->get_group().empty()) command.options.push_back(about_option(*option));
  return command;
}

std::string unexpected_word(const CLI::App& app) {
  const std::vector<CommandAbout> commands = describe_commands();
  const std::string_view name = std::string_view(app.get_name()).substr(app.get_name().find(' ') + 1);
  const auto named = std::find_if(commands.begin(), commands.end(),
                                  [&](const CommandAbout& command) { return command.name == name; });
  const CommandAbout& command = named == commands.end() ? commands.front() : *named;
  return unexpected_word(app.remaining().front(), command, commands);
}

// Runs CLI11 and maps its ways of ending to ours; absent where the options are complete.
std::optional<Arguments> parse(CLI::App& app, const Extras& extras, std::vector<std::string> words) {
  if (!words.empty() && words[0] == describing)
    return Arguments{std::nullopt, clean, {}, {}, about_command(app)};
  std::reverse(words.begin(), words.end());
  try {
    app.parse(words);
  } catch (const CLI::CallForHelp&) {
    return Arguments{std::nullopt, clean, app.help(), {}};
  } catch (const CLI::ExtrasError&) {
    return wrong_usage(unexpected_word(app));
  } catch (const CLI::ParseError& error) {
    return wrong_usage(error.what());
  }
  if (extras.version) return Arguments{std::nullopt, clean, version_line(), {}};
  return std::nullopt;
}

Arguments parse_check(const std::vector<std::string>& words) {
  Options options;
  Extras extras;
  CLI::App app(about, "sfn-lint [check|explain|rules|policy|api|init]");
  tidy(app, extras);
  add_what(app, options);
  add_which(app, options);
  add_beside(app, options);
  add_fixing(app, options, extras);
  add_output(app, options);
  add_generate(app, extras);
  app.footer(closing);
  if (auto ended = parse(app, extras, words)) return *ended;
  if (!extras.generate.empty()) {
    options.command = Command::generate;
    options.format = extras.generate;
    return {std::move(options)};
  }
  if (const std::string wrong = settle_fixing(options, extras); !wrong.empty()) return wrong_usage(wrong);
  return {std::move(options)};
}

Arguments parse_explain(const std::vector<std::string>& words) {
  Options options;
  options.command = Command::explain;
  Extras extras;
  CLI::App app("Explains what a rule finds, why it matters and how to fix it.", "sfn-lint explain");
  tidy(app, extras);
  app.add_option("ID", options.rule,
                 "A rule, as `sfn-lint rules` lists them, with or without its family; or a family")
      ->required()
      ->type_name("");
  add_choice<std::string>(app, "--format", options.format, same({"text", "markdown"}),
                          "Format of the page [text]");
  add_choice<Color>(app, "--color", options.color, colors, "Color [auto: on a terminal]");
  if (auto ended = parse(app, extras, words)) return *ended;
  return {std::move(options)};
}

Arguments parse_rules(const std::vector<std::string>& words) {
  Options options;
  options.command = Command::rules;
  Extras extras;
  CLI::App app("Lists all rules.", "sfn-lint rules");
  tidy(app, extras);
  add_choice<std::string>(app, "--format", options.format, same({"text", "json", "markdown"}),
                          "Format of the list [text]");
  if (auto ended = parse(app, extras, words)) return *ended;
  return {std::move(options)};
}

Arguments parse_api(const std::vector<std::string>& words) {
  Options options;
  options.command = Command::api;
  Extras extras;
  CLI::App app("Prints what a call of an AWS service takes and returns.", "sfn-lint api");
  tidy(app, extras);
  app.add_option("SERVICE[:ACTION]", options.call,
                 "A service, or a call as a Resource names it: rds:startDBInstance, ecs:runTask.sync")
      ->required()
      ->type_name("");
  add_choice<std::string>(app, "--format", options.format, same({"text", "json"}),
                          "Format of the page [text]");
  if (auto ended = parse(app, extras, words)) return *ended;
  return {std::move(options)};
}

Arguments parse_init(const std::vector<std::string>& words) {
  Options options;
  options.command = Command::init;
  Extras extras;
  CLI::App app("Writes a configuration file, .sfn-lint.json, to start from.", "sfn-lint init");
  tidy(app, extras);
  app.add_option("FOLDER", options.folder, "Where to write it [the current folder]")->type_name("");
  if (auto ended = parse(app, extras, words)) return *ended;
  return {std::move(options)};
}

Arguments parse_policy(const std::vector<std::string>& words) {
  Options options;
  options.command = Command::policy;
  options.format = "json";
  Extras extras;
  CLI::App app("Prints the minimal IAM policy that the role of a state machine needs.", "sfn-lint policy");
  tidy(app, extras);
  app.add_option("FILE", options.paths, "Definitions; - is standard input")->type_name("");
  for (const auto& [flag, target, text] :
       {std::tuple{"--region", &options.region, "AWS region, such as eu-west-1"},
        std::tuple{"--account", &options.account, "AWS account ID"},
        std::tuple{"--partition", &options.partition, "aws, aws-cn, aws-us-gov"},
        std::tuple{"--state-machine", &options.state_machine,
                   "Its name, if it starts itself (distributed Map)"}})
    app.add_option(flag, *target, text)->type_name("NAME");
  app.add_option("--role-arn", options.role_arns, "A role that its ECS tasks use; repeatable")
      ->type_name("ARN")
      ->allow_extra_args(false);
  add_files(app, "--task-definition", options.task_definitions,
            "A task definition, in any form that `check` takes, for the roles of its tasks; repeatable");
  CLI::Option* trust = app.add_flag("--trust", options.trust, "Print who may assume the role instead");
  app.add_flag("--task-role", options.task_role,
               "Print what the role of a task that calls back needs instead")
      ->excludes(trust);
  add_choice<std::string>(app, "--format", options.format, same(policy_formats()),
                          "Format of the policy [json]");
  app.add_option("--output", options.output, "Write the policy to a file")->type_name("FILE");
  if (auto ended = parse(app, extras, words)) return *ended;
  if (const std::string wrong = wrong_policy_options(options); !wrong.empty()) return wrong_usage(wrong);
  return {std::move(options)};
}

struct Named {
  std::string_view name;
  Arguments (*parse)(const std::vector<std::string>& words);
};

// `check` first, whose name may be left out.
constexpr Named commands[] = {{"check", parse_check},   {"explain", parse_explain}, {"rules", parse_rules},
                              {"policy", parse_policy}, {"api", parse_api},         {"init", parse_init}};

}  // namespace

Arguments parse_arguments(const std::vector<std::string>& arguments) {
  const auto named = [](const std::string& word) {
    return std::any_of(std::begin(commands), std::end(commands),
                       [&](const Named& command) { return command.name == word; });
  };
  // Most runs name none; describing all of them would cost more than parsing.
  if (std::none_of(arguments.begin(), arguments.end(), named)) return parse_check(arguments);
  const std::vector<CommandAbout> described = describe_commands();
  const CommandWords words = command_words(arguments, described);
  if (!words.of_check.empty()) {
    Arguments checked = parse_check(words.of_check);
    if (!checked.options) return checked;
  }
  return commands[words.command - described.data()].parse(words.words);
}

std::vector<CommandAbout> describe_commands() {
  std::vector<CommandAbout> all;
  for (const Named& command : commands) {
    all.push_back(command.parse({describing}).about);
    all.back().name = command.name;
  }
  return all;
}

}  // namespace sfn::cli
