#include "schemas/iam/declared_role.h"

#include <doctest/doctest.h>

#include "lint/read.h"
#include "schemas/iam/wildcard.h"

namespace sfn::schemas::iam {
namespace {

/// The first state machine of a template, and what is declared around it.
struct Around {
  explicit Around(std::string text)
      : source("template.json", std::move(text)), reading(read(source, 0, Form::json)) {
    set_template(surroundings, reading.definitions.front(),
                 declarations_around(reading.definitions.front(), 1));
  }
  const Deployment& known() const { return deployment(surroundings); }

  Source source;
  Reading reading;
  asl::Surroundings surroundings;
};

std::string resources(const std::string& members) { return R"({"Resources":{)" + members + "}}"; }

const std::string machine_with_role =
    R"("M":{"Type":"AWS::StepFunctions::StateMachine","Properties":{"RoleArn":{"Fn::GetAtt":["R","Arn"]},
     "DefinitionString":"{}"}},)";

TEST_SUITE("schemas/iam/declared_role") {
  TEST_CASE("inline policies, those beside the role, and managed ones") {
    const Around template_(resources(machine_with_role + R"(
      "R":{"Type":"AWS::IAM::Role","Properties":{"Policies":[{"PolicyDocument":{"Statement":[{"Action":"a:1"}]}}],
        "ManagedPolicyArns":[{"Ref":"Own"},"arn:aws:iam::aws:policy/service-role/AWSLambdaRole"]}},
      "P":{"Type":"AWS::IAM::Policy","Properties":{"Roles":[{"Ref":"R"}],"PolicyDocument":{"Statement":[{"Action":"a:2"}]}}},
      "Own":{"Type":"AWS::IAM::ManagedPolicy","Properties":{"PolicyDocument":{"Statement":{"Action":"a:3"}}}},
      "Q":{"Type":"AWS::IAM::Policy","Properties":{"Roles":[{"Ref":"Param"}],"PolicyDocument":{"Statement":[]}}})"));
    const DeclaredRole role = machine_role(template_.known());
    CHECK(role.complete);
    std::vector<std::string_view> actions;
    for (const Policy* policy : role.policies()) actions.push_back(policy->statements[0].actions[0].text());
    CHECK(actions == std::vector<std::string_view>{"a:1", "a:3", "lambda:InvokeFunction", "a:2"});
  }

  TEST_CASE("policies that the template does not have all of") {
    const auto complete = [](const std::string& role, const std::string& more) {
      const Around template_(resources(
          R"("M":{"Type":"AWS::Serverless::StateMachine","Properties":{"DefinitionUri":"a",)" + role +
          R"(}},"R":{"Type":"AWS::IAM::Role","Properties":{"Policies":[{"PolicyDocument":{"Statement":[]}}])" +
          more));
      return machine_role(template_.known()).complete;
    };
    const std::string role = R"("Role":{"Fn::Sub":"${R.Arn}"})";
    CHECK(complete(role, "}}"));
    CHECK_FALSE(complete(role, R"(,"ManagedPolicyArns":["arn:aws:iam::aws:policy/ReadOnlyAccess"]}})"));
    CHECK_FALSE(complete(role, R"(,"ManagedPolicyArns":[{"Ref":"Parameter"}]}})"));
    CHECK_FALSE(
        complete(role, R"(}},"P":{"Type":"AWS::IAM::RolePolicy","Properties":{"RoleName":{"Ref":"R"}}})"));
    CHECK_FALSE(complete(role, R"(}},"P":{"Type":"AWS::IAM::Policy","Properties":{"Roles":["x"]}})"));
    CHECK(complete(role, R"(}},"P":{"Type":"AWS::IAM::Policy","Properties":{"Roles":[{"Ref":"S"}]}})"));
    CHECK_FALSE(complete(role, R"(}},"Fn::ForEach::P":["A",["b"],{}])"));
    CHECK_FALSE(complete(role, R"(}},"C":{"Type":"AWS::Serverless::Connector","Properties":{}})"));
    CHECK_FALSE(complete(R"("Role":{"Ref":"Parameter"})", "}}"));
    CHECK(complete(R"("Policies":[{"Statement":[]}])", "}}"));
    CHECK(complete(R"("Policies":["AWSLambdaRole"])", "}}"));
    CHECK(complete(R"("Policies":[{"LambdaInvokePolicy":{"FunctionName":"f"}}])", "}}"));
    CHECK_FALSE(complete(R"("Policies":[{"NoSuchPolicy":{}}])", "}}"));
    CHECK_FALSE(complete(R"("Policies":[{"Statement":[{"Fn::If":["c",{},{}]}]}])", "}}"));
    CHECK_FALSE(complete(R"("Policies":[{"Statement":[]}])",
                         R"(}},"P":{"Type":"AWS::IAM::Policy","Properties":{"Roles":[{"Ref":"MRole"}]}})"));
  }

  TEST_CASE("a policy template of SAM has its parameter in the ARN") {
    const Around template_(resources(
        R"("M":{"Type":"AWS::Serverless::StateMachine","Properties":{"DefinitionUri":"a",
        "Policies":[{"SQSSendMessagePolicy":{"QueueName":{"Fn::GetAtt":["Q","QueueName"]}}},
                    {"EcsRunTaskPolicy":{"TaskDefinition":"web:*"}}]}},
      "Q":{"Type":"AWS::SQS::Queue","Properties":{}})"));
    const DeclaredRole role = machine_role(template_.known());
    const auto policies = role.policies();
    REQUIRE(policies.size() == 2);
    CHECK(policies[0]->statements[0].resources[0].text() ==
          "arn:${Partition}:sqs:${Region}:${Account}:${@Q}");
    CHECK(policies[1]->statements[0].resources[0].text() ==
          "arn:${Partition}:ecs:${Region}:${Account}:task-definition/web:*");
    const Place place = policies[0]->place(policies[0]->statements[0].value);
    const Document& resources = *template_.known().declarations->stack().documents()[0];
    const Span span = resources.span(place);  // of what the template has
    CHECK(template_.source.text().substr(span.begin).starts_with(R"({"SQSSendMessagePolicy")"));
  }

  TEST_CASE("roles of a plan of Terraform") {
    const Around template_(R"({"planned_values":{"root_module":{"resources":[
      {"address":"aws_sfn_state_machine.m","mode":"managed","type":"aws_sfn_state_machine","values":
        {"name":"m","definition":"{}"}},
      {"address":"aws_iam_role.m","mode":"managed","type":"aws_iam_role","values":{"name":"machine","path":"/",
        "inline_policy":[{"name":"a","policy":"{\"Statement\":[{\"Action\":\"a:1\"}]}"}]}},
      {"address":"aws_iam_role_policy.m","mode":"managed","type":"aws_iam_role_policy","values":
        {"role":"machine","policy":"{\"Statement\":[{\"Action\":\"a:2\"}]}"}},
      {"address":"aws_iam_role_policy_attachment.m","mode":"managed","type":"aws_iam_role_policy_attachment","values":
        {"role":"machine","policy_arn":"arn:aws:iam::aws:policy/service-role/AWSLambdaRole"}}]}},
      "configuration":{"root_module":{"resources":[{"address":"aws_sfn_state_machine.m","expressions":
        {"role_arn":{"references":["aws_iam_role.m.arn","aws_iam_role.m"]}}}]}}})");
    const DeclaredRole role = machine_role(template_.known());
    CHECK(role.complete);
    CHECK(role.policies().size() == 3);
  }
}

}  // namespace
}  // namespace sfn::schemas::iam
