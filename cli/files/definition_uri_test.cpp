// Definitions that CloudFormation reads from a file: as JSON, else as YAML; and files that are to be
// rendered.
#include <doctest/doctest.h>

#include "cli/scratch.h"

namespace sfn::cli {
namespace {

const std::string names_it =
    "Resources:\n  M:\n    Type: AWS::Serverless::StateMachine\n    Properties:\n"
    "      DefinitionUri: flows/machine.json\n";
const std::string comma = R"({"StartAt": "A", "States": {"A": {"Type": "succeed",}}})";
const std::string sound = R"({"StartAt": "A", "States": {"A": {"Type": "Succeed"}}})";

bool says(const Trial& trial, std::string_view text) { return trial.out.find(text) != std::string::npos; }

size_t count(const Trial& trial, std::string_view word) {
  size_t found = 0;
  for (size_t at = trial.out.find(word); at != std::string::npos; at = trial.out.find(word, at + 1)) ++found;
  return found;
}

// One warning that it is no JSON, and what all other rules say.
void check_in_its_light(const Trial& trial) {
  CAPTURE(trial.out);
  CHECK(count(trial, "[json/read-as-yaml]") == 1);
  CHECK(count(trial, "[structure/field-value]") == 1);
  CHECK_FALSE(says(trial, "json/syntax"));
}

TEST_SUITE("cli/files/definition_uri") {
  TEST_CASE("YAML in a JSON file that a template names, in a folder and by name in either order") {
    const Scratch scratch;
    scratch.write("template.yaml", names_it);
    scratch.write("flows/machine.json", comma);
    check_in_its_light(scratch.run({"--no-config", "."}));
    check_in_its_light(scratch.run({"--no-config", "template.yaml"}));
    check_in_its_light(scratch.run({"--no-config", "template.yaml", "flows/machine.json"}));
    check_in_its_light(scratch.run({"--no-config", "flows/machine.json", "template.yaml"}));
  }

  TEST_CASE("alone the file is an error, with a word on CloudFormation") {
    const Scratch scratch;
    scratch.write("flows/machine.json", comma);
    const Trial trial = scratch.run({"--no-config", "flows/machine.json"});
    CHECK(says(trial, "[json/syntax]"));
    CHECK(says(trial, "CloudFormation and SAM accept the text as YAML"));
    scratch.write("flows/machine.json", R"({"StartAt": "A" "States": {}})");
    CHECK_FALSE(says(scratch.run({"--no-config", "flows/machine.json"}), "CloudFormation"));
  }

  TEST_CASE("comments and single quotes, and what YAML does not read either") {
    const Scratch scratch;
    scratch.write("template.yaml", names_it);
    for (const std::string text :
         {"{'StartAt': 'A', 'States': {'A': {'Type': 'Succeed'}}}",
          "{ # a\n\"StartAt\": \"A\", \"States\": {\"A\": {\"Type\": \"Succeed\"}}}"}) {
      scratch.write("flows/machine.json", text);
      const Trial trial = scratch.run({"--no-config", "."});
      CAPTURE(trial.out);
      CHECK(count(trial, "[json/read-as-yaml]") == 1);
      CHECK(trial.status == clean);
    }
    scratch.write("flows/machine.json", "{ // a\n\"StartAt\": \"A\", \"States\": {}}");
    CHECK(says(scratch.run({"--no-config", "."}), "[json/syntax]"));
  }

  TEST_CASE("the fix makes it JSON") {
    const Scratch scratch;
    scratch.write("template.yaml", names_it);
    scratch.write("flows/machine.json", comma);
    CHECK(scratch.run({"--no-config", "--fix", "."}).status == clean);
    CHECK(scratch.read("flows/machine.json") == sound);
  }

  TEST_CASE("files that are to be rendered: info in a folder, a warning by name") {
    const Scratch scratch;
    scratch.write("template.yaml", names_it +
                                       "      Tracing: {{ cookiecutter.tracing }}\n"
                                       "      {%- if cookiecutter.x != [] %}\n      Y: 1\n"
                                       "      {%- endif %}\n");
    const Trial folder = scratch.run({"--no-config", "--min-severity", "info", "."});
    CHECK(says(folder, "info: "));
    CHECK(says(folder, "[template/found-unrendered]"));
    CHECK(scratch.run({"--no-config", "."}).out == "");
    const Trial named = scratch.run({"--no-config", "template.yaml"});
    CHECK(says(named, "warning: "));
    CHECK(says(named, "[template/needs-rendering]"));
    CHECK(named.status == clean);
    CHECK_FALSE(says(named, "json/syntax"));
  }
}

}  // namespace
}  // namespace sfn::cli
