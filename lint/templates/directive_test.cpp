#include "lint/templates/directive.h"

#include <doctest/doctest.h>

namespace sfn::templates {
namespace {

std::string_view found(std::string_view text) {
  const auto span = find_directive(text);
  return span ? text.substr(span->begin, span->end - span->begin) : "";
}

TEST_SUITE("templates/directive") {
  TEST_CASE("directives of template engines") {
    CHECK(found("a: {{ cookiecutter.runtime }}\n") == "{{ cookiecutter.runtime }}");
    CHECK(found("a: 1\n{%- if x.y != [] %}\nb: 2\n") == "{%- if x.y != [] %}");
    CHECK(found("{\"a\": {{x}}}") == "{{x}}");
    CHECK(found("{\"a\": <%= x %>}") == "<%= x %>");
    CHECK(found("a: {{- .Values.x }}") == "{{- .Values.x }}");
    CHECK(found("{\"a\": \"{{ x }}\", {% endif %}") == "{% endif %}");
  }

  TEST_CASE("what looks like one") {
    CHECK(found("{\"a\": \"{{ x }} {% if y %}\"}") == "");
    CHECK(found("{{\"a\": 1}}") == "");
    CHECK(found("a: {{resolve:ssm:x}}") == "");
    CHECK(found("a: {% $count($x) %}") == "");
    CHECK(found("a: {% states.input %}") == "");
    CHECK(found("# {% if x %}\na: 1 # {{ x }}\n") == "");
    CHECK(found("a: {{ x\n") == "");
    CHECK(found("") == "");
  }
}

}  // namespace
}  // namespace sfn::templates
