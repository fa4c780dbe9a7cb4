#include "cli/options.h"

#include <doctest/doctest.h>

#include "cli/trial.h"

using namespace sfn;
using namespace sfn::cli;

namespace {

using Words = std::vector<std::string>;

Options parsed(const Words& words) {
  const Arguments arguments = parse_arguments(words);
  INFO(arguments.err);
  REQUIRE(arguments.options);
  return *arguments.options;
}

void check_misuse(const Words& words, std::string_view part) {
  const Trial trial = run(words);
  CAPTURE(trial.err);
  CHECK(trial.status == 2);
  CHECK(trial.out.empty());
  CHECK(trial.err.starts_with("sfn-lint: "));
  CHECK(trial.err.find(part) != std::string::npos);
}

}  // namespace

TEST_SUITE("cli/options") {
  TEST_CASE("lists are split at commas and swallow no path") {
    const Options options = parsed({"--select", "json,flow/x", "a.json", "--ignore", "ecs", "b.json"});
    CHECK(options.rules.select == Words{"json", "flow/x"});
    CHECK(options.rules.ignore == Words{"ecs"});
    CHECK(options.paths == Words{"a.json", "b.json"});
    CHECK(parsed({"--select=a,b", "--select", "c", "x"}).rules.select == Words{"a", "b", "c"});
  }

  TEST_CASE("files may be named again and again, and hold commas") {
    const Options options =
        parsed({"--task-definition", "a,b.json", "x", "--task-definition", "c.json", "y"});
    CHECK(options.task_definitions == Words{"a,b.json", "c.json"});
    CHECK(options.paths == Words{"x", "y"});
    CHECK(parsed({"--input", "i.json", "x"}).inputs == Words{"i.json"});
  }

  TEST_CASE("options may stand before the command") {
    CHECK(parsed({"--no-config", "explain", "json/syntax"}).rule == "json/syntax");
    CHECK(parsed({"explain", "--no-config", "json/syntax"}).rule == "json/syntax");
    CHECK(parsed({"--config", "a.json", "-q", "-j", "2", "explain", "x"}).command == Command::explain);
    CHECK(parsed({"--jobs=2", "--select", "rules", "explain", "x"}).command == Command::explain);
    CHECK(parsed({"--color", "always", "explain", "x"}).color == Color::always);
    CHECK(parsed({"--format", "json", "rules"}).format == "json");
    CHECK(parsed({"--region", "eu-west-1", "policy", "x"}).region == "eu-west-1");
    CHECK(parsed({"--no-config", "check", "rules"}).paths == Words{"rules"});
    check_misuse({"--jobs", "many", "rules"}, "--jobs");
    check_misuse({"--output", "x", "explain", "y"}, "`--output` is an option of `sfn-lint`, not of");
  }

  TEST_CASE("a path named like a command") {
    CHECK(parsed({"./explain"}).paths == Words{"./explain"});
    CHECK(parsed({"--no-config", "--", "rules"}).paths == Words{"rules"});
    CHECK(run({"./explain"}).status == 3);
    CHECK(run({"--", "explain"}).status == 3);
    CHECK(parsed({"--select", "rules", "x"}).paths == Words{"x"});
    CHECK(parsed({"--output", "rules"}).output == "rules");
    CHECK(parsed({"--no-config", "x", "rules"}).paths == Words{"x", "rules"});
  }

  TEST_CASE("explain takes a rule without its family, and a family") {
    CHECK(run({"explain", "callback-no-timeout"}).out.starts_with("service/callback-no-timeout ("));
    const Trial syntax = run({"explain", "syntax"});
    CHECK(syntax.status == 2);
    for (const char* id : {"json/syntax", "path/syntax", "jsonata/syntax"})
      CHECK(syntax.err.find(id) != std::string::npos);
    CHECK(run({"explain", "ecs"}).out.starts_with("ecs/"));
    check_misuse({"explain", "nothing-like-it"}, "`sfn-lint rules` lists all");
    check_misuse({"explain", "--selct", "ecs", "x"}, "did you mean `--select`?");
    check_misuse({"explain", "callback-no-timeot"}, "did you mean `service/callback-no-timeout`?");
  }

  TEST_CASE("the command is the first argument alone") {
    CHECK(parsed({"check", "check"}).paths == Words{"check"});
    CHECK(parsed({"a", "rules"}).paths == Words{"a", "rules"});
    CHECK(parsed({"rules"}).command == Command::rules);
    CHECK(parsed({"explain", "rules"}).rule == "rules");
    CHECK(parsed({"--", "--odd", "-"}).paths == Words{"--odd", "-"});
    CHECK(parsed({"-"}).paths == Words{"-"});
  }

  TEST_CASE("what stands for what") {
    const Options options = parsed({"--min-severity", "error", "--fail-on", "never", "--type", "express",
                                    "--color", "always", "-j3", "--format", "json", "--no-config", "-q"});
    CHECK(options.rules.min_severity == Severity::error);
    CHECK_FALSE(options.fail_on);
    CHECK(options.type == asl::MachineType::express);
    CHECK(options.color == Color::always);
    CHECK(options.jobs == 3);
    CHECK(options.format == "json");
    CHECK(options.quiet);
  }

  TEST_CASE("levels of rules") {
    const Options options = parsed({"--severity", "ecs=info,json/syntax=off", "x", "--severity=flow=error"});
    using Level = std::pair<std::string, std::optional<Severity>>;
    CHECK(options.rules.severity == std::vector<Level>{{"ecs", Severity::info},
                                                       {"json/syntax", std::nullopt},
                                                       {"flow", Severity::error}});
    CHECK(options.paths == Words{"x"});
  }

  TEST_CASE("wrong usage: a message, and status 2") {
    check_misuse({"--nonsense"}, "there is no option `--nonsense`");
    check_misuse({"--formt", "json", "x"}, "there is no option `--formt`; did you mean `--format`?");
    check_misuse({"--selct=ecs"}, "did you mean `--select`?");
    check_misuse({"-fix", "x"}, "did you mean `--fix`?");
    check_misuse({"rules", "--fromat", "json"}, "did you mean `--format`?");
    check_misuse({"rules", "--fix"}, "`--fix` is an option of `sfn-lint`, not of `sfn-lint rules`");
    check_misuse({"rules", "more"}, "unexpected argument `more`");
    check_misuse({"--format", "jsn"}, "did you mean `json`?");
    check_misuse({"explian", "flow/next-target"}, "did you mean the command `explain`?");
    check_misuse({"--select", "callback-no-timeout"}, "did you mean `service/callback-no-timeout`?");
    check_misuse({"--select", "ecs/callback-no-timeot"}, "did you mean `service/callback-no-timeout`?");
    check_misuse({"--format", "xml"}, "`xml` is not one of text|json");
    check_misuse({"--jobs", "0"}, "--jobs");
    check_misuse({"--jobs", "many"}, "--jobs");
    check_misuse({"--select", "json/sintax"}, "unknown rule `json/sintax`; did you mean `json/syntax`?");
    check_misuse({"--ignore", "jsn"}, "unknown rule `jsn`; did you mean `json`?");
    check_misuse({"--severity", "ecs/sluster-format=info"},
                 "unknown rule `ecs/sluster-format`; did you mean");
    check_misuse({"--severity", "ecs"}, "`ecs` is not RULE=error|warning|info|off");
    check_misuse({"--severity", "ecs=eror"},
                 "`ecs=eror` is not RULE=error|warning|info|off; did you mean `error`?");
    check_misuse({"--config", "a.json", "--no-config"}, "--config excludes --no-config");
    check_misuse({"explain", "json/sintax"}, "did you mean `json/syntax`?");
    check_misuse({"explain"}, "ID");
    check_misuse({"rules", "--format", "yaml"}, "`yaml`");
  }

  TEST_CASE("help and version") {
    CHECK(run({"--version"}).out.starts_with("sfn-lint "));
    const std::string help = run({"--help"}).out;
    for (const char* word : {"--select", "--files-from", "explain", "Exit status", "--task-definition"})
      CHECK_MESSAGE(help.find(word) != std::string::npos, word);
    CHECK(run({"explain", "--help"}).status == 0);
  }
}
