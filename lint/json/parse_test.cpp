#include "lint/json/parse.h"

#include <doctest/doctest.h>

#include "lint/json/explain.h"

namespace sfn::json {
namespace {

/// A document with the source that it views.
struct Read {
  explicit Read(std::string text) : source("a.json", std::move(text)), parsed(parse(source, 0)) {
    CHECK(parsed.document.has_value() != parsed.fault.has_value());
    CHECK(parsed.fault.has_value() == explain(source.text()).has_value());
  }
  Value root() const { return parsed.document ? parsed.document->root() : Value(); }
  std::string_view bytes(Place place) const {
    const Span span = parsed.document->span(place);
    return source.text().substr(span.begin, span.end - span.begin);
  }
  Source source;
  Parsed parsed;
};

TEST_SUITE("json/parse") {
  TEST_CASE("nodes stand in source order with their spans") {
    const Read read(R"(
      {"a" : [1, "x" , {}] , "b":null })");
    const Value root = read.root();
    REQUIRE(root.is_object());
    CHECK(read.bytes(root.place()) == R"({"a" : [1, "x" , {}] , "b":null })");
    CHECK(root.child_count() == 2);
    CHECK(read.bytes(root["a"].place()) == R"([1, "x" , {}])");
    CHECK(read.bytes(root["a"].key()) == R"("a")");
    CHECK(root["a"].child_count() == 3);
    CHECK(read.bytes(root["a"].first_child().next().place()) == R"("x")");
    CHECK(root["a"].first_child().text() == "1");
    CHECK(root["b"].is_null());
    CHECK(root["b"].parent() == root);
    CHECK_FALSE(root["b"].next());
    CHECK(read.parsed.document->size() == 6);
  }

  TEST_CASE("empty containers have no children") {
    const Read read("[{ }, [\n], {}]");
    for (Value item : read.root()) CHECK_FALSE(item.first_child());
    CHECK(read.bytes(read.root().first_child().place()) == "{ }");
    CHECK(read.bytes(read.root().first_child().next().place()) == "[\n]");
  }

  TEST_CASE("strings are decoded, and views where they have no escapes") {
    const Read read("{\"pl\xC3\xA4in\": \"\\u00e4\\ud83d\\ude00\\n\\\"\\/\", \"k\\u0065y\": \"v\"}");
    const Value first = read.root().first_child();
    CHECK(first.name() == "pl\xC3\xA4in");
    CHECK(first.text() == "\xC3\xA4\xF0\x9F\x98\x80\n\"/");
    CHECK(read.root()["key"].text() == "v");
    CHECK(read.root()["key"].text().data() >= read.source.text().data());
  }

  TEST_CASE("a surrogate escape without its partner is U+FFFD") {
    const Read read(R"(["\ud83d", "\ude00x", "\ud83d\ud83d\ude00", "\ud83d\n"])");
    Value item = read.root().first_child();
    CHECK(item.text() == "\xEF\xBF\xBD");
    item = item.next();
    CHECK(item.text() == "\xEF\xBF\xBDx");
    item = item.next();
    CHECK(item.text() == "\xEF\xBF\xBD\xF0\x9F\x98\x80");
    item = item.next();
    CHECK(item.text() == "\xEF\xBF\xBD\n");
  }

  TEST_CASE("numbers stay as they are written") {
    const Read read("[123456789012345678901234567890, 1e999, -0, 0.10, 1E+2]");
    Value item = read.root().first_child();
    for (std::string_view text : {"123456789012345678901234567890", "1e999", "-0", "0.10", "1E+2"}) {
      CHECK(item.is_number());
      CHECK(item.text() == text);
      item = item.next();
    }
    CHECK_FALSE(item);
  }

  TEST_CASE("doubled keys are kept, and the last one is found") {
    const Read read(R"({"a": 1, "a": 2})");
    CHECK(read.root().child_count() == 2);
    CHECK(read.root()["a"].text() == "2");
  }

  TEST_CASE("a BOM is passed over and every offset counts it") {
    const Read read("\xEF\xBB\xBF{\"a\": 1}");
    CHECK(read.parsed.document->text().starts_with("\xEF\xBB\xBF"));
    CHECK(read.parsed.document->span(read.root().place()) == Span{3, 11});
    CHECK(read.root()["a"].text() == "1");
  }

  TEST_CASE("a scalar can be the root") {
    CHECK(Read(" \"x\" ").root().text() == "x");
    CHECK(Read("12").root().text() == "12");
    CHECK(Read("null\n").root().is_null());
    CHECK(Read("true").root().boolean() == true);
  }

  TEST_CASE("what simdjson's walk alone would let pass is refused") {
    for (const char* text :
         {"[01]", "[-]", "[nul]", "[truex]", "[1 2]", R"({"a": "b": "c"})", R"({"a": 1: "c"})", "{} {}",
          "[1]]", R"(["\x"])", R"(["\u12"])", R"({"\q": 1})", "[\"a\nb\"]", "[1.]", "[+1]", "[.5]"})
      CHECK_MESSAGE(Read(text).parsed.fault.has_value(), text);
  }

  TEST_CASE("nesting is read to its limit and refused past it") {
    const auto nested = [](size_t levels) { return std::string(levels, '[') + std::string(levels, ']'); };
    CHECK(Read(nested(max_depth)).parsed.document->size() == max_depth);
    const Read deeper(nested(max_depth + 1));
    REQUIRE(deeper.parsed.fault);
    CHECK(deeper.parsed.fault->kind == Fault::Kind::too_deep);
    CHECK(deeper.parsed.fault->span == Span{512, 513});
    CHECK(Read(std::string(100000, '[')).parsed.fault->kind == Fault::Kind::too_deep);
    CHECK(Read(nested(max_depth - 1)).root().first_child());
  }

  TEST_CASE("a parser is used for text after text") {
    for (size_t size : {size_t{10}, size_t{100000}, size_t{1}, size_t{5000000}, size_t{20}}) {
      const Read read("[\"" + std::string(size, 'x') + "\"]");
      CHECK(read.root().first_child().text().size() == size);
    }
  }

  TEST_CASE("every prefix of a text is refused, and none ends badly") {
    const std::string text = "{\"a\": [1.5e3, \"\\u00e9\xC3\xA9\", true, null, {\"b\": ${x}}], ${y}}\n";
    for (size_t length = 0; length + 2 < text.size(); ++length)
      CHECK_MESSAGE(Read(text.substr(0, length)).parsed.fault.has_value(), length);
    CHECK(Read(text).parsed.document);
  }
}

TEST_SUITE("json/placeholder") {
  TEST_CASE("a string that is one placeholder can be anything") {
    const Read read(R"(["${Name}", "${a.b(\"}\")}"])");
    const Value item = read.root().first_child();
    CHECK(item.is_opaque());
    CHECK(item.text() == "${Name}");
    CHECK(read.bytes(item.place()) == R"("${Name}")");
    CHECK(item.next().is_opaque());
  }

  TEST_CASE("a string with a placeholder in it is templated") {
    const Read read(R"(["arn:${AWS::Partition}:x", "${a}${b}", "x%{ if y }z%{ endif }"])");
    for (Value item : read.root()) {
      CHECK(item.is_string());
      CHECK(item.templated());
      CHECK_FALSE(item.literal());
    }
    CHECK(read.root().first_child().text() == "arn:${AWS::Partition}:x");
  }

  TEST_CASE("escaped, empty and unclosed placeholders are text") {
    const Read read(R"(["$${x}", "%%{ if x }", "${}", "${x", "$", "100%{", "%{x}"])");
    for (Value item : read.root()) {
      CHECK_MESSAGE(item.is_string(), item.text());
      CHECK_MESSAGE(!item.templated(), item.text());
    }
  }

  TEST_CASE("a bare placeholder is an opaque value") {
    const Read read(R"({"a": ${x}, "b": [${f("}", {k = "${g("q")}"})}, ${z}]})");
    CHECK(read.root()["a"].is_opaque());
    CHECK(read.root()["a"].text() == "${x}");
    CHECK(read.root()["b"].child_count() == 2);
    CHECK(read.root()["b"].first_child().text() == R"(${f("}", {k = "${g("q")}"})})");
    CHECK(read.bytes(read.root()["b"].first_child().next().place()) == "${z}");
    CHECK_FALSE(read.root().open());
  }

  TEST_CASE("a run without blanks is one opaque value") {
    const Read read(R"([${a}${b}, ${n}0, "x"${x}, 1${n}, ${a}"b", ${a}-${b}.json])");
    Value item = read.root().first_child();
    for (std::string_view text :
         {R"(${a}${b})", "${n}0", R"("x"${x})", "1${n}", R"(${a}"b")", "${a}-${b}.json"}) {
      CHECK(item.is_opaque());
      CHECK(item.text() == text);
      CHECK(read.bytes(item.place()) == text);
      item = item.next();
    }
    CHECK_FALSE(item);
  }

  TEST_CASE("a placeholder among members opens the object") {
    const Read read(R"({${task}, "a": {"b": 1, ${more} }, ${rest}
      "c": 2 ${last}})");
    CHECK(read.root().open());
    CHECK(read.root()["a"].open());
    const Value first = read.root().first_child();
    CHECK(first.is_opaque());
    CHECK(first.name().empty());
    CHECK(first.text() == "${task}");
    CHECK(read.root()["c"].text() == "2");
    CHECK(read.root().child_count() == 5);
  }

  TEST_CASE("a key with a placeholder opens the object too") {
    const Read read(R"({"a${x}": {}, "b": {${k}: 1}})");
    CHECK(read.root().open());
    CHECK(read.root()["a${x}"].is_object());
    CHECK(read.root()["b"].open());
    CHECK(read.root()["b"]["${k}"].text() == "1");
    CHECK_FALSE(read.root()["a${x}"].open());
  }

  TEST_CASE("quotes inside a placeholder inside a string") {
    const Read read(R"({"a": "${jsonencode("x")}", "b": "p-${f("y", "}")}-s", "c": "\u0041"})");
    REQUIRE(read.parsed.document);
    CHECK(read.root()["a"].is_opaque());
    CHECK(read.root()["a"].text() == R"(${jsonencode("x")})");
    CHECK(read.root()["b"].is_string());
    CHECK(read.root()["b"].templated());
    CHECK(read.root()["c"].text() == "A");
  }

  TEST_CASE("a Terraform block stands for values, items and members that nobody knows") {
    const Read read(
        "{\"a\": %{ if x }\"}\"%{ else }{%{ endif }, %{~ for k, v in {a = 1} ~}\n  \"b\": 1,\n"
        "%{ if x }%{ endif }%{ endfor ~}\n  \"c\": [%{ for x in y ~}\n  1,\n%{ endfor ~} 2 %{if "
        "x},3%{endif}]}");
    REQUIRE(read.parsed.document);
    CHECK(read.root().open());
    CHECK(read.root()["a"].is_opaque());
    CHECK(read.root()["a"].text() == "%{ if x }\"}\"%{ else }{%{ endif }");
    CHECK_FALSE(read.root().has("b"));
    CHECK(read.root()["c"].child_count() == 3);
    CHECK(read.root()["c"].first_child().next().text() == "2");
  }

  TEST_CASE("a Terraform block that is never closed is named") {
    const Read read("{\"a\": [%{ for x in y ~}\n  1,\n%{ end }]}");
    REQUIRE(read.parsed.fault);
    CHECK(read.parsed.fault->kind == Fault::Kind::template_directive);
    CHECK(read.parsed.fault->span == Span{7, 9});
  }

  TEST_CASE("a Terraform block that holds a half of something is one fault") {
    const Read read("{\"a\": {%{ if x }\"b\": {%{ endif }}}}}");
    REQUIRE(read.parsed.fault);
    CHECK(read.parsed.fault->kind == Fault::Kind::template_directive);
    CHECK(read.parsed.fault->span == Span{7, 9});
  }

  TEST_CASE("a fault before the first Terraform block is what it is") {
    const Read read("{\"a\" 1, %{ if x }\"b\": {}%{ endif }}");
    REQUIRE(read.parsed.fault);
    CHECK(read.parsed.fault->span == Span{5, 6});
  }

  TEST_CASE("a placeholder that is never closed is named") {
    const Read read(R"({"a": ${x, "b": 1)");
    REQUIRE(read.parsed.fault);
    CHECK(read.parsed.fault->message == "this placeholder is never closed; expected `}`");
    CHECK(read.parsed.fault->span == Span{6, 8});
  }
}

}  // namespace
}  // namespace sfn::json
