#include "cli/explain_rule.h"

#include <fmt/core.h>
#include <rapidjson/prettywriter.h>
#include <rapidjson/stringbuffer.h>

#include <algorithm>

#include "cli/report/frame.h"
#include "cli/report/report.h"
#include "cli/run.h"
#include "cli/select_rules.h"
#include "lint/example.h"
#include "rules/registry.h"

namespace sfn::cli {

namespace {

constexpr size_t text_columns = 88;

std::string wrapped(std::string_view text) {
  std::string lines, line;
  while (!text.empty()) {
    const std::string_view word = text.substr(0, text.find(' '));
    text.remove_prefix(std::min(text.size(), word.size() + 1));
    if (!line.empty() && count_code_points(line) + 1 + count_code_points(word) > text_columns) {
      lines += line + "\n";
      line.clear();
    }
    line += (line.empty() ? "" : " ") + std::string(word);
  }
  return lines + line + "\n";
}

std::string indented(std::string_view text) {
  std::string lines;
  while (!text.empty()) {
    const std::string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(text.size(), line.size() + 1));
    lines += fmt::format("    {}\n", line);
  }
  return lines;
}

// The text of an example with carets below what the rule marks; of a mark over several lines below the first.
std::string pictured(const MarkedText& example) {
  const LineIndex lines(example.text);
  std::string picture;
  auto mark = example.marks.begin();
  for (uint32_t number = 1; number <= lines.line_count(); ++number) {
    const std::string_view line = lines.line(number);
    const auto offset = static_cast<size_t>(line.data() - example.text.data());
    bool shown = false;
    for (; mark != example.marks.end() && mark->begin <= offset + line.size(); ++mark) {
      const size_t end = std::min<size_t>(mark->end - offset, line.size());
      const std::string framed =
          frame({std::string(line), mark->begin - offset, end, false, false}, {.cut = false});
      picture += indented(shown ? framed.substr(framed.find('\n') + 1) : framed);
      shown = true;
    }
    if (!shown) picture += fmt::format("    {}\n", line);
  }
  return picture;
}

std::string pictured(const Example& example) {
  const MarkedText marked = unmark(example.text), policy = unmark(example.policy),
                   task_policy = unmark(example.task_role_policy);
  const bool right = marked.marks.empty() && policy.marks.empty() && task_policy.marks.empty();
  std::string text = fmt::format("\n{}: {}\n\n", right ? "Right" : "Wrong", example.title);
  text += marked.marks.empty() ? indented(marked.text) : pictured(marked);
  if (!example.type.empty()) text += fmt::format("\n  with --type {}\n", example.type);
  if (!example.task_definition.empty())
    text += "\n  with --task-definition:\n\n" + indented(example.task_definition);
  if (!example.input.empty()) text += "\n  with --input:\n\n" + indented(example.input);
  if (!example.policy.empty()) text += "\n  with --policy:\n\n" + pictured(policy);
  if (!example.task_role_policy.empty()) text += "\n  with --task-role-policy:\n\n" + pictured(task_policy);
  if (!example.fixed.empty()) text += "\n  Fixed:\n\n" + indented(example.fixed);
  return text;
}

std::string explained(const Rule& rule) {
  std::string text = fmt::format("{} ({})\n\n{}\n{}", rule.id, name(rule.severity),
                                 wrapped(fmt::format("Finds: {}.", rule.summary)), wrapped(rule.why));
  for (const Example& example : rule.examples) text += pictured(example);
  return text + fmt::format("\nSee: {}\n", rule.see);
}

std::string list_of(std::span<const Rule* const> rules) {
  std::string text;
  for (const Rule* rule : rules)
    text += fmt::format("{:44} {:8} {}\n", rule->id, name(rule->severity), rule->summary);
  return text;
}

std::vector<const Rule*> family(std::string_view name) {
  std::vector<const Rule*> members;
  for (const Rule* rule : rules::all())
    if (rules::family(*rule) == name) members.push_back(rule);
  return members;
}

std::string ambiguous(std::string_view name, const std::vector<const Rule*>& rules) {
  return fmt::format("more than one rule is named `{}`; write one of these:\n", name) + list_of(rules);
}

// A vertical bar would end the cell.
std::string cell(std::string_view text) {
  std::string cell;
  for (const char c : text) cell += c == '|' ? "\\|" : std::string(1, c);
  return cell;
}

// `ecs/launch_type` for `ecs/launch-type`: the rule's file in rules/, without its ending.
std::string file_of(const Rule& rule) {
  std::string path(rule.id);
  std::replace(path.begin(), path.end(), '-', '_');
  return path;
}

std::string markdown_list() {
  std::string text = "| Rule | Severity | What it finds |\n|---|---|---|\n";
  for (const Rule* rule : rules::all())
    text += fmt::format("| [`{}`]({}.md) | {} | {} |\n", rule->id, file_of(*rule), name(rule->severity),
                        cell(rule->summary));
  return text;
}

std::string json_list() {
  rapidjson::StringBuffer buffer;
  rapidjson::PrettyWriter<rapidjson::StringBuffer> json(buffer);
  json.SetIndent(' ', 2);
  const auto field = [&](const char* key, std::string_view value) {
    json.Key(key);
    json.String(value.data(), static_cast<rapidjson::SizeType>(value.size()));
  };
  json.StartArray();
  for (const Rule* rule : rules::all()) {
    json.StartObject();
    field("id", rule->id);
    field("family", rules::family(*rule));
    field("severity", name(rule->severity));
    field("summary", rule->summary);
    field("why", rule->why);
    field("url", rule->see);
    json.EndObject();
  }
  json.EndArray();
  return std::string(buffer.GetString(), buffer.GetSize()) + "\n";
}

// The page of a rule in rules/: its examples are code blocks in Markdown too, since they are indented.
std::string page(const Rule& rule) {
  std::string text = fmt::format("# `{}`\n\nSeverity: {}. Finds: {}.\n\n{}\n", rule.id, name(rule.severity),
                                 rule.summary, rule.why);
  for (const Example& example : rule.examples) text += pictured(example);
  return text +
         fmt::format("\nSee [the documentation]({}). This page is generated by `./dev docs`.\n", rule.see);
}

std::string described(const Rule& rule, const Options& options) {
  return options.format == "markdown" ? page(rule) : explained(rule);
}

int print(const std::string& text, const Host& host) { return host.out(text) ? clean : unreadable; }

}  // namespace

int explain_rule(const Options& options, const Host& host) {
  if (const Rule* rule = rules::find(options.rule)) return print(described(*rule, options), host);
  if (rules::is_known(options.rule)) return print(list_of(family(options.rule)), host);
  const std::vector<const Rule*> meant = rules::find_without_family(options.rule);
  if (meant.size() == 1) return print(described(*meant.front(), options), host);
  host.err("sfn-lint: " +
           (meant.empty() ? unknown_rule(options.rule) + "\n" : ambiguous(options.rule, meant)));
  return misuse;
}

int list_rules(const Options& options, const Host& host) {
  if (options.format == "json") return print(json_list(), host);
  return print(options.format == "markdown" ? markdown_list() : list_of(rules::all()), host);
}

}  // namespace sfn::cli
