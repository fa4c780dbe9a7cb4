#include "cli/run.h"

#include <exception>

#include "cli/check_files.h"
#include "cli/commands/api.h"
#include "cli/config/init.h"
#include "cli/explain_rule.h"
#include "cli/generate/generate.h"
#include "cli/options.h"
#include "cli/policy/policy_command.h"
#include "cli/report/printable.h"

namespace sfn::cli {

namespace {

int print_api(const Options& options, const Host& host) {
  const ApiPage page = api_page(options.call, options.format);
  if (!page.error.empty()) host.err("sfn-lint: " + printable(page.error) + "\n");
  if (!page.error.empty()) return misuse;
  return host.out(page.text) ? clean : unreadable;
}

int dispatch(const Options& options, const Host& host) {
  switch (options.command) {
    case Command::check:
      return check_files(options, host);
    case Command::explain:
      return explain_rule(options, host);
    case Command::rules:
      return list_rules(options, host);
    case Command::generate:
      return generate(options, host);
    case Command::init:
      return init(options, host);
    case Command::policy:
      return print_policy(options, host);
    case Command::api:
      return print_api(options, host);
  }
  return unreadable;
}

}  // namespace

int run(const std::vector<std::string>& arguments, const Host& host) try {
  const Arguments parsed = parse_arguments(arguments);
  if (parsed.options) return dispatch(*parsed.options, host);
  if (!parsed.err.empty()) host.err(parsed.err);
  if (!parsed.out.empty() && !host.out(parsed.out)) return unreadable;
  return parsed.status;
} catch (const std::exception& fault) {
  host.err(std::string("sfn-lint: internal error: ") + fault.what() + "\n");
  return unreadable;
}

}  // namespace sfn::cli
