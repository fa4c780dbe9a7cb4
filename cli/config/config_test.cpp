#include "cli/config/config.h"

#include <doctest/doctest.h>
#include <rapidjson/document.h>
#include <rapidjson/schema.h>

#include "cli/config/config_keys.h"
#include "cli/config/config_schema.h"

using namespace sfn;
using namespace sfn::cli;

namespace {

Config config(std::string text) {
  ConfigReading reading = read_config(".sfn-lint.json", std::move(text));
  INFO(reading.mistakes);
  REQUIRE(reading.config);
  return std::move(*reading.config);
}

std::string mistakes(std::string text) {
  const ConfigReading reading = read_config(".sfn-lint.json", std::move(text));
  CHECK_FALSE(reading.config);
  return reading.mistakes;
}

// The first mistake without its frame.
std::string mistake(std::string text) {
  const std::string all = mistakes(std::move(text));
  return all.substr(0, all.find('\n'));
}

bool schema_accepts(const std::string& text) {
  static const rapidjson::SchemaDocument schema = [] {
    rapidjson::Document read;
    read.Parse(config_schema().c_str());
    return rapidjson::SchemaDocument(read);
  }();
  rapidjson::Document document;
  document.Parse(text.c_str());
  REQUIRE_FALSE(document.HasParseError());
  rapidjson::SchemaValidator validator(schema);
  return document.Accept(validator);
}

}  // namespace

TEST_SUITE("cli/config/config") {
  TEST_CASE("what a file says") {
    const Config read = config(R"({
      "$schema": "x", "select": ["ecs", "flow/next-target"], "ignore": ["json"],
      "severity": {"ecs": "info", "ecs/cluster-format": "off"}, "min-severity": "error", "type": "express",
      "rule-pages": "https://a/",
      "placeholders": {"Cluster": "c", "N": 5}, "exclude": ["old/"],
      "overrides": [{"files": ["a/**"], "select": ["json"]}, {"files": ["b"], "type": "standard"}]})");
    CHECK(read.path == ".sfn-lint.json");
    CHECK(read.settings.select == std::vector<std::string>{"ecs", "flow/next-target"});
    CHECK(read.settings.ignore == std::vector<std::string>{"json"});
    REQUIRE(read.settings.severity.size() == 2);
    CHECK(read.settings.severity[0].first == "ecs");
    CHECK(read.settings.severity[0].second == Severity::info);
    CHECK_FALSE(read.settings.severity[1].second);
    CHECK(read.settings.min_severity == Severity::error);
    CHECK(read.settings.type == asl::MachineType::express);
    CHECK(read.settings.rule_pages == "https://a/");
    CHECK(read.placeholders.find("Cluster").text() == "c");
    CHECK(read.placeholders.find("N").integer() == 5);
    CHECK_FALSE(read.placeholders.find("M"));
    CHECK(read.exclude.match("a/old/b"));
    REQUIRE(read.overrides.size() == 2);
    CHECK(read.overrides[0].files.match("a/b/c"));
    CHECK(read.overrides[0].settings.select == std::vector<std::string>{"json"});
    CHECK(read.overrides[1].settings.type == asl::MachineType::standard);
  }

  TEST_CASE("an empty one says nothing") {
    const Config read = config("{}");
    CHECK(read.settings.select.empty());
    CHECK(read.placeholders.empty());
    CHECK(read.overrides.empty());
    CHECK(read.exclude.empty());
  }

  TEST_CASE("mistakes are placed, with their line") {
    CHECK(mistakes("{\n  \"selct\": [\"ecs\"],\n  \"type\": 5\n}") ==
          ".sfn-lint.json:2:3: error: unknown key `selct`; did you mean `select`?\n    2 |   \"selct\": "
          "[\"ecs\"],\n      |   ^^^^^^^\n.sfn-lint.json:3:11: error: `type` must be a string, not a "
          "number\n    3 |   \"type\": 5\n      |           ^\n");
  }

  TEST_CASE("every kind of mistake") {
    const std::pair<const char*, const char*> cases[] = {
        {R"([])", "1:1: error: a configuration must be an object, not an array"},
        {R"("x")", "1:1: error: a configuration must be an object, not a string"},
        {R"(${x})", "1:1: error: a configuration must be an object, not a placeholder"},
        {R"({"": 1})", "1:2: error: unknown key ``"},
        {R"({"$schema": {}})", "1:13: error: `$schema` must be a string, not an object"},
        {R"({"select": "ecs"})", "1:12: error: `select` must be a list of rules and families, not a string"},
        {R"({"select": []})", "1:12: error: an empty list selects no rules; remove it to select all"},
        {R"({"select": ["esc"]})", "1:13: error: no rule or family is called `esc`; did you mean `ecs`?"},
        {R"({"ignore": [null]})", "1:13: error: `ignore` must list rules and families, not null"},
        {R"({"ignore": ["ecs/"]})", "1:13: error: no rule or family is called `ecs/`; did you mean `ecs`?"},
        {R"({"ignore": [], "ignore": []})", "1:16: error: `ignore` is set a second time"},
        {R"({"severity": []})",
         "1:14: error: `severity` must be an object of rules and families with their severities, not an "
         "array"},
        {R"({"severity": {"ecs": 1}})",
         "1:22: error: `ecs` must be `error`, `warning`, `info` or `off`, not a number"},
        {R"({"severity": {"ecs": "on"}})",
         "1:22: error: `on` is not one of `error`, `warning`, `info` or `off`"},
        {R"({"severity": {"esc": "off"}})",
         "1:15: error: no rule or family is called `esc`; did you mean `ecs`?"},
        {R"({"severity": {"ecs": "off", "ecs": "info"}})", "1:29: error: `ecs` is set a second time"},
        {R"({"min-severity": "off"})", "1:18: error: `off` is not one of `error`, `warning` or `info`"},
        {R"({"type": "EXPRESS"})",
         "1:10: error: `EXPRESS` is not one of `standard` or `express`; did you mean `express`?"},
        {R"({"rule-pages": ["https://a"]})", "1:16: error: `rule-pages` must be a string, not an array"},
        {R"({"rule-pages": "a.example"})",
         "1:16: error: `a.example` does not begin with `https://` or `http://`"},
        {R"({"rule-pages": "https://a\u001b"})",
         "1:16: error: `https://a\\u001b` is not a valid address; write blanks and special characters as "
         "`%20` and the like"},
        {R"({"overrides": [{"files": ["a"], "rule-pages": "https://a"}]})",
         "1:33: error: `rule-pages` cannot be used in an override"},
        {R"({"placeholders": {"": 1}})", "1:19: error: this placeholder has no name"},
        {R"({"placeholders": {"${A}": 1}})",
         "1:19: error: the name of a placeholder is the text between `${` and `}`, not `${A}`"},
        {R"({"exclude": ["../a"]})",
         "1:14: error: `..` leaves the folder of the configuration, but patterns match only files in that "
         "folder"},
        {R"({"exclude": [""]})", "1:14: error: an empty pattern matches nothing"},
        {R"({"exclude": [[]]})", "1:14: error: `exclude` must list patterns, not an array"},
        {R"({"files": ["a"]})", "1:2: error: `files` can only be used in an override"},
        {R"({"overrides": {}})", "1:15: error: `overrides` must be a list of objects, not an object"},
        {R"({"overrides": ["a"]})", "1:16: error: `overrides` must list objects, not a string"},
        {R"({"overrides": [{}]})", "1:16: error: `files` is missing"},
        {R"({"overrides": [{"files": ["a"], "overrides": []}]})",
         "1:33: error: `overrides` cannot be used in an override"},
        {R"({"overrides": [{"files": ["a"], "slect": []}]})",
         "1:33: error: unknown key `slect`; did you mean `select`?"},
        {R"({"select": ["ecs",]})", "1:18: error: "},
        {"", "1:1: error: "},
    };
    for (const auto& one : cases) {
      const std::string text = one.first;
      CAPTURE(text);
      const std::string said = mistake(text), wanted = ".sfn-lint.json:" + std::string(one.second);
      if (wanted.ends_with(": ")) CHECK(said.starts_with(wanted));
      else CHECK(said == wanted);
    }
  }

  TEST_CASE("hostile files") {
    CHECK(mistake(std::string(1000, '[')).starts_with(".sfn-lint.json:1:513: error: "));
    CHECK(mistake(R"({"placeholders": {"a": )" + std::string(1000, '[') + std::string(1000, ']') + "}}")
              .starts_with(".sfn-lint.json:1:"));
    std::string many = "{";
    for (int i = 0; i < 1000; ++i) many += "\"key" + std::to_string(i) + "\": 1,";
    many.back() = '}';
    const std::string said = mistakes(many);
    CHECK(said.ends_with("and 980 more\n"));
    CHECK(mistake("{\"\x1b[31m\": 1}").starts_with(".sfn-lint.json:1:3: error: "));
    CHECK(mistake(R"({"\u001b[31m": 1})") == R"(.sfn-lint.json:1:2: error: unknown key `\u001b[31m`)");
  }

  TEST_CASE("the reader and the schema accept and refuse the same shapes") {
    const std::string values[] = {R"("x")",
                                  R"(["ecs"])",
                                  "[]",
                                  "{}",
                                  "5",
                                  "null",
                                  R"({"ecs": "info"})",
                                  R"("error")",
                                  R"("express")",
                                  R"([{"files": ["a"]}])",
                                  "[{}]",
                                  R"([""])",
                                  "[1]",
                                  R"([{"files": ["a"], "x": 1}])",
                                  R"({"ecs": 5})",
                                  R"("off")",
                                  R"("https://a")"};
    for (const ConfigKey& key : config_keys())
      for (const std::string& value : values) {
        const std::string member = "\"" + std::string(key.name) + "\": " + value;
        const std::string text = is_allowed(key, false) ? "{" + member + "}"
                                 : key.name == "files"
                                     ? "{\"overrides\": [{" + member + "}]}"
                                     : "{\"overrides\": [{\"files\": [\"a\"], " + member + "}]}";
        // The validator at hand is of draft 4, which knows no `const`: it takes any text as the name of a
        // rule.
        if (text.find(R"([""])") != std::string::npos && key.shape != Shape::patterns) continue;
        CAPTURE(text);
        CHECK(schema_accepts(text) == read_config("x", text).config.has_value());
      }
    for (const char* text : {R"({"nonsense": 1})", R"({"files": ["a"]})", "[]", "5",
                             R"({"overrides": [{"files": ["a"], "exclude": ["b"]}]})"}) {
      CAPTURE(std::string(text));
      CHECK_FALSE(schema_accepts(text));
      CHECK_FALSE(read_config("x", text).config);
    }
  }
}
