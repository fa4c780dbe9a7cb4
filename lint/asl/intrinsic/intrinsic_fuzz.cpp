// Whatever the bytes are: no crash, places inside the text, and a repair changes something.
#include <cstdlib>

#include "lint/asl/intrinsic/checks.h"
#include "lint/asl/intrinsic/functions.h"

using namespace sfn;
using namespace sfn::asl::intrinsic;

namespace {

void expect(bool sound) {
  if (!sound) std::abort();
}

bool inside(Span span, size_t size) { return span.begin <= span.end && span.end <= size; }

void check(const std::optional<Repair>& repair, std::string_view text) {
  if (!repair) return;
  expect(inside(repair->span, text.size()));
  expect(text.substr(repair->span.begin, repair->span.end - repair->span.begin) != repair->text);
}

void check(const Fault& fault, std::string_view text) {
  expect(inside(fault.span, text.size()) && !fault.message.empty());
  expect(fault.span.begin < fault.span.end || text.find_first_not_of(" \t\r\n") == text.npos);
  check(fault.repair, text);
}

constexpr Problems (*checks[])(const Call&) = {unknown_names,  wrong_arity,    wrong_kinds,       too_deep,
                                               too_many_calls, needs_brackets, placeholder_count, lone_braces,
                                               range_limits,   hash_algorithm, deep_merge,        math_range,
                                               text_limit,     chunk_size};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  begins_as_call(text);
  const Parsed parsed = parse(text);
  expect(parsed.call.has_value() != parsed.fault.has_value());
  if (parsed.fault) check(*parsed.fault, text);
  if (parsed.outer_blank) check(*parsed.outer_blank, text);
  if (!parsed.call) return 0;
  for (const auto run : checks) {
    for (const Problem& problem : run(*parsed.call)) {
      expect(inside(problem.span, size) && problem.span.begin < problem.span.end && !problem.message.empty());
      check(problem.repair, text);
    }
  }
  return 0;
}
