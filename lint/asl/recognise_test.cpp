#include "lint/asl/recognise.h"

#include <doctest/doctest.h>

using namespace sfn::asl;

TEST_SUITE("asl/recognise") {
  TEST_CASE("texts that can hardly be anything but paths and calls") {
    for (const char* text :
         {"$.a", "$.a.b[0].c", "$$.Execution.Id", "$['a']", "$[0].a", "$.größe", "$.a-b", "$$.Task.Token",
          "$[0]", "$[*].a", "$['id'].x", "States.Nope($.a)", "States.Format('{}', $.a)", "States.UUID()"}) {
      CAPTURE(text);
      CHECK(looks_evaluated(text));
    }
  }

  TEST_CASE("texts that may well be meant as they are") {
    for (const char* text :
         {"", "$", "$$", "$5", "$.50", "$5.00", "$HOME", "$name.a", "${a}", "^a$", "$[0-9]+", "$.a is it",
          "$.a]", "$.*", "a $.b", "States.Format", "States rule. (all)", "$(date)", "$1.x"}) {
      CAPTURE(text);
      CHECK_FALSE(looks_evaluated(text));
    }
  }

  TEST_CASE("blanks of samples") {
    for (const char* text : {"%PATH%", "<path>", "{{path}}", "[[path]]", "#{path}"}) {
      CAPTURE(text);
      CHECK(is_sample_blank(text));
    }
    for (const char* text : {"", "%", "%%", "<>", "path", "{% $x %}", "{{}}"}) {
      CAPTURE(text);
      CHECK_FALSE(is_sample_blank(text));
    }
  }
}
