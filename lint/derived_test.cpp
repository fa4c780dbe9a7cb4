#include "lint/derived.h"

#include <doctest/doctest.h>

#include "lint/diagnostic.h"
#include "lint/json/parse.h"

using namespace sfn;

namespace {

constexpr std::string_view written = R"({"a": {"b": {"Ref": "X"}, "c": "one two"}, "d": [1]})";

// The document with the value of `b` as a string that stands for its object, and "two" in `c` given.
struct Derived {
  Derived() : document(make()) {}

  Document make() {
    const auto original = std::make_shared<const Document>(std::move(*json::parse(source, 3).document));
    Derivation made(original, 7);
    const Value root = original->root();
    const NodeId top = add(made, root, no_node, From::original);
    const NodeId a = add(made, root["a"], top, From::original);
    Node call = original->node(root["a"]["b"].id());
    call.kind = Kind::string;
    made.add(call, a, {root["a"]["b"].id(), From::original, From::made});
    const Value c = root["a"]["c"];
    Composition text(c.place());
    text.add("one ", c.stretch(0, 4));
    text.add_instead("twenty", c.stretch(4, 7));
    made.set_text(add(made, c, a, From::given), Part::text, std::move(text));
    add(made, root["d"].first_child(), add(made, root["d"], top, From::original), From::original);
    return made.finish();
  }
  static NodeId add(Derivation& made, Value value, NodeId parent, From from) {
    return made.add(value.document().node(value.id()), parent, {value.id(), From::original, from});
  }

  std::string_view bytes(Place place) const {
    const Span span = document.span(place);
    return written.substr(span.begin, span.end - span.begin);
  }
  std::string after(Change change) const {
    const auto edits = document.render({"", Safety::safe, {std::move(change)}});
    return edits ? applied(written, *edits) : "declined";
  }

  Source source{"a.json", std::string(written)};
  Document document;
};

}  // namespace

TEST_SUITE("lint/derived") {
  TEST_CASE("nodes are linked as they are added") {
    const Derived derived;
    const Value root = derived.document.root();
    CHECK(root.child_count() == 2);
    CHECK(root["a"].child_count() == 2);
    CHECK(root["a"]["c"].text() == "one twenty");
    CHECK(root["d"].first_child().integer() == 1);
    CHECK(root["d"].parent() == root);
    CHECK(derived.document.file() == 7);
    CHECK(derived.document.end_of(root["a"].id()) == root["d"].id());
    CHECK(derived.document.end_of(root.id()) == derived.document.size());
  }

  TEST_CASE("places are those of the original") {
    const Derived derived;
    const Value a = derived.document.root()["a"];
    CHECK(derived.bytes(a["b"].place()) == R"({"Ref": "X"})");
    CHECK(derived.bytes(a["b"].stretch(1, 2)) == R"({"Ref": "X"})");
    CHECK(derived.bytes(a["b"].key_stretch(0, 1)) == "b");
    CHECK(derived.bytes(a["c"].stretch(1, 3)) == "ne");
    CHECK(derived.bytes(a["c"].stretch(2, 5)) == "e two");
    CHECK(derived.bytes(a["c"].stretch(5, 7)) == "two");
  }

  TEST_CASE("fixes keep what was made or given") {
    const Derived derived;
    const Value root = derived.document.root(), a = root["a"];
    CHECK(derived.after(rename_key(a["b"], "B")) ==
          R"({"a": {"B": {"Ref": "X"}, "c": "one two"}, "d": [1]})");
    CHECK(derived.after(wrap(a["b"])) == R"({"a": {"b": [{"Ref": "X"}], "c": "one two"}, "d": [1]})");
    CHECK(derived.after(move(a["c"], root, "e")) ==
          R"({"a": {"b": {"Ref": "X"}}, "d": [1], "e": "one two"})");
    CHECK(derived.after(set_value(a["b"], "1")) == "declined");
    CHECK(derived.after(replace_text(a["c"].stretch(0, 1), "O")) == "declined");
    CHECK(derived.after(move(root["d"], a["b"], "d")) == "declined");
  }

  TEST_CASE("no new value is written where a given one could get into it") {
    const Derived derived;
    const Value root = derived.document.root();
    CHECK(derived.after(insert_member(root["a"], "x", "1")) == "declined");
    CHECK(derived.after(set_value(root["d"], "1")) == "declined");
    CHECK(derived.after(set_value(root["d"].first_child(), "2")) ==
          R"({"a": {"b": {"Ref": "X"}, "c": "one two"}, "d": [2]})");
  }

  TEST_CASE("the document as it is written") {
    const Derived derived;
    CHECK(derived.document.written().file() == 3);
    CHECK(derived.document.written().root()["a"]["c"].text() == "one two");
  }
}
