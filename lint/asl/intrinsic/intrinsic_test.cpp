#include "lint/asl/intrinsic/intrinsic.h"

#include <doctest/doctest.h>

#include <fstream>
#include <string>
#include <vector>

namespace sfn::asl::intrinsic {
namespace {

std::vector<std::string> rows(const char* name) {
  std::ifstream in(std::string(SFN_LINT_ROOT "/testdata/intrinsic/") + name);
  REQUIRE(in);
  std::vector<std::string> out;
  for (std::string line; std::getline(in, line);)
    if (!line.empty() && line[0] != '#') out.push_back(line);
  return out;
}

std::string repaired(std::string text) {
  const Parsed parsed = parse(text);
  const std::optional<Fault>& fault = parsed.fault ? parsed.fault : parsed.outer_blank;
  if (!fault || !fault->repair) return "-";
  const Repair& repair = *fault->repair;
  return text.replace(repair.span.begin, repair.span.end - repair.span.begin, repair.text);
}

std::string nested(size_t times) {
  std::string text;
  for (size_t i = 0; i < times; ++i) text += "States.Array(";
  return text + std::string(times, ')');
}

}  // namespace

TEST_SUITE("asl/intrinsic/intrinsic") {
  TEST_CASE("every text of the accepted table is a call") {
    const auto table = rows("accepted.txt");
    CHECK(table.size() > 25);
    for (const std::string& text : table) {
      CAPTURE(text);
      const Parsed parsed = parse(text);
      REQUIRE_MESSAGE(!parsed.fault, (parsed.fault ? parsed.fault->message : ""));
      CHECK(parsed.call->span == Span{0, static_cast<uint32_t>(text.size())});
    }
  }

  TEST_CASE("every text of the refused table is refused where and as the table says") {
    const auto table = rows("refused.txt");
    REQUIRE(table.size() % 2 == 0);
    CHECK(table.size() > 100);
    for (size_t i = 0; i < table.size(); i += 2) {
      CAPTURE(table[i]);
      const Parsed parsed = parse(table[i]);
      REQUIRE(parsed.fault);
      CHECK_FALSE(parsed.call);
      const Fault& fault = *parsed.fault;
      CHECK("  " + std::to_string(fault.span.begin) + "-" + std::to_string(fault.span.end) + " " +
                fault.message ==
            table[i + 1]);
    }
  }

  TEST_CASE("arguments, their kinds and places") {
    const std::string text = "States.Format('it\\'s {}', -1.5, true, null, $.a[0] , States.UUID())";
    const Parsed parsed = parse(text);
    REQUIRE(parsed);
    const Call& call = *parsed.call;
    CHECK(call.name == "States.Format");
    CHECK(call.name_span == Span{0, 13});
    REQUIRE(call.arguments.size() == 6);
    const auto& arguments = call.arguments;
    CHECK(arguments[0].kind == Argument::Kind::text);
    CHECK(arguments[0].span == Span{14, 24});
    CHECK(arguments[0].inside() == Span{15, 23});
    CHECK(arguments[0].written == "it\\'s {}");
    CHECK(arguments[0].text() == "it's {}");
    CHECK_FALSE(arguments[0].number());
    CHECK(arguments[1].number() == -1.5);
    CHECK(arguments[1].text().empty());
    CHECK(arguments[2].kind == Argument::Kind::boolean);
    CHECK(arguments[2].written == "true");
    CHECK(arguments[3].kind == Argument::Kind::null);
    REQUIRE(arguments[4].path);
    CHECK(arguments[4].span == Span{44, 50});
    CHECK(arguments[4].path->steps[1].span == Span{47, 50});
    REQUIRE(arguments[5].call);
    CHECK(arguments[5].call->name == "States.UUID");
    CHECK(arguments[5].call->span == Span{53, 66});
  }

  TEST_CASE("a number too large for a double is infinite") {
    const Parsed parsed = parse("States.Array(-1e999, 1e999)");
    REQUIRE(parsed);
    CHECK(*parsed.call->arguments[0].number() < -1e308);
    CHECK(*parsed.call->arguments[1].number() > 1e308);
  }

  TEST_CASE("walks go through nested calls in the order of the text") {
    const Parsed parsed = parse("A($.a, B(C($$.Task.Token), $.b), D($[?(@.x == $$.State.Name)]))");
    REQUIRE(parsed);
    std::string names;
    each_call(*parsed.call, [&](const Call& call, uint32_t depth) {
      names += std::string(call.name) + std::to_string(depth);
    });
    CHECK(names == "A1B2C3D2");
    size_t paths = 0;
    each_path(*parsed.call, [&](const path::Path&) { ++paths; });
    CHECK(paths == 4);
    CHECK(mentions(*parsed.call, path::Root::context, {"Task", "Token"}));
    CHECK(mentions(*parsed.call, path::Root::context, {"State"}));
    CHECK_FALSE(mentions(*parsed.call, path::Root::data, {"Task", "Token"}));
  }

  TEST_CASE("white space around a sound call is no fault") {
    const Parsed parsed = parse("  States.UUID()\n");
    REQUIRE(parsed);
    CHECK(parsed.call->name_span == Span{2, 13});
    REQUIRE(parsed.outer_blank);
    CHECK(parsed.outer_blank->span == Span{0, 2});
    CHECK(repaired("  States.UUID()\n") == "States.UUID()");
    CHECK(parse("States.UUID() ").outer_blank->span == Span{13, 14});
  }

  TEST_CASE("repairs") {
    CHECK(repaired("States.Format(\"it's \\\"{}\\\" \\{ \\\\\", 1)") ==
          "States.Format('it\\'s \"{}\" \\{ \\\\', 1)");
    CHECK(repaired("States.Format(\"a") == "-");
    CHECK(repaired("States.Array(1,)") == "States.Array(1)");
    CHECK(repaired("States.Array(1") == "States.Array(1)");
    CHECK(repaired("States.Array (1)") == "States.Array(1)");
    CHECK(repaired("States.Array(1))") == "States.Array(1)");
    CHECK(repaired("States.Array(1) + 2") == "-");
    CHECK(repaired("States.Array($.a $.b)") == "States.Array($.a, $.b)");
    CHECK(repaired("States.Array('it's')") == "States.Array('it\\'s')");
    CHECK(repaired("States.Array('a\\nb')") == "States.Array('a\nb')");
    CHECK(repaired("States.Array('\\\"')") == "States.Array('\"')");
    CHECK(repaired("States.Array('\\\"a\\\\\\n\\\"b', '\\\"')") == "States.Array('\"a\\\\\n\"b', '\\\"')");
    CHECK(repaired("States.Array('\\d')") == "-");
    CHECK(repaired("States.Array('\\d\\n')") == "-");
    CHECK(repaired("States.Array('\\n\\d')") == "States.Array('\n\\d')");
    CHECK(repaired("States.Array(False)") == "States.Array(false)");
    CHECK(repaired("States.Array($.a[b])") == "States.Array($.a['b'])");
  }

  TEST_CASE("what is meant as a call") {
    CHECK(begins_as_call(" States.Format('{}', $.a)"));
    CHECK(begins_as_call("states.format($.a)"));
    CHECK(begins_as_call("States."));
    CHECK(begins_as_call("JsonToString($.a)"));
    CHECK_FALSE(begins_as_call("States"));
    CHECK_FALSE(begins_as_call("$.a"));
    CHECK_FALSE(begins_as_call("hello (world)"));
    CHECK_FALSE(begins_as_call(""));
    CHECK_FALSE(begins_as_call("-("));
  }

  TEST_CASE("nesting is bounded") {
    CHECK(parse(nested(64)));
    const Parsed deep = parse(nested(65));
    REQUIRE(deep.fault);
    CHECK(deep.fault->kind == Fault::Kind::too_deep);
    CHECK(deep.fault->message == "calls cannot be nested more than 64 levels deep");
    CHECK(deep.fault->span == Span{64 * 13, 64 * 13 + 12});
    CHECK(parse(nested(100000)).fault->span == deep.fault->span);
  }
}

}  // namespace sfn::asl::intrinsic
