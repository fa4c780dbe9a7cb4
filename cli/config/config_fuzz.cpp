// A configuration, and behind a NUL a definition with placeholders: what is said about the first is safe to
// print, and with its values put in, every place is inside the text of the second.
#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "cli/config/config.h"
#include "lint/json/parse.h"
#include "lint/lint.h"
#include "rules/registry.h"

namespace {

using namespace sfn;

void require(bool holds) {
  if (!holds) std::abort();
}

void check_spans(const Document& document, const Diagnostic& finding) {
  const auto inside = [&](Span span) { return span.begin <= span.end && span.end <= document.text().size(); };
  require(inside(document.span(finding.place)));
  if (!finding.fix) return;
  if (const auto edits = document.render(*finding.fix))
    for (const Edit& edit : *edits) require(inside(edit.span));
}

// Links of the new nodes lead to where they should.
void check_nodes(const Document& document) {
  for (NodeId id = 0; id < document.size(); ++id) {
    const Node& node = document.node(id);
    require(id == 0 ? node.parent == no_node : node.parent < id);
    require(node.next == no_node || (node.next > id && node.next < document.size() &&
                                     document.node(node.next).parent == node.parent));
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  static const RuleSet rules{rules::all()};
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const size_t end = std::min(text.find('\0'), size);
  const cli::ConfigReading reading = cli::read_config("fuzz", std::string(text.substr(0, end)));
  for (const char c : reading.mistakes)
    require(c == '\n' || (static_cast<unsigned char>(c) >= 0x20 && c != 0x7F));
  require(reading.config.has_value() == reading.mistakes.empty());
  if (!reading.config || end == size) return 0;
  const Source source("fuzz", std::string(text.substr(end + 1)));
  json::Parsed parsed = json::parse(source, 0);
  if (!parsed.document) return 0;
  const Document document = substitute(std::move(*parsed.document), reading.config->placeholders);
  check_nodes(document);
  for (const Diagnostic& finding : check(document, rules, {})) check_spans(document, finding);
  return 0;
}
