#include "lint/asl/constructs.h"
#include "lint/rule.h"

namespace sfn::rules::structure::stringmatches_open_escape {

namespace {

void check(const asl::Construct& construct, Report& report) {
  const bool rule =
      construct.is(asl::ConstructKind::choice_rule) || construct.is(asl::ConstructKind::nested_rule);
  const auto pattern = rule ? construct.value["StringMatches"].literal() : std::nullopt;
  if (!pattern) return;
  for (size_t i = 0; i < pattern->size(); ++i) {
    if ((*pattern)[i] != '\\') continue;
    const char next = i + 1 < pattern->size() ? (*pattern)[i + 1] : '\0';
    if (next != '*' && next != '\\')
      report.add(construct.value["StringMatches"].stretch(i, i + 1),
                 "a backslash in `StringMatches` must be followed by `*` or another backslash");
    else ++i;
  }
}

constexpr Example examples[] = {
    {"an escape of a letter",
     R"({"Type": "Choice", "Default": "S",
         "Choices": [{"Variable": "$.a", "StringMatches": "a«\\»b*", "Next": "S"}]})"},
    {"escapes of a star and a backslash",
     R"({"Type": "Choice", "Default": "S",
         "Choices": [{"Variable": "$.a", "StringMatches": "a\\*b\\\\*", "Next": "S"}]})"},
};

}  // namespace

extern const Rule rule{
    .id = "structure/stringmatches-open-escape",
    .severity = Severity::error,
    .summary = "a backslash in a `StringMatches` pattern that escapes nothing",
    .why =
        "In a pattern `\\*` is a literal star and `\\\\` a backslash. A backslash before anything else is "
        "an invalid escape, and the state fails when it runs, with `States.Runtime`.",
    .see = "https://states-language.net/spec.html",
    .examples = examples,
    .construct = check,
};

}  // namespace sfn::rules::structure::stringmatches_open_escape
