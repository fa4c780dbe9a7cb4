#include "schemas/stack/declarations.h"

#include <doctest/doctest.h>

#include "lint/read.h"
#include "schemas/deployment.h"
#include "schemas/iam/wildcard.h"

namespace sfn::schemas {
namespace {

struct Declaring {
  explicit Declaring(const std::string& resources)
      : source(
            "template.json",
            R"({"Resources":{"M":{"Type":"AWS::StepFunctions::StateMachine","Properties":{"DefinitionString":"{}"}},)" +
                resources + "}}"),
        reading(read(source, 0, Form::json)),
        all(declarations_around(reading.definitions.front(), 1)) {}

  Source source;
  Reading reading;
  std::shared_ptr<const Declarations> all;
};

TEST_SUITE("schemas/stack") {
  TEST_CASE("what references come to") {
    const Declaring in(R"("R":{"Type":"AWS::IAM::Role","Properties":{"Path":"/teams/"}},
      "N":{"Type":"AWS::IAM::Role","Properties":{"RoleName":"machine"}},
      "T":{"Type":"AWS::ECS::TaskDefinition","Properties":{"Family":"web"}},
      "Q":{"Type":"AWS::SQS::Queue","Properties":{}},
      "S":{"Type":"AWS::IAM::Role","Properties":{"RoleName":{"Fn::Sub":"${Stage}-machine"}}})");
    CHECK(in.all->resolve("${R.Arn}") == "arn:${Partition}:iam::${Account}:role/teams/${@R}");
    CHECK(in.all->resolve("x/${N}") == "x/machine");
    CHECK(in.all->resolve("${T}") ==
          "arn:${Partition}:ecs:${Region}:${Account}:task-definition/web:${Revision}");
    CHECK(in.all->resolve("${S}") == "${Stage}-machine");
    CHECK(in.all->resolve("${Q}") == "${Q}");  // a URL
    CHECK(in.all->resolve("${Parameter}/${AWS::Region}/${R.RoleId}") == "${Parameter}/${Region}/${R.RoleId}");
    CHECK(shown(in.all->resolve("${R}")) == "R");
  }

  TEST_CASE("which resource a text names") {
    const Declaring in(R"("R":{"Type":"AWS::IAM::Role","Properties":{"RoleName":"machine"}},
      "T":{"Type":"AWS::ECS::TaskDefinition","Properties":{"Family":"web"}},
      "U":{"Type":"AWS::ECS::TaskDefinition","Properties":{"Family":"twice"}},
      "V":{"Type":"AWS::ECS::TaskDefinition","Properties":{"Family":"twice"}})");
    const auto found = [&](ResourceKind kind, std::string_view text) {
      const Declared* resource = in.all->find(kind, text);
      return resource ? resource->name : std::string_view();
    };
    CHECK(found(ResourceKind::role, "${R.Arn}") == "R");
    CHECK(found(ResourceKind::role, "arn:aws:iam::123456789012:role/machine") == "R");
    CHECK(found(ResourceKind::task_definition, "web") == "T");
    CHECK(found(ResourceKind::task_definition, "${T}") == "T");
    CHECK(found(ResourceKind::task_definition, "${R}").empty());
    CHECK(found(ResourceKind::task_definition, "twice").empty());
    CHECK(found(ResourceKind::task_definition, "${Parameter}").empty());
  }

  TEST_CASE("names of resources are different from one another, but not from what is not known") {
    using iam::Answer;
    CHECK(iam::covers("role/${@A}", "role/${@A}") == Answer::yes);
    CHECK(iam::covers("role/${@A}", "role/${@B}") == Answer::no);
    CHECK(iam::covers("role/${@A}*", "role/${@B}") == Answer::no);
    CHECK(iam::covers("role/*", "role/${@B}") == Answer::yes);
    CHECK(iam::covers("role/app-*", "role/${@B}") == Answer::maybe);
    CHECK(iam::covers("role/app", "role/${@B}") == Answer::maybe);
    CHECK(iam::covers("role/${Name}-app", "role/${@B}") == Answer::maybe);
    CHECK(iam::covers("role/a/b", "role/${@B}") == Answer::no);
    CHECK(iam::covers("user/app", "role/${@B}") == Answer::no);
  }

  TEST_CASE("a variable of Fn::Sub is not the resource of its name") {
    const Declaring in(
        R"("Name":{"Type":"AWS::IAM::Role","Properties":{}},"R":{"Type":"AWS::IAM::Role","Properties":{}},
      "T":{"Type":"AWS::ECS::TaskDefinition","Properties":{
        "TaskRoleArn":{"Fn::Sub":["${Name}",{"Name":{"Fn::GetAtt":["R","Arn"]}}]},
        "ExecutionRoleArn":{"Fn::Sub":["arn:aws:iam::${AWS::AccountId}:role/${Name}",{"Name":{"Ref":"Parameter"}}]}}})");
    const Value task = in.all->stack().find("T")->properties;
    CHECK(task["TaskRoleArn"].text() == "${R.Arn}");
    CHECK(in.all->find(ResourceKind::role, task["TaskRoleArn"].text())->name == "R");
    CHECK(in.all->find(ResourceKind::role, task["ExecutionRoleArn"].text()) == nullptr);
  }

  TEST_CASE("hostile resources") {
    const Declaring in(R"("A":{"Type":"AWS::IAM::Role","Properties":{"RoleName":{"Ref":"B"}}},
      "B":{"Type":"AWS::IAM::Role","Properties":{"RoleName":{"Ref":"A"}}},
      "C":{"Type":"AWS::IAM::Role","Properties":[1]},"D":{"Type":"AWS::IAM::Role"},"E":5,"F":{"Type":7})");
    CHECK(in.all->resolve("${A}") == "${B}");
    CHECK(in.all->find(ResourceKind::role, "${B}")->name == "B");
    CHECK(in.all->resolve("${C}${D}") == "${@C}${@D}");
    CHECK(in.all->stack().open());
  }
}

}  // namespace
}  // namespace sfn::schemas
