#include "lint/asl/types/type.h"

#include <doctest/doctest.h>

#include <string>

#include "lint/asl/types/context.h"
#include "lint/asl/types/typing.h"
#include "lint/json/parse.h"

using namespace sfn;
using namespace sfn::asl;
using namespace sfn::asl::types;

namespace {

struct Read {
  explicit Read(std::string text) : source("t", std::move(text)), parsed(json::parse(source, 0)) {
    REQUIRE(parsed.document);
  }
  Value root() const { return parsed.document->root(); }
  Source source;
  json::Parsed parsed;
};

struct Arena {
  explicit Arena(uint64_t amount = 20'000'000) : work(amount), types(nullptr, work) {}

  Type of(const Read& read) { return types.literal(read.root()); }

  // The existence and the JSON text of what a path comes to: "present 5", "missing", "maybe a string".
  std::string at(Type data, std::string_view text) {
    const path::Parsed parsed = path::parse(text);
    REQUIRE(parsed);
    const Roots roots{data, types.object({}, Type(), {}), context_type(types, {}, {})};
    const Resolved resolved = resolve(types, parsed.path, roots);
    if (resolved.existence == Existence::missing)
      return "missing at step " + std::to_string(resolved.step) + " in " +
             intrinsic::describe(types.kinds(resolved.holder));
    return (resolved.existence == Existence::present ? "present " : "maybe ") + shown(resolved.type);
  }

  std::string shown(Type type) const {
    const Value node = types.literal(type);
    if (!node) return intrinsic::describe(types.kinds(type));
    const Span span = node.document().node(node.id()).value;
    return std::string(node.document().text().substr(span.begin, span.end - span.begin));
  }

  Work work;
  Types types;
};

}  // namespace

TEST_SUITE("asl/types/type") {
  TEST_CASE("plain paths are followed exactly") {
    const Read read(R"({"a": {"b": [1, {"c": "x"}]}, "n": null, "d": 1, "d": 2, "it's": 3})");
    Arena arena;
    const Type data = arena.of(read);
    CHECK(arena.at(data, "$.a.b[0]") == "present 1");
    CHECK(arena.at(data, "$['a']['b'][1].c") == "present \"x\"");
    CHECK(arena.at(data, "$.n") == "present null");
    CHECK(arena.at(data, "$.d") == "present 2");
    CHECK(arena.at(data, "$.it\\'s") == "present 3");
    CHECK(arena.at(data, "$.x") == "missing at step 0 in an object");
    CHECK(arena.at(data, "$.a.x.y") == "missing at step 1 in an object");
    CHECK(arena.at(data, "$.a.b.c") == "missing at step 2 in an array");
    CHECK(arena.at(data, "$.a.b[2]") == "missing at step 2 in an array");
    CHECK(arena.at(data, "$.a[0]") == "missing at step 1 in an object");
    CHECK(arena.at(data, "$.n.x") == "missing at step 1 in null");
    CHECK(arena.at(data, "$.d.x") == "missing at step 1 in a number");
  }

  TEST_CASE("other steps are not judged, but what leads to them is") {
    const Read read(R"({"a": [1, 2]})");
    Arena arena;
    const Type data = arena.of(read);
    CHECK(arena.at(data, "$.a[-1]") == "maybe any value");
    CHECK(arena.at(data, "$.a[*]") == "maybe an array");
    CHECK(arena.at(data, "$.a[?(@ > 5)].x") == "maybe an array");
    CHECK(arena.at(data, "$..x") == "maybe an array");
    CHECK(arena.at(data, "$.a.length()") == "maybe any value");
    CHECK(arena.at(data, "$.b[*]") == "missing at step 0 in an object");
    CHECK(arena.at(data, "$name.x") == "maybe any value");
    CHECK(arena.at(data, "$$.Execution.Name") == "present a string");
    CHECK(arena.at(data, "$$.Execution.Name.x") == "missing at step 2 in a string");
    CHECK(arena.at(data, "$$.Execution.Later") == "maybe any value");
  }

  TEST_CASE("placeholders can be anything") {
    const Read read(R"({"a": ${a}, "b": "${b}", "l": [1, ${l}, 2], ${members}})");
    Arena arena;
    const Type data = arena.of(read);
    CHECK(arena.at(data, "$.a.x") == "maybe any value");
    CHECK(arena.at(data, "$.b.x") == "maybe any value");
    CHECK(arena.at(data, "$.l[0]") == "present 1");
    CHECK(arena.at(data, "$.l[7]") == "maybe any value");
    CHECK(arena.at(data, "$.other") == "maybe any value");
  }

  TEST_CASE("what holds of two values") {
    Arena arena;
    const Read a(R"({"both": 1, "differs": 1, "kind": 1, "only": 1, "deep": {"x": 1}, "list": [1, 2]})");
    const Read b(R"({"both": 1, "differs": 2, "kind": "x", "deep": {"y": 1}, "list": [1, 3]})");
    const Type both = arena.types.join(arena.of(a), arena.of(b));
    CHECK(arena.at(both, "$.both") == "present 1");
    CHECK(arena.at(both, "$.differs") == "present a number");
    CHECK(arena.at(both, "$.kind") == "present a string or a number");
    CHECK(arena.at(both, "$.only") == "maybe 1");
    CHECK(arena.at(both, "$.deep.x") == "maybe 1");
    CHECK(arena.at(both, "$.only.x") == "missing at step 1 in a number");
    CHECK(arena.at(both, "$.deep.z") == "missing at step 1 in an object");
    CHECK(arena.at(both, "$.list[0]") == "present 1");
    CHECK(arena.at(both, "$.list[1]") == "present a number");
    CHECK(arena.at(both, "$.list[2]") == "missing at step 1 in an array");
    CHECK(arena.at(both, "$.neither") == "missing at step 0 in an object");
    CHECK(arena.at(arena.types.join(both, Type()), "$.neither") == "maybe any value");
  }

  TEST_CASE("an object and an array keep what is known of each") {
    Arena arena;
    const Read object(R"({"a": 1})"), list("[5]");
    const Type either = arena.types.join(arena.of(object), arena.of(list));
    CHECK(arena.at(either, "$.a") == "maybe 1");
    CHECK(arena.at(either, "$.b") == "missing at step 0 in an array or an object");
    CHECK(arena.at(either, "$[0]") == "maybe 5");
  }

  TEST_CASE("joining what is already joined changes nothing, and equal types are one") {
    Arena arena;
    Types& types = arena.types;
    const Read a(R"({"x": {"y": 1}, "l": [{"z": 1}]})"), b(R"({"x": {}, "l": [{"z": 2}]})");
    const Type first = arena.of(a), second = arena.of(b), once = types.join(first, second);
    CHECK(types.join(once, second) == once);
    CHECK(types.join(once, first) == once);
    CHECK(types.join(second, first) == once);
    CHECK_FALSE(once == first);
    CHECK(types.list(types.unknown(intrinsic::string)) == types.list(types.unknown(intrinsic::string)));
  }

  TEST_CASE("ResultPath makes what is missing on the way") {
    Arena arena;
    Types& types = arena.types;
    const Read read(R"({"a": {"b": 1}, "s": "text"})");
    const std::string_view deep[] = {"a", "new", "x"}, into_text[] = {"s", "x"};
    const Type number = types.unknown(intrinsic::number);
    const Type data = types.with(arena.of(read), deep, number);
    CHECK(arena.at(data, "$.a.new.x") == "present a number");
    CHECK(arena.at(data, "$.a.b") == "present 1");
    CHECK(arena.at(data, "$.s") == "present \"text\"");
    CHECK(arena.at(data, "$.t") == "missing at step 0 in an object");
    CHECK(arena.at(types.with(arena.of(read), into_text, {}), "$.s.x") == "maybe any value");
    const Type open = types.with(Type(), deep, number);
    CHECK(arena.at(open, "$.a.new.x") == "present a number");
    CHECK(arena.at(open, "$.a.new.y") == "maybe any value");
    CHECK(arena.at(open, "$.b") == "maybe any value");
  }

  TEST_CASE("the execution input remembers the paths into it") {
    Arena arena;
    Types& types = arena.types;
    const std::string_view path[] = {"run"};
    const Type data = types.with(types.input(), path, types.unknown(intrinsic::number));
    const Type deep = types.member(types.member(data, "job").type, "id").type;
    REQUIRE(types.input_path(deep));
    const InputStep step = types.input_steps()[*types.input_path(deep)];
    CHECK(step.name == "id");
    CHECK(types.input_steps()[step.parent].name == "job");
    CHECK(arena.at(data, "$.run.x") == "missing at step 1 in a number");
    CHECK(types.join(data, types.input()) != types.input());
    CHECK(arena.at(types.join(data, types.input()), "$.job") == "maybe any value");
  }

  TEST_CASE("what a Choice state has found out") {
    Arena arena;
    Types& types = arena.types;
    const std::string_view path[] = {"a", "b"}, first[] = {"a"};
    const Type present = types.with_existence(types.input(), path, true);
    CHECK(arena.at(present, "$.a.b") == "present any value");
    CHECK(arena.at(present, "$.c") == "maybe any value");
    CHECK(arena.at(types.with_existence(types.input(), first, false), "$.a") ==
          "missing at step 0 in any value");
    // Only the last step is known not to be there.
    CHECK(arena.at(types.with_existence(types.input(), path, false), "$.a") == "maybe any value");
    const Read closed("{}");
    CHECK(arena.at(types.with_existence(arena.of(closed), first, true), "$.a") ==
          "missing at step 0 in an object");
  }

  TEST_CASE("what is wrapped again and again is forgotten, not followed") {
    Arena arena;
    Types& types = arena.types;
    Type type = types.unknown(intrinsic::string);
    for (int i = 0; i < 100'000; ++i) type = types.object({{"a", type}, {"b", type}}, std::nullopt, {});
    CHECK(arena.at(type, "$.a.b.a") == "present an object");
    CHECK(arena.at(type, "$.c") == "missing at step 0 in an object");
    const Type other = types.join(type, types.object({{"a", type}, {"b", Type()}}, std::nullopt, {}));
    CHECK(arena.at(other, "$.c") == "missing at step 0 in an object");
    std::vector<std::string> names;
    std::vector<Member> members;
    for (size_t i = 0; i <= Types::most_members; ++i) names.push_back(std::to_string(i));
    for (const std::string& name : names) members.push_back({name});
    CHECK(arena.at(types.object(members, std::nullopt, {}), "$.c") == "maybe any value");
  }

  TEST_CASE("where the work is spent nothing is known") {
    const Read read(R"({"a": 1, "b": 2})");
    Arena arena(2);
    const Type data = arena.of(read);
    CHECK(arena.types.member(data, "c").existence == Existence::missing);
    CHECK(arena.types.member(data, "c").existence == Existence::maybe);
    CHECK(arena.work.spent());
    CHECK(arena.types.member(data, "a").existence == Existence::maybe);
  }
}
