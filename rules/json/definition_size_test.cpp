#include <doctest/doctest.h>

#include "lint/lint.h"
#include "rules/json/shared/size.h"
#include "rules/registry.h"

using namespace sfn;

namespace {

// What the two rules say of a definition of so many bytes, and where.
std::string said(size_t bytes) {
  const std::string head = R"({"StartAt": "A", "Comment": ")",
                    tail = R"(", "States": {"A": {"Type": "Succeed"}}})";
  const Source source("a.json", head + std::string(bytes - head.size() - tail.size(), 'x') + tail);
  const Rule* const two[] = {rules::find("json/definition-too-large"),
                             rules::find("json/definition-nearly-too-large")};
  const Checked checked = check(source, 0, RuleSet(two), {});
  if (checked.diagnostics.empty()) return "";
  REQUIRE(checked.diagnostics.size() == 1);
  const Diagnostic& found = checked.diagnostics[0];
  CHECK(checked.document->span(found.place) == Span{0, 1});
  return std::string(found.rule->id) + ": " + found.message;
}

}  // namespace

TEST_SUITE("rules/json/definition_size") {
  TEST_CASE("the size of a definition is measured in bytes") {
    CHECK(said(rules::json::many_bytes - 1).empty());
    CHECK(said(rules::json::many_bytes) ==
          "json/definition-nearly-too-large: the definition has 943713 bytes; Step Functions accepts at "
          "most 1048576");
    CHECK(said(1'048'576) ==
          "json/definition-nearly-too-large: the definition has 1048576 bytes; Step Functions accepts at "
          "most 1048576");
    CHECK(said(1'048'577) ==
          "json/definition-too-large: a definition can have at most 1048576 bytes, but this one has "
          "1048577");
  }
}
