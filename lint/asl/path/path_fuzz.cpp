// Whatever the bytes are: no crash, places inside the text, and a repair changes something.
#include <cstdlib>

#include "lint/asl/path/path.h"

using namespace sfn;
using namespace sfn::asl::path;

namespace {

void expect(bool sound) {
  if (!sound) std::abort();
}

bool inside(Span span, size_t size) { return span.begin <= span.end && span.end <= size; }

void check(const Path& path, size_t size) {
  uint32_t end = path.root_span.end;
  expect(inside(path.span, size) && inside(path.root_span, size));
  for (const Step& step : path.steps) {
    expect(step.span.begin == end && step.span.end > step.span.begin);
    expect(inside(step.name, size) && step.name.end <= step.span.end);
    end = step.span.end;
  }
  expect(end == path.span.end);
  for (const Path& inner : path.inner) check(inner, size);
}

void check(const Fault& fault, std::string_view text) {
  expect(inside(fault.span, text.size()) && !fault.message.empty());
  expect(fault.span.begin < fault.span.end || text.find_first_not_of(" \t\r\n") == text.npos);
  if (!fault.repair) return;
  const Span span = fault.repair->span;
  expect(inside(span, text.size()));
  expect(text.substr(span.begin, span.end - span.begin) != fault.repair->text);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const Parsed parsed = parse(text);
  expect(!(parsed.fault && parsed.outer_blank));
  if (parsed.fault) check(*parsed.fault, text);
  if (parsed.outer_blank) check(*parsed.outer_blank, text);
  if (parsed.fault) return 0;
  check(parsed.path, size);
  not_reference(parsed.path);
  leading_members(parsed.path);
  if (const auto stray = stray_character(text, parsed.path)) expect(inside(*stray, size));
  return 0;
}
