#include "lint/json/json_text.h"

#include <doctest/doctest.h>

#include "lint/json/parse.h"
#include "lint/yaml/parse.h"

using namespace sfn;

namespace {

std::string printed(std::string text) {
  const Source source("a.json", std::move(text));
  return json::to_json(json::parse(source, 0).document->root());
}

}  // namespace

TEST_SUITE("lint/json/json_text") {
  TEST_CASE("a value is printed without blanks") {
    CHECK(printed(R"({ "a" : [ 1.50 , true , null , "x\u00e9\n" ] , "b" : { } })") ==
          "{\"a\":[1.50,true,null,\"x\u00e9\\n\"],\"b\":{}}");
    CHECK(printed("[]") == "[]");
  }

  TEST_CASE("a name may be empty") { CHECK(printed(R"({"": 1, "a": {"": 2}})") == R"({"":1,"a":{"":2}})"); }

  TEST_CASE("placeholders keep their quotes, or stay bare") {
    CHECK(printed(R"({"a": "${x}", "b": ${y}, ${z}, "c": "x${x}"})") ==
          R"({"a":"${x}","b":${y},${z},"c":"x${x}"})");
  }

  TEST_CASE("YAML") {
    const Source source("a.yaml", "a: [0x1F, ~, '${x}', yes]\nb: 'it''s'\n");
    const yaml::Parsed parsed = yaml::parse(source, 0);
    REQUIRE(parsed.document);
    CHECK(json::to_json(parsed.document->root()) == R"({"a":[31,null,"${x}",yes],"b":"it's"})");
    CHECK(json::text_of(parsed.document->root()["b"]) == R"("it's")");
  }
}
