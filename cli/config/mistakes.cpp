#include "cli/config/mistakes.h"

#include <fmt/core.h>

#include <algorithm>

#include "cli/report/finding.h"
#include "cli/report/frame.h"
#include "cli/report/printable.h"

namespace sfn::cli {

namespace {

constexpr size_t most = 20;

// Never seen: places become lines and frames as those of findings do.
constexpr Rule no_rule{"configuration", Severity::error, "", "", "", {}};

std::string print(const std::vector<Diagnostic>& diagnostics, const Reference& file) {
  std::string text;
  const Reference files[] = {file};
  for (const Finding& one : resolve(diagnostics, files)) {
    text += fmt::format("{}:{}:{}: error: {}\n", printable(file.path), one.range.start.line,
                        one.range.start.column, printable(one.message));
    text += frame(one.excerpt, {one.range.start.line});
  }
  return text;
}

}  // namespace

void Mistakes::add(Place place, std::string message) { all_.push_back({place, std::move(message)}); }

std::string Mistakes::print(std::string_view path, const Document& document) const {
  std::vector<std::pair<uint32_t, const Mistake*>> order;
  for (const Mistake& one : all_) order.emplace_back(document.span(one.place).begin, &one);
  std::stable_sort(order.begin(), order.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<Diagnostic> first;
  for (size_t i = 0; i < std::min(most, order.size()); ++i)
    first.push_back({&no_rule, order[i].second->place, order[i].second->message});
  std::string text = sfn::cli::print(first, {path, document.text(), &document});
  if (order.size() > most) text += fmt::format("and {} more\n", order.size() - most);
  return text;
}

std::string did_you_mean(std::optional<std::string_view> meant) {
  return meant ? fmt::format("; did you mean `{}`?", *meant) : "";
}

std::string print_fault(std::string_view path, std::string_view text, const json::Fault& fault) {
  const Place place{0, no_node, Part::bytes, fault.span.begin, fault.span.end};
  return print({{&no_rule, place, fault.message}}, {path, text, nullptr});
}

}  // namespace sfn::cli
