#include "lint/asl/jsonata/delimiters.h"

#include <doctest/doctest.h>
#include <fmt/core.h>

using namespace sfn::asl::jsonata;

namespace {

std::string seen(std::string_view text) {
  const Delimited found = delimiters(text);
  const auto part = [&](uint32_t begin, uint32_t end) {
    return std::string(text.substr(begin, end - begin));
  };
  const std::string fixed = found.fixed ? " -> " + *found.fixed : "";
  switch (found.kind) {
    case Delimiters::none:
      return "none";
    case Delimiters::expression:
      return "expression:" + part(found.begin, found.end);
    case Delimiters::blank_outside:
      return fmt::format("blank {}-{}{}", found.fault_begin, found.fault_end, fixed);
    case Delimiters::no_end:
      return "no end:" + part(found.fault_begin, found.fault_end) + fixed;
    case Delimiters::no_start:
      return "no start:" + part(found.fault_begin, found.fault_end) + fixed;
    case Delimiters::text_around:
      return "around:" + part(found.fault_begin, found.fault_end) + fixed;
  }
  return "";
}

}  // namespace

TEST_SUITE("asl/jsonata/delimiters") {
  TEST_CASE("expressions and plain texts") {
    CHECK(seen("{% $x %}") == "expression: $x ");
    CHECK(seen("{%$x%}") == "expression:$x");
    CHECK(seen("{%%}") == "expression:");
    CHECK(seen("{%\n$x\n%}") == "expression:\n$x\n");
    CHECK(seen("{% {\"a\": %} %}") == "expression: {\"a\": %} ");
    CHECK(seen("") == "none");
    CHECK(seen("  ") == "none");
    CHECK(seen("$x") == "none");
    CHECK(seen("100 %") == "none");
    CHECK(seen("{ % $x % }") == "none");
    CHECK(seen("a {% b") == "none");
    CHECK(seen("a %} b") == "none");
  }

  TEST_CASE("badly placed delimiters") {
    CHECK(seen(" {% $x %}") == "blank 0-1 -> {% $x %}");
    CHECK(seen("{% $x %} \n") == "blank 8-10 -> {% $x %}");
    CHECK(seen("{% $x") == "no end:{% -> {% $x %}");
    CHECK(seen("{% $x %") == "no end:{% -> {% $x %}");
    CHECK(seen("{%}") == "no end:{%}");
    CHECK(seen("{%") == "no end:{% -> {% %}");
    CHECK(seen("$x %}") == "no start:%} -> {% $x %}");
    CHECK(seen("id-{% $x %}") == "around:id-");
    CHECK(seen("{% $x %}-id") == "around:-id");
    CHECK(seen("a {% $x %} b") == "around:a ");
  }
}
