// `sfn-lint rules`: the list of all rules.
#include <fmt/core.h>
#include <rapidjson/prettywriter.h>
#include <rapidjson/stringbuffer.h>

#include <algorithm>

#include "cli/commands/commands.h"
#include "cli/commands/option_parser.h"
#include "cli/commands/rule_text.h"
#include "cli/exit_status.h"
#include "cli/report/report.h"
#include "rules/registry.h"

namespace sfn::cli {

namespace {

struct RulesOptions {
  std::string format = "text";
};

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

std::string list_of_all(std::string_view format) {
  if (format == "json") return json_list();
  return format == "markdown" ? markdown_list() : list_of(rules::all());
}

}  // namespace

int rules_command(OptionParser& parser, const Host& host) {
  RulesOptions options;
  parser.add_choice("--format", options.format, {"text", "json", "markdown"}, "Format of the list [text]");
  if (!parser.parse()) return parser.status();
  return host.out(list_of_all(options.format)) ? clean : unreadable;
}

}  // namespace sfn::cli
