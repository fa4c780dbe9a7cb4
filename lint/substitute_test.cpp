#include "lint/substitute.h"

#include <doctest/doctest.h>

#include "lint/diagnostic.h"
#include "lint/edit.h"
#include "lint/json/parse.h"
#include "lint/json/pointer.h"
#include "lint/yaml/parse.h"

using namespace sfn;

namespace {

// A document with the values of an object put in.
struct Put {
  Put(std::string text, std::string values)
      : source("a.asl.json", std::move(text)),
        beside("values.json", std::move(values)),
        known(std::move(*json::parse(beside, 0).document)),
        document(make()) {}

  Document make() {
    Substitutions substitutions;
    for (const Value one : known.root()) substitutions.add(std::string(one.name()), one);
    return substitute(std::move(*json::parse(source, 3).document), substitutions);
  }
  Value at(std::string_view pointer) const { return json::find(document, pointer); }
  std::string_view bytes(Place place) const {
    const Span span = document.span(place);
    return source.text().substr(span.begin, span.end - span.begin);
  }
  // The text after a fix of that one change; "declined" where there is none.
  std::string after(Change change) const {
    const auto edits = document.render({"", Safety::safe, {std::move(change)}});
    return edits ? applied(source.text(), *edits) : "declined";
  }

  Source source, beside;
  Document known, document;
};

}  // namespace

TEST_SUITE("lint/substitute") {
  TEST_CASE("a placeholder that is all of a value becomes the value, of whatever kind") {
    const Put put(R"({"a": "${A}", "b": ${ B }, "c": "${C}", "d": "${D}"})",
                  R"({"A": "text", "B": 5, "C": {"x": [1, {"y": 2}], "z": null}})");
    CHECK(put.at("/a").literal() == "text");
    CHECK(put.at("/b").integer() == 5);
    CHECK(put.at("/c").is_object());
    CHECK(put.at("/c/x/1/y").integer() == 2);
    CHECK(put.at("/c/z").is_null());
    CHECK(put.at("/d").is_opaque());
    CHECK(put.at("").child_count() == 4);
    CHECK(json::pointer(put.at("/c/x/1/y")) == "/c/x/1/y");
    CHECK(put.document.file() == 3);
  }

  TEST_CASE("in a longer string its text") {
    const Put put(
        R"({"a": "arn:${P}:ecs:${R}:${N}:x", "b": "x${Q}${P}", "c": "$${P} ${O}", "d": "\u0041${P}"})",
        R"({"P": "aws", "R": "eu-west-1", "N": 12, "O": {}})");
    CHECK(put.at("/a").literal() == "arn:aws:ecs:eu-west-1:12:x");
    CHECK(put.at("/b").text() == "x${Q}aws");
    CHECK(put.at("/b").templated());
    CHECK(put.at("/c").text() == "$${P} ${O}");
    CHECK(put.at("/d").literal() == "Aaws");
  }

  TEST_CASE("in a key, and the object is whole again when all its keys are known") {
    const Put put(
        R"({"a": {"${S}": 1, "x": 2}, "b": {"${S}": 1, "${T}": 2}, "c": {"${S}": 1, ${M}, "z": 1}})",
        R"({"S": "Run", "M": {}})");
    CHECK(put.at("/a/Run").integer() == 1);
    CHECK_FALSE(put.at("/a").open());
    CHECK(put.at("/b/Run").integer() == 1);
    CHECK(put.at("/b").open());
    CHECK(put.at("/c").open());
    CHECK(put.bytes(put.at("/a/Run").key()) == R"("${S}")");
  }

  TEST_CASE("places are those of the placeholder") {
    const Put put(R"({"a": "${A}", "b": "x-${B}-y", "c": {"k${B}": 1}})",
                  R"({"A": {"x": ["y"]}, "B": "long text"})");
    CHECK(put.bytes(put.at("/a").place()) == R"("${A}")");
    CHECK(put.bytes(put.at("/a").key()) == R"("a")");
    CHECK(put.bytes(put.at("/a/x").place()) == R"("${A}")");
    CHECK(put.bytes(put.at("/a/x").key()) == R"("${A}")");
    CHECK(put.bytes(put.at("/a/x/0").stretch(0, 1)) == R"("${A}")");
    const Value b = put.at("/b");  // x-long text-y
    CHECK(put.bytes(b.stretch(0, 2)) == "x-");
    CHECK(put.bytes(b.stretch(2, 6)) == "${B}");
    CHECK(put.bytes(b.stretch(7, 13)) == "${B}-y");
    CHECK(put.bytes(b.stretch(12, 13)) == "y");
    CHECK(put.bytes(b.stretch(0, 13)) == "x-${B}-y");
    CHECK(put.bytes(put.at("/c/klong text").key_stretch(1, 5)) == "${B}");
  }

  TEST_CASE("fixes that keep the placeholder are made, others declined") {
    const Put put(R"({"a": "${A}", "b": {"c": "x${B}", "d": 1}, "e": {"f": 1}, "${B}": 2})",
                  R"({"A": {"x": 1}, "B": "k"})");
    CHECK(put.after(rename_key(put.at("/a"), "A")) ==
          R"({"A": "${A}", "b": {"c": "x${B}", "d": 1}, "e": {"f": 1}, "${B}": 2})");
    CHECK(put.after(remove(put.at("/a"))) == R"({"b": {"c": "x${B}", "d": 1}, "e": {"f": 1}, "${B}": 2})");
    CHECK(put.after(move(put.at("/b/c"), put.at("/e"), "g")) ==
          R"({"a": "${A}", "b": {"d": 1}, "e": {"f": 1, "g": "x${B}"}, "${B}": 2})");
    CHECK(put.after(set_value(put.at("/e/f"), "2")) ==
          R"({"a": "${A}", "b": {"c": "x${B}", "d": 1}, "e": {"f": 2}, "${B}": 2})");
    CHECK(put.after(set_value(put.at("/a"), "2")) == "declined");
    CHECK(put.after(set_value(put.at("/a/x"), "2")) == "declined");
    CHECK(put.after(set_value(put.at("/b/d"), "2")) == "declined");
    CHECK(put.after(insert_member(put.at("/b"), "z", "2")) == "declined");
    CHECK(put.after(insert_member(put.at("/a"), "z", "2")) == "declined");
    CHECK(put.after(move(put.at("/b/d"), put.at("/a"), "d")) == "declined");
    CHECK(put.after(replace_text(put.at("/b/c").stretch(0, 1), "y")) == "declined");
    CHECK(put.after(rename_key(put.at("").first_child().next().next().next(), "y")) == "declined");
  }

  TEST_CASE("values are not searched for placeholders, and doubles and nonsense do no harm") {
    const Put put(R"({"a": "${A}", "b": "x${A}", "c": "${}", "d": "${A", "e": ${A}${A}, "f": [${A}, 2]})",
                  R"({"A": "${A} ${B}", "": 1})");
    CHECK(put.at("/a").text() == "${A} ${B}");
    CHECK(put.at("/a").templated());
    CHECK(put.at("/b").text() == "x${A} ${B}");
    CHECK(put.at("/e").is_opaque());
    CHECK(put.at("/f/0").text() == "${A} ${B}");
    CHECK(put.at("/f/1").integer() == 2);
    CHECK(put.at("/f").child_count() == 2);
  }

  TEST_CASE("the root can be a placeholder") {
    const Put put("${A}", R"({"A": {"b": [1]}})");
    CHECK(put.at("/b/0").integer() == 1);
    CHECK(put.bytes(put.at("/b/0").place()) == "${A}");
  }

  TEST_CASE("the document as it is written, with its tags") {
    const Source source("a.asl.yaml", "a: !Sub x\nb: ${B}\n"), beside("values.json", "[1]");
    const Document known = std::move(*json::parse(beside, 0).document);
    Substitutions substitutions;
    substitutions.add("B", known.root().first_child());
    const Document document = substitute(std::move(*yaml::parse(source, 0).document), substitutions);
    CHECK(document.root()["b"].integer() == 1);
    CHECK(document.tags().empty());
    CHECK(document.written().root()["b"].is_opaque());
    REQUIRE(document.written().tags().size() == 1);
    CHECK(document.written().tags()[0].name == "!Sub");
    CHECK(document.written().tags()[0].span == Span{3, 7});
    CHECK(&document.written().written() == &document.written());
  }
}
