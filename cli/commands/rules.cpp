// `sfn-lint rules`: the list of all rules.
#include <fmt/core.h>
#include <rapidjson/prettywriter.h>
#include <rapidjson/stringbuffer.h>

#include <span>

#include "cli/commands/commands.h"
#include "cli/commands/option_parser.h"
#include "cli/commands/rule_subject.h"
#include "cli/commands/rule_text.h"
#include "cli/exit_status.h"
#include "cli/report/printable.h"
#include "cli/report/report.h"
#include "cli/report/rule_page.h"
#include "rules/registry.h"

namespace sfn::cli {

namespace {

struct RulesOptions {
  std::string format = "text", about = {};
};

using Chosen = std::span<const Rule* const>;

// A vertical bar would end the cell.
std::string cell(std::string_view text) {
  std::string cell;
  for (const char c : text) cell += c == '|' ? "\\|" : std::string(1, c);
  return cell;
}

std::string markdown_list(Chosen rules) {
  std::string text = "| Rule | Severity | What it finds |\n|---|---|---|\n";
  for (const Rule* rule : rules)
    text += fmt::format("| [`{}`]({}) | {} | {} |\n", rule->id, page_file(*rule), name(rule->severity),
                        cell(rule->summary));
  return text;
}

std::string json_list(Chosen rules) {
  rapidjson::StringBuffer buffer;
  rapidjson::PrettyWriter<rapidjson::StringBuffer> json(buffer);
  json.SetIndent(' ', 2);
  const auto field = [&](const char* key, std::string_view value) {
    json.Key(key);
    json.String(value.data(), static_cast<rapidjson::SizeType>(value.size()));
  };
  json.StartArray();
  const auto list = [&](const char* key, const std::vector<std::string>& words) {
    json.Key(key);
    json.StartArray();
    for (const std::string& word : words)
      json.String(word.data(), static_cast<rapidjson::SizeType>(word.size()));
    json.EndArray();
  };
  for (const Rule* rule : rules) {
    json.StartObject();
    field("id", rule->id);
    field("family", rules::family(*rule));
    field("severity", name(rule->severity));
    field("summary", rule->summary);
    field("why", rule->why);
    field("url", rule->see);
    list("about", subjects(*rule));
    list("needs", needs(*rule));
    json.EndObject();
  }
  json.EndArray();
  return std::string(buffer.GetString(), buffer.GetSize()) + "\n";
}

std::string list_in(std::string_view format, Chosen rules) {
  if (format == "json") return json_list(rules);
  return format == "markdown" ? markdown_list(rules) : list_of(rules);
}

std::vector<const Rule*> chosen(std::string_view subject) {
  std::vector<const Rule*> rules;
  for (const Rule* rule : rules::all())
    if (subject.empty() || is_about(*rule, subject)) rules.push_back(rule);
  return rules;
}

}  // namespace

int rules_command(OptionParser& parser, const Host& host) {
  RulesOptions options;
  parser.add_choice("--format", options.format, {"text", "json", "markdown"}, "Format of the list [text]");
  parser.add_value("--about", options.about, "SUBJECT",
                   "Only rules about this: ecs, ecs:runTask, Task, retrier, JSONata, ...");
  if (!parser.parse()) return parser.status();
  const std::vector<const Rule*> rules = chosen(options.about);
  if (rules.empty()) {
    host.err(
        fmt::format("sfn-lint: no rule is about `{}`; try `ecs:runTask`, `Task`, `retrier` or `JSONata`\n",
                    printable(options.about)));
    return misuse;
  }
  return host.out(list_in(options.format, rules)) ? clean : unreadable;
}

}  // namespace sfn::cli
