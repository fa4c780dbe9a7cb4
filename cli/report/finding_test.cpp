#include "cli/report/finding.h"

#include <doctest/doctest.h>

#include "cli/report/report.h"
#include "lint/json/parse.h"
#include "rules/registry.h"

using namespace sfn;
using namespace sfn::cli;

namespace {

bool holds(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }

const Rule* any_rule() { return rules::find("json/syntax"); }

}  // namespace

TEST_SUITE("cli/report/finding") {
  TEST_CASE("places become lines, columns, offsets, pointers and states") {
    const Source source(
        "d.json",
        "{\"StartAt\": \"Ä\",\r\n\t\"States\": {\"Ä\": {\"Type\": \"Parallel\", \"Branches\": [{\"StartAt\": "
        "\"B\", \"States\": {\"a/~\": {\"Type\": \"语\\u0041x\"}}}]}}}");
    const json::Parsed parsed = json::parse(source, 0);
    REQUIRE(parsed.document);
    const Value root = parsed.document->root();
    const Value state = root["States"]["Ä"]["Branches"].first_child()["States"]["a/~"];
    std::vector<Diagnostic> diagnostics{{any_rule(), state["Type"].stretch(3, 4), "m"}};
    diagnostics[0].note("n", root["StartAt"].key());
    const Reference file{"d.json", source.text(), &*parsed.document};
    const auto found = resolve(diagnostics, {&file, 1});
    REQUIRE(found.size() == 1);
    CHECK(source.text().substr(found[0].range.bytes.begin, 6) == "\\u0041");
    CHECK(found[0].range.bytes.end == found[0].range.bytes.begin + 6);
    CHECK(found[0].range.start == Position{2, 98});
    CHECK(found[0].pointer == "/States/Ä/Branches/0/States/a~1~0/Type");
    CHECK(found[0].state == "a/~");
    CHECK(found[0].notes[0].range->start == Position{1, 2});
    CHECK(resolve(diagnostics, {&file, 1}).size() == 1);
  }

  TEST_CASE("excerpts of a long line are bounded and keep the mark") {
    const Source source("d.json", "{\"a\": \"" + std::string(100000, 'x') + "\", \"b\": 1}");
    const json::Parsed parsed = json::parse(source, 0);
    REQUIRE(parsed.document);
    const std::vector<Diagnostic> diagnostics{{any_rule(), parsed.document->root()["b"].key(), "m"}};
    const Reference file{"d.json", source.text(), &*parsed.document};
    const Excerpt excerpt = resolve(diagnostics, {&file, 1})[0].excerpt;
    CHECK(excerpt.text.size() < 1000);
    CHECK(excerpt.text.substr(excerpt.mark_begin, 3) == "\"b\"");
    CHECK(excerpt.cut_left);
    CHECK_FALSE(excerpt.cut_right);
  }

  TEST_CASE("JSON output escapes whatever is not plain") {
    const Finding finding{any_rule(), Severity::error, "a\"\\\x1b\u0085\xff语", {"f\n.json", {}, {}, {}}, {}};
    const auto reporter = make_reporter("json", {});
    std::string out;
    reporter->file("f\n.json", {finding}, out);
    CHECK(holds(out, R"("message":"a\"\\\u001B\u0085\uFFFD\u8BED")"));
    CHECK(holds(out, R"("file":"f\n.json")"));
  }
}
