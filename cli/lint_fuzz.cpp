// Any bytes through the reader, all rules and every report: no crash, and every place inside the text.
#include <cstdint>
#include <cstdlib>
#include <string_view>
#include <vector>

#include "cli/report/finding.h"
#include "cli/report/report.h"
#include "lint/json/parse.h"
#include "lint/lint.h"
#include "lint/read.h"
#include "rules/registry.h"
#include "schemas/deployment.h"

namespace {

using namespace sfn;

void require(bool holds) {
  if (!holds) std::abort();
}

void check_ranges(const cli::Finding& finding, size_t size) {
  const auto inside = [&](Span span) { return span.begin <= span.end && span.end <= size; };
  require(inside(finding.range.bytes));
  for (const cli::FindingNote& note : finding.notes) require(!note.range || inside(note.range->bytes));
  if (!finding.fix) return;
  for (const cli::FindingEdit& edit : finding.fix->edits) require(inside(edit.range.bytes));
}

// Reports are one line of text a message: nothing of the definition may begin a line or reach the terminal.
void check_printed(std::string_view report) {
  for (const char c : report) require(c == '\n' || (static_cast<unsigned char>(c) >= 0x20 && c != 0x7F));
  require(report.find("##[") == std::string_view::npos);  // a command to GitHub's runner
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  static const RuleSet rules{rules::all()};
  const Source source("fuzz", std::string(reinterpret_cast<const char*>(data), size));
  const Reading reading = read(source, 0, form_of(source.path(), source.text()));
  const Definition& definition = reading.definitions.front();
  const auto declarations = schemas::declarations_around(definition, 1);
  asl::Surroundings known;
  schemas::set_template(known, definition, declarations);
  std::vector<cli::Reference> files{
      {"fuzz", source.text(), definition.document ? &*definition.document : nullptr}};
  if (declarations)
    for (const auto& document : declarations->stack().documents())
      files.push_back({"fuzz", source.text(), document.get()});
  const auto findings = cli::resolve(check(definition, 0, rules, known), files);
  for (const cli::Finding& finding : findings) check_ranges(finding, size);
  for (const std::string& format : cli::report_formats()) {
    const auto reporter = cli::make_reporter(format, {});
    std::string report;
    reporter->file("fuzz", findings, report);
    reporter->end({}, report);
    check_printed(report);
  }
  return 0;
}
