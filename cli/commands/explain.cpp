// `sfn-lint explain ID`: the documentation of a rule.
#include <fmt/core.h>

#include "cli/commands/commands.h"
#include "cli/commands/option_parser.h"
#include "cli/commands/rule_text.h"
#include "cli/config/select_rules.h"
#include "cli/exit_status.h"
#include "rules/registry.h"

namespace sfn::cli {

namespace {

struct ExplainOptions {
  std::string rule;
  std::string format = "text";
  Color color = Color::automatic;  // accepted, but a page has no colors
};

void add(OptionParser& parser, ExplainOptions& options) {
  parser.add_argument("ID", options.rule, true,
                      "A rule, as `sfn-lint rules` lists them, with or without its family; or a family");
  parser.add_choice("--format", options.format, {"text", "markdown"}, "Format of the page [text]");
  parser.add_choice("--color", options.color, colors(), "Color [auto: on a terminal]");
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

int explain(const ExplainOptions& options, const Host& host) {
  const auto print = [&](const std::string& text) { return host.out(text) ? clean : unreadable; };
  const auto page = options.format == "markdown" ? markdown_page : text_page;
  if (const Rule* rule = rules::find(options.rule)) return print(page(*rule));
  if (rules::is_known(options.rule)) return print(list_of(family(options.rule)));
  const std::vector<const Rule*> meant = rules::find_without_family(options.rule);
  if (meant.size() == 1) return print(page(*meant.front()));
  host.err("sfn-lint: " +
           (meant.empty() ? unknown_rule(options.rule) + "\n" : ambiguous(options.rule, meant)));
  return misuse;
}

}  // namespace

int explain_command(OptionParser& parser, const Host& host) {
  ExplainOptions options;
  add(parser, options);
  return parser.parse() ? explain(options, host) : parser.status();
}

}  // namespace sfn::cli
