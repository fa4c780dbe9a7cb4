#include "lint/asl/path/embedded.h"

#include <doctest/doctest.h>

using namespace sfn;
using asl::path::embedded;
using asl::path::embedded_states;

namespace {

std::string stretches(std::string_view text, const std::vector<Span>& spans) {
  std::string out;
  for (const Span& span : spans)
    out += (out.empty() ? "" : " | ") + std::string(text.substr(span.begin, span.end - span.begin));
  return out;
}

std::string paths(std::string_view text) { return stretches(text, embedded(text)); }
std::string states(std::string_view text) { return stretches(text, embedded_states(text)); }

}  // namespace

TEST_SUITE("lint/asl/path/embedded") {
  TEST_CASE("paths in longer texts") {
    CHECK(paths("s3://$.bucket/$.key") == "$.bucket | $.key");
    CHECK(paths("--from=$.source") == "$.source");
    CHECK(paths("run-$$.Execution.Name") == "$$.Execution.Name");
    CHECK(paths("$.a/$.b") == "$.a | $.b");
    CHECK(paths("'$.a' '$.b'") == "$.a | $.b");
    CHECK(paths("Order $.order.id.") == "$.order.id");
    CHECK(paths("a $.rows[0]['x y'].b, $['a']") == "$.rows[0]['x y'].b | $['a']");
    CHECK(paths("job_$.id") == "$.id");
  }

  TEST_CASE("what is none, or may be meant as text") {
    for (const char* text : {"$.a",
                             "$.a[?(@.b == $.c && @.d == $.e)]",
                             "$.a-b",
                             "$.größe",
                             "$.a/b",
                             "$$.Execution.Id",
                             "$HOME/x",
                             "costs $1.50",
                             "costs $.50",
                             "/tmp/$$.log",
                             "^[a-z]+$.x",
                             "[0-9]*$.x",
                             "a\\$.b",
                             "<$.a> b",
                             "x {$.a}",
                             "$.ajax({})",
                             "x $.items[*].id",
                             "x $..id",
                             "echo $$",
                             "json_extract(c, '$.a')",
                             "SELECT x FROM y '$.a'",
                             "data->'$.a'",
                             "f(a, '$.b')",
                             "kubectl -o jsonpath=$.a",
                             "jq '. as $.a'",
                             "x $.*"})
      CHECK_MESSAGE(paths(text).empty(), std::string(text));
  }

  TEST_CASE("what JSONata calls $states") {
    CHECK(states("s3://$states.input.bucket/x") == "$states.input.bucket");
    CHECK(states("$states.context.Execution.Id") == "$states.context.Execution.Id");
    CHECK(states("my$states.input").empty());
    CHECK(states("$states.other.a").empty());
  }

  TEST_CASE("the text as a call") {
    const std::string_view text = "it's {s3}://$.bucket/$.key!";
    CHECK(asl::path::format_call(text, embedded(text)) ==
          "States.Format('it\\'s \\{s3\\}://{}/{}!', $.bucket, $.key)");
  }

  TEST_CASE("a text as an argument") {
    CHECK(asl::path::quoted_argument("it's") == R"('it\'s')");
    CHECK(asl::path::quoted_argument(R"({"a": "\n"})") == R"('\{"a": "\\n"\}')");
  }
}
