#include "lint/asl/jsonata/delimiters.h"

namespace sfn::asl::jsonata {
namespace {

constexpr std::string_view blanks = " \t\r\n\v\f";
constexpr std::string_view opening = "{%", closing = "%}";

Delimited fault(Delimiters kind, size_t begin, size_t end, std::optional<std::string> fixed = std::nullopt) {
  Delimited found;
  found.kind = kind;
  found.fault_begin = static_cast<uint32_t>(begin);
  found.fault_end = static_cast<uint32_t>(end);
  found.fixed = std::move(fixed);
  return found;
}

/// One side is missing: the other one is the fault.
Delimited one_sided(std::string_view text, size_t first, size_t last, bool starts) {
  const std::string core(text.substr(first, last - first));
  if (starts) {
    if (core.find(closing, 2) != std::string::npos) {
      const size_t end = first + core.rfind(closing) + closing.size();
      return fault(Delimiters::text_around, end, last);
    }
    if (core == "{%}") return fault(Delimiters::no_end, first, last);
    return fault(Delimiters::no_end, first, first + opening.size(),
                 core + (core.back() == '%' && core.size() > 2 ? "}" : " %}"));
  }
  const size_t start = core.find(opening);
  if (start != std::string::npos) return fault(Delimiters::text_around, first, first + start);
  return fault(Delimiters::no_start, last - closing.size(), last, "{% " + core);
}

/// Neither side is at its place, and so text stands around what may be an expression.
Delimited inside(std::string_view text, size_t first) {
  const size_t open = text.find(opening), close = text.rfind(closing);
  if (open == std::string_view::npos && close == std::string_view::npos) return {};
  // A lone `%}` or `{%` inside a text is more likely a part of the text than half an expression.
  if (open == std::string_view::npos || close == std::string_view::npos || close < open + 2) return {};
  return fault(Delimiters::text_around, first, open);
}

}  // namespace

Delimited delimiters(std::string_view text) {
  const size_t first = text.find_first_not_of(blanks);
  if (first == std::string_view::npos) return {};
  const size_t last = text.find_last_not_of(blanks) + 1;
  const std::string_view core = text.substr(first, last - first);
  const bool starts = core.starts_with(opening), ends = core.ends_with(closing) && core.size() >= 4;
  if (!starts && !core.ends_with(closing)) return inside(text, first);
  if (!starts || !ends) return one_sided(text, first, last, starts);
  if (first > 0) return fault(Delimiters::blank_outside, 0, first, std::string(core));
  if (last < text.size()) return fault(Delimiters::blank_outside, last, text.size(), std::string(core));
  Delimited found;
  found.kind = Delimiters::expression;
  found.begin = 2;
  found.end = static_cast<uint32_t>(text.size() - 2);
  return found;
}

}  // namespace sfn::asl::jsonata
