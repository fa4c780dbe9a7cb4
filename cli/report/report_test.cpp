// What each format says, and where what it has no place for goes.
#include "cli/report/report.h"

#include <doctest/doctest.h>
#include <stdlib.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "cli/report/fingerprint.h"
#include "cli/report/repository_path.h"
#include "cli/trial.h"
#include "rules/registry.h"

using namespace sfn;
using namespace sfn::cli;

namespace {

namespace fs = std::filesystem;
using namespace std::string_literals;

bool contains(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

Finding finding(std::string_view file, Position start, Position end) {
  Finding finding{
      rules::find("json/syntax"), Severity::error, "m", {file, {4, 6}, start, end}, {"ab: cd", 4, 6}};
  finding.pointer = "/States/A";
  finding.state = "A";
  return finding;
}

std::string reported(const std::string& format, const std::vector<Finding>& findings,
                     std::string_view path = "a.json") {
  const auto reporter = make_reporter(format, {});
  std::string out;
  reporter->file(path, findings, out);
  reporter->end({}, out);
  return out;
}

// One broken definition.
struct Folder {
  Folder() {
    std::string name = (fs::temp_directory_path() / "sfn-lint-XXXXXX").string();
    path = ::mkdtemp(name.data());
    std::ofstream(path / "bad.asl.json") << "{\"StartAt\": \"A\",}";
  }
  ~Folder() { fs::remove_all(path); }
  Folder(const Folder&) = delete;
  std::string read(const char* file) const {
    std::ifstream in(path / file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
  }
  fs::path path;
};

}  // namespace

TEST_SUITE("cli/report/report") {
  TEST_CASE("paths are relative to the current folder, as URIs and plain") {
    CHECK(from_here("./a/../b//c.json") == "b/c.json");
    CHECK(from_here("../c.json") == "../c.json");
    CHECK(from_here((fs::current_path() / "x" / "c.json").string()) == "x/c.json");
    CHECK(from_here("/nowhere/c.json") == "/nowhere/c.json");
    CHECK(uri("/no where/c.json") == "file:///no%20where/c.json");
    CHECK(uri("a:b/%\xff#ä?.json") == "a%3Ab/%25%FF%23%C3%A4%3F.json");
    CHECK(uri("<stdin>") == "%3Cstdin%3E");
    CHECK(at_line_begin(" \u3000::error::x") == "./ \u3000::error::x");
    CHECK(at_line_begin("Ä::x/:a") == "./Ä::x/:a");
    CHECK(at_line_begin("a::x") == "a::x");
  }

  TEST_CASE("a fingerprint does not follow the line, nor how the path was written; doubles have their own") {
    const Finding one = finding("a.json", {1, 5}, {1, 7}), moved = finding("./a.json", {9, 1}, {9, 3});
    CHECK(Fingerprints("a.json").next(one) == Fingerprints("./a.json").next(moved));
    Fingerprints fingerprints("a.json");
    const std::string first = fingerprints.next(one), second = fingerprints.next(one);
    CHECK(first.size() == 16);
    CHECK(first != second);
    CHECK(Fingerprints("a.json").next(one) == first);
    CHECK(Fingerprints("b.json").next(one) != first);  // found in a.json, but about b.json
    Finding other = one;
    other.state = "B";
    CHECK(Fingerprints("a.json").next(other) != first);
    other = one;
    other.resource = "Machine";
    CHECK(Fingerprints("a.json").next(other) != first);
  }

  TEST_CASE("github: severities, escapes, notes and fix, columns on one line alone") {
    Finding found = finding("./a,b:c%.json", {1, 5}, {1, 7});
    found.message = "50% of `a:b`, c";
    found.notes = {{"no place", std::nullopt, {}}, {"there", found.range, {}}};
    found.fix = FindingFix{"fix", Safety::unsafe, {}};
    CHECK(reported("github", {found}) ==
          "::error file=a%2Cb%3Ac%25.json,line=1,endLine=1,col=5,endColumn=7,title=json/syntax::50%25 of "
          "`a:b`, c"
          "%0Anote: no place%0A./a,b:c%25.json:1:5: note: there%0Aunsafe fix: fix\n");
    Finding info = finding("a.json", {1, 5}, {3, 7});
    info.severity = Severity::info;
    info.resource = "Machine";
    CHECK(reported("github", {info}) ==
          "::notice file=a.json,line=1,endLine=3,title=json/syntax::m (in Machine, state A)\n");
    CHECK(contains(reported("github", {finding("a.json", {1, 5}, {2, 1})}), "line=1,endLine=1,title"));
    CHECK(reported("github", {}).empty());
  }

  TEST_CASE("gitlab: an issue each, an empty array for none") {
    CHECK(reported("gitlab", {}) == "[]\n");
    const std::string report = reported("gitlab", {finding("./a.json", {1, 5}, {1, 7})}, "./a.json");
    CHECK(report.starts_with(R"([{"description":"m","check_name":"json/syntax","fingerprint":")"));
    CHECK(report.ends_with(
        R"(","severity":"critical","location":{"path":"a.json","positions":{"begin":{"line":1,"column":5},)"
        R"("end":{"line":1,"column":7}}}})"
        "\n]\n"));
  }

  TEST_CASE("junit: a suite a file, a case a finding; a file without findings is a case that passed") {
    CHECK(reported("junit", {}) ==
          "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"sfn-lint\">\n"
          "  <testsuite name=\"a.json\" tests=\"1\" failures=\"0\" errors=\"0\" skipped=\"0\">\n"
          "    <testcase name=\"a.json\" classname=\"a.json\" file=\"a.json\"/>\n  "
          "</testsuite>\n</testsuites>\n");
    Finding info = finding("a.json", {2, 5}, {2, 7});
    info.severity = Severity::info;
    const Finding error = finding("a.json", {1, 5}, {1, 7});
    const std::string report = reported("junit", {error, info, error});
    CHECK(contains(report, "tests=\"3\" failures=\"2\" errors=\"0\" skipped=\"1\">"));
    CHECK(
        contains(report,
                 "<testcase name=\"json/syntax /States/A\" classname=\"a.json\" file=\"a.json\" line=\"1\">\n"
                 "      <failure message=\"m\" type=\"error\">\na.json:1:5: error: m [json/syntax]\n"));
    CHECK(contains(report, "<testcase name=\"json/syntax /States/A #2\""));
    CHECK(contains(report, "<skipped message=\"m\">\na.json:2:5: info: m [json/syntax]\n"));
    CHECK(contains(report, "\n      see: https://"));
  }

  TEST_CASE(
      "sarif: each rule is listed once, results name them by index; no placeholder and no link of the "
      "user's") {
    Finding found = finding("a.json", {1, 5}, {1, 7});
    found.message = "`{0}` {} {a} [b](1)";
    found.notes = {{"no place", std::nullopt, {}}, {"there", found.range, found.excerpt}};
    Finding other = finding("/b/a.json", {1, 5}, {1, 7});
    other.rule = rules::find("flow/next-target");
    other.severity = Severity::info;
    const std::string report = reported("sarif", {found, other, found});
    CHECK(report.starts_with(R"({"version":"2.1.0","$schema":"https://docs.oasis-open.org/)"));
    CHECK(contains(report, R"({"ruleId":"json/syntax","ruleIndex":0,"level":"error","message":{"text":)"
                           R"("`{{0}}` {{}} {{a}} [b] (1)\nnote: no place"},)"));
    CHECK(contains(report,
                   R"("region":{"startLine":1,"startColumn":5,"endLine":1,"endColumn":7,"byteOffset":4,)"
                   R"("byteLength":2,"snippet":{"text":"cd"}},)"
                   R"("contextRegion":{"startLine":1,"snippet":{"text":"ab: cd"}}})"));
    CHECK(contains(report, R"("relatedLocations":[{"id":1,)"));
    CHECK(contains(report, R"({"ruleId":"flow/next-target","ruleIndex":1,"level":"note",)"));
    CHECK(contains(report, R"("artifactLocation":{"uri":"file:///b/a.json"},)"));
    CHECK(contains(report, R"("artifactLocation":{"uri":"a.json","uriBaseId":"%SRCROOT%"},)"));
    const size_t rules = report.find("\"rules\":[");
    CHECK(report.find("{\"id\":\"json/syntax\"", rules) < report.find("{\"id\":\"flow/next-target\"", rules));
    CHECK(report.find("{\"id\":\"json/syntax\"") == report.rfind("{\"id\":\"json/syntax\""));
  }

  TEST_CASE("every format names the resource of a template") {
    Finding found = finding("t.json", {1, 5}, {1, 7});
    found.resource = "Machine";
    found.definition = "/Resources/Machine/Properties/Definition";
    CHECK(contains(reported("json", {found}),
                   R"("resource":"Machine","definition":"/Resources/Machine/Properties/Definition",)"));
    CHECK(contains(
        reported("sarif", {found}),
        R"({"kind":"resource","name":"Machine",)"
        R"("fullyQualifiedName":"/Resources/Machine/Properties/Definition"},{"kind":"state","name":"A"})"));
    CHECK(contains(reported("text", {found}), "error: m [json/syntax] (in Machine, state A)\n"));
    for (const char* format : {"sarif", "github", "gitlab", "junit"})
      CHECK(contains(reported(format, {found}), "m (in Machine, state A)"));
  }

  TEST_CASE(
      "the summary goes to standard error where people read, statistics where the report has no place") {
    const Folder folder;
    const auto run = [&](std::vector<std::string> words) {
      words.push_back("bad.asl.json");
      return run_in(folder.path, words);
    };
    const std::string summary = "1 error in 1 file (1 fixable with --fix)\n",
                      table = "     1  error   json/syntax\n";
    for (const char* format : {"text", "github"}) CHECK(run({"--format", format}).err == summary);
    for (const char* format : {"json", "sarif", "gitlab", "junit"}) {
      CHECK(run({"--format", format}).err.empty());
      CHECK(run({"--format", format, "--output", "report"}).err == summary);
      CHECK(run({"--format", format, "--output", "report", "--quiet"}).err.empty());
      CHECK(folder.read("report") == run({"--format", format}).out);
    }
    for (const char* format : {"sarif", "gitlab", "junit"}) {
      CHECK(run({"--format", format, "--statistics"}).err == table);
      CHECK(run({"--format", format, "--statistics", "--quiet"}).err.empty());
    }
    CHECK(run({"--format", "github", "--statistics"}).err == table + summary);
    CHECK(run({"--statistics"}).out == table);
    CHECK(run({"--statistics"}).err == summary);
  }

  TEST_CASE("a report says what could not be read") {
    const Folder folder;
    fs::create_symlink("nowhere", folder.path / "lost%.asl.json");
    const auto report = [&](const char* format) {
      const Trial trial = run_in(folder.path, {"--format", format, "none.json", "."});
      CHECK(trial.status == 3);
      CHECK(contains(trial.err, "sfn-lint: none.json: No such file or directory\n"));
      return trial.out;
    };
    CHECK(contains(report("json"), R"({"file":"none.json","message":"No such file or directory"}])"));
    CHECK(contains(report("github"), "::error file=none.json,title=sfn-lint::No such file or directory\n"));
    CHECK(contains(report("github"),
                   "::error file=lost%25.asl.json,title=sfn-lint::No such file or directory\n"));
    CHECK(contains(report("sarif"),
                   R"("invocations":[{"executionSuccessful":false,"toolExecutionNotifications":[)"));
    CHECK(contains(
        report("sarif"),
        R"({"level":"error","message":{"text":"No such file or directory"},"locations":[{)"
        R"("physicalLocation":{"artifactLocation":{"uri":"none.json","uriBaseId":"%SRCROOT%"}}}]})"));
    CHECK(contains(report("junit"), "<error message=\"No such file or directory\">"));
    CHECK(contains(report("gitlab"), "[{\"description\":"));
    const Trial good = run_in(folder.path, {"--format", "sarif", "bad.asl.json"});
    CHECK(contains(good.out, R"("invocations":[{"executionSuccessful":true}])"));
  }

  TEST_CASE("--show-files lists files in every format, and where --output says") {
    const Folder folder;
    for (const std::string& format : report_formats())
      CHECK(run_in(folder.path, {"--show-files", "--format", format}).out == "bad.asl.json\n");
    CHECK(run_in(folder.path, {"--show-files", "--output", "list"}).out.empty());
    CHECK(folder.read("list") == "bad.asl.json\n");
    std::ofstream(folder.path / "::x.asl.json") << "{}";
    CHECK(run_in(folder.path, {"--show-files"}).out == "./::x.asl.json\nbad.asl.json\n");
    std::ofstream(folder.path / "c\nd.asl.json") << "{}";
    CHECK(run_in(folder.path, {"--show-files"}).out == "./::x.asl.json\0bad.asl.json\0c\nd.asl.json\0"s);
  }
}
