#include "lint/asl/jsonata/parse.h"

#include <doctest/doctest.h>
#include <fmt/core.h>

#include <cstdlib>

#include "lint/asl/jsonata/table_test.h"

using namespace sfn::asl::jsonata;

namespace {

std::string table(const std::string& name) { return SFN_LINT_ROOT "/testdata/jsonata/" + name; }

/// A fault as refused.txt has it: code, place, message.
std::string row_of(const std::optional<Fault>& fault) {
  if (!fault) return "accepted";
  const bool limit = fault->kind == FaultKind::too_deep;
  return fmt::format("{}\t{}-{}\t{}",
                     limit                 ? "limit"
                     : fault->code.empty() ? "-"
                                           : fault->code,
                     fault->begin, fault->end, fault->message);
}

}  // namespace

TEST_SUITE("asl/jsonata/parse") {
  TEST_CASE("accepted expressions") {
    const auto rows = read_table(table("accepted.txt"));
    CHECK(rows.size() >= 250);
    Tree tree;
    for (const auto& row : rows) {
      const std::string text = unescape_entry(row[0]);
      CAPTURE(text);
      CHECK(row_of(parse(text, tree)) == "accepted");
    }
  }

  TEST_CASE("refused expressions: code, place and message") {
    const auto rows = read_table(table("refused.txt"));
    CHECK(rows.size() >= 150);
    Tree tree;
    for (const auto& row : rows) {
      REQUIRE(row.size() == 4);
      const std::string text = unescape_entry(row[2]);
      CAPTURE(text);
      CHECK(row_of(parse(text, tree)) == row[0] + "\t" + row[1] + "\t" + row[3]);
    }
  }
}

// What the reference implementation says of other expressions; see oracle.mjs.
TEST_SUITE("asl/jsonata/verdicts") {
  TEST_CASE("verdicts of the reference") {
    const char* path = std::getenv("SFN_LINT_JSONATA_VERDICTS");
    if (path == nullptr) return;
    const auto rows = read_table(path);
    REQUIRE(!rows.empty());
    Tree tree;
    for (const auto& row : rows) {
      REQUIRE(row.size() == 3);
      const std::string text = unescape_entry(row[2]);
      CAPTURE(text);
      const auto fault = parse(text, tree);
      const std::string code = !fault ? "ok" : fault->code.empty() ? "-" : std::string(fault->code);
      CHECK(code == row[0]);
      if (!fault || code != row[0] || row[1] == "-") continue;
      const auto offset = static_cast<uint32_t>(std::stoul(row[1]));
      CHECK(fault->begin <= offset);
      CHECK(offset <= fault->end);
    }
  }
}
