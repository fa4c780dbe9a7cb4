// The pages of rules: their addresses, and what each report makes of one.
#include "cli/report/rule_page.h"

#include <doctest/doctest.h>

#include <filesystem>

#include "cli/scratch.h"
#include "rules/registry.h"

using namespace sfn;
using namespace sfn::cli;

namespace {

const std::string base = "https://a.example/rules", page = base + "/flow/next_target.md";

// One error (flow/next-target).
const std::string faulty = R"({"StartAt": "A", "States": {"A": {"Type": "Pass", "Next": "B"}}})";

size_t count(std::string_view text, std::string_view part) {
  size_t found = 0;
  for (size_t at = 0; (at = text.find(part, at)) != std::string_view::npos; at += part.size()) ++found;
  return found;
}

std::string reported(const Scratch& folder, std::vector<std::string> arguments) {
  arguments.insert(arguments.end(), {"--select", "flow/next-target", "x.asl.json"});
  return folder.run(arguments).out;
}

// The text without what a page adds to it.
std::string without(std::string text, const std::string& added) {
  const size_t at = text.find(added);
  REQUIRE(at != std::string::npos);
  return text.erase(at, added.size());
}

}  // namespace

TEST_SUITE("cli/report/rule_page") {
  TEST_CASE("an address names the file that `./dev docs` writes") {
    const Rule& rule = *rules::find("flow/next-target");
    CHECK(std::filesystem::exists(SFN_LINT_ROOT "/rules/" + page_file(rule)));
    CHECK(page_address(base, rule) == page);
    CHECK(page_address(base + "/", rule) == page);
  }

  TEST_CASE("only the address of a folder on the web can be a base") {
    for (const char* right : {"http://a", "https://a/", "https://[::1]:8000/r", "https://a/b%20c?d=e&f=~"}) {
      CAPTURE(right);
      CHECK(page_base_fault(right).empty());
    }
    CHECK(page_base_fault("") == "`` does not begin with `https://` or `http://`");
    CHECK(page_base_fault("HTTPS://a") == "`HTTPS://a` does not begin with `https://` or `http://`");
    CHECK(page_base_fault("https:///a") == "`https:///a` does not name a host");
    CHECK(page_base_fault("http://") == "`http://` does not name a host");
    for (const char* wrong :
         {"https://a\x1b\\", "https://a\n", "https://a b", "https://ä", "https://a\"", "https://a\x7f"})
      CHECK(page_base_fault(wrong).find(" is not a valid address; ") != std::string::npos);
  }

  TEST_CASE("reports link to the page, and are otherwise the same") {
    const Scratch folder;
    folder.write("x.asl.json", faulty);
    const auto added = [&](const char* format, const std::string& text) {
      CAPTURE(format);
      const std::string plain = reported(folder, {"--format", format}),
                        linked = reported(folder, {"--format", format, "--rule-pages", base});
      CHECK(without(linked, text) == plain);
    };
    added("json", R"(,"page":")" + page + "\"");
    added("gitlab", R"(,"content":{"body":"See [`flow/next-target`]()" + page +
                        R"().")"
                        "}");
    added("junit", "      rule: " + page + "\n");
    added("github", "");
    added("text", "");
    const std::string sarif = reported(folder, {"--format", "sarif", "--rule-pages", base});
    CHECK(count(sarif, R"("helpUri":")" + page + "\"") == 1);
    CHECK(count(sarif, page) == 1);
  }

  TEST_CASE("the id in colored text is a link") {
    const Scratch folder;
    folder.write("x.asl.json", faulty);
    const std::string plain = reported(folder, {"--color", "always"}),
                      linked = reported(folder, {"--color", "always", "--rule-pages", base});
    const std::string open = "\x1b]8;;" + page + "\x1b\\", close = "\x1b]8;;\x1b\\";
    CHECK(count(linked, "[" + open + "flow/next-target" + close + "]") == 1);
    CHECK(without(without(linked, open), close) == plain);
    CHECK(count(plain, "\x1b]") == 0);
  }

  TEST_CASE("the configuration of a file names its pages; the command line wins") {
    const Scratch folder;
    folder.write("x.asl.json", faulty);
    folder.write("a/x.asl.json", faulty);
    folder.write(".sfn-lint.json", R"({"rule-pages": "https://b.example/"})");
    folder.write("a/.sfn-lint.json", R"({"rule-pages": "https://c.example"})");
    const std::string both = folder.run({"--format", "json"}).out;
    CHECK(count(both, "\"https://b.example/flow/next_target.md\"") == 1);
    CHECK(count(both, "\"https://c.example/flow/next_target.md\"") == 1);
    const std::string one = folder.run({"--format", "json", "--rule-pages", base}).out;
    CHECK(count(one, page) == 2);
    CHECK(count(one, "b.example") + count(one, "c.example") == 0);
  }

  TEST_CASE("findings in policies have pages too") {
    const Scratch folder;
    folder.write(
        "p.json",
        R"({"Version": "2012-10-17", "Statement": [{"Effect": "Alow", "Action": "*", "Resource": "*"}]})");
    const std::string out = folder.run({"--policy", "p.json", "--format", "json", "--rule-pages", base}).out;
    CHECK(count(out, "\"rule\":") > 0);
    CHECK(count(out, "\"rule\":") == count(out, "\"page\":\"" + base + "/policy/"));
  }

  TEST_CASE("a wrong address on the command line is wrong usage") {
    const Scratch folder;
    folder.write("x.asl.json", faulty);
    for (const char* wrong : {"", "ftp://a", "https://a\x1b"}) {
      const Trial trial = folder.run({"--rule-pages", wrong, "x.asl.json"});
      CHECK(trial.status == 2);
      CHECK(trial.out.empty());
    }
    CHECK(folder.run({"--rule-pages", "a\x1b"}).err ==
          "sfn-lint: --rule-pages: `a\\u001b` does not begin with `https://` or `http://`\n"
          "Try `sfn-lint --help`.\n");
  }
}
