#include "cli/files/recognise.h"

#include <doctest/doctest.h>
#include <unistd.h>

#include <fstream>

#include "cli/trial.h"

namespace sfn::cli {
namespace {

namespace fs = std::filesystem;

bool recognised(const std::string& name, std::string text) {
  const Source source(name, std::move(text));
  return may_hold_definition(name) && may_be_definition(source.text()) &&
         is_definition(read(source, 0, form_of(name, source.text())), source.text());
}

/// A folder that goes with the test.
class Folder {
 public:
  Folder() : path_(fs::temp_directory_path() / ("sfn-lint-recognise-" + std::to_string(::getpid()))) {
    fs::create_directories(path_ / "flows");
  }
  ~Folder() { fs::remove_all(path_); }
  void write(const std::string& name, const std::string& text) const { std::ofstream(path_ / name) << text; }
  Trial lint(std::vector<std::string> arguments) const {
    arguments.insert(arguments.begin(), "--no-config");
    return run_in(path_, arguments);
  }

 private:
  fs::path path_;
};

size_t count(std::string_view text, std::string_view word) {
  size_t found = 0;
  for (size_t at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1)) ++found;
  return found;
}

const std::string machine =
    R"({"Type":"AWS::StepFunctions::StateMachine","Properties":{"DefinitionString":"{}"}})";

TEST_SUITE("cli/files/recognise") {
  TEST_CASE("files of a folder are recognised by what they hold") {
    CHECK(recognised("a.json", R"({"StartAt":"A","States":{}})"));
    CHECK(recognised("a.yml", "StartAt: A\nStates: {}\n"));
    CHECK(recognised("a.template", "{\"Resources\":{\"M\":" + machine + "}}"));
    CHECK(recognised("a.template", "Resources:\n  M: " + machine + "\n"));
    CHECK(recognised("serverless.yml",
                     "stepFunctions:\n  stateMachines:\n    a:\n      definition: {StartAt: A}\n"));
    CHECK(recognised("plan.json",
                     R"({"planned_values":{"root_module":{"resources":[{"type":"aws_sfn_state_machine",
      "values":{"definition":"{}"}}]}}})"));
    CHECK(recognised("a.tftpl", "{\"StartAt\": \"A\", \"States\": {%{ if x }%{ endif }}}"));
    CHECK(recognised("main.tf",
                     "resource \"aws_sfn_state_machine\" \"a\" {\n  definition = <<E\n"
                     "{\"StartAt\": \"A\", \"States\": {}}\nE\n}\n"));
    CHECK(recognised("main.tf",
                     "resource \"aws_sfn_state_machine\" \"a\" {\n"
                     "  definition = replace(var.text, \"a\", \"b\")\n}\n"));
    CHECK(recognised("main.tf", "resource \"aws_sfn_state_machine\" \"a\" {\n"));
    CHECK(recognised("machines.yml",
                     "stateMachines:\n  a:\n    definition:\n      {StartAt: A, States: {}}\n"));
    CHECK(recognised("resources.yml", "M: " + machine + "\n"));
  }

  TEST_CASE("other files are not") {
    CHECK_FALSE(recognised("a.txt", R"({"StartAt":"A","States":{}})"));
    CHECK_FALSE(recognised("a.json", R"({"Resources":{"M":{"Type":"AWS::Lambda::Function"}}})"));
    CHECK_FALSE(recognised("a.json", R"({"Resources":{"M":{"Type":"Some::StateMachine"}}})"));
    CHECK_FALSE(recognised("a.json", R"({"Description":"AWS::StepFunctions::StateMachine"})"));
    CHECK_FALSE(recognised("a.yaml", "StartAt: [never, States]\n"));
    CHECK_FALSE(recognised("main.tf", "variable \"aws_sfn_state_machine\" {\n}\n"));
  }

  TEST_CASE("a file that a template names is reported once, with what the template adds") {
    const Folder folder;
    folder.write("flows/a.asl.json", R"({"StartAt": "A", "States": {"A": {"Type": "Task", "Next": "B",
      "Resource": "arn:aws:states:::ecs:runTask.sync", "Parameters": {"TaskDefinition": "t"}}}})");
    folder.write("template.yaml",
                 "Resources:\n  M:\n    Type: AWS::Serverless::StateMachine\n    Properties:\n"
                 "      Type: EXPRESS\n      DefinitionUri: flows/a.asl.json\n");
    for (const std::vector<std::string>& arguments :
         {std::vector<std::string>{}, {"template.yaml"}, {"template.yaml", "flows/a.asl.json"}}) {
      const std::string report = folder.lint(arguments).out;
      CAPTURE(report);
      CHECK(count(report, "[flow/next-target]") == 1);
      CHECK(count(report, "[service/express-pattern] (in M, state A)") == 1);
      CHECK(count(report, "flows/a.asl.json:2:") == 1);
    }
    CHECK(count(folder.lint({"flows/a.asl.json"}).out, "[service/express-pattern]") == 0);
  }

  TEST_CASE("the name of standard input says what it is written in, else its text") {
    const Source json("-", "{}"), yaml("-", "Resources: {}\n");
    CHECK(form_of("-", json.text()) == Form::json);
    CHECK(form_of("-", yaml.text()) == Form::yaml);
    CHECK(form_of("a.yaml", json.text()) == Form::yaml);
    CHECK(form_of("main.tf", yaml.text()) == Form::terraform);
  }
}

}  // namespace
}  // namespace sfn::cli
