#include "lint/asl/intrinsic/checks.h"

#include <doctest/doctest.h>

#include <string>

#include "lint/asl/intrinsic/functions.h"

namespace sfn::asl::intrinsic {
namespace {

using Check = Problems (*)(const Call&);

// Each problem as "the stretch: the message", separated by " / ".
std::string say(Check check, std::string_view text) {
  const Parsed parsed = parse(text);
  REQUIRE_MESSAGE(parsed, (parsed.fault ? parsed.fault->message : ""));
  std::string out;
  for (const Problem& problem : check(*parsed.call)) {
    if (!out.empty()) out += " / ";
    out += std::string(text.substr(problem.span.begin, problem.span.end - problem.span.begin)) + ": " +
           problem.message;
  }
  return out;
}

std::string fixed(Check check, std::string text) {
  const Parsed parsed = parse(text);
  REQUIRE(parsed);
  const Problems problems = check(*parsed.call);
  if (problems.empty() || !problems[0].repair) return "-";
  const Repair repair = *problems[0].repair;
  return text.replace(repair.span.begin, repair.span.end - repair.span.begin, repair.text);
}

std::string chain(size_t depth) {
  std::string text;
  for (size_t i = 0; i < depth; ++i) text += "States.Array(";
  return text + std::string(depth, ')');
}

}  // namespace

TEST_SUITE("asl/intrinsic/checks") {
  TEST_CASE("the table holds the 18 functions") {
    CHECK(functions().size() == 18);
    CHECK(function_names().size() == 18);
    REQUIRE(find_function("States.Hash"));
    CHECK(find_function("States.Hash")->most == 2);
    CHECK_FALSE(find_function("states.hash"));
    CHECK(describe(string | null) == "a string or null");
    CHECK(describe(any) == "any value");
  }

  TEST_CASE("what a call returns") {
    const auto kinds = [](std::string_view text) { return result_kinds(*parse(text).call); };
    CHECK(kinds("States.Format('a')") == string);
    CHECK(kinds("States.MathAdd(1, 2)") == number);
    CHECK(kinds("States.StringSplit('a', ',')") == array);
    CHECK(kinds("States.Nothing()") == any);
    const auto stringy = [](std::string_view text) { return may_return_string(*parse(text).call); };
    CHECK(stringy("States.ArrayGetItem($.a, 1)"));
    CHECK(stringy("States.Format('a')"));
    CHECK_FALSE(stringy("States.StringToJson($.a)"));
    CHECK_FALSE(stringy("States.Array()"));
  }

  TEST_CASE("unknown names") {
    CHECK(say(unknown_names, "States.Format('a')") == "");
    CHECK(say(unknown_names, "States.format('a')") ==
          "States.format: `States.format` is not an intrinsic function; did you mean `States.Format`?");
    CHECK(say(unknown_names, "States.Array(Frobnicate())") ==
          "Frobnicate: `Frobnicate` is not an intrinsic function");
    CHECK(fixed(unknown_names, "jsontostring($.a)") == "States.JsonToString($.a)");
    CHECK(fixed(unknown_names, "States.ArrayLenght($.a)") == "States.ArrayLength($.a)");
    CHECK(fixed(unknown_names, "States.Concat('a', 'b')") == "-");
  }

  TEST_CASE("arity") {
    CHECK(say(wrong_arity, "States.MathRandom(1, 2, 3)") == "");
    CHECK(say(wrong_arity, "States.Array()") == "");
    CHECK(say(wrong_arity, "States.ArrayGetItem($.a)") ==
          "States.ArrayGetItem: `States.ArrayGetItem` takes 2 arguments, not 1");
    CHECK(say(wrong_arity, "States.UUID($.a, 1)") == "$.a, 1: `States.UUID` takes no arguments, not 2");
    CHECK(say(wrong_arity, "States.MathRandom(1)") ==
          "States.MathRandom: `States.MathRandom` takes 2 to 3 arguments, not 1");
    CHECK(say(wrong_arity, "States.Array(States.Format())") ==
          "States.Format: `States.Format` takes at least 1 argument, not 0");
    CHECK(say(wrong_arity, "States.Unknown(1, 2, 3)") == "");
  }

  TEST_CASE("literals of an impossible type") {
    CHECK(say(wrong_kinds, "States.ArrayLength($.a)") == "");
    CHECK(say(wrong_kinds, "States.ArrayLength('abc')") ==
          "'abc': `States.ArrayLength` needs an array here, not a string");
    CHECK(say(wrong_kinds, "States.ArrayLength(States.UUID())") ==
          "States.UUID: `States.UUID` returns a string, but `States.ArrayLength` needs an array here");
    CHECK(say(wrong_kinds, "States.ArrayLength(States.StringToJson($.a))") == "");
    CHECK(say(wrong_kinds, "States.JsonToString('abc')") ==
          "'abc': `States.JsonToString` needs a path, not a literal value");
    CHECK(say(wrong_kinds, "States.JsonToString(States.Array(1))") == "");
    CHECK(say(wrong_kinds, "States.MathAdd(1, '-1')") ==
          "'-1': `States.MathAdd` needs a number here, not a string");
    CHECK(fixed(wrong_kinds, "States.MathAdd(1, '-1')") == "States.MathAdd(1, -1)");
    CHECK(fixed(wrong_kinds, "States.MathAdd(1, 'one')") == "-");
    CHECK(fixed(wrong_kinds, "States.MathAdd(1, '1,2')") == "-");
    CHECK(say(wrong_kinds, "States.Format(null)") == "null: `States.Format` needs a string here, not null");
    CHECK(say(wrong_kinds, "States.Format('{}{}{}', 1, true, null)") == "");
    CHECK(say(wrong_kinds, "States.Array(1, 'a', null)") == "");
  }

  TEST_CASE("nesting") {
    CHECK(say(too_deep, chain(10)) == "");
    CHECK(say(too_many_calls, chain(10)) == "");
    CHECK(say(too_deep, chain(12)) ==
          "States.Array: intrinsic functions cannot be nested more than 10 levels deep");
    CHECK(say(too_many_calls, chain(12)) == "");
    const std::string wide = "States.Array(" + chain(5) + ", " + chain(5) + ")";
    CHECK(say(too_deep, wide) == "");
    CHECK(say(too_many_calls, wide) ==
          "States.Array: there are 11 intrinsic functions in one field; AWS documents at most 10");
    CHECK(too_deep(*parse(chain(12)).call)[0].span == Span{130, 142});
  }

  TEST_CASE("names that need brackets") {
    CHECK(say(needs_brackets,
              "States.Array($.my_id.größe[0], $['my-id'], $.a..b.*, $.a.length(), $.a\\-b)") == "");
    CHECK(say(needs_brackets, "States.Format('{}', $.a.my-id)") ==
          "my-id: `my-id` needs brackets inside an intrinsic function: `['my-id']`");
    CHECK(fixed(needs_brackets, "States.Format('{}', $.a.my-id.b)") == "States.Format('{}', $.a['my-id'].b)");
    CHECK(fixed(needs_brackets, "States.Array(States.Array($..a:b))") ==
          "States.Array(States.Array($..['a:b']))");
  }

  TEST_CASE("placeholders of a template") {
    CHECK(say(placeholder_count, "States.Format('{} {}', $.a, $.b)") == "");
    CHECK(say(placeholder_count, "States.Format('\\{} \\\\{}', $.a)") == "");
    CHECK(say(placeholder_count, "States.Format($.a, $.b)") == "");
    CHECK(say(placeholder_count, "States.Format('{} {}', $.a)") ==
          "{}: `States.Format` has 2 placeholders `{}` but 1 argument");
    CHECK(placeholder_count(*parse("States.Format('{} {}', $.a)").call)[0].span == Span{18, 20});
    CHECK(say(placeholder_count, "States.Format('{}', $.a, 1, 'b')") ==
          "1, 'b': `States.Format` has 1 placeholder `{}` but 3 arguments");
    CHECK(say(placeholder_count, "States.Array(States.Format('{}'))") ==
          "{}: `States.Format` has 1 placeholder `{}` but 0 arguments");
  }

  TEST_CASE("lone braces") {
    CHECK(say(lone_braces, "States.Format('\\{{}\\}', $.a)") == "");
    CHECK(say(lone_braces, "States.Format('{\"a\":{}}', $.a)") == "");
    CHECK(say(unclosed_braces, "States.Format('{\"a\":{}}', $.a)") ==
          "{: `{` must be escaped as `\\{` in the text of `States.Format`");
    CHECK(fixed(unclosed_braces, "States.Format('{\"a\":{}}', $.a)") ==
          "States.Format('\\{\"a\":{}\\}', $.a)");
    CHECK(say(unclosed_braces, "States.Format('it\\'s {0}', 1)") == "");
    CHECK(say(lone_braces, "States.Format('it\\'s {0}', 1)") ==
          "{: `{` must be escaped as `\\{` in the text of `States.Format`; a placeholder for an argument is "
          "`{}`");
    CHECK(fixed(lone_braces, "States.Format('{}}', 1)") == "States.Format('{}\\}', 1)");
  }

  TEST_CASE("braces that are escaped twice lose one backslash") {
    CHECK(fixed(unclosed_braces, "States.Format('{} \\\\{ a \\\\}', 1)") ==
          "States.Format('{} \\{ a \\}', 1)");
    CHECK(fixed(unclosed_braces, "States.Format('\\\\\\\\{', 1)") == "States.Format('\\\\\\{', 1)");
  }

  TEST_CASE("braces elsewhere") { CHECK(say(lone_braces, "States.StringToJson('{\"a\": 1}')") == ""); }

  TEST_CASE("ArrayRange") {
    CHECK(say(range_limits, "States.ArrayRange(1, 1000, 1)") == "");
    CHECK(say(range_limits, "States.ArrayRange(1000, 1, -1)") == "");
    CHECK(say(range_limits, "States.ArrayRange(5, 1, 1)") == "");
    CHECK(say(range_limits, "States.ArrayRange($.a, 1e9, 1)") == "");
    CHECK(say(range_limits, "States.ArrayRange(0, 1000, 1)") ==
          "0, 1000, 1: this range has 1001 numbers; `States.ArrayRange` returns at most 1000");
    CHECK(say(range_limits, "States.ArrayRange(0, 1e300, 1)") ==
          "0, 1e300, 1: this range has 1e+300 numbers; `States.ArrayRange` returns at most 1000");
    CHECK(say(range_limits, "States.ArrayRange($.a, $.b, 0)") ==
          "0: the step of `States.ArrayRange` cannot be 0");
  }

  TEST_CASE("Hash") {
    CHECK(say(hash_algorithm, "States.Hash($.a, 'SHA-256')") == "");
    CHECK(say(hash_algorithm, "States.Hash($.a, $.b)") == "");
    CHECK(say(hash_algorithm, "States.Hash($.a, 'sha256')") ==
          "sha256: `States.Hash` does not support the algorithm `sha256`; did you mean `SHA-256`?");
    CHECK(fixed(hash_algorithm, "States.Hash($.a, 'SHA512')") == "States.Hash($.a, 'SHA-512')");
    CHECK(say(hash_algorithm, "States.Hash($.a, 'CRC32')") ==
          "CRC32: `States.Hash` does not support the algorithm `CRC32`; use MD5, SHA-1, SHA-256, SHA-384 or "
          "SHA-512");
    CHECK(say(hash_algorithm, "States.Hash($.a, '')").starts_with("'': "));
  }

  TEST_CASE("JsonMerge, MathAdd, ArrayPartition") {
    CHECK(say(deep_merge, "States.JsonMerge($.a, $.b, false)") == "");
    CHECK(say(deep_merge, "States.JsonMerge($.a, $.b, true)") ==
          "true: `States.JsonMerge` cannot merge deeply; AWS supports only `false` here");
    CHECK(fixed(deep_merge, "States.JsonMerge($.a, $.b, true)") == "States.JsonMerge($.a, $.b, false)");
    CHECK(say(math_range, "States.MathAdd(-2147483648, 2147483647)") == "");
    CHECK(say(math_range, "States.MathAdd($.n, 3000000000)") ==
          "3000000000: `3000000000` is outside the range of `States.MathAdd`, -2147483648 to 2147483647");
    CHECK(say(chunk_size, "States.ArrayPartition($.a, 1)") == "");
    CHECK(say(chunk_size, "States.ArrayPartition($.a, 0)") ==
          "0: `States.ArrayPartition` cannot make chunks of 0 elements; use at least 1");
    CHECK(say(chunk_size, "States.ArrayPartition($.a, -3)").starts_with("-3: "));
  }

  TEST_CASE("the limit of a text counts characters, escapes as one") {
    const auto hash = [](const std::string& text) {
      return say(text_limit, "States.Hash('" + text + "', 'MD5')");
    };
    std::string umlauts, quotes;
    for (int i = 0; i < 10000; ++i) umlauts += "ü", quotes += "\\'";
    CHECK(hash(umlauts) == "");
    CHECK(hash(quotes) == "");
    CHECK(hash(umlauts + "x")
              .ends_with(": this text has 10001 characters; `States.Hash` accepts at most 10000"));
    CHECK(say(text_limit, "States.Format('" + umlauts + "x')") == "");
  }
}

}  // namespace sfn::asl::intrinsic
