#include "lint/asl/path/path.h"

#include <doctest/doctest.h>

#include <fstream>
#include <string>
#include <vector>

namespace sfn::asl::path {
namespace {

using Kind = Step::Kind;
using Written = Step::Written;

// Lines of a table: blank ones and those that begin with `#` are comments. A pair of lines `text`, `  offset
// message` makes a row of the table of refusals. `\s` stands for a blank that an editor would cut off.
std::vector<std::string> rows(const char* name) {
  std::ifstream in(std::string(SFN_LINT_ROOT "/testdata/path/") + name);
  REQUIRE(in);
  std::vector<std::string> out;
  for (std::string line; std::getline(in, line);)
    if (!line.empty() && line[0] != '#') out.push_back(line);
  return out;
}

std::string shape(const Path& path) {
  static constexpr const char* names[] = {"member", "index",   "from_end", "wildcard", "descendant",
                                          "names",  "indexes", "slice",    "filter",   "function"};
  std::string out;
  for (const Step& step : path.steps) {
    out += out.empty() ? "" : " ";
    out += names[static_cast<size_t>(step.kind)];
    if (!step.text.empty()) out += ":" + std::string(step.text);
    if (step.kind == Kind::index) out += ":" + std::to_string(step.index);
  }
  return out;
}

std::string shape(std::string_view text) {
  const Parsed parsed = parse(text);
  return parsed.fault ? "fault: " + parsed.fault->message : shape(parsed.path);
}

std::string repaired(std::string text) {
  const Parsed parsed = parse(text);
  const std::optional<Fault>& fault = parsed.fault ? parsed.fault : parsed.outer_blank;
  if (!fault || !fault->repair) return "-";
  const Repair& repair = *fault->repair;
  return text.replace(repair.span.begin, repair.span.end - repair.span.begin, repair.text);
}

std::string obstacle(std::string_view text) {
  const Parsed parsed = parse(text);
  REQUIRE(parsed);
  const auto found = not_reference(parsed.path);
  if (!found) return "";
  return std::string(found->what) + " " +
         std::string(text.substr(found->span.begin, found->span.end - found->span.begin));
}

}  // namespace

TEST_SUITE("asl/path/path") {
  TEST_CASE("every text of the accepted table is a path") {
    const auto table = rows("accepted.txt");
    CHECK(table.size() > 80);
    for (const std::string& text : table) {
      CAPTURE(text);
      const Parsed parsed = parse(text);
      CHECK_MESSAGE(!parsed.fault, (parsed.fault ? parsed.fault->message : ""));
      CHECK(parsed.path.span == Span{0, static_cast<uint32_t>(text.size())});
      uint32_t end = parsed.path.root_span.end;  // the steps cover the text without a gap
      for (const Step& step : parsed.path.steps) {
        CHECK(step.span.begin == end);
        end = step.span.end;
      }
      CHECK(end == text.size());
    }
  }

  TEST_CASE("every text of the refused table is refused where and as the table says") {
    const auto table = rows("refused.txt");
    REQUIRE(table.size() % 2 == 0);
    CHECK(table.size() > 80);
    for (size_t i = 0; i < table.size(); i += 2) {
      const std::string& text = table[i];
      CAPTURE(text);
      const Parsed parsed = parse(text);
      REQUIRE(parsed.fault);
      const Fault& fault = *parsed.fault;
      CHECK("  " + std::to_string(fault.span.begin) + "-" + std::to_string(fault.span.end) + " " +
                fault.message ==
            table[i + 1]);
    }
  }

  TEST_CASE("roots") {
    CHECK(parse("$").path.root == Root::data);
    CHECK(parse("$$.Execution.Id").path.root == Root::context);
    const Parsed variable = parse("$order_1.items[0]");
    CHECK(variable.path.root == Root::variable);
    CHECK(variable.path.variable == "order_1");
    CHECK(variable.path.root_span == Span{0, 8});
    CHECK(shape(variable.path) == "member:items index:0");
    CHECK(parse("$größe").path.variable == "größe");
  }

  TEST_CASE("steps, their names and how they are written") {
    CHECK(shape("$.a.['b c'][2][-1]..d.*[*]['x','y'][0,1][1:3][?(@.a)].length()") ==
          "member:a member:b c index:2 index:-1 descendant member:d wildcard wildcard names indexes slice "
          "filter "
          "function:length");
    const Parsed parsed = parse("$.a.['b']['c'][0]d");
    REQUIRE(parsed);
    const auto& steps = parsed.path.steps;
    REQUIRE(steps.size() == 5);
    CHECK(steps[0].written == Written::dot);
    CHECK(steps[1].written == Written::dot_bracket);
    CHECK(steps[1].span == Span{3, 9});
    CHECK(steps[1].name == Span{6, 7});
    CHECK(steps[2].written == Written::bracket);
    CHECK(steps[4].written == Written::bare);
    CHECK(steps[4].name == Span{17, 18});
  }

  TEST_CASE("escapes are resolved, and survive a move of the path") {
    CHECK(shape("$.store\\.book") == "member:store.book");
    CHECK(shape("$.\\stor\\e.boo\\k") == "member:store member:book");
    CHECK(shape("$['it\\'s']") == "member:it's");
    Parsed parsed = parse("$.a\\@b.c\\,d");
    const Path moved = std::move(parsed.path);
    CHECK(shape(moved) == "member:a@b member:c,d");
    CHECK(moved.steps[0].name == Span{2, 6});
  }

  TEST_CASE("paths inside filters are kept with their places") {
    const std::string_view text = "$.a[?(@.b == $.c.d && $$.Task.Token != 'x')].e";
    const Parsed parsed = parse(text);
    REQUIRE(parsed);
    REQUIRE(parsed.path.inner.size() == 3);
    CHECK(parsed.path.inner[0].root == Root::current);
    CHECK(shape(parsed.path.inner[1]) == "member:c member:d");
    CHECK(parsed.path.inner[1].span == Span{13, 18});
    CHECK(mentions(parsed.path, Root::context, {"Task", "Token"}));
    CHECK_FALSE(mentions(parsed.path, Root::context, {"Execution"}));
  }

  TEST_CASE("white space around a sound path is no fault") {
    const Parsed parsed = parse(" $.a \n");
    REQUIRE(parsed);
    CHECK(parsed.path.span == Span{1, 4});
    REQUIRE(parsed.outer_blank);
    CHECK(parsed.outer_blank->span == Span{0, 1});
    CHECK(repaired(" $.a \n") == "$.a");
    CHECK(parse("$.a ").outer_blank->span == Span{3, 4});
    CHECK_FALSE(parse("$.a").outer_blank);
    CHECK(shape("$.a\\ ") == "member:a ");
  }

  TEST_CASE("a stretch of a longer text keeps the offsets of the text") {
    const std::string_view text = "F($.a[0], $.b c)";
    const Parsed first = parse(text, {2, 8});
    REQUIRE(first);
    CHECK(first.path.steps[1].span == Span{5, 8});
    const Parsed second = parse(text, {10, 15});
    REQUIRE(second.fault);
    CHECK(second.fault->span == Span{13, 14});
  }

  TEST_CASE("what keeps a path from being a reference path") {
    CHECK(obstacle("$.a['b'].['c'][0]") == "");
    CHECK(obstacle("$$.Map.Item.Value") == "");
    CHECK(obstacle("$name.a") == "");
    CHECK(obstacle("$.a[*].b") == "a wildcard [*]");
    CHECK(obstacle("$.a.*") == "a wildcard .*");
    CHECK(obstacle("$..a") == "a descendant search ..");
    CHECK(obstacle("$['a', 'b']") == "a list of names ['a', 'b']");
    CHECK(obstacle("$[0,1]") == "a list of indexes [0,1]");
    CHECK(obstacle("$.a[1:]") == "a slice [1:]");
    CHECK(obstacle("$.a[?(@.b)].c") == "a filter [?(@.b)]");
    CHECK(obstacle("$.a.length()") == "a function .length()");
    CHECK(obstacle("$.a[(@.length-1)]") == "an expression [(@.length-1)]");
    CHECK(obstacle("$.a[-1]") == "a negative index [-1]");
    CHECK(is_reference(parse("$").path));
  }

  TEST_CASE("whether several nodes can match") {
    CHECK_FALSE(may_match_many(parse("$.a[-1].b").path));
    CHECK_FALSE(may_match_many(parse("$.a.length()").path));
    CHECK(may_match_many(parse("$.a[*]").path));
    CHECK(may_match_many(parse("$.a[?(@.b)]").path));
  }

  TEST_CASE("questions about members") {
    const Parsed token = parse("$$.Task['Token']");
    CHECK(is_context(token.path, {"Task", "Token"}));
    CHECK_FALSE(is_context(token.path, {"Task"}));
    CHECK_FALSE(is_context(parse("$.Task.Token").path, {"Task", "Token"}));
    CHECK(is_context(parse("$$").path, {}));
    CHECK(begins_with(parse("$.Map.Item[0]").path, Root::data, {"Map", "Item"}));
    CHECK_FALSE(begins_with(parse("$.Map").path, Root::data, {"Map", "Item"}));
    CHECK(leading_members(parse("$$.Map.Item[0].x").path) == std::vector<std::string_view>{"Map", "Item"});
  }

  TEST_CASE("repairs make a path of the text") {
    CHECK(repaired("detail.id") == "$.detail.id");
    CHECK(repaired(".guid") == "$.guid");
    CHECK(repaired("@.a") == "$.a");
    CHECK(repaired("!x") == "-");
    CHECK(repaired("$.a.") == "$.a");
    CHECK(repaired("$.a..") == "$.a");
    CHECK(repaired("$.a[0") == "$.a[0]");
    CHECK(repaired("$['a'") == "$['a']");
    CHECK(repaired("$.a[?(@.b[0") == "-");
    CHECK(repaired("$.x.first name.y") == "$.x['first name'].y");
    CHECK(repaired("$.x == 1") == "-");
    CHECK(repaired("$.a[my-name]") == "$.a['my-name']");
    CHECK(repaired("$[?(@.a = 1)]") == "$[?(@.a == 1)]");
    CHECK(repaired("$[?(@.a == 1 and @.b)]") == "$[?(@.a == 1 && @.b)]");
  }

  TEST_CASE("characters that are probably slips") {
    const auto stray = [](std::string_view text) { return stray_character(text, parse(text).path); };
    CHECK(stray("$.a.b]") == Span{5, 6});
    CHECK(stray("$.a*") == Span{3, 4});
    CHECK_FALSE(stray("$.a\\*"));
    CHECK_FALSE(stray("$['a*']"));
    CHECK_FALSE(stray("$.detail-type.aws:source"));
  }

  TEST_CASE("nesting is bounded") {
    const auto nested = [](std::string_view unit, size_t times) {
      std::string text = "$";
      for (size_t i = 0; i < times; ++i) text += unit;
      return parse(text).fault;
    };
    CHECK(nested("[?(@", 65)->kind == Fault::Kind::too_deep);
    CHECK(nested("[?(@", 65)->message == "filters cannot be nested more than 64 levels deep");
    CHECK(nested("[?(@", 200000)->span == nested("[?(@", 65)->span);
    CHECK(parse("$[?" + std::string(200000, '(')).fault->kind == Fault::Kind::too_deep);
    CHECK(parse("$[?(" + std::string(200000, '!')).fault->kind == Fault::Kind::bad_filter);
    CHECK(nested("[?((((((", 200000)->kind == Fault::Kind::bad_filter);
    CHECK(nested("[", 200000)->kind == Fault::Kind::bad_bracket);
    CHECK(nested("f(", 200000)->kind == Fault::Kind::bad_root);
    CHECK(nested(".f(", 200000)->kind == Fault::Kind::bad_function);
  }
}

}  // namespace sfn::asl::path
