// Names and texts that try to break out of a report: each format is read back by a parser of that format,
// which must find every finding whole and nothing else.
#include <doctest/doctest.h>
#include <rapidjson/document.h>
#include <stdlib.h>

#include <filesystem>
#include <fstream>
#include <map>

#include "cli/report/finding.h"
#include "cli/report/github_runner.h"
#include "cli/report/printable.h"
#include "cli/report/report.h"
#include "cli/report/repository_path.h"
#include "cli/report/xml_elements.h"
#include "cli/trial.h"
#include "lint/json/parse.h"
#include "rules/registry.h"

using namespace sfn;
using namespace sfn::cli;

namespace {

namespace fs = std::filesystem;
using namespace std::string_literals;

const std::string pieces[] = {"a",
                              "Ä語👩\u200d🚒",
                              "\x1b[31m",
                              "\x1b]0;title\x07",
                              "\x1b[2J",
                              "\n::error::x",
                              "\r\n::add-mask::x",
                              "::error file=b,line=1::x",
                              "::",
                              "##[error]x",
                              "##vso[task.x]",
                              "%",
                              "%0A",
                              "%250A",
                              "%3A%2C",
                              ",",
                              ":",
                              ",line=9",
                              "=",
                              "]]>",
                              "</testcase>",
                              "</failure><failure>",
                              "<!--",
                              "<![CDATA[",
                              "&amp;",
                              "&",
                              "&#0;",
                              "<!DOCTYPE x>",
                              "\"",
                              "'",
                              "\\",
                              "\\\"",
                              "\",\"x\":\"",
                              "\"}]}",
                              "\\u0000",
                              "\n",
                              "\r",
                              "\t",
                              "\x0b\x0c",
                              "\0"s,
                              "\x7f",
                              "\xc2\x85",
                              "\xc2\x9b"
                              "31m",
                              "\u2028",
                              "\u202e",
                              "\u2066",
                              "\u200b",
                              "\ufeff",
                              "\ufffe",
                              "\uffff",
                              "\xff",
                              "\xc3",
                              "\xe8\xaa",
                              "\xed\xa0\x80",
                              "\xed\xb0\x80",
                              "\xc0\xaf",
                              "\xf4\x90\x80\x80",
                              "{0}",
                              "{{1}}",
                              "[x](1)",
                              "[x](https://x.example/)",
                              "${x}",
                              "#",
                              "?",
                              "//",
                              "~",
                              " ",
                              "+"};

// Each piece alone, and each pair of them.
std::vector<std::string> hostile_names() {
  std::vector<std::string> names(std::begin(pieces), std::end(pieces));
  for (const std::string& first : pieces)
    for (const std::string& second : pieces) names.push_back(first + second);
  return names;
}

struct Texts {
  std::string path, line;
};

// A finding that has the name wherever a report shows text.
Finding hostile_finding(const std::string& name, const Texts& texts) {
  const Range range{texts.path, {2, 2 + static_cast<uint32_t>(name.size())}, {3, 4}, {3, 9}};
  const Excerpt excerpt{texts.line, 2, 2 + name.size()};
  Finding finding{rules::find("json/syntax"), Severity::error, name, range, excerpt};
  finding.pointer = "/" + name;
  finding.state = finding.resource = finding.definition = name;
  finding.notes = {{name, range, excerpt}, {name, std::nullopt, {}}};
  finding.fix = FindingFix{name, Safety::safe, {{range, name}}};
  return finding;
}

// All formats over findings that live no longer than a call.
class Reports {
 public:
  Reports() {
    for (const std::string& format : report_formats()) reports_[format].reporter = make_reporter(format, {});
  }
  void file(std::string_view path, const std::vector<Finding>& findings) {
    for (auto& [format, report] : reports_) report.reporter->file(path, findings, report.text);
  }
  void end() {
    for (auto& [format, report] : reports_) report.reporter->end({}, report.text);
  }
  const std::string& operator[](const std::string& format) { return reports_.at(format).text; }

 private:
  struct Report {
    std::unique_ptr<Reporter> reporter;
    std::string text;
  };
  std::map<std::string, Report> reports_;
};

// Whatever a terminal or the viewer of a log would act on.
bool plain(std::string_view report) {
  for (std::string_view rest = report; !rest.empty();) {
    const Glyph glyph = first_glyph(rest);
    if (rest[0] != '\n' && glyph.shown != rest.substr(0, glyph.bytes)) return false;
    rest.remove_prefix(glyph.bytes);
  }
  return true;
}

rapidjson::Document parse_json(const std::string& text) {
  rapidjson::Document document;
  document.Parse<rapidjson::kParseValidateEncodingFlag>(text.data(), text.size());
  REQUIRE_FALSE(document.HasParseError());
  CHECK(json::parse(Source("report", text), 0).document);  // simdjson, which did not write it
  return document;
}

std::string_view text(const rapidjson::Value& value) { return {value.GetString(), value.GetStringLength()}; }

std::string percent_decoded(std::string_view uri) {
  std::string text;
  for (size_t at = 0; at < uri.size(); ++at)
    if (uri[at] != '%') text += uri[at];
    else text += static_cast<char>(std::stoi(std::string(uri.substr(at + 1, 2)), nullptr, 16)), at += 2;
  return text;
}

// What SARIF's messages escape.
std::string without_links(std::string text) {
  for (size_t at; (at = text.find("](")) != std::string::npos;) text.replace(at, 2, "] (");
  return text;
}

// As the standard reads a message: two braces are one, and what is in one is a placeholder.
struct SarifMessage {
  std::string text;
  bool placeholder = false;
};

SarifMessage read_sarif_message(std::string_view written) {
  SarifMessage message;
  for (size_t at = 0; at < written.size(); ++at) {
    const std::string_view rest = written.substr(at);
    message.text += written[at];
    if (rest.starts_with("{{") || rest.starts_with("}}")) ++at;
    else if (rest[0] == '{')
      message.placeholder |= rest.size() > 1 && rest.find_first_not_of("0123456789", 1) > 1 &&
                             rest.find_first_not_of("0123456789", 1) == rest.find('}');
  }
  return message;
}

// The resource and the state have the same name.
std::string around(const std::string& name) { return " (in " + name + ", state " + name + ")"; }

void check_sarif(const std::string& report, const std::vector<std::string>& names) {
  const rapidjson::Document sarif = parse_json(report);
  const auto& results = sarif["runs"][0]["results"];
  REQUIRE(results.Size() == names.size());
  for (rapidjson::SizeType i = 0; i < results.Size(); ++i) {
    const std::string& name = names[i];
    CAPTURE(name);
    const auto& result = results[i];
    const std::string_view message = text(result["message"]["text"]);
    CHECK_FALSE(read_sarif_message(message).placeholder);
    const std::string shown = printable(name);
    const std::string expected = without_links(shown + around(shown) + "\nnote: " + shown);
    CHECK((message == expected || read_sarif_message(message).text == expected));
    const auto& location = result["locations"][0];
    const auto& artifact = location["physicalLocation"]["artifactLocation"];
    const std::string_view uri = text(artifact["uri"]);
    CHECK(percent_decoded(uri) == from_here("d/" + name));
    CHECK(uri.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~%/") ==
          std::string_view::npos);
    CHECK(text(location["logicalLocations"][1]["name"]) == valid_utf8(name));
    CHECK(text(location["physicalLocation"]["region"]["snippet"]["text"]) == valid_utf8(name));
    CHECK(text(result["fixes"][0]["artifactChanges"][0]["replacements"][0]["insertedContent"]["text"]) ==
          valid_utf8(name));
    CHECK(result["relatedLocations"].Size() == 1);
  }
}

void check_gitlab(const std::string& report, const std::vector<std::string>& names) {
  const rapidjson::Document issues = parse_json(report);
  REQUIRE(issues.Size() == names.size());
  for (rapidjson::SizeType i = 0; i < issues.Size(); ++i) {
    CAPTURE(names[i]);
    const std::string shown = printable(names[i]);
    CHECK(text(issues[i]["description"]) == shown + around(shown));
    CHECK(text(issues[i]["location"]["path"]) == valid_utf8(from_here("d/" + names[i])));
  }
}

void check_json(const std::string& report, const std::vector<std::string>& names) {
  const rapidjson::Document json = parse_json(report);
  const auto& diagnostics = json["diagnostics"];
  REQUIRE(diagnostics.Size() == names.size());
  for (rapidjson::SizeType i = 0; i < diagnostics.Size(); ++i) {
    CAPTURE(names[i]);
    const std::string valid = valid_utf8(names[i]);
    for (const char* field : {"message", "state", "resource", "definition"})
      CHECK(text(diagnostics[i][field]) == valid);
    CHECK(text(diagnostics[i]["file"]) == "d/" + valid);
    CHECK(text(diagnostics[i]["fix"]["edits"][0]["text"]) == valid);
  }
}

void check_junit(const std::string& report, const std::vector<std::string>& names) {
  CHECK(plain(report));
  const XmlElements xml(report);
  const auto suites = xml.all("testsuite"), cases = xml.all("testcase"), failures = xml.all("failure");
  CHECK(xml.size() == 1 + 3 * names.size());
  REQUIRE(suites.size() == names.size());
  REQUIRE(cases.size() == names.size());
  REQUIRE(failures.size() == names.size());
  for (size_t i = 0; i < names.size(); ++i) {
    CAPTURE(names[i]);
    const std::string shown = printable(names[i]), path = printable(from_here("d/" + names[i]));
    CHECK(suites[i]->attributes.at("name") == path);
    CHECK(cases[i]->attributes.at("file") == path);
    CHECK(cases[i]->attributes.at("name") == "json/syntax " + shown + " /" + shown);
    CHECK(failures[i]->attributes.at("message") == shown + around(shown));
    CHECK(failures[i]->content.find(" error: " + shown + " [json/syntax]" + around(shown) + "\n") !=
          std::string::npos);
  }
}

void check_github(const std::string& report, const std::vector<std::string>& names) {
  CHECK(plain(report));
  const auto commands = run_github_log(report);
  REQUIRE(commands.size() == names.size());
  for (size_t i = 0; i < names.size(); ++i) {
    CAPTURE(names[i]);
    const GithubCommand& command = commands[i];
    const std::string shown = printable(names[i]), path = from_here("d/" + names[i]);
    CHECK(command.name == "error");
    CHECK(command.properties.size() == 6);
    CHECK(printable(command.properties.at("file")) == printable(path));
    if (shown == names[i]) CHECK(command.properties.at("file") == path);
    CHECK(command.properties.at("line") == "3");
    CHECK(command.properties.at("title") == "json/syntax");
    CHECK(command.data == shown + around(shown) + "\n" + printable("d/" + names[i]) + ":3:4: note: " + shown +
                              "\nnote: " + shown + "\nfix: " + shown);
  }
}

// A definition with a text wherever a user can write one. `text` is that of a JSON string, escaped or not.
std::string definition(const std::string& text) {
  const std::string quoted = "\"" + text + "\"";
  return "{\"StartAt\": " + quoted + ", \"States\": {" + quoted + ": {\"Type\": \"Pass\", " + quoted + ": " +
         quoted + ", \"Next\": \"" + text + "x\", \"Parameters\": {\"" + text + ".$\": " + quoted + "}}}}";
}

std::string json_escaped(std::string_view text) {
  std::string escaped;
  for (const char c : text)
    if (c == '"' || c == '\\') escaped += {'\\', c};
    else if (static_cast<unsigned char>(c) < 0x20) escaped += c == '\n' ? "\\n" : "\\u0001";
    else escaped += c;
  return escaped;
}

// Every report of a run has its findings, whole, and nothing else.
void check_counts(Reports& reports, size_t files, size_t findings) {
  CHECK(parse_json(reports["json"])["diagnostics"].Size() == findings);
  CHECK(parse_json(reports["sarif"])["runs"][0]["results"].Size() == findings);
  CHECK(parse_json(reports["gitlab"]).Size() == findings);
  CHECK(run_github_log(reports["github"]).size() == findings);
  const XmlElements xml(reports["junit"]);
  CHECK(xml.all("testsuite").size() == files);
  CHECK(xml.all("failure").size() + xml.all("skipped").size() == findings);
  for (const char* format : {"text", "github", "junit"}) CHECK(plain(reports[format]));
  for (const char* format : {"text", "json", "sarif", "gitlab", "junit"})
    CHECK(run_github_log(reports[format]).empty());
}

}  // namespace

TEST_SUITE("cli/report/hostile") {
  TEST_CASE("more than four thousand names, wherever a report shows text") {
    const std::vector<std::string> names = hostile_names();
    REQUIRE(names.size() > 4000);
    Reports reports;
    for (const std::string& name : names) {
      const Texts texts{"d/" + name, "x " + name};
      reports.file(texts.path, {hostile_finding(name, texts)});
    }
    reports.end();
    check_json(reports["json"], names);
    check_sarif(reports["sarif"], names);
    check_gitlab(reports["gitlab"], names);
    check_junit(reports["junit"], names);
    check_github(reports["github"], names);
    CHECK(plain(reports["text"]));
    for (const char* format : {"text", "json", "sarif", "gitlab", "junit"})
      CHECK(run_github_log(reports[format]).empty());
  }

  TEST_CASE("definitions full of them, through all rules") {
    const RuleSet rules{rules::all()};
    Reports reports;
    size_t files = 0, findings = 0;
    for (const std::string& name : hostile_names()) {
      if (files++ % 3 != 0) continue;  // enough, and a third of the time
      for (const std::string& text : {definition(json_escaped(name)), definition(name)}) {
        const Source source("h.asl.json", text);
        const Checked checked = check(source, 0, rules, {});
        const Reference file{source.path(), source.text(), checked.document ? &*checked.document : nullptr};
        const auto found = resolve(checked.diagnostics, {&file, 1});
        findings += found.size();
        reports.file(source.path(), found);
      }
    }
    reports.end();
    CHECK(findings > 5000);
    check_counts(reports, (files + 2) / 3 * 2, findings);
  }

  TEST_CASE("files with such names") {
    std::string pattern = (fs::temp_directory_path() / "sfn-lint-XXXXXX").string();
    const fs::path folder = ::mkdtemp(pattern.data());
    size_t files = 0;
    for (const std::string& piece : pieces) {
      if (piece.find_first_of(std::string_view("/\0", 2)) != std::string::npos) continue;
      std::ofstream(folder / (piece + ".asl.json")) << "{" << piece;
      fs::create_symlink("nowhere", folder / ("lost" + piece + ".asl.json"));  // each is a failure
      ++files;
    }
    const auto run = [&](const std::string& format) {
      const Trial trial = run_in(folder, {"--format", format, "."});
      CHECK(trial.status == 3);
      CHECK(plain(trial.err));
      CHECK(run_github_log(trial.err).empty());
      return trial.out;
    };
    const rapidjson::Document json = parse_json(run("json")), sarif = parse_json(run("sarif"));
    CHECK(json["diagnostics"].Size() == files);
    CHECK(json["failures"].Size() == files);
    const auto& sarif_run = sarif["runs"][0];
    CHECK(sarif_run["results"].Size() == files);
    CHECK(sarif_run["invocations"][0]["toolExecutionNotifications"].Size() == files);
    CHECK(parse_json(run("gitlab")).Size() == files);
    CHECK(run_github_log(run("github")).size() == 2 * files);
    CHECK(run_github_log(run("text")).empty());
    const XmlElements junit(run("junit"));
    CHECK(junit.all("failure").size() == files);
    CHECK(junit.all("error").size() == files);
    fs::remove_all(folder);
  }
}
