// `sfn-lint policy`, and the two directions: what it prints passes `check --policy`.
#include "cli/policy/policy_command.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>

#include "cli/policy/policy_text.h"
#include "cli/trial.h"
#include "lint/json/parse.h"
#include "rules/example_case.h"
#include "rules/registry.h"
#include "schemas/deployment.h"
#include "schemas/iam/role.h"

using namespace sfn;
using namespace sfn::cli;

namespace {

namespace fs = std::filesystem;
namespace policy = schemas::iam;

const fs::path testdata = fs::path(SFN_LINT_ROOT) / "testdata";

std::string read(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::vector<std::string> words(const fs::path& path) {
  std::istringstream in(read(path));
  return {std::istream_iterator<std::string>(in), {}};
}

void compare(const std::string& actual, const fs::path& golden) {
  if (std::getenv("SFN_LINT_UPDATE_GOLDENS")) std::ofstream(golden, std::ios::binary) << actual;
  INFO("SFN_LINT_UPDATE_GOLDENS=1 build/dev/sfn-lint-tests -ts=cli/policy_command rewrites "
       << golden.string());
  CHECK(actual == read(golden));
}

std::vector<const Rule*> policy_rules() {
  std::vector<const Rule*> chosen;
  for (const Rule* rule : rules::all())
    if (rules::family(*rule) == "policy") chosen.push_back(rule);
  return chosen;
}

// What the family `policy` says of a definition with a policy; ids and messages, one a line.
std::string said(const Document& definition, const std::string& text) {
  const Source source("policy.json", text);
  const json::Parsed parsed = json::parse(source, 1);
  REQUIRE(parsed.document);
  schemas::Deployment deployment;
  deployment.policies = {&*parsed.document};
  asl::Surroundings surroundings;
  schemas::set_deployment(surroundings, std::move(deployment));
  static const RuleSet rules(policy_rules());
  std::string lines;
  const auto add = [&](const std::vector<Diagnostic>& found) {
    for (const Diagnostic& one : found)
      if (one.rule->severity != Severity::info)
        lines += std::string(one.rule->id) + ": " + one.message + "\n";
  };
  add(check_policy(*parsed.document, rules));
  add(sfn::check(definition, rules, surroundings));
  return lines;
}

// A definition's own policy has nothing that its rules speak of.
void check_own_policy(std::string_view text) {
  const Source source("definition", std::string(text));
  const json::Parsed parsed = json::parse(source, 0);
  if (!parsed.document || !asl::Machine::is_definition(parsed.document->root())) return;
  const asl::Surroundings nothing;
  const asl::Machine machine(*parsed.document, nothing);
  const auto grants = policy::grants(machine.derive<policy::Needs>().all, policy::known_values(machine));
  if (grants.empty()) return;
  CAPTURE(text);
  CHECK(said(*parsed.document, policy::to_json(grants)) == "");
}

std::string with(std::string text, std::string_view part, std::string_view by) {
  const size_t at = text.find(part);
  REQUIRE(at != std::string::npos);
  return text.replace(at, part.size(), by);
}

}  // namespace

TEST_SUITE("cli/policy/policy_command") {
  TEST_CASE("every format, and what it says on standard error") {
    for (const auto& entry : fs::directory_iterator(testdata / "policy")) {
      if (!entry.is_directory()) continue;
      for (const std::string& format : policy_formats()) {
        std::vector<std::string> arguments{"policy", "--format", format};
        for (std::string& word : words(entry.path() / "args")) arguments.push_back(std::move(word));
        const Trial trial = run_in(entry.path(), arguments);
        compare(trial.out, entry.path() / ("expected." + format));
        compare(trial.err + "exit status " + std::to_string(trial.status) + "\n",
                entry.path() / ("expected." + format + ".txt"));
      }
    }
  }

  TEST_CASE("the policies of the AWS page pass for its samples; one action less is one finding") {
    const std::pair<std::string, std::string> cases[] = {{"static.json", "run-job.asl.json"},
                                                         {"dynamic.json", "run-job-dynamic.asl.json"},
                                                         {"dynamic.json", "run-job.asl.json"}};
    for (const auto& one : cases) {
      const std::string &file = one.first, &sample = one.second;
      CAPTURE(sample);
      CAPTURE(file);
      const bool given = fs::exists(testdata / "seed" / sample);
      const Source source(sample, read(given ? testdata / "seed" / sample : testdata / "policy" / sample));
      const json::Parsed parsed = json::parse(source, 0);
      REQUIRE(parsed.document);
      const std::string whole = read(testdata / "policy" / file);
      CHECK(said(*parsed.document, whole) == "");
      for (const std::string action : {"ecs:RunTask", "ecs:StopTask", "ecs:DescribeTasks",
                                       "events:PutTargets", "events:PutRule", "events:DescribeRule"}) {
        const std::string lines =
            said(*parsed.document, with(whole, "\"" + action + "\"", "\"s3:ListAllMyBuckets\""));
        CAPTURE(lines);
        CHECK(std::count(lines.begin(), lines.end(), '\n') == 1);
        CHECK(lines.find("`" + action + "`") != std::string::npos);
      }
    }
  }

  TEST_CASE("what is printed passes the check: every example of a rule") {
    for (const Rule* rule : rules::all())
      for (const Example& example : rule->examples)
        if (example.file.empty()) check_own_policy(ExampleText(unmark(example.text).text).source.text());
  }

  TEST_CASE("what is printed passes the check: every definition of testdata") {
    for (const auto& entry : fs::recursive_directory_iterator(testdata))
      if (entry.path().extension() == ".json") check_own_policy(read(entry.path()));
  }

  TEST_CASE("several definitions make one policy; a role that is given replaces what is not known") {
    const Trial trial =
        run_in(testdata / "policy", {"policy", "run-job-dynamic.asl.json", "../seed/run-job.asl.json",
                                     "--role-arn", "arn:aws:iam::123456789012:role/app"});
    CHECK(trial.status == 0);
    CHECK(trial.out.find("task-definition") == std::string::npos);  // `*` covers it
    CHECK(trial.out.find("\"arn:aws:iam::123456789012:role/app\"") != std::string::npos);
    CHECK(trial.err ==
          "sfn-lint: replace these placeholders with your own values: `${Region}`, "
          "`${Account}`\n");
  }

  TEST_CASE("what cannot be read, is not JSON or no definition") {
    const auto status = [&](const std::string& file) {
      return run_in(testdata / "policy", {"policy", file});
    };
    CHECK(status("missing.asl.json").status == 3);
    CHECK(status("missing.asl.json").err == "sfn-lint: missing.asl.json: No such file or directory\n");
    CHECK(status("static.json").status == 1);
    CHECK(status("static.json").err == "sfn-lint: static.json: not a state machine definition\n");
    CHECK(status("../seed/run-job.as-pasted.asl.json").status == 1);
    CHECK(status("../seed/run-job.as-pasted.asl.json").out.empty());
  }

  TEST_CASE("wrong usage") {
    for (const std::vector<std::string>& arguments : {std::vector<std::string>{"policy"},
                                                      {"policy", "--account", "12", "x"},
                                                      {"policy", "--role-arn", "app", "x"},
                                                      {"policy", "--region", "a*", "x"},
                                                      {"policy", "--trust", "--task-role", "x"},
                                                      {"policy", "--format", "yaml", "x"}})
      CHECK(run(arguments).status == 2);
    CHECK(run({"policy", "--trust"}).status == 0);
    CHECK(run({"policy", "--help"}).out.find("--role-arn") != std::string::npos);
  }
}
