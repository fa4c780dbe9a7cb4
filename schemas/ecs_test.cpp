// The tables against what the API model and the documentation say of ecs:runTask.
#include <doctest/doctest.h>

#include <set>

#include "schemas/schemas.h"

using namespace sfn::schemas;

static Shape run_task() { return parameters("ecs", "runTask"); }

static Shape at(Shape shape, std::initializer_list<const char*> path) {
  for (const char* name : path) shape = shape.member(name).shape();
  return shape;
}

TEST_SUITE("schemas/ecs") {
  TEST_CASE("RunTask has 19 parameters, of which one is required") {
    REQUIRE(run_task().is_structure());
    CHECK_FALSE(run_task().open());
    std::set<std::string_view> names;
    std::set<std::string_view> required;
    for (const Member member : run_task().members()) {
      names.insert(member.name());
      if (member.required()) required.insert(member.name());
    }
    CHECK(names == std::set<std::string_view>{
                       "CapacityProviderStrategy", "ClientToken", "Cluster", "Count", "EnableECSManagedTags",
                       "EnableExecuteCommand", "Group", "LaunchType", "NetworkConfiguration", "Overrides",
                       "PlacementConstraints", "PlacementStrategy", "PlatformVersion", "PropagateTags",
                       "ReferenceId", "StartedBy", "Tags", "TaskDefinition", "VolumeConfigurations"});
    CHECK(required == std::set<std::string_view>{"TaskDefinition"});
  }

  TEST_CASE("members are spelled by the member's name, not by its shape's") {
    const Shape network = at(run_task(), {"NetworkConfiguration"});
    CHECK(network.member("AwsvpcConfiguration"));
    CHECK_FALSE(network.member("AwsVpcConfiguration"));
    CHECK(network.member_ignoring_case("AWSVPCConfiguration").name() == "AwsvpcConfiguration");
    const Member subnets = at(network, {"AwsvpcConfiguration"}).member("Subnets");
    CHECK(subnets.required());
    CHECK(subnets.shape().type() == Type::list);
    CHECK(subnets.shape().item().type() == Type::string);
  }

  TEST_CASE("the size of a task is a string and that of a container an integer") {
    const Shape overrides = at(run_task(), {"Overrides"});
    CHECK(at(overrides, {"Cpu"}).type() == Type::string);
    const Shape container = at(overrides, {"ContainerOverrides"}).item();
    CHECK(at(container, {"Cpu"}).type() == Type::integer);
    CHECK(at(container, {"Environment"}).item().member("Value").shape().type() == Type::string);
    CHECK(at(container, {"Command"}).item().type() == Type::string);
    CHECK(container.members().size() == 8);
    CHECK_FALSE(container.member("Secrets"));
  }

  TEST_CASE("enums keep the spelling and order of the model") {
    const Shape launch_type = at(run_task(), {"LaunchType"});
    std::vector<std::string_view> values;
    for (const std::string_view value : launch_type.enum_values()) values.push_back(value);
    CHECK(values == std::vector<std::string_view>{"EC2", "FARGATE", "EXTERNAL", "MANAGED_INSTANCES"});
    CHECK(launch_type.accepts("FARGATE"));
    CHECK_FALSE(launch_type.accepts("fargate"));
    CHECK(at(run_task(), {"PlacementStrategy"}).item().member("Type").shape().accepts("binpack"));
    CHECK(at(run_task(), {"Cluster"}).accepts("anything"));
  }

  TEST_CASE("limits") {
    const Shape tags = at(run_task(), {"Tags"});
    CHECK(tags.maximum() == 50.0);
    CHECK(tags.minimum() == 0.0);
    CHECK(tags.item().member("Key").shape().maximum() == 128.0);
    const Shape provider = at(run_task(), {"CapacityProviderStrategy"}).item();
    CHECK(at(provider, {"Weight"}).maximum() == 1000.0);
    CHECK_FALSE(at(run_task(), {"Cluster"}).maximum());
  }

  TEST_CASE("an idempotency token is never required") {
    CHECK(run_task().member("ClientToken").idempotency_token());
    CHECK_FALSE(run_task().member("ClientToken").required());
  }

  TEST_CASE("a member is deprecated if its shape is") {
    const Shape overrides = at(run_task(), {"Overrides"});
    CHECK(overrides.member("InferenceAcceleratorOverrides").deprecated());
    CHECK_FALSE(overrides.member("ContainerOverrides").deprecated());
  }

  TEST_CASE("the result and the errors") {
    const Shape task = at(result("ecs", "runTask"), {"Tasks"}).item();
    CHECK(at(task, {"Containers"}).item().member("ExitCode").shape().type() == Type::integer);
    CHECK(task.member("StoppedReason"));
    CHECK_FALSE(task.member("stoppedReason"));
    CHECK(at(result("ecs", "runTask"), {"Failures"}).item().member("Reason"));
    std::vector<std::string_view> names;
    for (const std::string_view error : find("ecs", "runTask")->errors()) names.push_back(error);
    CHECK(names.size() == 10);
    CHECK(names.front() == "AccessDeniedException");
    CHECK(names.back() == "UnsupportedFeatureException");
  }

  TEST_CASE("where a misplaced member belongs") {
    const std::vector<Position> found = positions(run_task(), "Subnets");
    REQUIRE(found.size() == 1);
    CHECK(found[0].path == "NetworkConfiguration.AwsvpcConfiguration.Subnets");
    CHECK(found[0].owner == at(run_task(), {"NetworkConfiguration", "AwsvpcConfiguration"}));
    std::vector<std::string> paths;
    for (const Position& position : positions(run_task(), "Cpu")) paths.push_back(position.path);
    CHECK(paths == std::vector<std::string>{"Overrides.Cpu", "Overrides.ContainerOverrides[].Cpu"});
    CHECK(positions(run_task(), "Cpu", 1).size() == 1);
    CHECK(positions(run_task(), "Nowhere").empty());
  }
}
