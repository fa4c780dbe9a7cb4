#include "lint/asl/dataflow/datum.h"

#include <doctest/doctest.h>

#include <string>

#include "lint/asl/dataflow/evaluator.h"
#include "lint/asl/dataflow/post_dominators.h"
#include "lint/json/parse.h"

using namespace sfn;
using namespace sfn::asl;
using namespace sfn::asl::dataflow;

namespace {

struct Read {
  explicit Read(std::string text) : source("t", std::move(text)), parsed(json::parse(source, 0)) {
    REQUIRE(parsed.document);
  }
  Datum datum() const { return Datum(parsed.document->root()); }
  Source source;
  json::Parsed parsed;
};

// The existence and the JSON text of what a path comes to: "present 5", "missing", "maybe a string".
std::string at(const Datum& data, std::string_view text) {
  Work work;
  const path::Parsed parsed = path::parse(text);
  REQUIRE(parsed);
  const Resolved resolved = resolve(parsed.path, {data, {}, {}}, work);
  if (resolved.existence == Existence::missing)
    return "missing at step " + std::to_string(resolved.step) + " in " +
           intrinsic::describe(resolved.holder.kinds());
  const std::string existence = resolved.existence == Existence::present ? "present " : "maybe ";
  if (const Value node = resolved.datum.node()) {
    const Span span = node.document().node(node.id()).value;
    return existence + std::string(node.document().text().substr(span.begin, span.end - span.begin));
  }
  return existence + intrinsic::describe(resolved.datum.kinds());
}

Datum merged(const Datum& a, const Datum& b) {
  Work work;
  return merge(a, b, work);
}

}  // namespace

TEST_SUITE("asl/dataflow/datum") {
  TEST_CASE("plain paths are followed exactly") {
    const Read read(R"({"a": {"b": [1, {"c": "x"}]}, "n": null, "d": 1, "d": 2, "it's": 3})");
    const Datum data = read.datum();
    CHECK(at(data, "$.a.b[0]") == "present 1");
    CHECK(at(data, "$['a']['b'][1].c") == "present \"x\"");
    CHECK(at(data, "$.n") == "present null");
    CHECK(at(data, "$.d") == "present 2");
    CHECK(at(data, "$.it\\'s") == "present 3");
    CHECK(at(data, "$.x") == "missing at step 0 in an object");
    CHECK(at(data, "$.a.x.y") == "missing at step 1 in an object");
    CHECK(at(data, "$.a.b.c") == "missing at step 2 in an array");
    CHECK(at(data, "$.a.b[2]") == "missing at step 2 in an array");
    CHECK(at(data, "$.a[0]") == "missing at step 1 in an object");
    CHECK(at(data, "$.n.x") == "missing at step 1 in null");
    CHECK(at(data, "$.d.x") == "missing at step 1 in a number");
  }

  TEST_CASE("other steps are not judged, but what leads to them is") {
    const Read read(R"({"a": [1, 2]})");
    const Datum data = read.datum();
    CHECK(at(data, "$.a[-1]") == "maybe any value");
    CHECK(at(data, "$.a[*]") == "maybe an array");
    CHECK(at(data, "$.a[?(@ > 5)].x") == "maybe an array");
    CHECK(at(data, "$..x") == "maybe an array");
    CHECK(at(data, "$.a.length()") == "maybe any value");
    CHECK(at(data, "$.b[*]") == "missing at step 0 in an object");
    CHECK(at(data, "$name.x") == "maybe any value");
    CHECK(at(data, "$$.Execution.Name") == "maybe a string");
    CHECK(at(data, "$$.Execution.Name.x") == "maybe any value");
  }

  TEST_CASE("placeholders can be anything") {
    const Read read(R"({"a": ${a}, "b": "${b}", "l": [1, ${l}, 2], ${members}})");
    const Datum data = read.datum();
    CHECK(at(data, "$.a.x") == "maybe any value");
    CHECK(at(data, "$.b.x") == "maybe any value");
    CHECK(at(data, "$.l[0]") == "present 1");
    CHECK(at(data, "$.l[7]") == "maybe any value");
    CHECK(at(data, "$.other") == "maybe any value");
  }

  TEST_CASE("what holds of two values") {
    const Read a(R"({"both": 1, "differs": 1, "kind": 1, "only": 1, "deep": {"x": 1}, "list": [1, 2]})");
    const Read b(R"({"both": 1, "differs": 2, "kind": "x", "deep": {"y": 1}, "list": [1, 3]})");
    const Datum both = merged(a.datum(), b.datum());
    CHECK(at(both, "$.both") == "present 1");
    CHECK(at(both, "$.differs") == "present a number");
    CHECK(at(both, "$.kind") == "present a string or a number");
    CHECK(at(both, "$.only") == "maybe 1");
    CHECK(at(both, "$.deep.x") == "maybe 1");
    CHECK(at(both, "$.only.x") == "missing at step 1 in a number");
    CHECK(at(both, "$.deep.z") == "missing at step 1 in an object");
    CHECK(at(both, "$.list[0]") == "present 1");
    CHECK(at(both, "$.list[1]") == "present a number");
    CHECK(at(both, "$.list[2]") == "missing at step 1 in an array");
    CHECK(at(both, "$.neither") == "missing at step 0 in an object");
    CHECK(at(merged(both, Datum()), "$.neither") == "maybe any value");
  }

  TEST_CASE("merging what is already merged changes nothing") {
    const Read a(R"({"x": {"y": 1}, "l": [{"z": 1}]})"), b(R"({"x": {}, "l": [{"z": 2}]})");
    const Datum once = merged(a.datum(), b.datum());
    CHECK(same(merged(once, b.datum()), once));
    CHECK(same(merged(once, a.datum()), once));
    CHECK_FALSE(same(once, a.datum()));
    CHECK(same(merged(a.datum(), Read(R"({"x": {"y": 1}, "l": [{"z": 1}]})").datum()), a.datum()));
  }

  TEST_CASE("ResultPath makes what is missing on the way") {
    Work work;
    const Read read(R"({"a": {"b": 1}, "s": "text"})");
    const std::string_view deep[] = {"a", "new", "x"}, into_text[] = {"s", "x"};
    const Datum data = inserted(read.datum(), deep, Datum::unknown(intrinsic::number), work);
    CHECK(at(data, "$.a.new.x") == "present a number");
    CHECK(at(data, "$.a.b") == "present 1");
    CHECK(at(data, "$.s") == "present \"text\"");
    CHECK(at(data, "$.t") == "missing at step 0 in an object");
    CHECK(data.names() == std::vector<std::string_view>{"a", "a", "s"});
    CHECK(at(inserted(read.datum(), into_text, {}, work), "$.s.x") == "maybe any value");
    const Datum open = inserted(Datum(), deep, Datum::unknown(intrinsic::number), work);
    CHECK(at(open, "$.a.new.x") == "present a number");
    CHECK(at(open, "$.a.new.y") == "maybe any value");
    CHECK(at(open, "$.b") == "maybe any value");
  }

  TEST_CASE("what is wrapped again and again is forgotten, not followed") {
    Work work;
    Datum datum = Datum::unknown(intrinsic::string);
    for (int i = 0; i < 100'000; ++i) datum = Datum::object({{"a", datum}, {"b", datum}});
    CHECK(at(datum, "$.a.b.a") == "present an object");
    CHECK(at(datum, "$.c") == "missing at step 0 in an object");
    const Datum other = merge(datum, Datum::object({{"a", datum}, {"b", Datum()}}), work);
    CHECK(at(other, "$.c") == "missing at step 0 in an object");
    CHECK(at(Datum::object(std::vector<Member>(Datum::most_members + 1)), "$.c") == "maybe any value");
  }

  TEST_CASE("where the work is spent nothing is known") {
    const Read read(R"({"a": 1, "b": 2})");
    Work work(2);
    CHECK(read.datum().member("c", work).existence == Existence::maybe);
    CHECK(work.spent());
    CHECK(read.datum().member("a", work).existence == Existence::maybe);
  }
}

TEST_SUITE("asl/dataflow/post_dominators") {
  TEST_CASE("ways meet again") {
    Work work;
    // 0 -> 1, 2; 1 -> 3; 2 -> 3; 3 -> 4 (the end)
    CHECK(post_dominators({{1, 2}, {3}, {3}, {4}, {}}, 4, work) == std::vector<uint32_t>{3, 3, 3, 4, 4});
    // A loop: 1 -> 2 -> 1, or on to 3.
    CHECK(post_dominators({{1}, {2, 3}, {1}, {4}, {}}, 4, work) == std::vector<uint32_t>{1, 3, 1, 4, 4});
    // One way ends earlier.
    CHECK(post_dominators({{1, 3}, {2}, {3}, {}}, 3, work) == std::vector<uint32_t>{3, 2, 3, 3});
  }

  TEST_CASE("a way that never ends meets nothing") {
    Work work;
    CHECK(post_dominators({{1, 2}, {1}, {3}, {}}, 3, work)[0] == 3);
    CHECK(post_dominators({{0}, {}}, 1, work)[0] == no_post_dominator);
    Work none(0);
    CHECK(post_dominators({{1, 2}, {2}, {}}, 2, none)[0] == no_post_dominator);
  }
}
