#include "lint/yaml/parse.h"

#include <doctest/doctest.h>

#include "lint/json/pointer.h"

namespace sfn::yaml {
namespace {

/// A text that parses, by JSON Pointer.
class ReadText {
 public:
  explicit ReadText(std::string text, LocalTags tags = LocalTags::opaque)
      : source_("a.yaml", std::move(text)), parsed_(parse(source_, 0, tags)) {
    REQUIRE_MESSAGE(parsed_.document, (parsed_.fault ? parsed_.fault->message : ""));
  }
  Value operator[](std::string_view pointer) const {
    const Value found = json::find(*parsed_.document, pointer);
    REQUIRE_MESSAGE(found, pointer);
    return found;
  }
  bool has(std::string_view pointer) const {
    return static_cast<bool>(json::find(*parsed_.document, pointer));
  }
  std::string at(Place place) const {
    const Span span = parsed_.document->span(place);
    REQUIRE(span.begin <= span.end);
    REQUIRE(span.end <= source_.text().size());
    return std::string(source_.text().substr(span.begin, span.end - span.begin));
  }
  std::string value(std::string_view pointer) const { return at((*this)[pointer].place()); }
  std::string key(std::string_view pointer) const { return at((*this)[pointer].key()); }
  std::string stretch(std::string_view pointer, std::string_view part) const {
    const std::string_view text = (*this)[pointer].text();
    const size_t begin = text.find(part);
    REQUIRE(begin != std::string_view::npos);
    return at((*this)[pointer].stretch(begin, begin + part.size()));
  }
  const Parsed& parsed() const { return parsed_; }
  const Document& document() const { return *parsed_.document; }

 private:
  Source source_;
  Parsed parsed_;
};

/// The fault of a text with guillemets around it: "message", and the text as it was marked.
struct Refused {
  explicit Refused(std::string text) : source("a.yaml", std::move(text)), parsed(parse(source, 0)) {
    REQUIRE(parsed.fault);
    message = parsed.fault->message;
    const Span span = parsed.fault->span;
    REQUIRE(span.begin <= span.end);
    REQUIRE(span.end <= source.text().size());
    marked = std::string(source.text().substr(0, span.begin)) + "«" +
             std::string(source.text().substr(span.begin, span.end - span.begin)) + "»" +
             std::string(source.text().substr(span.end));
  }
  Source source;
  Parsed parsed;
  std::string message, marked;
};

TEST_SUITE("yaml/parse") {
  TEST_CASE("block and flow collections with their places") {
    const ReadText text(
        "# c\na:  1 # d\nb:\n- x\n- &q y\nc:\n  d: {e: [1, 'it''s'], \"f\": }\n  g:\n\n# end\n");
    CHECK(text["/a"].integer() == 1);
    CHECK(text.key("/a") == "a");
    CHECK(text.value("/a") == "1");
    CHECK(text.value("/b") == "- x\n- &q y");
    CHECK(text.value("/b/1") == "y");
    CHECK(text.value("/c") == "d: {e: [1, 'it''s'], \"f\": }\n  g:");
    CHECK(text.value("/c/d") == "{e: [1, 'it''s'], \"f\": }");
    CHECK(text.value("/c/d/e/1") == "'it''s'");
    CHECK(text["/c/d/e/1"].text() == "it's");
    CHECK(text.key("/c/d/f") == "\"f\"");
    CHECK(text["/c/d/f"].is_null());
    CHECK(text["/c/g"].is_null());
    CHECK(text.value("/c/g").empty());
    CHECK(text.at(text["/c"].label()) == "c");
    CHECK(text.at(text["/b/0"].label()) == "x");
    CHECK(text[""].child_count() == 3);
  }

  TEST_CASE("characters are not bytes") {
    const ReadText text("\xEF\xBB\xBF\xC3\xA9: \xF0\x9F\x98\x80x\r\nb: [\xC3\xBC, \"\xE2\x82\xAC\"]\r\n");
    CHECK(text.key("/\xC3\xA9") == "\xC3\xA9");
    CHECK(text.value("/\xC3\xA9") == "\xF0\x9F\x98\x80x");
    CHECK(text.at(text["/\xC3\xA9"].stretch(4, 5)) == "x");
    CHECK(text.value("/b") == "[\xC3\xBC, \"\xE2\x82\xAC\"]");
    CHECK(text.at(text["/b/0"].label()) == "\xC3\xBC");
    CHECK(text.value("/b/1") == "\"\xE2\x82\xAC\"");
  }

  TEST_CASE("types where YAML 1.1 and 1.2 agree") {
    const ReadText text(
        "[~, null, NULL, true, False, 12, -0.5, 0x1F, .5, +7, 5., 1.5e+3, x, '1', !!str 1, 1.0.0, nULL, y]");
    const char* kinds[] = {"null",     "null",     "null",     "a boolean", "a boolean", "a number",
                           "a number", "a number", "a number", "a number",  "a number",  "a number",
                           "a string", "a string", "a string", "a string",  "a string",  "a string"};
    const char* texts[] = {"null", "null", "null",   "true", "false", "12", "-0.5",  "31",   "0.5",
                           "7",    "5",    "1.5e+3", "x",    "1",     "1",  "1.0.0", "nULL", "y"};
    size_t i = 0;
    for (const Value item : text[""]) {
      CAPTURE(i);
      CHECK(describe(item.kind()) == kinds[i]);
      CHECK(item.text() == texts[i]);
      ++i;
    }
    CHECK(i == 18);
    CHECK(text["/3"].boolean() == true);
    CHECK(text["/4"].boolean() == false);
    CHECK(text["/7"].number() == 31);
  }

  TEST_CASE("where they do not agree nothing can be said") {
    const ReadText text(
        "[yes, No, ON, off, 010, 1_000, 12:30:00, 0o17, 0b1, 2020-01-01, 2020-01-01T00:00:00Z, "
        "2001-12-14 21:59:43.1 -5, .inf, -.INF, .NaN, 012345678901, 190:20:30.15]");
    for (const Value item : text[""]) {
      CAPTURE(item.text());
      CHECK(item.is_opaque());
    }
    CHECK(text["/0"].text() == "yes");
    const ReadText strings(
        "[Yesterday, onward, 'yes', \"010\", 1-2, 2020-1, 12:3x, 1:99, .info, 0x, 1__x, -, +, ., -x]");
    for (const Value item : strings[""]) {
      CAPTURE(item.text());
      CHECK(item.is_string());
    }
  }

  TEST_CASE("text in quotes maps back through escapes and folding") {
    const ReadText text(
        "a: \"x\\ty\\u00e9\\\n   z\n\n  w\\x41 \"\nb: 'it''s\n  so'\nc: plain\n  more\n\n  text # no\n");
    CHECK(text["/a"].text() == "x\ty\xC3\xA9z\nwA ");
    CHECK(text.stretch("/a", "x") == "x");
    CHECK(text.stretch("/a", "\t") == "\\t");
    CHECK(text.stretch("/a", "\xC3\xA9") == "\\u00e9");
    CHECK(text.stretch("/a", "z") == "z");
    CHECK(text.stretch("/a", "\n") == "\n\n  ");
    CHECK(text.stretch("/a", "wA") == "w\\x41");
    CHECK(text["/b"].text() == "it's so");
    CHECK(text.stretch("/b", "t's") == "t''s");
    CHECK(text.stretch("/b", " ") == "\n  ");
    CHECK(text.stretch("/b", "so") == "so");
    CHECK(text["/c"].text() == "plain more\ntext");
    CHECK(text.stretch("/c", "more") == "more");
    CHECK(text.stretch("/c", "text") == "text");
    CHECK(text.at(text["/c"].stretch(15, 15)).empty());
    CHECK(text.document().span(text["/c"].stretch(15, 15)).begin ==
          text.document().span(text["/c"].place()).end);
  }

  TEST_CASE("block scalars map back through their indentation") {
    const ReadText text(
        "a: | # header\n  one\n   two\n\n  three\n\n\nb: >-\n  a\n  b\n\n  c\n   d\n  e\nc:\n- |2+\n     x\n "
        "   y\n\n"
        "- >\n\n  \n  z\nd: |\n\ne: 1\n");
    CHECK(text["/a"].text() == "one\n two\n\nthree\n");
    CHECK(text.value("/a") == "| # header\n  one\n   two\n\n  three");
    CHECK(text.stretch("/a", "one") == "one");
    CHECK(text.stretch("/a", " two") == " two");
    CHECK(text.stretch("/a", "o\n\nt") == "o\n\n  t");
    CHECK(text.stretch("/a", "three") == "three");
    CHECK(text["/b"].text() == "a b\nc\n d\ne");
    CHECK(text.stretch("/b", "b") == "b");
    CHECK(text.stretch("/b", "c") == "c");
    CHECK(text.stretch("/b", " d") == " d");
    CHECK(text.stretch("/b", "e") == "e");
    CHECK(text["/c/0"].text() == "   x\n  y\n\n");
    CHECK(text.stretch("/c/0", " x") == " x");
    CHECK(text.stretch("/c/0", "y") == "y");
    CHECK(text["/c/1"].text() == "\n\nz\n");
    CHECK(text.stretch("/c/1", "z") == "z");
    CHECK(text.value("/d") == "|");
    CHECK(text["/e"].integer() == 1);
  }

  TEST_CASE("comments") {
    const ReadText text("# one\na: b#c # two\nd: '# no'\ne: | # three\n  # no\n# four\nf: !x &z 1#2\n#");
    std::vector<std::string> found;
    for (const Comment& comment : text.document().comments()) {
      found.emplace_back(comment.text);
      CHECK(text.document().text().substr(comment.span.begin, 1) == "#");
    }
    CHECK(found == std::vector<std::string>{" one", " two", " three", " four", ""});
  }

  TEST_CASE("aliases are copies whose own place is the alias") {
    const ReadText text(
        "a: &x {b: \"q\\n\", c: [1, 2]}\nd: *x\ne: [*x, &s word, *s]\nf: &t \"a\\tb\"\ng: *t\n");
    CHECK(text["/d/b"].text() == "q\n");
    CHECK(text.value("/d") == "*x");
    CHECK(text.at(text["/d"].label()) == "d");
    CHECK(text.at(text["/e/0"].label()) == "*x");
    CHECK(text.key("/d/b") == "b");
    CHECK(text.document().span(text["/d/b"].place()) == text.document().span(text["/a/b"].place()));
    CHECK(text.stretch("/d/b", "\n") == "\\n");
    CHECK(text["/d/c/1"].integer() == 2);
    CHECK(text["/e/2"].text() == "word");
    CHECK(text.value("/e/2") == "*s");
    CHECK(text.stretch("/e/2", "or") == "or");
    CHECK(text.stretch("/g", "\t") == "\\t");
    CHECK(text["/e"].child_count() == 3);
    const ReadText keys("a: &k name\n*k : 1\n");
    CHECK(keys["/name"].integer() == 1);
    CHECK(keys.key("/name") == "*k");
  }

  TEST_CASE("merge keys") {
    const ReadText text(
        "base: &b {x: 1, y: {z: 2}}\nmore: &m {x: 5, w: 6}\none:\n  <<: *b\n  x: 3\ntwo:\n  <<: [*m, *b]\n"
        "three:\n  '<<': 4\nfour:\n  <<: {k: 1}\n  l: 2\n");
    CHECK(text["/one/x"].integer() == 3);
    CHECK(text["/one"].child_count() == 2);
    CHECK(text["/one/y/z"].integer() == 2);
    CHECK(text.key("/one/y") == "y");
    CHECK(text.document().span(text["/one/y"].key()) == text.document().span(text["/base/y"].key()));
    CHECK(text["/two/x"].integer() == 5);
    CHECK(text["/two/w"].integer() == 6);
    CHECK(text["/two/y/z"].integer() == 2);
    CHECK(text["/two"].child_count() == 3);
    CHECK(text["/three/<<"].integer() == 4);
    CHECK(text["/four"].open());
    CHECK(text["/four/l"].integer() == 2);
    CHECK_FALSE(text["/one"].open());
  }

  TEST_CASE("local tags") {
    const std::string yaml =
        "a: !Sub \"${x}-y\"\nb: !GetAtt R.Arn\nc: !If [p, !Ref q, 1]\nd: &n !Ref r\ne: *n\nf: !!str 5\n";
    const ReadText opaque(yaml);
    for (const char* at : {"/a", "/b", "/c", "/d", "/e"}) CHECK(opaque[at].is_opaque());
    CHECK(opaque["/c"].first_child().next().text() == "q");
    CHECK(opaque.parsed().document->tag(opaque["/a"].id()) == "!Sub");
    CHECK(opaque["/a"].text() == "${x}-y");
    CHECK(opaque.value("/a") == "\"${x}-y\"");
    const ReadText kept(yaml, LocalTags::kept);
    CHECK(kept["/a"].is_string());
    CHECK(kept["/a"].templated());
    CHECK(kept["/b"].text() == "R.Arn");
    CHECK(kept["/c"].is_array());
    CHECK(kept.parsed().document->tag(kept["/c"].id()) == "!If");
    CHECK(kept.parsed().document->tag(kept["/c/1"].id()) == "!Ref");
    CHECK(kept.parsed().document->tag(kept["/e"].id()) == "!Ref");
    CHECK(kept["/e"].text() == "r");
    CHECK(kept.parsed().document->tag(kept["/f"].id()).empty());
    CHECK(kept.stretch("/a", "y") == "y");
  }

  TEST_CASE("placeholders") {
    const ReadText text("a: ${x}\nb: arn:${y}\n${c}: 1\nd: '$${z}'\n");
    CHECK(text["/a"].is_opaque());
    CHECK(text["/b"].templated());
    CHECK_FALSE(text["/b"].literal());
    CHECK(text[""].open());
    CHECK(text["/d"].literal());
  }

  TEST_CASE("what is not YAML") {
    const auto check = [](std::string text, std::string marked, std::string message) {
      const Refused refused(std::move(text));
      CHECK(refused.marked == marked);
      CHECK(refused.message == message);
    };
    check("", "«»", "the file is empty; expected a definition");
    check("a:\n\tb: 1\n", "a:\n«\t»b: 1\n", "a tab cannot be used for indentation in YAML; use blanks");
    check("a: b: c\n", "a: b«:» c\n",
          "this `:` makes a key where none is allowed; put the text in quotes, or fix the indentation");
    check("a: \"x\nb: 1\n", "a: «\"»x\nb: 1\n", "this quoted text is never closed");
    check("a: [1, 2\nb: 3\n", "a: [1, 2\nb«:» 3\n", "expected `,` or `]`");
    check("a: @x\n", "a: «@»x\n", "unquoted text cannot begin with `@` in YAML; put it in quotes");
    check("a: [*]\n", "a: [«*»]\n", "unquoted text cannot begin with `*` in YAML; put it in quotes");
    check("a: *b\n", "a: «*b»\n", "no anchor `&b` is defined before this alias");
    check("a: &b [*b]\n", "a: &b [«*b»]\n",
          "`*b` is inside the value that it refers to, which would never end");
    check("a: 1\n---\nb: 2\n", "a: 1\n«---»\nb: 2\n",
          "a second document starts here, but a file can contain only one definition");
    check("[a]: 1\n", "«[»a]: 1\n", "a key cannot be a list or mapping, because JSON keys are strings");
    check("{: 1}\n", "{«:» 1}\n", "expected a key or a value");
    check("? \n: 1\n", "?«» \n: 1\n", "expected a key before this `:`");
    check("a: \"\\q\"\n", "a: \"«\\q»\"\n",
          "`\\q` is not a YAML escape; write `\\\\` for a backslash, or use single quotes");
    check("a: \"\\ud83d\\ude00\"\n", "a: \"«\\ud83d»\\ude00\"\n",
          "`\\u` needs four hexadecimal digits of a whole character, because YAML does not allow surrogate "
          "pairs; write the character, or `\\U` and eight digits");
    check("a: \xFF\n", "a: «\xFF»\n", "these bytes are not valid UTF-8");
    check("\xC3\xA9: \x01\n", "\xC3\xA9: «\x01»\n", "YAML does not allow this control character");
    check(std::string("a: \0", 4), std::string("a: «\0»", 8),
          "this is a NUL byte, so the file is binary, not text");
    check("\xFF\xFE", "«\xFF\xFE»", "this file is UTF-16 or UTF-32; convert it to UTF-8");
    check("a:\n%{ if x }\n  b: c\n", "a:\n«%{» if x }\n  b: c\n",
          "templates with `%{` directives can only be read in JSON; check the rendered text instead");
    check("<<: 1\n", "<<: «1»\n", "`<<` merges the members of a mapping, but this is a single value");
    check("a: 1\n  b: 2\n", "a: 1\n  b«:» 2\n",
          "this `:` makes a key where none is allowed; put the text in quotes, or fix the indentation");
    check("a:\n  b: 1\n c: 2\n", "a:\n  b: 1\n «c»: 2\n",
          "expected a key with the same indentation as the previous keys");
    check("- a\nb\n", "- a\n«b»\n", "expected `:` after this key");
    check("- a\n? b\n", "- a\n«?» b\n", "expected `- ` with the same indentation as the previous items");
    check("a: b\nc\nd: e\n", "a: b\n«c»\nd: e\n", "expected `:` after this key");
  }

  TEST_CASE("hostile texts are refused soon") {
    std::string bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n";
    for (int i = 1; i < 30; ++i) {
      const std::string before = "*a" + std::to_string(i - 1), name = "a" + std::to_string(i);
      bomb += name + ": &" + name + " [" + before + ", " + before + ", " + before + ", " + before + "]\n";
    }
    const Refused aliases(bomb);
    CHECK(aliases.parsed.fault->kind == json::Fault::Kind::too_many_aliases);
    CHECK(aliases.message ==
          "the aliases up to here expand to more than 200,000 values; a definition can have at most 1 MiB");
    for (const char* open : {"[", "{a: ", "- "}) {
      std::string deep;
      for (int i = 0; i < 100'000; ++i) deep += open;
      CHECK(Refused(deep).message == "this is nested more than 512 levels deep");
    }
    std::string chain = "a0: &a0 [x]\n";
    for (int i = 1; i < 600; ++i)
      chain += "a" + std::to_string(i) + ": &a" + std::to_string(i) + " [*a" + std::to_string(i - 1) + "]\n";
    CHECK(Refused(chain).message == "the value of this alias is nested more than 512 levels deep");
    std::string merges = "a0: &a0 {x: {y: 1}}\n";
    for (int i = 1; i < 600; ++i)
      merges += "a" + std::to_string(i) + ": &a" + std::to_string(i) + " {<<: *a" + std::to_string(i - 1) +
                ", k" + std::to_string(i) + ": 1}\n";
    CHECK(parse(Source("m", merges), 0).document);
    std::string tags;
    for (int i = 0; i < 1000; ++i) tags += "%TAG !t" + std::to_string(i) + "! tag:x,2000:\n";
    CHECK(Refused(tags + "--- a\n").message == "there are more than 100 `%TAG` directives");
  }

  TEST_CASE("large texts") {
    std::string text = "a: |\n";
    while (text.size() < (1u << 20)) text += "  a line of a literal \xC3\xA9\n";
    const ReadText literal(text);
    const auto size = literal["/a"].text().size();
    CHECK(literal.at(literal["/a"].stretch(size - 3, size - 1)) == "\xC3\xA9");
    std::string list = "a:\n";
    while (list.size() < (1u << 20)) list += "  - {b: \xC3\xA9, c: [1, 2]}\n";
    const ReadText items(list);
    CHECK(items["/a"].child_count() == (list.size() - 3) / 23);
  }
}

}  // namespace
}  // namespace sfn::yaml
