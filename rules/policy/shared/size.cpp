#include "rules/policy/shared/size.h"

#include <algorithm>

namespace sfn::rules::policy {

size_t characters(const Policy& policy) {
  const Document& document = policy.root.document();
  const Span span = document.span(policy.root.place());
  const std::string_view text = document.text().substr(span.begin, span.end - span.begin);
  const auto blanks = std::count_if(text.begin(), text.end(),
                                    [](char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; });
  return count_code_points(text) - static_cast<size_t>(blanks);
}

}  // namespace sfn::rules::policy
