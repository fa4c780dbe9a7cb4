#include "lint/hcl/values.h"

#include <doctest/doctest.h>

#include "lint/diagnostic.h"
#include "lint/hcl/blocks.h"
#include "lint/json/json_text.h"
#include "lint/json/pointer.h"

namespace sfn::hcl {
namespace {

/// The value of the first attribute of a file.
struct Read {
  explicit Read(std::string written)
      : source("main.tf", std::move(written)), file(parse(source.text())), locals(*file) {
    REQUIRE(!file->fault);
    document.emplace(read_value(file, locals, file->body.attributes[0].value, 0));
  }

  std::string json() const { return json::to_json(document->root()); }
  Value find(std::string_view pointer) const { return json::find(*document, pointer); }
  std::string bytes(Place place) const {
    const Span span = document->span(place);
    return std::string(source.text().substr(span.begin, span.end - span.begin));
  }
  /// The file after a fix; "declined" if it is.
  std::string fixed(std::vector<Change> changes) const {
    const auto edits = document->render({"", Safety::safe, std::move(changes)});
    return edits ? applied(source.text(), *edits) : "declined";
  }

  Source source;
  std::shared_ptr<const File> file;
  Locals locals;
  std::optional<Document> document;
};

TEST_SUITE("hcl/values") {
  TEST_CASE("literals") {
    CHECK(Read("a = { b = [1, -2.5, true, null], \"c.$\" : \"$.x\", d = \"\\\"\\u00e9\\n\" }").json() ==
          "{\"b\":[1,-2.5,true,null],\"c.$\":\"$.x\",\"d\":\"\\\"\xC3\xA9\\n\"}");
    CHECK(Read("a = (007)").json() == "7");
  }

  TEST_CASE("what only Terraform knows is opaque") {
    const Read read(
        "a = { b = var.x, c = \"${var.x}\", d = x ? 1 : 2, e = [for y in z : y], f = jsonencode(1) }");
    for (const char* name : {"b", "c", "d", "e", "f"}) CHECK(read.document->root()[name].is_opaque());
    CHECK(read.find("/b").text() == "${var.x}");
    CHECK(read.bytes(read.find("/b").place()) == "var.x");
    CHECK_FALSE(read.find("/c").templated());
    CHECK(read.find("/f").templated());
  }

  TEST_CASE("a text with something inserted is a text") {
    const Read read("a = \"x-${var.x[\"k\"]}\\n\"");
    const Value text = read.document->root();
    CHECK(text.is_string());
    CHECK(text.templated());
    CHECK(text.text() == "x-${var.x[\"k\"]}\n");
  }

  TEST_CASE("keys that are not known leave an object open") {
    CHECK(Read("a = { (var.x) = 1 }").document->root().open());
    CHECK(Read("a = { \"${var.x}b\" = 1 }").document->root().open());
    CHECK_FALSE(Read("a = { b = 1 }").document->root().open());
  }

  TEST_CASE("merge of objects: the last member of a name counts") {
    CHECK(Read("a = merge({ b = 1, c = 2 }, { b = 3 })").json() == "{\"c\":2,\"b\":3}");
    const Read read("a = merge({ b = 1 }, var.more)");
    CHECK(read.json() == "{\"b\":1}");
    CHECK(read.document->root().open());
    CHECK(Read("a = merge(var.more, var.others)").document->root().is_opaque());
    CHECK(Read("a = merge(var.list...)").document->root().is_opaque());
  }

  TEST_CASE("local values") {
    const std::string locals = "\nlocals {\n  x = { y = local.z }\n  z = 5\n  c = local.c\n}\n";
    const Read read("a = { b = local.x, c = local.c, d = local.unknown }" + locals);
    CHECK(read.find("/b/y").integer() == 5);
    CHECK(read.bytes(read.find("/b/y").place()) == "local.z");
    CHECK(read.find("/c").is_opaque());
    CHECK(read.find("/d").is_opaque());
    CHECK(read.fixed({wrap(read.find("/b"))}) == "declined");
    CHECK(Read("a = local.b\nlocals {\n  b = merge(local.b, local.b)\n}").document->root().is_opaque());
  }

  TEST_CASE("places in texts") {
    const Read read("a = { \"k\\ney\" = \"a\\u00e9${x}b\", h = <<EOF\nline\nEOF\n}");
    const Value text = read.document->root().first_child();
    CHECK(read.bytes(text.stretch(1, 3)) == "\\u00e9");
    CHECK(read.bytes(text.stretch(3, 7)) == "${x}");
    CHECK(read.bytes(text.key_stretch(1, 2)) == "\\n");
    CHECK(read.bytes(read.find("/h").stretch(1, 3)) == "in");
    CHECK(read.bytes(read.find("/h").place()) == "<<EOF\nline\nEOF");
  }

  TEST_CASE("fixes of keys and literals") {
    const Read read("a = {\n  Bee = \"x\"\n  \"c d\" = [1]\n}\n");
    const Value object = read.document->root(), bee = object["Bee"];
    CHECK(read.fixed({rename_key(bee, "B")}) == "a = {\n  B = \"x\"\n  \"c d\" = [1]\n}\n");
    CHECK(read.fixed({rename_key(bee, "B.$")}) == "a = {\n  \"B.$\" = \"x\"\n  \"c d\" = [1]\n}\n");
    CHECK(read.fixed({set_value(bee, "{\"x\": [true]}")}) ==
          "a = {\n  Bee = { x = [true] }\n  \"c d\" = [1]\n}\n");
    CHECK(read.fixed({replace_text(bee.stretch(0, 1), "\"${y}")}) ==
          "a = {\n  Bee = \"\\\"${y}\"\n  \"c d\" = [1]\n}\n");
    CHECK(read.fixed({insert_member(object, "E", "5")}) ==
          "a = {\n  Bee = \"x\"\n  \"c d\" = [1]\n  E = 5\n}\n");
    CHECK(read.fixed({remove(bee)}) == "a = {\n  \"c d\" = [1]\n}\n");
    CHECK(read.fixed({wrap(bee)}) == "a = {\n  Bee = [\"x\"]\n  \"c d\" = [1]\n}\n");
    CHECK(read.fixed({insert_item(object["c d"], "\"y\"")}) ==
          "a = {\n  Bee = \"x\"\n  \"c d\" = [1, \"y\"]\n}\n");
    CHECK(read.fixed({move(bee, object, "F")}) == "a = {\n  \"c d\" = [1]\n  F = \"x\"\n}\n");
  }

  TEST_CASE("commas are where the neighbours have them") {
    const Read lines("a = {\n  b = 1,\n  c = 2,\n}\n");
    CHECK(lines.fixed({insert_member(lines.document->root(), "d", "3")}) ==
          "a = {\n  b = 1,\n  c = 2,\n  d = 3,\n}\n");
    CHECK(lines.fixed({remove(lines.find("/c"))}) == "a = {\n  b = 1,\n}\n");
    const Read one_line("a = { b = 1 }\n");
    CHECK(one_line.fixed({insert_member(one_line.document->root(), "d", "3")}) == "a = { b = 1, d = 3 }\n");
  }

  TEST_CASE("what is not written out is not changed") {
    const Read merged("a = merge({ b = 1 }, { c = 2 })");
    CHECK(merged.fixed({insert_member(merged.document->root(), "d", "3")}) == "declined");
    CHECK(merged.fixed({remove(merged.find("/b"))}) == "declined");
    CHECK(merged.fixed({rename_key(merged.find("/b"), "e")}) == "a = merge({ e = 1 }, { c = 2 })");
    const Read read("a = { b = var.x, (c) = 1, # d\n e = 2 }");
    CHECK(read.fixed({set_value(read.find("/b"), "1")}) == "declined");
    CHECK(read.fixed({rename_key(read.document->root().first_child().next(), "f")}) == "declined");
    CHECK(read.fixed({remove(read.document->root().first_child().next())}) == "declined");
  }

  TEST_CASE("resources of a file") {
    const Source source("main.tf", R"(
resource "aws_ecs_task_definition" "run" {
  network_mode          = "awsvpc"
  container_definitions = jsonencode([{ name = "web", essential = true }])
  volume { name = "a" }
  volume { name = "b" }
  dynamic "tag" {
    for_each = var.tags
  }
}
data "aws_iam_policy_document" "run" {
  statement { actions = ["s3:*"] }
}
)");
    const auto found = resources(source.text(), 3);
    REQUIRE(found.size() == 2);
    CHECK(found[0].address == "aws_ecs_task_definition.run");
    CHECK(json::to_json(found[0].attributes.root()) ==
          R"({"network_mode":"awsvpc","container_definitions":[{"name":"web","essential":true}],)"
          R"("volume":[{"name":"a"},{"name":"b"}],"tag":["${dynamic}"]})");
    CHECK(found[1].address == "data.aws_iam_policy_document.run");
    CHECK(found[1].attributes.root().place().file == 4);
    CHECK(resources("resource {", 0).empty());
    CHECK_FALSE(may_have_more(source.text()));
    CHECK(may_have_more("module \"a\" {\n}"));
    CHECK(may_have_more("resource {"));
  }
}

}  // namespace
}  // namespace sfn::hcl
