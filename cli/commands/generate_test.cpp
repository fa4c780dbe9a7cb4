#include "cli/commands/generate.h"

#include <doctest/doctest.h>

#include <set>

#include "cli/commands/commands.h"
#include "cli/report/report.h"
#include "cli/trial.h"

using namespace sfn::cli;

namespace {

bool contains(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

// The words of a text that look like options: "--select".
std::set<std::string> options_in(const std::string& text) {
  std::set<std::string> options;
  for (size_t at = 0; (at = text.find("--", at)) != std::string::npos;) {
    const size_t end = std::min(text.find_first_not_of("abcdefghijklmnopqrstuvwxyz-", at), text.size());
    options.insert(text.substr(at, end - at));
    at = end;
  }
  return options;
}

std::string roff(const std::string& option) {
  std::string text;
  for (const char c : option) text += c == '-' ? "\\-" : std::string(1, c);
  return text;
}

}  // namespace

TEST_SUITE("cli/commands/generate") {
  TEST_CASE("every option that a help lists is in the man page and in every completion") {
    const std::string man = run({"--generate", "man"}).out, bash = run({"--generate", "bash"}).out;
    const std::string zsh = run({"--generate", "zsh"}).out, fish = run({"--generate", "fish"}).out;
    size_t checked = 0;
    for (const CommandAbout& command : describe_commands()) {
      const Trial help = run({command.name, "--help"});
      REQUIRE(help.status == 0);
      for (const std::string& option : options_in(help.out)) {
        CAPTURE(command.name + " " + option);
        CHECK(contains(man, roff(option)));
        CHECK(contains(bash, option));
        CHECK(contains(zsh, option));
        CHECK(contains(fish, " -l " + option.substr(2) + " "));
        ++checked;
      }
      CHECK(contains(fish, " -a " + command.name + " "));
      CHECK(contains(zsh, "'" + command.name + ":"));
    }
    CHECK(checked > 25);
  }

  TEST_CASE("what is known of the commands") {
    const std::vector<CommandAbout> commands = describe_commands();
    REQUIRE(commands.size() >= 3);
    CHECK(commands[0].name == "check");
    CHECK(commands[1].summary == "Explains what a rule finds, why it matters and how to fix it");
    const auto find = [&](std::string_view name) {
      for (const OptionAbout& option : commands[0].options)
        if (option.name == name) return option;
      return OptionAbout{};
    };
    CHECK(find("--jobs").letter == "-j");
    CHECK(find("--jobs").value == "N");
    CHECK(find("--quiet").value == "");
    CHECK(find("PATH").positional);
    CHECK(find("--select").group == "Rules");
    CHECK(choices_of(find("--color")) == std::vector<std::string>{"auto", "always", "never"});
    CHECK(choices_of(find("--format")) == report_formats());
    CHECK(choices_of(find("--select")).empty());
  }

  TEST_CASE("what to generate is one of four") {
    CHECK(run({"--generate", "man"}).out.starts_with(".TH SFN\\-LINT 1 "));
    CHECK(run({"--generate", "zsh"}).out.starts_with("#compdef sfn-lint\n"));
    CHECK(run({"--generate", "tcsh"}).status == 2);
  }
}
