#include <fmt/core.h>

#include <algorithm>
#include <iterator>

#include "lint/nearest.h"
#include "lint/rule.h"
#include "schemas/ecs/run_task.h"

namespace sfn::rules::ecs::not_overridable {

using namespace schemas::ecs;

namespace {

// Members of ContainerDefinition that ContainerOverride lacks.
constexpr std::string_view definition_only[] = {"CredentialSpecs",
                                                "DependsOn",
                                                "DisableNetworking",
                                                "DnsSearchDomains",
                                                "DnsServers",
                                                "DockerLabels",
                                                "DockerSecurityOptions",
                                                "EntryPoint",
                                                "Essential",
                                                "ExtraHosts",
                                                "FirelensConfiguration",
                                                "HealthCheck",
                                                "Hostname",
                                                "Image",
                                                "Interactive",
                                                "Links",
                                                "LinuxParameters",
                                                "LogConfiguration",
                                                "MountPoints",
                                                "PortMappings",
                                                "Privileged",
                                                "PseudoTerminal",
                                                "ReadonlyRootFilesystem",
                                                "RepositoryCredentials",
                                                "RestartPolicy",
                                                "Secrets",
                                                "StartTimeout",
                                                "StopTimeout",
                                                "SystemControls",
                                                "Ulimits",
                                                "User",
                                                "VersionConsistency",
                                                "VolumesFrom",
                                                "WorkingDirectory"};

bool is_definition_only(std::string_view name) {
  return std::any_of(std::begin(definition_only), std::end(definition_only),
                     [&](std::string_view one) { return equal_without_case(one, name); });
}

void check(const RunTask& task, Report& report) {
  for (Value container : task.containers())
    for (Value member : container) {
      const asl::Parameter parameter = asl::parameter(member, task.language());
      if (!is_definition_only(parameter.name)) continue;
      Diagnostic& found =
          report.add(parameter.key(),
                     fmt::format("`{}` cannot be overridden; set it in the task definition", parameter.name));
      found.note(
          "an override accepts `Command`, `Environment`, `EnvironmentFiles`, `Cpu`, `Memory`, "
          "`MemoryReservation` and `ResourceRequirements`");
    }
}

constexpr Example examples[] = {
    {"secrets in an override",
     R"({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"TaskDefinition": "web:7", "Overrides": {"ContainerOverrides": [{"Name": "app",
  «"Secrets"»: [{"Name": "KEY", "ValueFrom": "arn:aws:ssm:us-east-1:123456789012:parameter/key"}]}]}},
 "End": true})"},
    {"an entry point, in JSONata",
     R"({"Type": "Task", "QueryLanguage": "JSONata", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Arguments": {"TaskDefinition": "web:7", "Overrides": {"ContainerOverrides": [{"Name": "app",
  «"EntryPoint"»: ["sh", "-c"]}]}}, "End": true})"},
    {"the members of an override",
     R"({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"TaskDefinition": "web:7", "Overrides": {"ContainerOverrides": [{"Name": "app",
  "Command.$": "$.commands", "Cpu": 256, "Memory": 512}]}}, "End": true})"},
};

}  // namespace

extern const Rule rule{
    .id = "ecs/not-overridable",
    .severity = Severity::error,
    .summary = "a container override of something that only the task definition can set",
    .why =
        "A container override has eight members. Step Functions refuses any other, and the state fails "
        "when it runs: `The field \"Secrets\" is not supported by Step Functions`.",
    .see = "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerOverride.html",
    .examples = examples,
    .about = ecs_run_task,
    .state = on_run_task<check>,
};

}  // namespace sfn::rules::ecs::not_overridable
