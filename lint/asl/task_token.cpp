#include "lint/asl/task_token.h"

#include <algorithm>
#include <array>

#include "lint/characters.h"
#include "lint/nearest.h"

namespace sfn::asl {

namespace {

// Finds `wanted` where no name goes on at its end.
std::optional<Span> find_whole(std::string_view text, std::string_view wanted) {
  for (size_t at = text.find(wanted); at != std::string_view::npos; at = text.find(wanted, at + 1)) {
    const size_t end = at + wanted.size();
    if (end == text.size() || !is_word(text[end])) return span_between(at, end);
  }
  return std::nullopt;
}

// The dotted names from `begin` on: `Task.Token` of `Task.Token[0]`.
size_t end_of_names(std::string_view text, size_t begin) {
  size_t end = begin;
  while (end < text.size() && (is_word(text[end]) || text[end] == '.')) ++end;
  while (end > begin && text[end - 1] == '.') --end;
  return end;
}

bool is_meant_as_token(std::string_view names) {
  constexpr std::array<std::string_view, 6> slips = {"task.token", "task.tasktoken", "task.task_token",
                                                     "tasktoken",  "task_token",     "token"};
  return names != "Task.Token" && std::any_of(slips.begin(), slips.end(), [&](std::string_view slip) {
           return equal_without_case(slip, names);
         });
}

std::optional<Span> find_misspelled_under(std::string_view text, std::string_view root) {
  for (size_t at = text.find(root); at != std::string_view::npos; at = text.find(root, at + 1)) {
    const size_t begin = at + root.size(), end = end_of_names(text, begin);
    if (is_meant_as_token(text.substr(begin, end - begin))) return span_between(at, end);
  }
  return std::nullopt;
}

}  // namespace

std::optional<Span> find_token(std::string_view text) {
  if (const auto found = find_whole(text, token_path)) return found;
  return find_whole(text, token_expression);
}

bool is_token(std::string_view text) { return text == token_path || text == token_expression; }

std::optional<Span> find_single_dollar(std::string_view text) {
  constexpr std::string_view wanted = "$.Task.Token";
  for (size_t at = text.find(wanted); at != std::string_view::npos; at = text.find(wanted, at + 1)) {
    const size_t end = at + wanted.size();
    const bool context = at > 0 && text[at - 1] == '$';
    if (!context && (end == text.size() || !is_word(text[end]))) return span_between(at, end);
  }
  return std::nullopt;
}

std::optional<Span> find_misspelled(std::string_view text) {
  if (const auto found = find_misspelled_under(text, "$$.")) return found;
  return find_misspelled_under(text, "$states.context.");
}

}  // namespace sfn::asl
