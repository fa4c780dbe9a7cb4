#include "lint/asl/jsonata/functions.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

using namespace sfn::asl::jsonata;

namespace {

std::string arity(std::string_view name) {
  const Function* function = find_function(name);
  if (!function) return "none";
  const std::string most = function->most == Function::unlimited ? "*" : std::to_string(function->most);
  return std::to_string(function->least) + "-" + most;
}

}  // namespace

TEST_SUITE("asl/jsonata/functions") {
  TEST_CASE("the table is in order, so that it can be searched") {
    CHECK(std::is_sorted(functions().begin(), functions().end(),
                         [](const Function& a, const Function& b) { return a.name < b.name; }));
    CHECK(functions().size() == 70);
  }

  TEST_CASE("arity: arguments from the context can be left out") {
    CHECK(arity("count") == "1-1");
    CHECK(arity("string") == "0-2");
    CHECK(arity("substring") == "1-3");
    CHECK(arity("join") == "1-2");
    CHECK(arity("map") == "2-2");
    CHECK(arity("reduce") == "2-3");
    CHECK(arity("zip") == "1-*");
    CHECK(arity("now") == "0-2");
    CHECK(arity("millis") == "0-0");
    CHECK(arity("replace") == "2-4");
    CHECK(arity("nothing") == "none");
  }

  TEST_CASE("what Step Functions adds and lacks") {
    CHECK(arity("partition") == "2-2");
    CHECK(arity("range") == "3-3");
    CHECK(arity("hash") == "2-2");
    CHECK(arity("random") == "0-1");
    CHECK(arity("uuid") == "0-0");
    CHECK(arity("parse") == "1-1");
    CHECK(find_function("parse")->origin == Origin::step_functions);
    CHECK(find_function("eval")->origin == Origin::missing);
    CHECK(find_function("sum")->origin == Origin::jsonata);
  }

  TEST_CASE("kinds of arguments and results") {
    CHECK(find_function("sum")->parameters[0].accepts == (ValueKind::array | ValueKind::number));
    CHECK(find_function("uppercase")->parameters[0].context);
    CHECK(find_function("join")->result == ValueKind::string);
    CHECK(find_function("map")->unwraps);
    CHECK_FALSE(find_function("split")->unwraps);
    CHECK(describe(ValueKind::array) == "an array");
  }

  TEST_CASE("the function that was meant") {
    CHECK(likely_function("size") == "count");
    CHECK(likely_function("toUpperCase") == "uppercase");
    CHECK(likely_function("Uppercase") == "uppercase");
    CHECK(likely_function("lenght") == "length");
    CHECK(likely_function("JSONParse") == "parse");
    CHECK_FALSE(likely_function("frobnicate").has_value());
    for (const Function& function : functions())
      if (function.origin != Origin::missing) CHECK(likely_function(function.name) == function.name);
  }
}
