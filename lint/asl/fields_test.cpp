#include "lint/asl/fields.h"

#include <doctest/doctest.h>

#include <set>
#include <string>

#include "lint/asl/constructs.h"
#include "lint/asl/trial.h"

using namespace sfn;
using namespace sfn::asl;

TEST_SUITE("asl/fields") {
  TEST_CASE("no construct has two rows of one name") {
    std::set<std::string> seen;
    for (const Field& field : fields())
      for (size_t kind = 0; kind < construct_kinds; ++kind)
        if (field.in(static_cast<ConstructKind>(kind)))
          CHECK_MESSAGE(seen.insert(std::to_string(kind) + std::string(field.name)).second, field.name);
  }

  TEST_CASE("a name means what its construct says") {
    CHECK(find_field(ConstructKind::task, "Parameters")->presence == Presence::optional);
    CHECK(find_field(ConstructKind::map, "Parameters")->presence == Presence::deprecated);
    CHECK(find_field(ConstructKind::wait, "Parameters") == nullptr);
    CHECK(find_field(ConstructKind::branch, "TimeoutSeconds") == nullptr);
    CHECK(find_field(ConstructKind::fail, "Output") == nullptr);
    CHECK(find_field(ConstructKind::succeed, "Output")->in(QueryLanguage::jsonata));
    CHECK_FALSE(find_field(ConstructKind::succeed, "Output")->in(QueryLanguage::jsonpath));
    CHECK(find_field(ConstructKind::task, "timeoutseconds") == nullptr);
    CHECK(known_field("MaxItemsPerBatch"));
    CHECK_FALSE(known_field("MaxItem"));
  }

  TEST_CASE("a choice rule has the 39 operators of the specification") {
    int operators = 0;
    for (const Field& field : fields())
      operators += field.in(ConstructKind::nested_rule) && is_comparison(field.name);
    CHECK(operators == 39);
    CHECK_FALSE(is_comparison("And"));
    CHECK_FALSE(is_comparison("Variable"));
    CHECK_FALSE(is_comparison("StringNotEquals"));
  }

  TEST_CASE("a group holds fields of its constructs") {
    for (const Group& group : groups())
      for (size_t kind = 0; kind < construct_kinds; ++kind)
        for (const std::string_view name : group.names)
          if (group.holders >> kind & 1u)
            CHECK_MESSAGE(find_field(static_cast<ConstructKind>(kind), name), name);
  }

  TEST_CASE("the walk meets every construct, nested rules included, with its state and language") {
    const Trial trial(R"({"StartAt": "C", "States": {
      "C": {"Type": "Choice", "Choices": [{"And": [{"Variable": "$.a", "IsNull": true},
        {"Not": {"Variable": "$.b", "IsNull": true}}], "Next": "M"}]},
      "M": {"Type": "Map", "QueryLanguage": "JSONata", "End": true,
        "Retry": [{"ErrorEquals": ["E"]}], "ItemReader": {"ReaderConfig": {}}, "ItemBatcher": {},
        "ResultWriter": {"WriterConfig": {}},
        "ItemProcessor": {"ProcessorConfig": {}, "StartAt": "P", "States": {"P": {"Type": "Succeed"}}}}}})");
    using enum ConstructKind;
    const ConstructKind expected[] = {
        machine,       choice,    choice_rule,      nested_rule,   nested_rule,  nested_rule,
        map,           retrier,   item_reader,      reader_config, item_batcher, result_writer,
        writer_config, processor, processor_config, succeed};
    const auto& found = trial.machine->constructs();
    REQUIRE(found.size() == std::size(expected));
    for (size_t i = 0; i < found.size(); ++i) CHECK(found[i].kind == expected[i]);
    CHECK(found[7].state == &trial.state("M"));
    CHECK(found[7].jsonata());
    CHECK_FALSE(found[15].jsonata());
    CHECK(found[0].state == nullptr);
  }
}
