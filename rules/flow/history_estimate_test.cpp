#include <doctest/doctest.h>

#include "lint/lint.h"
#include "rules/registry.h"

using namespace sfn;

namespace {

// What the rule says of an inline Map of one state over so many items, and what it marks.
std::string said(size_t items, std::string_view config = "") {
  std::string list = "0";
  for (size_t i = 1; i < items; ++i) list += ",0";
  const Source source("a.json",
                      R"({"QueryLanguage": "JSONata", "StartAt": "M", "States": {"M": {"Type": "Map",
      "End": true, "Items": [)" +
                          list + R"(], "ItemProcessor": {)" + std::string(config) +
                          R"("StartAt": "A", "States": {"A": {"Type": "Succeed"}}}}}})");
  const Rule* const one[] = {rules::find("flow/history-estimate")};
  const Checked checked = check(source, 0, RuleSet(one), {});
  if (checked.diagnostics.empty()) return "";
  const Diagnostic& found = checked.diagnostics.at(0);
  const Span span = checked.document->span(found.place);
  return std::string(source.text().substr(span.begin, span.end - span.begin)) + ": " + found.message;
}

}  // namespace

TEST_SUITE("rules/flow/history_estimate") {
  TEST_CASE("more events than a history holds") {
    CHECK(said(5000).empty());
    CHECK(said(5001) ==
          "\"Items\": this causes about 25005 events for 5001 items, but the history of an execution is "
          "limited to 25000; in `DISTRIBUTED` mode each item has its own history");
    CHECK(said(5001, R"("ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"}, )").empty());
  }
}
