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
    if (path == nullptr) {
      MESSAGE("skipped: SFN_LINT_JSONATA_VERDICTS names no file");
      return;
    }
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

namespace {

std::string repeat(std::string_view text, size_t count) {
  std::string out;
  for (size_t i = 0; i < count; ++i) out += text;
  return out;
}

/// The text with the repairs of its fault.
std::string repaired(std::string text) {
  Tree tree;
  const auto fault = parse(text, tree);
  if (!fault) return "no fault";
  if (fault->repairs.empty()) return "no repair";
  for (auto repair = fault->repairs.rbegin(); repair != fault->repairs.rend(); ++repair)
    text.replace(repair->begin, repair->end - repair->begin, repair->text);
  return text;
}

/// A tree as nested brackets: "(+ 1 (* 2 3))".
std::string shape(const Tree& tree, NodeIndex node) {
  const std::string token(tree.token(node));
  if (tree[node].count == 0) return token;
  std::string out = "(" + token;
  for (const NodeIndex child : tree.children(node)) out += " " + shape(tree, child);
  return out + ")";
}

std::string shape(std::string_view text) {
  Tree tree;
  const auto fault = parse(text, tree);
  return fault ? fault->message : shape(tree, tree.root());
}

}  // namespace

TEST_SUITE("asl/jsonata/parse") {
  TEST_CASE("the tree: precedence and grouping") {
    CHECK(shape("1 + 2 * 3 - 4") == "(- (+ 1 (* 2 3)) 4)");
    CHECK(shape("a.b[c][0].d") == "(. (. a ([ ([ b c) 0)) d)");
    CHECK(shape("a and b or c in d") == "(or (and a b) (in c d))");
    CHECK(shape("a & b = c") == "(= (& a b) c)");
    CHECK(shape("-a.b + 1") == "(+ (- (. a b)) 1)");
    CHECK(shape("a ? b : c ? d : e") == "(? a b (? c d e))");
    CHECK(shape("$x := $y := 1") == "(:= $x (:= $y 1))");
    CHECK(shape("a ~> $f(1) ~> $g") == "(~> (~> a (( $f 1)) $g)");
    CHECK(shape("a.b{c: d}") == "({ (. a b) c d)");
    CHECK(shape("a^(>b, c)") == "(^ a b c)");
    CHECK(shape("[1..3, 4]") == "([ (.. 1 3) 4)");
    CHECK(shape("function($x, $y){$x}") == "(( $x $y $x)");
  }

  TEST_CASE("the tree: stretches, names and marks") {
    Tree tree;
    REQUIRE_FALSE(parse(" $a.`b c`[0][] ", tree));
    CHECK(tree.text(tree.root()) == "$a.`b c`[0][]");
    const NodeIndex filter = tree.child(tree.root(), 1), field = tree.child(filter, 0);
    CHECK(tree.text(filter) == "`b c`[0][]");
    CHECK(tree.name(field) == "b c");
    CHECK(tree[field].keep_array);
    CHECK(tree.name(tree.child(tree.root(), 0)) == "a");
    REQUIRE_FALSE(parse("'\\u0041\\n' & \"\\uD83D\\uDE00\"", tree));
    CHECK(tree.string_value(tree.child(tree.root(), 0)) == "A\n");
    CHECK(tree.string_value(tree.child(tree.root(), 1)) == "😀");
  }

  TEST_CASE("repairs fix all faults of a kind") {
    CHECK(repaired("a == 1 and b === 2 and c !== d") == "a = 1 and b = 2 and c != d");
    CHECK(repaired("a && (b || c) && d") == "a and (b or c) and d");
    CHECK(repaired("!$exists(a.b) = c") == "$not($exists(a.b)) = c");
    CHECK(repaired("a and !b.c[0] and !d") == "a and $not(b.c[0]) and $not(d)");
    CHECK(repaired("!(a == b)") == "no repair");
    CHECK(repaired("a AND b OR c") == "a and b or c");
    CHECK(repaired("a?.b?.c") == "a.b.c");
    CHECK(repaired("[1, [2, ], ]") == "[1, [2 ] ]");
    CHECK(repaired("{\"é\": a == b,}") == "{\"é\": a = b,}");
    CHECK(repaired("a ~ b") == "a ~> b");
    CHECK(repaired("a ?? b") == "no repair");
    CHECK(repaired("a +") == "no repair");
  }

  TEST_CASE("deep nesting is a fault, long chains are not") {
    Tree tree;
    CHECK_FALSE(parse(repeat("(", 255) + "1" + repeat(")", 255), tree));
    for (const char* open :
         {"(", "[", "{\"a\":", "-", "$f(", "a[", "a ? ", "a ? b : ", "$x := ", "function(){", "|"}) {
      CAPTURE(open);
      const auto fault = parse(repeat(open, 100'000), tree);
      REQUIRE(fault);
      CHECK(fault->kind == FaultKind::too_deep);
      CHECK(fault->message == "this expression is nested more than 256 levels deep");
    }
    for (const char* more :
         {" + a", ".a", "[0]", "[]", "{}.a", "()", "^(a)", " ~> $f", "#$i", ".%.a", " & %"}) {
      CAPTURE(more);
      const auto fault = parse("a" + repeat(more, 100'000), tree);
      CHECK((!fault || fault->kind == FaultKind::no_parent || fault->kind == FaultKind::second_group));
    }
  }

  TEST_CASE("a path of too many parents is a fault, not a hang") {
    Tree tree;
    CHECK_FALSE(parse(repeat("a.", 1000) + "a" + repeat(".%", 1000), tree));
    const auto fault = parse(repeat("a.", 50'000) + "a" + repeat(".%", 50'000), tree);
    REQUIRE(fault);
    CHECK(fault->message == "this expression uses `%` more often than can be followed");
  }
}
