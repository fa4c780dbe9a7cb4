#include "schemas/iam/policy.h"

#include <doctest/doctest.h>

#include "lint/json/parse.h"

using namespace sfn;
using namespace sfn::schemas::iam;

namespace {

struct Read {
  explicit Read(std::string text)
      : source("policy.json", std::move(text)), parsed(json::parse(source, 1)), file(*parsed.document) {}
  Source source;
  json::Parsed parsed;
  PolicyFile file;
};

const std::string document =
    R"({"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["ecs:Run*"], "Resource": "*"}]})";

Need need(std::string action, std::string resource, std::string_view passed = {}) {
  Need made;
  made.action = std::move(action);
  made.resources = {{resource, resource}};
  made.passed = passed;
  return made;
}

Answer answer(const std::string& statement, const Need& to) {
  const Read read(R"({"Statement": )" + statement + "}");
  REQUIRE(read.file.policies.size() == 1);
  return read.file.policies[0].statements.at(0).answers(to);
}

}  // namespace

TEST_SUITE("schemas/iam/policy") {
  TEST_CASE("the forms in which policies come") {
    CHECK(Read(document).file.policies.size() == 1);
    CHECK(Read("[" + document + ", " + document + "]").file.policies.size() == 2);
    CHECK(Read(R"({"RoleName": "r", "PolicyName": "p", "PolicyDocument": )" + document + "}")
              .file.policies.size() == 1);
    CHECK(Read(R"({"PolicyVersion": {"VersionId": "v2", "IsDefaultVersion": true, "Document": )" + document +
               "}}")
              .file.policies.size() == 1);
    CHECK(Read(R"({"Role": {"RoleName": "r", "AssumeRolePolicyDocument": )" + document + "}}")
              .file.policies.size() == 1);
    const std::string details =
        R"({"UserDetailList": [], "RoleDetailList": [{"RolePolicyList": [{"PolicyName": "p",
      "PolicyDocument": )" +
        document + R"(}]}], "Policies": [{"PolicyVersionList": [
      {"IsDefaultVersion": false, "Document": )" +
        document + R"(}, {"IsDefaultVersion": true, "Document": )" + document + "}]}]}";
    CHECK(Read(details).file.policies.size() == 2);
    CHECK(Read("{}").file.policies.empty());
    CHECK(Read("[]").file.policies.empty());
    CHECK(Read("7").file.policies.empty());
  }

  TEST_CASE("a document in a string, percent-encoded or not, has the string's place") {
    for (const char* text :
         {R"({"PolicyDocument": "%7B%22Statement%22%3A%20%7B%22Effect%22%3A%22Allow%22%7D%7D"})",
          R"({"PolicyDocument": "{\"Statement\": {\"Effect\": \"Allow\"}}"})"}) {
      const Read read(text);
      REQUIRE(read.file.policies.size() == 1);
      const Policy& policy = read.file.policies[0];
      REQUIRE(policy.statements.size() == 1);
      CHECK(policy.statements[0].effect == Effect::allow);
      CHECK(policy.place(policy.statements[0].value) ==
            read.parsed.document->root()["PolicyDocument"].place());
    }
    CHECK(Read(R"({"PolicyDocument": "no JSON"})").file.policies.empty());
  }

  TEST_CASE("actions and resources, and what is not them") {
    const Need run = need("ecs:RunTask", "arn:aws:ecs:eu-west-1:1:task-definition/web:7");
    CHECK(answer(R"({"Effect": "Allow", "Action": "ecs:*", "Resource": "*"})", run) == Answer::yes);
    CHECK(answer(R"({"Effect": "Allow", "Action": ["s3:*"], "Resource": "*"})", run) == Answer::no);
    CHECK(answer(R"({"Effect": "Allow", "NotAction": "iam:*", "Resource": "*"})", run) == Answer::yes);
    CHECK(answer(R"({"Effect": "Allow", "NotAction": ["ecs:run*"], "Resource": "*"})", run) == Answer::no);
    CHECK(
        answer(
            R"({"Effect": "Allow", "Action": "*", "NotResource": "arn:aws:ecs:*:*:task-definition/admin:*"})",
            run) == Answer::yes);
    CHECK(answer(R"({"Effect": "Allow", "Action": "*", "NotResource": "arn:aws:ecs:*:*:task-definition/*"})",
                 run) == Answer::no);
    CHECK(answer(R"({"Effect": "Allow", "Action": "*", "Resource": {"Fn::GetAtt": ["T", "Arn"]}})", run) ==
          Answer::maybe);
    CHECK(answer(R"({"Effect": "Allow", "Action": "*"})", run) == Answer::maybe);
    CHECK(
        answer(
            R"({"Effect": "Allow", "Action": "*", "Resource": "*", "Condition": {"Bool": {"a:b": "true"}}})",
            run) == Answer::maybe);
  }

  TEST_CASE("the service that a role is passed to") {
    const Need pass = need("iam:PassRole", "arn:aws:iam::1:role/app", "ecs-tasks.amazonaws.com");
    const auto with = [&](const std::string& condition) {
      return answer(
          R"({"Effect": "Allow", "Action": "iam:PassRole", "Resource": "*", "Condition": )" + condition + "}",
          pass);
    };
    CHECK(with(R"({"StringEquals": {"iam:PassedToService": "ecs-tasks.amazonaws.com"}})") == Answer::yes);
    CHECK(with(R"({"StringEquals": {"iam:passedtoservice": ["a", "ecs-tasks.amazonaws.com"]}})") ==
          Answer::yes);
    CHECK(with(R"({"StringLike": {"iam:PassedToService": "ecs*"}})") == Answer::yes);
    CHECK(with(R"({"StringEquals": {"iam:PassedToService": "ecs.amazonaws.com"}})") == Answer::no);
    CHECK(with(R"({"StringNotEquals": {"iam:PassedToService": "ecs.amazonaws.com"}})") == Answer::maybe);
    CHECK(with("[]") == Answer::maybe);
  }
}
