#include "lint/document.h"
#include "lint/rule.h"

namespace sfn::rules::json::utf8_bom {

namespace {

constexpr std::string_view mark = "\xEF\xBB\xBF";

void check(const Document& document, Report& report) {
  if (!document.text().starts_with(mark) || document.source_map().language() != "JSON") return;
  report
      .add({document.file(), no_node, Part::bytes, 0, mark.size()}, "the file begins with a byte order mark")
      .offer("remove the byte order mark", replace_bytes(document.file(), {0, mark.size()}, ""));
}

constexpr Example examples[] = {
    {"a mark", "«\xEF\xBB\xBF»{\"StartAt\": \"A\", \"States\": {\"A\": {\"Type\": \"Succeed\"}}}",
     R"({"StartAt": "A", "States": {"A": {"Type": "Succeed"}}})"},
    {"no mark", R"({"StartAt": "A", "States": {"A": {"Type": "Succeed"}}})"},
};

}  // namespace

extern const Rule rule{
    .id = "json/utf8-bom",
    .severity = Severity::warning,
    .summary = "a byte order mark before the JSON text",
    .why =
        "JSON must not begin with U+FEFF. Many JSON parsers refuse the file, or pass the mark on to the "
        "service as part of the text.",
    .see = "https://www.rfc-editor.org/rfc/rfc8259#section-8.1",
    .examples = examples,
    .document = check,
};

}  // namespace sfn::rules::json::utf8_bom
