#include "cli/commands/option_parser.h"

#include <doctest/doctest.h>

#include <optional>

#include "cli/commands/commands.h"

using namespace sfn::cli;

namespace {

using Words = std::vector<std::string>;

const Command command{"try", "Tries", nullptr};

// An option of each kind.
struct Options {
  std::string value = "default", format = "text", argument;
  Words list, files, arguments;
  unsigned number = 0;
  bool flag = false, other = false;
  std::optional<int> choice = 7;
  Choices<int> rules;

  void add(OptionParser& parser) {
    parser.add_value("--value", value, "WORD", "A value");
    parser.add_list("--list", list, "IDS", "A list");
    parser.add_repeatable("--file", files, "FILE", "A file");
    parser.begin_group("Some");
    parser.add_number("--number,-n", number, 1, 9, "A number");
    parser.add_flag("--flag,-f", flag, "A flag");
    parser.add_flag("--other", other, "Another flag");
    parser.exclude("--other", "--flag");
    parser.add_choice("--format", format, {"text", "json"}, "A format");
    parser.add_choice("--choice", choice, Choices<std::optional<int>>{{"one", 1}, {"none", std::nullopt}},
                      "A choice");
    parser.add_rule_choices("--rules", rules, Choices<int>{{"one", 1}, {"two", 2}}, "ID=LEVEL", "Rules");
    parser.add_arguments("PATH", arguments, "Arguments");
  }
};

struct Parsing {
  std::string out, err;
  Options options;
  bool parsed = false;
  int status = 0;
  CommandAbout about;

  explicit Parsing(const Words& words, OptionParser::Purpose purpose = OptionParser::Purpose::run) {
    const Host host{[this](std::string_view text) { return out += text, true; },
                    [this](std::string_view text) { return err += text, true; }};
    OptionParser parser(command, words, host, purpose);
    options.add(parser);
    parsed = parser.parse();
    status = parser.status();
    about = parser.about();
  }
};

Options parsed(const Words& words) {
  const Parsing parsing(words);
  INFO(parsing.err);
  REQUIRE(parsing.parsed);
  return parsing.options;
}

void check_wrong(const Words& words, std::string_view message) {
  const Parsing parsing(words);
  CHECK_FALSE(parsing.parsed);
  CHECK(parsing.status == 2);
  CHECK(parsing.out.empty());
  CHECK(parsing.err == "sfn-lint: " + std::string(message) + "\nTry `sfn-lint --help`.\n");
}

}  // namespace

TEST_SUITE("cli/commands/option_parser") {
  TEST_CASE("lists are split at commas and swallow no path") {
    const Options options = parsed({"--list", "json,flow/x", "a.json", "--list=ecs", "b.json"});
    CHECK(options.list == Words{"json", "flow/x", "ecs"});
    CHECK(options.arguments == Words{"a.json", "b.json"});
  }

  TEST_CASE("files can be named again and again, and contain commas") {
    const Options options = parsed({"--file", "a,b.json", "x", "--file", "c.json", "y"});
    CHECK(options.files == Words{"a,b.json", "c.json"});
    CHECK(options.arguments == Words{"x", "y"});
  }

  TEST_CASE("values, numbers, flags and choices") {
    const Options options =
        parsed({"--value", "v", "-n3", "--flag", "--format", "json", "--choice", "one", "-", "--", "--odd"});
    CHECK(options.value == "v");
    CHECK(options.number == 3);
    CHECK(options.flag);
    CHECK(options.format == "json");
    CHECK(options.choice == 1);
    CHECK(options.arguments == Words{"-", "--odd"});
    CHECK_FALSE(parsed({"--choice", "none"}).choice);
    const Options defaults = parsed({});
    CHECK(defaults.value == "default");
    CHECK(defaults.format == "text");
    CHECK(defaults.choice == 7);
  }

  TEST_CASE("choices for rules") {
    const Options options = parsed({"--rules", "ecs=one,json/syntax=two", "x", "--rules=flow=one"});
    CHECK(options.rules == Choices<int>{{"ecs", 1}, {"json/syntax", 2}, {"flow", 1}});
    CHECK(options.arguments == Words{"x"});
    check_wrong({"--rules", "ecs"}, "--rules: `ecs` is not RULE=one|two");
    check_wrong({"--rules", "ecs=tow"}, "--rules: `ecs=tow` is not RULE=one|two; did you mean `two`?");
  }

  TEST_CASE("wrong usage: a message, and status 2") {
    check_wrong({"--nonsense"}, "there is no option `--nonsense`");
    check_wrong({"--lits", "x"}, "there is no option `--lits`; did you mean `--list`?");
    check_wrong({"--format", "jsn"}, "--format: `jsn` is not one of text|json; did you mean `json`?");
    check_wrong({"--flag", "--other"}, "--flag excludes --other");
    CHECK(Parsing({"--number", "10"}).status == 2);
    CHECK(Parsing({"--number", "many"}).status == 2);
  }

  TEST_CASE("help and version end the run with status 0") {
    const Parsing help({"--help"}), version({"--version"});
    CHECK_FALSE(help.parsed);
    CHECK(help.status == 0);
    CHECK(help.out.starts_with("Tries.\n"));
    CHECK(help.out.find("--format text|json") != std::string::npos);
    CHECK(help.out.find("\nSome:\n") != std::string::npos);
    CHECK_FALSE(version.parsed);
    CHECK(version.out.starts_with("sfn-lint "));
  }

  TEST_CASE("arguments without options need no parsing") {
    const Host host{[](std::string_view) { return true; }, [](std::string_view) { return true; }};
    const Words plain{"a", "-", ""};
    const OptionParser parser(command, plain, host);
    REQUIRE(parser.only_arguments());
    CHECK(*parser.only_arguments() == plain);
    CHECK_FALSE(OptionParser(command, {"a", "-f"}, host).only_arguments());
    CHECK_FALSE(OptionParser(command, {"--", "a"}, host).only_arguments());
    CHECK_FALSE(OptionParser(command, plain, host, OptionParser::Purpose::describe).only_arguments());
  }

  TEST_CASE("a command that is only described or validated is not run") {
    const Parsing description({"--nonsense"}, OptionParser::Purpose::describe);
    CHECK_FALSE(description.parsed);
    CHECK(description.status == 0);
    CHECK(description.err.empty());
    CHECK(description.about.name == "try");
    CHECK(description.about.options.size() == 12);
    const Parsing valid({"--flag"}, OptionParser::Purpose::validate);
    CHECK_FALSE(valid.parsed);
    CHECK(valid.status == 0);
    CHECK(Parsing({"--format", "x"}, OptionParser::Purpose::validate).status == 2);
  }
}
