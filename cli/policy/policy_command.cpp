#include "cli/policy/policy_command.h"

#include <fmt/core.h>

#include <algorithm>

#include "cli/check/machines.h"
#include "cli/files/walk.h"
#include "cli/policy/policy_text.h"
#include "cli/policy/unknown_need.h"
#include "cli/report/destination.h"
#include "cli/report/messages.h"
#include "cli/report/printable.h"
#include "cli/report/summary_line.h"
#include "schemas/iam/needs.h"
#include "schemas/iam/resource_template.h"

namespace sfn::cli {

namespace {

namespace policy = schemas::iam;

class Printing {
 public:
  Printing(const PolicyOptions& options, const Host& host)
      : options_(options), host_(host), messages_(host) {}

  int run() {
    text_.kind = options_.trust       ? PolicyText::Kind::trust
                 : options_.task_role ? PolicyText::Kind::task_role
                                      : PolicyText::Kind::permissions;
    // Of a policy the account is in its ARNs.
    if (options_.trust) text_.account = options_.account;
    if (options_.trust) return print();
    Inputs inputs;
    if (const Fault fault = inputs.read({.task_definitions = options_.task_definitions}))
      return messages_.fail(fault);
    const Files files = find_files(options_.paths);
    for (const Failure& failure : files.failures) messages_.unreadable_file(failure.path, failure.reason);
    for (const File& file : files.files)
      each_machine(file, inputs, messages_,
                   [this](const MachineInFile& one) { take(one.path, one.machine); });
    for (const std::string& message : inputs.unused_task_definitions()) messages_.print(message);
    // Half a policy would be deployed as a whole one.
    if (messages_.status() != clean) return messages_.status();
    text_.grants = options_.task_role ? task_role_grants() : policy::grants(needs_, {});
    return text_.grants.empty() ? nothing() : print();
  }

 private:
  void take(const std::string& path, const asl::Machine& machine) {
    callbacks_ = callbacks_ || !policy::callback_tasks(machine).empty();
    if (options_.task_role) return;
    const policy::KnownValues known_values = known(machine);
    const policy::Needs& needs = machine.derive<policy::Needs>();
    bool tasks = false;
    for (policy::Need need : needs.all) {
      tasks = tasks || need.kind == policy::NeedKind::run_task;
      // The roles that the user names are the ones that the definition leaves open.
      if (need.kind == policy::NeedKind::pass_role && need.dynamic && !options_.role_arns.empty()) continue;
      for (policy::NeededResource& resource : need.resources)
        resource.granted = known_values.fill(resource.granted);
      needs_.push_back(std::move(need));
    }
    if (tasks) add_roles();
    for (const policy::UnknownNeed& unknown : needs.unknown) tell(path, unknown);
  }

  policy::KnownValues known(const asl::Machine& machine) const {
    policy::KnownValues known_values = policy::known_values(machine);
    if (!options_.partition.empty()) known_values.partition = options_.partition;
    if (!options_.region.empty()) known_values.region = options_.region;
    if (!options_.account.empty()) known_values.account = options_.account;
    known_values.state_machine = options_.state_machine;
    return known_values;
  }

  void add_roles() {
    for (const std::string& role : options_.role_arns) {
      policy::Need need;
      need.kind = policy::NeedKind::pass_role;
      need.action = "iam:PassRole";
      need.resources = {{role, role}};
      need.passed = "ecs-tasks.amazonaws.com";
      need.order = policy::order_of_roles;
      needs_.push_back(std::move(need));
    }
  }

  void tell(const std::string& path, const policy::UnknownNeed& unknown) {
    if (is_about_task_roles(unknown) && !options_.role_arns.empty()) return;
    host_.err(fmt::format("sfn-lint: {}: state `{}`: {}\n", printable(path), printable(unknown.state->name),
                          printable(describe(unknown))));
  }

  // A container answers with these; the service has no resources for them.
  std::vector<policy::Grant> task_role_grants() const {
    if (!callbacks_) return {};
    return {{{"states:SendTaskSuccess", "states:SendTaskFailure", "states:SendTaskHeartbeat"}, {"*"}, "", 0}};
  }

  int nothing() {
    host_.err(options_.task_role
                  ? "sfn-lint: no ECS task waits for a token, so its role needs no permissions\n"
                  : "sfn-lint: the definition needs no permissions that sfn-lint knows of\n");
    return clean;
  }

  int print() {
    const PolicyFormat& format = *find_policy_format(options_.format);
    std::string text = format.print(text_);
    std::string open;
    for (const std::string& name : placeholders(text_))
      if (format.filled_by_hand(name))
        open += fmt::format("{}`{}`", open.empty() ? "" : ", ", format.spelled(name));
    if (!open.empty())
      host_.err(fmt::format("sfn-lint: replace these placeholders with your own values: {}\n", open));
    Destination destination(options_.output, host_);
    destination.write(text);
    if (destination.failure().empty()) return clean;
    host_.err(destination.failure());
    return unreadable;
  }

  const PolicyOptions& options_;
  const Host& host_;
  PolicyText text_;
  std::vector<policy::Need> needs_;
  bool callbacks_ = false;
  Messages messages_;
};

}  // namespace

int print_policy(const PolicyOptions& options, const Host& host) { return Printing(options, host).run(); }

std::string wrong_policy_options(const PolicyOptions& options) {
  const auto plain = [](const std::string& text) { return text.empty() || schemas::iam::is_plain(text); };
  if (!plain(options.region) || !plain(options.partition) || !plain(options.state_machine))
    return "--region, --partition and --state-machine must be plain names";
  const std::string& account = options.account;
  if (!account.empty() && (account.size() != 12 || account.find_first_not_of("0123456789") != account.npos))
    return "--account must have 12 digits";
  for (const std::string& role : options.role_arns)
    if (!plain(role) || !role.starts_with("arn:") || role.find(":role/") == role.npos)
      return "`" + role + "` is not the ARN of a role";
  if (options.paths.empty() && !options.trust) return "policy needs a FILE";
  return {};
}

}  // namespace sfn::cli
