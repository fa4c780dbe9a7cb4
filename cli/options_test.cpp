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
    check_misuse({"--nonsense"}, "--nonsense");
    check_misuse({"--format", "xml"}, "`xml` is none of text|json");
    check_misuse({"--jobs", "0"}, "--jobs");
    check_misuse({"--jobs", "many"}, "--jobs");
    check_misuse({"--select", "json/sintax"}, "unknown rule `json/sintax`; did you mean `json/syntax`?");
    check_misuse({"--ignore", "jsn"}, "unknown rule `jsn`; did you mean `json`?");
    check_misuse({"--severity", "ecs/sluster-format=info"},
                 "unknown rule `ecs/sluster-format`; did you mean");
    check_misuse({"--severity", "ecs"}, "`ecs` is no RULE=error|warning|info|off");
    check_misuse({"--severity", "ecs=eror"}, "`ecs=eror` is no RULE=error|warning|info|off");
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
