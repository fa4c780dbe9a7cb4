#include "schemas/import_service.h"

#include <doctest/doctest.h>

#include "schemas/service_text.h"

using namespace sfn::schemas;

// A service in small: limits, an enum, a shape that contains itself, shapes that are used once and more
// often.
static constexpr const char* model = R"({
  "metadata": {"serviceId": "Amazon Toy DB Service", "endpointPrefix": "toy"},
  "operations": {
    "PutDBItem": {"input": {"shape": "PutInput"}, "output": {"shape": "PutOutput"},
      "errors": [{"shape": "ItemFault"}, {"shape": "Busy"}]},
    "GetDBItem": {"input": {"shape": "GetInput"}, "errors": [{"shape": "ItemFault"}, {"shape": "Busy"}]},
    "Watch": {"output": {"shape": "WatchOutput"}, "errors": [{"shape": "Busy"}]}},
  "shapes": {
    "PutInput": {"type": "structure", "required": ["DBName", "token"], "members": {
      "DBName": {"shape": "Name"}, "token": {"shape": "Text", "idempotencyToken": true},
      "count": {"shape": "Count"}, "old": {"shape": "Text", "deprecated": true},
      "tags": {"shape": "Tags"}, "equals": {"shape": "Node"}}},
    "PutOutput": {"type": "structure", "members": {"root": {"shape": "Node"}, "kind": {"shape": "Kind"}}},
    "GetInput": {"type": "structure", "required": ["DBName"], "members": {
      "DBName": {"shape": "Name"}, "default": {"shape": "Texts"}, "any": {"shape": "Any"}}},
    "WatchOutput": {"type": "structure", "members": {"events": {"shape": "Events"}}},
    "Events": {"type": "structure", "eventstream": true, "members": {}},
    "Node": {"type": "structure", "union": true, "members": {"leaf": {"shape": "Ratio"}, "nodes": {"shape": "Nodes"}}},
    "Nodes": {"type": "list", "member": {"shape": "Node"}},
    "Name": {"type": "string", "min": 1, "max": 64, "pattern": ".*"},
    "Count": {"type": "integer", "min": 0},
    "Ratio": {"type": "float"},
    "Kind": {"type": "string", "enum": ["A", "b c", "x\"|y"]},
    "Tags": {"type": "map", "key": {"shape": "Text"}, "value": {"shape": "Text"}, "max": 50},
    "Texts": {"type": "list", "member": {"shape": "Text"}},
    "Any": {"type": "structure", "document": true, "members": {}},
    "Text": {"type": "string"}}})";

static std::string imported(Corrections corrections = {}, ImportRequest request = {}) {
  return import_service(model, corrections, request);
}

static std::string line(const std::string& text, const std::string& beginning) {
  const size_t at = text.find("\n" + beginning);
  if (at == std::string::npos) return "";
  return text.substr(at + 1, text.find('\n', at + 1) - at - 1);
}

TEST_SUITE("schemas/import_service") {
  TEST_CASE("a service, with its names as Step Functions spells them") {
    CHECK(imported() ==
          "# Made by `./dev schemas` from the API model; do not edit.\n"
          "service toydb ToyDb toy\n"
          "E1 ! BusyException ItemException\n"
          "getDBItem {Any?:document DbName|DBName Default|DefaultValue?:[string]} ! E1\n"
          "putDBItem {Count?:integer DbName|DBName Equals|EqualsValue?:Node Old?^ Tags?:{*:string} Token~} > "
          "{Kind?:string(A|\"b c\"|\"x\\\"|y\") Root?:Node} ! E1\n"
          "watch {} > {Events?:{}} ! BusyException /stream\n"
          "Node = {Leaf?:number Nodes?:[Node] /union}\n");
  }

  TEST_CASE("the limits of optimized integrations are kept") {
    ImportRequest request;
    request.optimized = {"GetDBItem"};
    const std::string text = imported({}, request);
    CHECK(line(text, "getDBItem").find("DbName|DBName:Name ") != std::string::npos);
    CHECK(line(text, "Name =") == "Name = string<1..64>");
    CHECK(line(text, "putDBItem").find("Count?:integer ") != std::string::npos);
    request.optimized = {"PutDBItem"};
    CHECK(line(imported({}, request), "putDBItem").find("Count?:integer<0..> ") != std::string::npos);
    CHECK(line(imported({}, request), "putDBItem").find("Tags?:{*:string}<..50> ") != std::string::npos);
  }

  TEST_CASE("corrections") {
    Corrections corrections;
    corrections.add("GetInput", "DBName", {"optional", ""});
    corrections.add("GetInput", "DBName", {"plain", ""});
    corrections.add("GetInput", "Any", {"required", ""});
    corrections.add("GetInput", "Any", {"type", "[integer]"});
    corrections.add("GetInput", "Default", {"remove", ""});
    corrections.add("GetInput", "More", {"add", "{A /open}"});
    corrections.add("GetInput", "", {"open", ""});
    corrections.add("PutInput", "Token", {"no-token", ""});
    corrections.add("PutInput", "Old", {"alias", "Elder"});
    ImportRequest request;
    request.spelled = {{"Equals", "EqualsValue"}};
    const std::string text = imported(corrections, request);
    CHECK(line(text, "getDBItem") == "getDBItem {Any:[integer] DBName|DbName? More?:{A /open} /open} ! E1");
    CHECK(line(text, "putDBItem").find("EqualsValue|Equals?:Node Old|Elder?^ Tags?:{*:string} Token}") !=
          std::string::npos);
  }

  TEST_CASE("shapes for a wrapper, without the service's operations") {
    Corrections corrections;
    corrections.add("GetInput", "", {"import", ""});
    ImportRequest request;
    request.shapes_only = true;
    CHECK(imported(corrections, request) ==
          "# Made by `./dev schemas` from the API model; do not edit.\n"
          "service toydb ToyDb toy\n"
          "GetInput = {Any?:document DbName|DBName:string<1..64> Default|DefaultValue?:[string]}\n");
  }

  TEST_CASE("what is written is read back") {
    ServiceText service;
    read_service(imported(), "test", service);
    CHECK(service.name == "toydb");
    CHECK(service.error_prefix == "ToyDb");
    CHECK(service.signing_name == "toy");
    REQUIRE(service.operations.size() == 3);
    const OperationText& put = service.operations[1];
    CHECK(put.action == "putDBItem");
    CHECK(put.errors == std::vector<std::string>{"BusyException", "ItemException"});
    CHECK(put.input.members[1].names == std::vector<std::string>{"DbName", "DBName"});
    CHECK(put.input.members[1].required);
    CHECK(put.input.members[3].deprecated);
    CHECK(put.input.members[4].type.of->type == Type::string);
    CHECK(put.input.members[5].token);
    REQUIRE(put.output);
    CHECK(put.output->members[0].type.values == std::vector<std::string>{"A", "b c", "x\"|y"});
    CHECK(put.output->members[1].type.name == "Node");
    CHECK(service.operations[2].stream);
    CHECK_FALSE(service.operations[0].stream);
    CHECK(service.shapes.at("Node").is_union);
    CHECK(service.shapes.at("Node").members[1].type.of->name == "Node");
  }

  TEST_CASE("limits and marks are read back") {
    ServiceText service;
    read_service("a {N:integer<0..5> S?:string(A|B)<..9> /open /text}\n\n# a comment\n", "test", service);
    const TypeText& input = service.operations.at(0).input;
    CHECK(input.open);
    CHECK(input.text);
    CHECK(input.members[0].type.minimum == "0");
    CHECK(input.members[0].type.maximum == "5");
    CHECK(input.members[1].type.minimum.empty());
    CHECK(input.members[1].type.values.size() == 2);
  }
}
