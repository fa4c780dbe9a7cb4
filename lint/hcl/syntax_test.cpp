#include "lint/hcl/syntax.h"

#include <doctest/doctest.h>

#include <string>

#include "lint/hcl/template_names.h"

namespace sfn::hcl {
namespace {

std::string fault(std::string_view text) {
  const auto file = parse(text);
  return file->fault ? file->fault->message : "";
}

// What `terraform fmt` accepts and refuses too.
constexpr std::string_view accepted[] = {
    "",
    "a = 1 # x\nb = 2 // y\n/* z\n */ c = 3",
    "\xEF\xBB\xBF"
    "a = 1\r\n",
    "a { b = 1 }",
    "resource \"x\" y {\n}\n",
    "a = { b = 1, c : 2\n \"d\" = 3\n (e) = 4, }",
    "a = [\n1,\n# c\n2,\n]",
    "a = [for x in y : x if x > 1]",
    "a = { for k, v in m : k => v... if true }",
    "a = { for = 1 }",
    "a = b ? c : d ? e : f",
    "a = !b && -c + 1.5e3 * (2 % 3) >= 4",
    "a = b.c[0].*.d[*].e.0",
    "a = f(1, g()...)\nb = provider::x::y(1)",
    "a = \"$${x} %%{y} ${b} ${~ c ~} \\\" \\u00e9 %{ if a }b%{ else }c%{ endif }\"",
    "a = \"${\"${b}\"}\"",
    "a = <<EOF\nx ${b[\"EOF\"]}\n  EOF\n",
    "a = f(<<-EOF\n  x\n  EOF\n)",
    "a-b_c = d-e",
    "\xC3\xA9 = 1",
};

constexpr std::string_view refused[] = {
    "a",
    "a = ",
    "a = 1 b = 2",
    "= 1",
    "a {",
    "}",
    "a = {",
    "a = [1",
    "a = [1 2]",
    "a = (1",
    "a = \"x",
    "a = \"x\n\"",
    "a = \"${b\"",
    "a = <<EOF\nx\n",
    "a = {b 1}",
    "a = {b = 1 c = 2}",
    "a = f(1",
    "a = b ? c",
    "a = 1 +",
    "a = b.\n",
    "a = { b.$ = 1 }",
    "a = \x01",
    "/* a",
};

TEST_SUITE("hcl/syntax") {
  TEST_CASE("what Terraform accepts is accepted") {
    for (const std::string_view text : accepted) {
      CAPTURE(text);
      CHECK(fault(text) == "");
    }
  }

  TEST_CASE("what Terraform refuses is refused") {
    for (const std::string_view text : refused) {
      CAPTURE(text);
      CHECK(fault(text) != "");
    }
  }

  TEST_CASE("a fault says what was expected") {
    CHECK(fault("a = {\n b 1 }") == "expected `=` after the key; found `1`");
    CHECK(fault("a = { b.$ = 1 }") ==
          "expected a name after the dot (a key with a dot must be in quotes); found `$`");
    CHECK(fault("a = 1 2") == "expected the end of the line after the value; found `2`");
    CHECK(fault("a = <<EOF\nx") == "this heredoc is not closed: no line consists of `EOF` only");
  }

  TEST_CASE("deep nesting is refused, long chains are not") {
    CHECK(fault("a = " + std::string(100'000, '[')) == "this is nested more than 512 levels deep");
    std::string blocks;
    for (int i = 0; i < 100'000; ++i) blocks += "a {\n";
    CHECK(fault(blocks) == "this is nested more than 512 levels deep");
    std::string sum = "a = 1";
    for (int i = 0; i < 100'000; ++i) sum += " + 1";
    CHECK(fault(sum) == "");
  }

  TEST_CASE("the names of a template") {
    const std::string_view text =
        R"tf({"a": "${name}", "b": ${jsonencode({key = other.x})}, "c": "$${no}", "d": "States.Format('{}', $.x)",
            %{ for one in list }"${one}"%{ endfor }})tf";
    std::string names;
    for (const Span span : template_names(text))
      names += std::string(text.substr(span.begin, span.end - span.begin)) + " ";
    CHECK(names == "name other list ");
    CHECK(template_names("${").empty());
  }
}

}  // namespace
}  // namespace sfn::hcl
