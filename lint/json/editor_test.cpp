#include "lint/json/editor.h"

#include <doctest/doctest.h>

#include "lint/json/parse.h"
#include "lint/json/pointer.h"
#include "lint/json/string.h"

namespace sfn::json {
namespace {

/// A document to make fixes for, by JSON Pointer.
class Text {
 public:
  explicit Text(std::string text) : source_("a.json", std::move(text)), parsed_(parse(source_, 0)) {
    REQUIRE(parsed_.document);
  }
  Value operator[](std::string_view pointer) const {
    const Value found = find(*parsed_.document, pointer);
    REQUIRE_MESSAGE(found, pointer);
    return found;
  }
  /// The text after the changes, or "declined".
  std::string with(std::vector<Change> changes) const {
    const auto edits = render(*parsed_.document, {"", Safety::safe, std::move(changes)});
    if (!edits) return "declined";
    const std::string text = applied(source_.text(), *edits);
    const Source again("b.json", text);
    CHECK_MESSAGE(parse(again, 0).document, text);
    return text;
  }

 private:
  Source source_;
  Parsed parsed_;
};

TEST_SUITE("json/editor") {
  TEST_CASE("a key is renamed, its quotes and escapes made anew") {
    const Text text("{\"a\\u0062\" : 1, \"c\": 2}");
    CHECK(text.with({rename_key(text["/ab"], "x\"\xC3\xA9\n")}) == "{\"x\\\"\xC3\xA9\\n\" : 1, \"c\": 2}");
    CHECK(text.with({rename_key(text["/ab"], "c")}) == "declined");
    CHECK(text.with({rename_key(text["/ab"], "c"), rename_key(text["/c"], "ab")}) ==
          "{\"c\" : 1, \"ab\": 2}");
    CHECK(text.with({rename_key(text["/ab"], "c"), remove(text["/c"])}) == "{\"c\" : 1}");
    CHECK(text.with({rename_key(text[""], "c")}) == "declined");
  }

  TEST_CASE("a value is replaced") {
    const Text text("{\n  \"a\": [1,\n 2]\n}");
    CHECK(text.with({set_value(text["/a"], "5")}) == "{\n  \"a\": 5\n}");
    CHECK(text.with({set_value(text["/a"], "{\n  \"b\": 1\n}")}) == "{\n  \"a\": {\n    \"b\": 1\n  }\n}");
    CHECK(text.with({set_value(text[""], "{}")}) == "{}");
  }

  TEST_CASE("a value that gets objects around it keeps its bytes") {
    const Text text("{\"a\": [\"${x}\", ${y},\n \"\\u0041\"], \"b\": 1}");
    CHECK(text.with({rename_key(text["/a"], "c"), enclose(text["/a"], {"d", "a"})}) ==
          "{\"c\": {\"d\": {\"a\": [\"${x}\", ${y},\n \"\\u0041\"]}}, \"b\": 1}");
    CHECK(text.with({enclose(text["/a/0"], {"d"})}) == "declined");
  }

  TEST_CASE("members are added as their neighbours stand") {
    const Text spread("{\r\n\t\"a\": 1,\r\n\t\"b\": {\"c\":1}\r\n}\r\n");
    CHECK(spread.with({insert_member(spread[""], "d", "true")}) ==
          "{\r\n\t\"a\": 1,\r\n\t\"b\": {\"c\":1},\r\n\t\"d\": true\r\n}\r\n");
    CHECK(spread.with({insert_member(spread["/b"], "d", "2"), insert_member(spread["/b"], "e", "3")}) ==
          "{\r\n\t\"a\": 1,\r\n\t\"b\": {\"c\":1,\"d\":2,\"e\":3}\r\n}\r\n");
    const Text line(R"({ "a": 1 })");
    CHECK(line.with({insert_member(line[""], "b", "{}")}) == R"({ "a": 1, "b": {} })");
    const Text tight(R"({"a":1,"b":2})");
    CHECK(tight.with({insert_member(tight[""], "c", "3")}) == R"({"a":1,"b":2,"c":3})");
    CHECK(tight.with({insert_member(tight[""], "a", "3")}) == "declined");
    CHECK(tight.with({insert_member(tight[""], "x", "3"), insert_member(tight[""], "x", "4")}) == "declined");
  }

  TEST_CASE("the first member of an empty object") {
    const Text root("{}");
    CHECK(root.with({insert_member(root[""], "a", "1"), insert_member(root[""], "b", "2")}) ==
          R"({"a": 1, "b": 2})");
    const Text line(R"({"a": {}})");
    CHECK(line.with({insert_member(line["/a"], "b", "1")}) == R"({"a": {"b": 1}})");
    const Text tight(R"({"a":{},"b":[]})");
    CHECK(tight.with({insert_member(tight["/a"], "b", "1"), insert_item(tight["/b"], "2")}) ==
          R"({"a":{"b":1},"b":[2]})");
    const Text spread("{\n    \"a\": {},\n    \"b\": {\n    }\n}");
    CHECK(spread.with({insert_member(spread["/a"], "c", "1"), insert_member(spread["/a"], "d", "2")}) ==
          "{\n    \"a\": {\n        \"c\": 1,\n        \"d\": 2\n    },\n    \"b\": {\n    }\n}");
    CHECK(spread.with({insert_member(spread["/b"], "c", "1")}) ==
          "{\n    \"a\": {},\n    \"b\": {\n        \"c\": 1\n    }\n}");
  }

  TEST_CASE("items") {
    const Text text("{\n  \"a\": [],\n  \"b\": [1],\n  \"c\": [\n    1,\n    2\n  ],\n  \"d\": [1,2]\n}");
    CHECK(text.with({insert_item(text["/a"], "\"x\"")}) ==
          "{\n  \"a\": [\"x\"],\n  \"b\": [1],\n  \"c\": [\n    1,\n    2\n  ],\n  \"d\": [1,2]\n}");
    CHECK(text.with(
              {insert_item(text["/b"], "2"), insert_item(text["/c"], "3"), insert_item(text["/d"], "3")}) ==
          "{\n  \"a\": [],\n  \"b\": [1, 2],\n  \"c\": [\n    1,\n    2,\n    3\n  ],\n  \"d\": [1,2,3]\n}");
    CHECK(text.with({remove(text["/c/0"]), remove(text["/d/1"])}) ==
          "{\n  \"a\": [],\n  \"b\": [1],\n  \"c\": [\n    2\n  ],\n  \"d\": [1]\n}");
  }

  TEST_CASE("members are removed wherever they stand") {
    const Text text("{\n  \"a\": 1,\n  \"b\": 2,\n  \"c\": 3\n}\n");
    CHECK(text.with({remove(text["/a"])}) == "{\n  \"b\": 2,\n  \"c\": 3\n}\n");
    CHECK(text.with({remove(text["/b"])}) == "{\n  \"a\": 1,\n  \"c\": 3\n}\n");
    CHECK(text.with({remove(text["/c"])}) == "{\n  \"a\": 1,\n  \"b\": 2\n}\n");
    CHECK(text.with({remove(text["/c"]), remove(text["/b"])}) == "{\n  \"a\": 1\n}\n");
    CHECK(text.with({remove(text["/a"]), remove(text["/c"])}) == "{\n  \"b\": 2\n}\n");
    CHECK(text.with({remove(text["/a"]), remove(text["/b"]), remove(text["/c"])}) == "{}\n");
    CHECK(text.with({remove(text["/c"]), insert_member(text[""], "d", "4")}) ==
          "{\n  \"a\": 1,\n  \"b\": 2,\n  \"d\": 4\n}\n");
    CHECK(text.with({remove(text["/a"]), remove(text["/b"]), remove(text["/c"]),
                     insert_member(text[""], "a", "4")}) == "{\n  \"a\": 4\n}\n");
    CHECK(text.with({remove(text[""])}) == "declined");
    const Text line(R"({ "a": 1 , "b": 2 })");
    CHECK(line.with({remove(line["/a"])}) == R"({ "b": 2 })");
    CHECK(line.with({remove(line["/b"])}) == R"({ "a": 1 })");
  }

  TEST_CASE("a member moves with its bytes") {
    const Text text(
        "{\n  \"P\": {\n    \"O\": {\n      \"x\": [\n        \"\\u0041\"\n      ]\n    }\n  },\n  \"Q\": "
        "{}\n}");
    CHECK(text.with({move(text["/P/O"], text[""], "R")}) ==
          "{\n  \"P\": {},\n  \"Q\": {},\n  \"R\": {\n    \"x\": [\n      \"\\u0041\"\n    ]\n  }\n}");
    CHECK(text.with({move(text["/P/O/x"], text["/Q"], "y")}) ==
          "{\n  \"P\": {\n    \"O\": {}\n  },\n  \"Q\": {\n    \"y\": [\n      \"\\u0041\"\n    ]\n  }\n}");
    CHECK(text.with({move(text["/P"], text["/P/O"], "y")}) == "declined");
    CHECK(text.with({move(text["/P/O"], text[""], "Q")}) == "declined");
    CHECK(text.with({move(text["/P/O"], text["/P"], "o")}) ==
          "{\n  \"P\": {\n    \"o\": {\n      \"x\": [\n        \"\\u0041\"\n      ]\n    }\n  },\n  \"Q\": "
          "{}\n}");
  }

  TEST_CASE("a value is wrapped") {
    const Text text(R"({"a": {"b": "c"}, "d": 1})");
    CHECK(text.with({wrap(text["/a"])}) == R"({"a": [{"b": "c"}], "d": 1})");
    CHECK(text.with({wrap(text["/a/b"]), wrap(text["/a"]), rename_key(text["/a/b"], "x")}) ==
          R"({"a": [{"x": ["c"]}], "d": 1})");
    CHECK(text.with({insert_member(text[""], "e", "2"), wrap(text["/d"])}) ==
          R"({"a": {"b": "c"}, "d": [1], "e": 2})");
    CHECK(text.with({wrap(text["/a"]), remove(text["/d"])}) == R"({"a": [{"b": "c"}]})");
  }

  TEST_CASE("stretches of text are replaced behind their escapes") {
    const Text text(R"({"k\u0065y": "a\n\"b\"\ud83d\ude00c"})");
    CHECK(text.with({replace_text(text["/key"].stretch(2, 5), "\\x\t")}) ==
          R"({"k\u0065y": "a\n\\x\t\ud83d\ude00c"})");
    CHECK(text.with({replace_text(text["/key"].stretch(0, 0), "<")}) ==
          R"({"k\u0065y": "<a\n\"b\"\ud83d\ude00c"})");
    CHECK(text.with({replace_text(text["/key"].stretch(10, 10), ">")}) ==
          R"({"k\u0065y": "a\n\"b\"\ud83d\ude00c>"})");
    CHECK(text.with({replace_text(text["/key"].key_stretch(1, 2), "E")}) ==
          R"({"kEy": "a\n\"b\"\ud83d\ude00c"})");
    CHECK(text.with({replace_text(text["/key"].place(), "new")}) == R"({"k\u0065y": "new"})");
    CHECK(text.with({replace_text(text["/key"].key(), "new")}) == R"({"new": "a\n\"b\"\ud83d\ude00c"})");
    const Text number(R"({"a": 12})");
    CHECK(number.with({replace_text(number["/a"].stretch(0, 1), "3")}) == "declined");
  }

  TEST_CASE("changes that touch one another are declined") {
    const Text text(R"({"a": {"b": 1}, "c": 2})");
    CHECK(text.with({remove(text["/a"]), rename_key(text["/a/b"], "x")}) == "declined");
    CHECK(text.with({set_value(text["/c"], "1"), set_value(text["/c"], "2")}) == "declined");
    CHECK(text.with({set_value(text["/a"], "1"), insert_member(text["/a"], "x", "2")}) == "declined");
    CHECK(text.with({move(text["/a"], text["/c"], "x")}) == "declined");
    CHECK(text.with({remove(text["/a"]), remove(text["/a"])}) == R"({"c": 2})");
  }

  TEST_CASE("placeholders are left alone") {
    const Text text(R"({"a": ${x}, "b": {${m}, "c": 1}, "d": "${y}", "e": "p${q}"})");
    CHECK(text.with({set_value(text["/a"], "1")}) == "declined");
    CHECK(text.with({wrap(text["/d"])}) == "declined");
    CHECK(text.with({remove(text["/b/c"])}) == "declined");
    CHECK(text.with({insert_member(text["/b"], "x", "1")}) == "declined");
    CHECK(text.with({rename_key(text["/b/c"], "x"), rename_key(text["/a"], "A")}) ==
          R"({"A": ${x}, "b": {${m}, "x": 1}, "d": "${y}", "e": "p${q}"})");
    CHECK(text.with({remove(text["/a"]), replace_text(text["/e"].stretch(0, 1), "r")}) ==
          R"({"b": {${m}, "c": 1}, "d": "${y}", "e": "r${q}"})");
  }

  TEST_CASE("a BOM stays, and another file is not touched") {
    const Text text("\xEF\xBB\xBF{\"a\": 1}");
    CHECK(text.with({remove(text["/a"])}) == "\xEF\xBB\xBF{}");
    Change other = remove(text["/a"]);
    other.place.file = 1;
    CHECK(text.with({other}) == "declined");
    CHECK(text.with({replace_bytes(0, {0, 3}, "")}) == "{\"a\": 1}");
    CHECK(text.with({replace_bytes(0, {0, 99}, "")}) == "declined");
    CHECK(text.with({}) == "\xEF\xBB\xBF{\"a\": 1}");
  }

  TEST_CASE("edits are sorted") {
    const Source source("a.json", R"({"a": 1, "b": 2})");
    const Parsed parsed = parse(source, 0);
    const Document& document = *parsed.document;
    const auto edits = render(
        document,
        {"", Safety::safe, {set_value(document.root()["b"], "3"), rename_key(document.root()["a"], "x")}});
    REQUIRE(edits);
    CHECK(*edits == std::vector<Edit>{{{1, 4}, "\"x\""}, {{14, 15}, "3"}});
  }

  TEST_CASE("quote") {
    CHECK(quote("a\"\\/\x01\t\n\xC3\xA9\x7F") == "\"a\\\"\\\\/\\u0001\\t\\n\xC3\xA9\x7F\"");
  }
}

}  // namespace
}  // namespace sfn::json
