// `sfn-lint policy`: its options. What it does: cli/policy/policy_command.h.
#include "cli/commands/commands.h"
#include "cli/commands/option_parser.h"
#include "cli/policy/policy_command.h"
#include "cli/policy/policy_text.h"

namespace sfn::cli {

namespace {

void add(OptionParser& parser, PolicyOptions& options) {
  parser.add_arguments("FILE", options.paths, "Definitions; - is standard input");
  parser.add_value("--region", options.region, "NAME", "AWS region, such as eu-west-1");
  parser.add_value("--account", options.account, "NAME", "AWS account ID");
  parser.add_value("--partition", options.partition, "NAME", "aws, aws-cn, aws-us-gov");
  parser.add_value("--state-machine", options.state_machine, "NAME",
                   "Its name, if it starts itself (distributed Map)");
  parser.add_repeatable("--role-arn", options.role_arns, "ARN", "A role that its ECS tasks use; repeatable");
  parser.add_repeatable(
      "--task-definition", options.task_definitions, "FILE",
      "A task definition, in any form that `check` takes, for the roles of its tasks; repeatable");
  parser.add_flag("--trust", options.trust, "Print who may assume the role instead");
  parser.add_flag("--task-role", options.task_role,
                  "Print what the role of a task that calls back needs instead");
  parser.exclude("--task-role", "--trust");
  parser.add_choice("--format", options.format, policy_formats(), "Format of the policy [json]");
  parser.add_value("--output", options.output, "FILE", "Write the policy to a file");
}

}  // namespace

int policy_command(OptionParser& parser, const Host& host) {
  PolicyOptions options;
  add(parser, options);
  if (!parser.parse()) return parser.status();
  if (const std::string wrong = wrong_policy_options(options); !wrong.empty())
    return parser.wrong_usage(wrong);
  return print_policy(options, host);
}

}  // namespace sfn::cli
