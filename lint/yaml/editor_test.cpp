#include "lint/yaml/editor.h"

#include <doctest/doctest.h>

#include "lint/json/parse.h"
#include "lint/json/pointer.h"
#include "lint/yaml/emit.h"
#include "lint/yaml/expected.h"
#include "lint/yaml/parse.h"

namespace sfn::yaml {
namespace {

/// A document to make fixes for, by JSON Pointer.
class Text {
 public:
  explicit Text(std::string text) : source_("a.yaml", std::move(text)), parsed_(parse(source_, 0)) {
    REQUIRE_MESSAGE(parsed_.document, source_.text());
  }
  Value operator[](std::string_view pointer) const {
    const Value found = json::find(*parsed_.document, pointer);
    REQUIRE_MESSAGE(found, pointer);
    return found;
  }
  /// The text after the changes, or "declined".
  std::string with(std::vector<Change> changes) const {
    const auto edits = parsed_.document->render({"", Safety::safe, std::move(changes)});
    return edits ? applied(source_.text(), *edits) : "declined";
  }

 private:
  Source source_;
  Parsed parsed_;
};

TEST_SUITE("yaml/editor") {
  TEST_CASE("a number is written so that all readers take it for the same number") {
    const Text text("a: x\nb: [y]\n");
    CHECK(text.with({set_value(text["/a"], "1e5")}) == "a: 1.0e+5\nb: [y]\n");
    CHECK(text.with({set_value(text["/a"], "1.5E-7")}) == "a: 1.5e-7\nb: [y]\n");
    CHECK(text.with({set_value(text["/a"], "15")}) == "a: 15\nb: [y]\n");
    CHECK(text.with({insert_item(text["/b"], "-2e+3")}) == "a: x\nb: [y, -2.0e+3]\n");
    CHECK(text.with({set_value(text["/a"], "[1e5]")}) == "a:\n  - 1.0e+5\nb: [y]\n");
  }

  TEST_CASE("a key is renamed in its own style") {
    const Text text("a: 1 # c\n\"b\": 2\n'c': {d: 3, \"e\": 4}\n");
    CHECK(text.with({rename_key(text["/a"], "Ab.$")}) == "Ab.$: 1 # c\n\"b\": 2\n'c': {d: 3, \"e\": 4}\n");
    CHECK(text.with({rename_key(text["/a"], "yes")}) == "\"yes\": 1 # c\n\"b\": 2\n'c': {d: 3, \"e\": 4}\n");
    CHECK(text.with({rename_key(text["/b"], "x\"y")}) == "a: 1 # c\n\"x\\\"y\": 2\n'c': {d: 3, \"e\": 4}\n");
    CHECK(text.with({rename_key(text["/c"], "it's")}) == "a: 1 # c\n\"b\": 2\n'it''s': {d: 3, \"e\": 4}\n");
    CHECK(text.with({rename_key(text["/c/d"], "a,b")}) ==
          "a: 1 # c\n\"b\": 2\n'c': {\"a,b\": 3, \"e\": 4}\n");
    CHECK(text.with({rename_key(text["/a"], "b")}) == "declined");
    CHECK(text.with({rename_key(text[""], "b")}) == "declined");
  }

  TEST_CASE("a scalar is replaced, quoted where it must be") {
    const Text text("a: 1 # c\nb: 'x'\nc:\nd: {e: f, g: \"h\"}\ni: |\n  text\n  more\n# end\nj: &k 1\n");
    CHECK(text.with({set_value(text["/a"], "\"word\"")}).starts_with("a: word # c\n"));
    CHECK(text.with({set_value(text["/a"], "\"10\"")}).starts_with("a: \"10\" # c\n"));
    CHECK(text.with({set_value(text["/a"], "\"2020-01-01\"")}).starts_with("a: \"2020-01-01\" # c\n"));
    CHECK(text.with({set_value(text["/a"], "\"{% $x = \\\"y\\\" %}\"")})
              .starts_with("a: '{% $x = \"y\" %}' # c\n"));
    CHECK(text.with({set_value(text["/a"], "\"k: v\"")}).starts_with("a: \"k: v\" # c\n"));
    CHECK(text.with({set_value(text["/a"], "\"x\\ny\"")}).starts_with("a: \"x\\ny\" # c\n"));
    CHECK(text.with({set_value(text["/b"], "\"it's\"")}).find("b: 'it''s'\n") != std::string::npos);
    CHECK(text.with({set_value(text["/b"], "5")}).find("b: 5\n") != std::string::npos);
    CHECK(text.with({set_value(text["/c"], "true")}).find("c: true\n") != std::string::npos);
    CHECK(text.with({set_value(text["/d/e"], "\"a,b\"")}).find("{e: \"a,b\", g: \"h\"}") !=
          std::string::npos);
    CHECK(text.with({set_value(text["/d/e"], "\"arn:aws:x\"")}).find("{e: arn:aws:x, g: \"h\"}") !=
          std::string::npos);
    CHECK(text.with({set_value(text["/i"], "null")}).find("i: null\n# end\nj") != std::string::npos);
    CHECK(text.with({set_value(text["/j"], "2")}) == "declined");
  }

  TEST_CASE("a value that gets objects around it keeps its bytes") {
    const Text deep("n:\n  a:\n    - ${x}\n    - 'y' # z\n  b: 1\n");
    CHECK(deep.with({rename_key(deep["/n/a"], "c"), enclose(deep["/n/a"], {"d", "a"})}) ==
          "n:\n  c:\n    d:\n      a:\n        - ${x}\n        - 'y' # z\n  b: 1\n");
    const Text level("n:\n  a:\n  - ${x}\n  - y\n");
    CHECK(level.with({rename_key(level["/n/a"], "c"), enclose(level["/n/a"], {"a"})}) ==
          "n:\n  c:\n    a:\n    - ${x}\n    - y\n");
    const Text line("n:\n  a: [\"${x}\", 'y'] # z\n  b: ${y}\n");
    CHECK(line.with({rename_key(line["/n/a"], "c"), enclose(line["/n/a"], {"a"})}) ==
          "n:\n  c:\n    a: [\"${x}\", 'y'] # z\n  b: ${y}\n");
    CHECK(line.with({enclose(line["/n/b"], {"c"})}) == "n:\n  a: [\"${x}\", 'y'] # z\n  b:\n    c: ${y}\n");
    const Text flow("{a: ['${x}'], \"b\": 1}\n");
    CHECK(flow.with({enclose(flow["/a"], {"c"})}) == "{a: {c: ['${x}']}, \"b\": 1}\n");
  }

  TEST_CASE("lists and objects in place of a value") {
    const Text text("a:\n    b: 1 # c\n    d:\n    - x\n    - y: z\n    e: {f: 1}\ng: []\n");
    CHECK(text.with({set_value(text["/a/b"], R"({"x": {"y": [1, {"z": 2, "w": []}]}})")}) ==
          "a:\n    b:\n        x:\n            \"y\":\n            - 1\n            - z: 2\n              w: "
          "[] "
          "# c\n    "
          "d:\n    - x\n    - y: z\n    e: {f: 1}\ng: []\n");
    CHECK(text.with({set_value(text["/a/d"], "\"q\"")}) ==
          "a:\n    b: 1 # c\n    d: q\n    e: {f: 1}\ng: []\n");
    CHECK(text.with({set_value(text["/a/d/0"], R"({"k": 1, "l": 2})")}) ==
          "a:\n    b: 1 # c\n    d:\n    - k: 1\n      l: 2\n    - y: z\n    e: {f: 1}\ng: []\n");
    CHECK(text.with({set_value(text["/a/d/1"], "3")}) ==
          "a:\n    b: 1 # c\n    d:\n    - x\n    - 3\n    e: {f: 1}\ng: []\n");
    CHECK(text.with({set_value(text["/a/e"], R"(["x", "u"])")}) ==
          "a:\n    b: 1 # c\n    d:\n    - x\n    - y: z\n    e: [x, u]\ng: []\n");
    CHECK(text.with({set_value(text["/a"], "{}")}) == "a: {}\ng: []\n");
  }

  TEST_CASE("members and items are added") {
    const Text text("a:\n  b: 1 # c\n\n  # last\nd:\n- 1\n- x: y\n\ne: {f: 1}\ng: []\nh: {\"i\": \"j\"}\n");
    CHECK(text.with({insert_member(text["/a"], "k", R"("v")")})
              .starts_with("a:\n  b: 1 # c\n  k: v\n\n  # last\nd"));
    CHECK(text.with({insert_member(text["/a"], "k", R"({"x": ["u"]})")})
              .starts_with("a:\n  b: 1 # c\n  k:\n    x:\n    - u\n\n"));
    CHECK(text.with({insert_item(text["/d"], R"({"p": 1, "q": 2})")}).find("- x: y\n- p: 1\n  q: 2\n\ne") !=
          std::string::npos);
    CHECK(text.with({insert_member(text["/d/1"], "z", "1")}).find("- x: y\n  z: 1\n\ne") !=
          std::string::npos);
    CHECK(text.with({insert_member(text["/e"], "z", "[1]")}).find("e: {f: 1, z: [1]}\n") !=
          std::string::npos);
    CHECK(text.with({insert_item(text["/g"], "\"z\"")}).find("g: [z]\n") != std::string::npos);
    CHECK(text.with({insert_member(text["/h"], "k", "\"v\"")}).find("h: {\"i\": \"j\", \"k\": \"v\"}\n") !=
          std::string::npos);
    CHECK(text.with({insert_member(text["/a"], "b", "1")}) == "declined");
    CHECK(text.with({insert_member(text["/a"], "k", "$.x")}) == "declined");
    const Text open("a: 1");
    CHECK(open.with({insert_member(open[""], "b", "2"), insert_member(open[""], "c", "3")}) ==
          "a: 1\nb: 2\nc: 3");
    const Text windows("a:\r\n  b: 1\r\n");
    CHECK(windows.with({insert_member(windows["/a"], "c", R"({"d": 1})")}) ==
          "a:\r\n  b: 1\r\n  c:\r\n    d: 1\r\n");
  }

  TEST_CASE("members and items are removed with their lines") {
    const Text text(
        "a: 1 # one\n# about b\nb:\n  c: |\n    x\n\n  d: 2\ne:\n- f: 1\n  g: 2\n- h\n- - i\n  - j\n");
    CHECK(text.with({remove(text["/a"])}) ==
          "# about b\nb:\n  c: |\n    x\n\n  d: 2\ne:\n- f: 1\n  g: 2\n- h\n- - i\n  - j\n");
    CHECK(text.with({remove(text["/b"])}) ==
          "a: 1 # one\n# about b\ne:\n- f: 1\n  g: 2\n- h\n- - i\n  - j\n");
    CHECK(text.with({remove(text["/b/d"])}).find("b:\n  c: |\n    x\n\ne:") != std::string::npos);
    CHECK(text.with({remove(text["/b/c"]), remove(text["/b/d"])}).find("b: {}\ne:") != std::string::npos);
    CHECK(text.with({remove(text["/e/0/f"])}).find("e:\n- g: 2\n- h") != std::string::npos);
    CHECK(text.with({remove(text["/e/0/g"])}).find("e:\n- f: 1\n- h") != std::string::npos);
    CHECK(text.with({remove(text["/e/1"])}).find("  g: 2\n- - i\n") != std::string::npos);
    CHECK(text.with({remove(text["/e/2/0"])}).ends_with("- h\n- - j\n"));
    CHECK(text.with({remove(text["/e/2/0"]), remove(text["/e/2/1"])}).ends_with("- h\n- []\n"));
    CHECK(text.with({remove(text["/e/0"]), remove(text["/e/1"]), remove(text["/e/2"])})
              .ends_with("  d: 2\ne: []\n"));
    CHECK(text.with({remove(text[""])}) == "declined");
    const Text flow("a: {b: 1, c: [1, 2, 3], d: 4}");
    CHECK(flow.with({remove(flow["/a/b"])}) == "a: {c: [1, 2, 3], d: 4}");
    CHECK(flow.with({remove(flow["/a/d"]), remove(flow["/a/c/1"])}) == "a: {b: 1, c: [1, 3]}");
    CHECK(flow.with({remove(flow["/a/b"]), remove(flow["/a/c"]), remove(flow["/a/d"])}) == "a: {}");
    CHECK(flow.with({remove(flow["/a/d"]), insert_member(flow["/a"], "e", "5")}) ==
          "a: {b: 1, c: [1, 2, 3], e: 5}");
    const Text last("a: 1\nb: 2");
    CHECK(last.with({remove(last["/b"])}) == "a: 1");
  }

  TEST_CASE("members move as they stand") {
    const Text text(
        "a:\n  b:\n    c: |\n      x\n\n      y\n    d: 1 # one\n  e: 'q'\nf:\n  g: 1\nh: {i: j}\n");
    CHECK(text.with({move(text["/a/b"], text["/f"], "k")}) ==
          "a:\n  e: 'q'\nf:\n  g: 1\n  k:\n    c: |\n      x\n\n      y\n    d: 1\nh: {i: j}\n");
    CHECK(text.with({move(text["/a/b"], text[""], "k")}) ==
          "a:\n  e: 'q'\nf:\n  g: 1\nh: {i: j}\nk:\n  c: |\n    x\n\n    y\n  d: 1\n");
    CHECK(text.with({move(text["/a/e"], text["/h"], "k")}) ==
          "a:\n  b:\n    c: |\n      x\n\n      y\n    d: 1 # one\nf:\n  g: 1\nh: {i: j, k: 'q'}\n");
    CHECK(text.with({move(text["/a/b"], text["/h"], "k")}) == "declined");
    CHECK(text.with({move(text["/a"], text["/a/b"], "k")}) == "declined");
    const Text up("a:\n  b:\n    - c: 1\n      d: 2\ne: 3\n");
    CHECK(up.with({move(up["/a/b/0/d"], up["/a"], "d")}) == "a:\n  b:\n    - c: 1\n  d: 2\ne: 3\n");
  }

  TEST_CASE("a value is wrapped") {
    const Text text(
        "a: x # c\nb:\n  c: 1\n\n  d:\n  - 2\ne: {f: g}\nh:\n- i: 1\n  j: 2\nk: |\n  t\nl: 'm'\n");
    CHECK(text.with({wrap(text["/a"])}).starts_with("a: [x] # c\n"));
    CHECK(text.with({wrap(text["/b"])}).find("b:\n  - c: 1\n\n    d:\n    - 2\ne:") != std::string::npos);
    CHECK(text.with({wrap(text["/b/d"])}).find("  d:\n  - - 2\n") != std::string::npos);
    CHECK(text.with({wrap(text["/e"])}).find("e: [{f: g}]\n") != std::string::npos);
    CHECK(text.with({wrap(text["/h/0"])}).find("h:\n- - i: 1\n    j: 2\nk") != std::string::npos);
    CHECK(text.with({wrap(text["/k"])}) == "declined");
    CHECK(text.with({wrap(text["/l"])}).ends_with("l: ['m']\n"));
  }

  TEST_CASE("stretches of text are replaced in every style") {
    const Text text(
        "a: one two\nb: 'it''s two'\nc: \"x\\ttwo\"\nd: |\n  one\n  two\ne: >-\n  one\n  two\nf: two\n");
    const auto two = [&](std::string_view pointer, std::string name) {
      const Value value = text[pointer];
      const size_t at = value.text().find("two");
      return text.with({replace_text(value.stretch(at, at + 3), std::move(name))});
    };
    CHECK(two("/a", "$three").starts_with("a: one $three\n"));
    CHECK(two("/a", "#").starts_with("a: \"one #\"\n"));
    CHECK(two("/b", "'3'").find("b: 'it''s ''3'''\n") != std::string::npos);
    CHECK(two("/c", "\"\\").find("c: \"x\\t\\\"\\\\\"\n") != std::string::npos);
    CHECK(two("/d", "{% \"x\" %}").find("d: |\n  one\n  {% \"x\" %}\ne") != std::string::npos);
    CHECK(two("/d", "a\n\n  b").find("d: |\n  one\n  a\n\n    b\ne") != std::string::npos);
    CHECK(two("/e", "a\nb") == "declined");
    CHECK(two("/e", "3: #4").find("e: >-\n  one\n  3: #4\nf") != std::string::npos);
    CHECK(two("/f", "5").ends_with("f: \"5\"\n"));
    CHECK(two("/f", "").ends_with("f: \"\"\n"));
    const Value more = text["/a"];
    CHECK(text.with({replace_text(more.stretch(0, 1), "#"), replace_text(more.stretch(4, 5), "T")})
              .starts_with("a: \"#ne Two\"\n"));
    const Value key = text["/f"];
    CHECK(text.with({replace_text(key.key_stretch(0, 1), "g")}).ends_with("g: two\n"));
    CHECK(text.with({replace_text(key.place(), "no")}).ends_with("f: \"no\"\n"));
  }

  TEST_CASE("what stands elsewhere is not changed in its place") {
    const Text text("a: &x {b: c, d: e}\nf: *x\ng:\n  <<: *x\n  h: 1\ni: [*x]\n");
    CHECK(text.with({rename_key(text["/f/b"], "z")}) == "declined");
    CHECK(text.with({rename_key(text["/g/b"], "z")}) == "declined");
    CHECK(text.with({set_value(text["/f"], "1")}).find("f: 1\n") != std::string::npos);
    CHECK(text.with({remove(text["/f"])}).find("f:") == std::string::npos);
    CHECK(text.with({remove(text["/g/h"])}) == "declined");
    CHECK(text.with({insert_member(text["/g"], "k", "2")}).find("  <<: *x\n  h: 1\n  k: 2\n") !=
          std::string::npos);
    CHECK(text.with({set_value(text["/a/b"], "\"z\"")}).starts_with("a: &x {b: z, d: e}\n"));
    CHECK(text.with({remove(text["/a"])}) == "declined");
    CHECK(text.with({wrap(text["/i/0"])}).ends_with("i: [[*x]]\n"));
    CHECK(text.with({insert_member(text["/f"], "k", "2")}) == "declined");
  }

  TEST_CASE("a fix in a large document is checked on the lines around it") {
    std::string many = "a: &x {b: 1}\nc: *x\nd:\n  e: 1\n  f: 2\ng:\n";
    for (int i = 0; i < 40'000; ++i) many += "- h: 1\n";
    const Text text(many);
    CHECK(text.with({remove(text["/d/e"])}).find("d:\n  f: 2\ng:") != std::string::npos);
    CHECK(text.with({set_value(text["/d/e"], R"({"x": [1]})")}).find("  e:\n    x:\n    - 1\n  f") !=
          std::string::npos);
    CHECK(text.with({rename_key(text["/a/b"], "z")}) == "declined");
    CHECK(text.with({remove(text["/d"])}) == "declined");
  }

  TEST_CASE("changes that touch one another are declined") {
    const Text text("a:\n  b: 1\nc: 2\n");
    CHECK(text.with({remove(text["/a"]), rename_key(text["/a/b"], "x")}) == "declined");
    CHECK(text.with({set_value(text["/c"], "1"), set_value(text["/c"], "2")}) == "declined");
    CHECK(text.with({rename_key(text["/c"], "d"), set_value(text["/c"], "3")}) == "a:\n  b: 1\nd: 3\n");
    Change other = remove(text["/a"]);
    other.place.file = 1;
    CHECK(text.with({other}) == "declined");
    CHECK(text.with({replace_bytes(0, {0, 1}, "z")}) == "z:\n  b: 1\nc: 2\n");
    CHECK(text.with({replace_bytes(0, {0, 1}, "[")}) == "declined");
  }

  TEST_CASE("every plain string stays that string") {
    for (const char* one : {"x",
                            "$.a",
                            "a b",
                            "arn:aws:states:::ecs:runTask",
                            "States.ALL",
                            "a#b",
                            "x'y",
                            "é",
                            "/p",
                            "(a)",
                            "1.0.0",
                            "10 000",
                            "a/b?c",
                            "2020",
                            "null",
                            "~",
                            "y",
                            "Yes",
                            "1e3",
                            "0x1",
                            "0b1",
                            "1_0",
                            "1:30",
                            "a:",
                            "a: b",
                            "a #b",
                            "- a",
                            "-",
                            "-1",
                            "?",
                            "%a",
                            "@a",
                            "`a",
                            "*",
                            "&a",
                            "!a",
                            "|",
                            ">",
                            "'a",
                            "\"a",
                            "[a",
                            "{a",
                            "}",
                            ",",
                            "",
                            " a",
                            "a ",
                            "a\nb",
                            "a\tb",
                            "#a",
                            "=",
                            "<<",
                            "...",
                            "\xC2\x85",
                            "\xE2\x80\xA8",
                            "\xEF\xBB\xBF",
                            "\x7F",
                            "\x01",
                            "+1",
                            ".5",
                            ".nan",
                            "a,b",
                            "a]b",
                            "a}b",
                            "a{b",
                            "a?b",
                            "12:30:00",
                            "2001-12-14 21:59:43"}) {
      for (const Style style : {Style::plain, Style::single_quoted, Style::double_quoted}) {
        CAPTURE(one);
        const Text block("a: " + scalar(one, style, Around::block) + "\n" +
                         scalar(one, style, Around::block) + ": 1\n");
        CHECK(block["/a"].is_string());
        CHECK(block["/a"].text() == one);
        CHECK(block["/a"].next().name() == one);
        const Text flow("{a: [" + scalar(one, style, Around::flow) + "]}");
        CHECK(flow["/a/0"].is_string());
        CHECK(flow["/a/0"].text() == one);
      }
    }
  }
}

/// Every change of every node of a few documents comes out as it should, or is declined.
TEST_SUITE("yaml/editor property") {
  TEST_CASE("what is rendered is what was asked for") {
    const char* texts[] = {
        "a: 1\nb:\n  c: [x, {y: z}]\n  d: |\n    one\n    two\n\n  # c\n  e: >-\n    f\n\n    g\nh:\n- i: "
        "j\n  k:\n  - l\n"
        "- - m\n  - n\n- 'o'\n",
        "{\"a\": [1, \"x\"], \"b\": {\"c\": null}}",
        "a:\n    - b: &x 1 # t\n      c: *x\n    - d: \"e\\n\"\nf: {}\ng:\n",
        "# top\r\na:\r\n  b: 'c'\r\n  d: [\r\n    e,\r\n    f # g\r\n  ]\r\nh: i\r\n",
        "- a\n- b: c\n\n# x\n- |+\n  d\n\n- e",
        "base: &b\n  x: 1\none:\n  <<: *b\n  y: {z: 2}\n",
    };
    size_t rendered = 0;
    for (const char* written : texts) {
      const Source source("a.yaml", written);
      const Parsed parsed = parse(source, 0);
      REQUIRE(parsed.document);
      const Document& document = *parsed.document;
      for (NodeId id = 0; id < document.size(); ++id) {
        const Value value = document.at(id);
        for (const Change& change :
             {rename_key(value, "new"), rename_key(value, "on"), set_value(value, "\"s\""),
              set_value(value, "{}"), set_value(value, R"({"p": [1, {"q": "r"}], "s": {}})"),
              set_value(value, R"(["t", {"u": 1, "v": 2}])"), insert_member(value, "w", "true"),
              insert_member(value, "w", R"({"x": ["y"]})"), insert_item(value, "null"),
              insert_item(value, R"({"x": 1, "y": ["z"]})"), remove(value), wrap(value),
              move(value, document.root(), "moved"), replace_text(value.stretch(0, 1), "Q"),
              replace_text(value.stretch(1, 2), ": "), replace_text(value.stretch(0, 0), "'\""),
              replace_text(value.key_stretch(0, 1), "K")}) {
          const auto edits = document.render({"", Safety::safe, {change}});
          if (!edits) continue;
          ++rendered;
          const std::string text = applied(written, *edits);
          const Source again("b.yaml", text);
          const Parsed read = parse(again, 0);
          REQUIRE_MESSAGE(read.document, text);
          Expected expected(document);
          CHECK(expected.change({change}, *parsed.origins));
          CHECK_MESSAGE(expected.holds(*read.document), text);
        }
      }
    }
    CHECK(rendered > 400);
  }
}

}  // namespace
}  // namespace sfn::yaml
