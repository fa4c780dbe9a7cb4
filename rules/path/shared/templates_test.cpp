#include "rules/path/shared/templates.h"

#include <doctest/doctest.h>

using sfn::rules::path::is_blank;
using sfn::rules::path::looks_evaluated;

TEST_SUITE("rules/path/shared/templates") {
  TEST_CASE("texts that can hardly be anything but paths and calls") {
    for (const char* text : {"$.a", "$.a.b[0].c", "$$.Execution.Id", "$['a']", "$[0].a", "$.größe", "$.a-b",
                             "$$.Task.Token", "States.Format('{}', $.a)", "States.UUID()"}) {
      CAPTURE(text);
      CHECK(looks_evaluated(text));
    }
  }

  TEST_CASE("texts that may well be meant as they are") {
    for (const char* text : {"",
                             "$",
                             "$$",
                             "$5",
                             "$.50",
                             "$5.00",
                             "$HOME",
                             "$name.a",
                             "${a}",
                             "^a$",
                             "$[0-9]+",
                             "$.a is it",
                             "$.a]",
                             "$.*",
                             "a $.b",
                             "States.Formatted('{}')",
                             "States.Format",
                             "States rule. (all)",
                             "$(date)",
                             "$1.x"}) {
      CAPTURE(text);
      CHECK_FALSE(looks_evaluated(text));
    }
  }

  TEST_CASE("blanks of samples") {
    for (const char* text : {"%PATH%", "<path>", "{{path}}", "[[path]]", "#{path}"}) {
      CAPTURE(text);
      CHECK(is_blank(text));
    }
    for (const char* text : {"", "%", "%%", "<>", "path", "{% $x %}", "{{}}"}) {
      CAPTURE(text);
      CHECK_FALSE(is_blank(text));
    }
  }
}
