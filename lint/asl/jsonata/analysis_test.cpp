#include "lint/asl/jsonata/analysis.h"

#include <doctest/doctest.h>
#include <fmt/core.h>

#include "lint/asl/jsonata/parse.h"

using namespace sfn::asl::jsonata;

namespace {

Tree read(std::string_view text) {
  Tree tree;
  const auto fault = parse(text, tree);
  if (fault) FAIL(std::string(text) << ": " << fault->message);
  return tree;
}

/// Free variables with where they stand: "x@0 f@5()".
std::string free(std::string_view text) {
  const Tree tree = read(text);
  std::string out;
  for (const VariableUse& use : free_variables(tree))
    out += fmt::format("{}{}@{}{}", out.empty() ? "" : " ", use.name, tree[use.node].begin,
                       use.called ? "()" : "");
  return out;
}

std::string members(std::string_view text) {
  const Tree tree = read(text);
  std::string out;
  for (const Member& member : members_behind(tree, free_variables(tree).at(0).node))
    out += "/" + std::string(member.name) + (member.filtered ? "[]" : "");
  return out;
}

std::string document(std::string_view text) {
  const Tree tree = read(text);
  std::string out;
  for (const DocumentUse& use : document_uses(tree))
    out += (out.empty() ? "" : " ") + std::string(tree.token(use.node)) + (use.called ? "()" : "") +
           (use.key ? ":" : "");
  return out;
}

std::string called(std::string_view text) {
  const Tree tree = read(text);
  std::string out;
  for (const Call& call : calls(tree))
    out += fmt::format("{}{}/{}{}{}{}", out.empty() ? "" : " ", call.name, call.given,
                       call.applied ? " applied" : "", call.partial ? " partial" : "",
                       call.local ? " local" : "");
  return out;
}

std::string hyphened(std::string_view text) {
  std::string out;
  for (const Hyphen& hyphen : hyphens(read(text)))
    out += fmt::format("{}{}", hyphen.quoted, hyphen.in_context ? "?" : "");
  return out;
}

std::string_view kind(std::string_view text) {
  const Tree tree = read(text);
  return describe(result_kind(tree, tree.root()));
}

std::string unwraps(std::string_view text) {
  const Tree tree = read(text);
  const auto part = may_unwrap(tree, tree.root());
  return part ? std::string(tree.text(*part)) : "no";
}

bool constant(std::string_view text) {
  const Tree tree = read(text);
  return is_constant(tree, tree.root());
}

}  // namespace

TEST_SUITE("asl/jsonata/analysis") {
  TEST_CASE("free variables: blocks") {
    CHECK(free("$x + $y") == "x@0 y@5");
    CHECK(free("$ & $$") == "");
    CHECK(free("$f($x)") == "f@0() x@3");
    CHECK(free("($x := 1; $x)") == "");
    CHECK(free("($x := $x + 1; $x)") == "x@7");
    CHECK(free("($x; $x := 1)") == "x@1");
    CHECK(free("($x := 1) & $x") == "x@12");
    CHECK(free("($x := 1; ($y := $x; $y) + $y)") == "y@27");
    CHECK(free("$x := $y := $z") == "z@12");
    CHECK(free("(a ? $x := 1 : 2; $x)") == "");
    CHECK(free("$a[$x := 1] & $x") == "a@0");
  }

  TEST_CASE("free variables: functions") {
    CHECK(free("function($x){$x + $y}") == "y@18");
    CHECK(free("(function($x){$x})($x)") == "x@19");
    CHECK(free("($f := function($n){$n < 2 ? 1 : $f($n - 1)}; $f(3))") == "");
    CHECK(free("($f := function(){$g()}; $g := function(){1}; $f())") == "");
    CHECK(free("function($x){function($y){$x & $y & $z}}") == "z@36");
    CHECK(free("$map($l, function($v, $i){$v})") == "map@0() l@5");
  }

  TEST_CASE("free variables: paths") {
    CHECK(free("$a.b@$v.c[d = $v.e]") == "a@0");
    CHECK(free("$a.b#$i[$i < 2]") == "a@0");
    CHECK(free("$a.b#$i & $i") == "a@0 i@10");
    CHECK(free("$a[$i].b#$i") == "a@0 i@3");
    CHECK(free("$a.b@$v.{\"k\": $v}") == "a@0");
    CHECK(free("$a.b#$i^($i){\"k\": $i}") == "a@0");
    CHECK(free("$a[0]#$i[$i]") == "a@0");
  }

  TEST_CASE("fields behind a variable") {
    CHECK(members("$states.input.a.b") == "/input/a/b");
    CHECK(members("$states.input[0].a") == "/input[]/a");
    CHECK(members("$states.`in put`.\"a\"[x = 1].b") == "/in put/a[]/b");
    CHECK(members("$states") == "");
    CHECK(members("$states.input.(a).b") == "/input");
    CHECK(members("$states.input.*.b") == "/input");
    CHECK(members("$states.input^(a).b") == "/input");
    CHECK(members("$states[0].input") == "/input");
    CHECK(members("x[$states.input = 1]") == "/input");
  }

  TEST_CASE("what reads the document") {
    CHECK(document("customer.id") == "customer");
    CHECK(document("$") == "$");
    CHECK(document("$$.a") == "$$");
    CHECK(document("$.a & b") == "$ b");
    CHECK(document("\"a\".b") == "\"a\"");
    CHECK(document("**.a") == "**");
    CHECK(document("uppercase(\"a\")") == "uppercase()");
    CHECK(document("{name: 1, \"x\": y}") == "name: y");
    CHECK(document("$f(a)") == "a");
    CHECK(document("$states.input.(a; $.b)") == "");
    CHECK(document("$states.input[a = $.b]") == "");
    CHECK(document("$states.input[a = $$.b]") == "$$");
    CHECK(document("$states.input{a: $sum(b)}") == "");
    CHECK(document("$states.input^(a, >$.b)") == "");
    CHECK(document("$states.input ~> |$|{\"a\": b}|") == "");
    CHECK(document("$map($l, function($v){$v & a})") == "");
    CHECK(document("function($){$}") == "");
    CHECK(document("(a).b") == "a");
  }

  TEST_CASE("calls") {
    CHECK(called("$f()") == "f/0");
    CHECK(called("$f(1, $g(2))") == "g/1 f/2");
    CHECK(called("1 ~> $f(2)") == "f/2 applied");
    CHECK(called("1 ~> $f(2)[0]") == "f/2 applied");
    CHECK(called("1 ~> ($f(2))") == "f/1");
    CHECK(called("1 ~> $f") == "");
    CHECK(called("$f(2) ~> $g()") == "f/1 g/1 applied");
    CHECK(called("$f(?, 1)") == "f/2 partial");
    CHECK(called("1 ~> $f(?, 1)") == "f/2 partial");
    CHECK(called("($f := function(){1}; $f())") == "f/0 local");
    CHECK(called("f(1)") == "");
  }

  TEST_CASE("intrinsic functions of JSONPath") {
    const Tree tree = read("\"a\" & States.Format('{}', $x)");
    REQUIRE(intrinsics(tree).size() == 1);
    CHECK(intrinsics(tree)[0].name == "Format");
    CHECK(tree.text(intrinsics(tree)[0].node) == "States.Format('{}', $x)");
    CHECK(intrinsics(read("States.UUID()[0]")).size() == 1);
    CHECK(intrinsics(read("States.Format")).empty());
    CHECK(intrinsics(read("$states.Format()")).empty());
  }

  TEST_CASE("hyphens that mean minus") {
    CHECK(hyphened("$states.input.delivery-partner") == "`delivery-partner`");
    CHECK(hyphened("$states.input.a-b-c.d") == "`a-b-c`");
    CHECK(hyphened("$states.input.a-b.c-d") == "`a-b`");
    CHECK(hyphened("$states.input.total - 1") == "");
    CHECK(hyphened("$states.input.total-1") == "");
    CHECK(hyphened("$states.input.total -b") == "");
    CHECK(hyphened("$states.input.total-$x") == "");
    CHECK(hyphened("$states.input.`a-b`") == "");
    CHECK(hyphened("$states.input.x[a.b-c = 1]") == "`b-c`?");
  }

  TEST_CASE("what is evaluated on every run") {
    const auto surely = [](std::string_view text) {
      const Tree tree = read(text);
      const std::vector<Call> all = calls(tree);
      REQUIRE(all.size() == 1);
      return always_evaluated(tree, all[0].node);
    };
    for (const char* text :
         {"$f()", "[1, $f()]", "{'a': $f()}", "($x := 1; $f())", "$f() ? 1 : 2", "$f() and $x", "1 + $f()",
          "$f().a", "$f()[0]", "[1..$f()]", "$x ~> $f()", "-$f()"})
      CHECK_MESSAGE(surely(text), std::string(text));
    for (const char* text :
         {"$x ? $f() : 2", "$x ? 1 : $f()", "$x and $f()", "$x or (1 + $f())", "$x[$f()]", "$x.$f()",
          "function($y) { $f() }", "$x^($f())", "$x{'a': $f()}", "$x.{'a': $f()}"})
      CHECK_MESSAGE(!surely(text), std::string(text));
  }

  TEST_CASE("kinds of results") {
    CHECK(kind("\"a\"") == "a string");
    CHECK(kind("$x & 1") == "a string");
    CHECK(kind("-$x") == "a number");
    CHECK(kind("$x - 1") == "a number");
    CHECK(kind("$x = 1") == "a boolean");
    CHECK(kind("$x and $y") == "a boolean");
    CHECK(kind("null") == "null");
    CHECK(kind("true") == "a boolean");
    CHECK(kind("[$x]") == "an array");
    CHECK(kind("{}") == "an object");
    CHECK(kind("$x{\"a\": 1}") == "an object");
    CHECK(kind("($y := 1; $string($x))") == "a string");
    CHECK(kind("$x ~> $count()") == "a number");
    CHECK(kind("$x ~> $count") == "a number");
    CHECK(kind("$x ? 1 : 2") == "a number");
    CHECK(kind("$x ? 1 : \"a\"") == "any value");
    CHECK(kind("$x ? 1") == "a number");
    CHECK(kind("function(){1}") == "a function");
    CHECK(kind("$states.input.a") == "any value");
    CHECK(kind("$states.input.a[]") == "an array");
    CHECK(kind("$states.input.a[b = 1][].c") == "an array");
    CHECK(kind("$x[]") == "any value");
    CHECK(kind("$map($x, $f)") == "any value");
  }

  TEST_CASE("constants") {
    CHECK(constant("300"));
    CHECK(constant("(-1)"));
    CHECK(constant("[1, {\"a\": null}]"));
    CHECK_FALSE(constant("[1..3]"));
    CHECK_FALSE(constant("$x"));
    CHECK_FALSE(constant("1 + 1"));
    CHECK_FALSE(constant("-\"a\""));
    const Tree tree = read("--(1.5)");
    CHECK(constant_number(tree, tree.root()) == 1.5);
    const Tree text = read("(\"3\\u0030\")");
    CHECK(text.string_value(bare(text, text.root())) == "30");
  }

  TEST_CASE("lists that unwrap") {
    CHECK(unwraps("$states.input.x") == "no");
    CHECK(unwraps("$states.input.x[0]") == "no");
    CHECK(unwraps("$states.input.x[a = 1].c") == "x[a = 1]");
    CHECK(unwraps("$x[a = 1]") == "$x[a = 1]");
    CHECK(unwraps("$x[a = 1][0]") == "no");
    CHECK(unwraps("$x[a = 1][]") == "no");
    CHECK(unwraps("$states.input.x[a = 1].c[]") == "no");
    CHECK(unwraps("[$x[a = 1]]") == "no");
    CHECK(unwraps("$x.{\"a\": b}") == "{\"a\": b}");
    CHECK(unwraps("$x.*") == "*");
    CHECK(unwraps("$x^(a)") == "$x^(a)");
    CHECK(unwraps("$x{a: b}") == "no");
    CHECK(unwraps("$map($x, $f)") == "$map($x, $f)");
    CHECK(unwraps("$x ~> $filter($f)") == "$filter($f)");
    CHECK(unwraps("$filter($x, $f).id") == "$filter($x, $f)");
    CHECK(unwraps("$map($x, $f)[]") == "no");
    CHECK(unwraps("$y ? [1] : $x[a = 1]") == "$x[a = 1]");
    CHECK(unwraps("($y := 1; $x[a = 1])") == "$x[a = 1]");
    CHECK(unwraps("$sort($x)") == "no");
  }
}
