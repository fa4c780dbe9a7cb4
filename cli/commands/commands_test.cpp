// The command line: which command runs, with which options.
#include "cli/commands/commands.h"

#include <doctest/doctest.h>

#include "cli/commands/command_words.h"
#include "cli/commands/option_parser.h"
#include "cli/trial.h"

using namespace sfn;
using namespace sfn::cli;

namespace {

using Words = std::vector<std::string>;

void check_chosen(const Words& arguments, std::string_view command, const Words& words,
                  const Words& of_check = {}) {
  const ChosenCommand chosen = choose_command(arguments);
  CAPTURE(arguments);
  CHECK(chosen.command->name == command);
  CHECK(chosen.words == words);
  CHECK(chosen.of_check == of_check);
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

TEST_SUITE("cli/commands") {
  TEST_CASE("the command is the first word that is neither an option nor the value of one") {
    check_chosen({}, "check", {});
    check_chosen({"a", "rules"}, "check", {"a", "rules"});
    check_chosen({"rules"}, "rules", {});
    check_chosen({"explain", "rules"}, "explain", {"rules"});
    check_chosen({"check", "check"}, "check", {"check"});
    check_chosen({"--jobs=2", "--select", "rules", "explain", "x"}, "explain", {"x"},
                 {"--jobs=2", "--select", "rules"});
    check_chosen({"--config", "a.json", "-q", "-j", "2", "explain", "x"}, "explain", {"x"},
                 {"--config", "a.json", "-q", "-j", "2"});
  }

  TEST_CASE("options can be given before the command, and options of check with another command") {
    check_chosen({"--no-config", "explain", "x"}, "explain", {"x"}, {"--no-config"});
    check_chosen({"explain", "--no-config", "x"}, "explain", {"x"}, {"--no-config"});
    check_chosen({"explain", "x", "--", "--no-config"}, "explain", {"x", "--", "--no-config"});
    check_chosen({"--color", "always", "explain", "x"}, "explain", {"--color", "always", "x"});
    check_chosen({"--format", "json", "rules"}, "rules", {"--format", "json"});
    check_chosen({"--region", "eu-west-1", "policy", "x"}, "policy", {"--region", "eu-west-1", "x"});
    check_chosen({"--no-config", "check", "rules"}, "check", {"--no-config", "rules"});
    check_misuse({"--jobs", "many", "rules"}, "--jobs");
    check_misuse({"--output", "x", "explain", "y"}, "`--output` is an option of `sfn-lint`, not of");
  }

  TEST_CASE("a path named like a command") {
    check_chosen({"./explain"}, "check", {"./explain"});
    check_chosen({"--no-config", "--", "rules"}, "check", {"--no-config", "--", "rules"});
    check_chosen({"--select", "rules", "x"}, "check", {"--select", "rules", "x"});
    check_chosen({"--output", "rules"}, "check", {"--output", "rules"});
    check_chosen({"--no-config", "x", "rules"}, "check", {"--no-config", "x", "rules"});
    CHECK(run({"./explain"}).status == 3);
    CHECK(run({"--", "explain"}).status == 3);
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
