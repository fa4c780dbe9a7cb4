#include "rules/policy/shared/size.h"

#include <doctest/doctest.h>

#include "lint/json/parse.h"
#include "lint/lint.h"
#include "rules/registry.h"

using namespace sfn;
using namespace sfn::rules::policy;

namespace {

const std::string document =
    R"({"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["ecs:Run*"], "Resource": "*"}]})";

// Ids of what is said of a policy alone.
std::vector<std::string_view> said(const std::string& text) {
  const Source source("policy.json", text);
  const json::Parsed parsed = json::parse(source, 1);
  const RuleSet rules(rules::all());
  std::vector<std::string_view> ids;
  for (const Diagnostic& one : check_policy(*parsed.document, rules)) ids.push_back(one.rule->id);
  return ids;
}

std::string of_size(size_t size) {
  const std::string head =
      R"({"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"ecs:RunTask","Resource":")";
  return head + std::string(size - head.size() - 4, 'x') + "\"}]}";
}

}  // namespace

TEST_SUITE("rules/policy/shared/size") {
  TEST_CASE("sizes that IAM takes; white space does not count") {
    using Ids = std::vector<std::string_view>;
    CHECK(said(of_size(most_managed_characters)) == Ids{});
    CHECK(said(of_size(most_managed_characters + 1)) == Ids{"policy/too-large-for-managed"});
    CHECK(said(of_size(most_inline_characters)) == Ids{"policy/too-large-for-managed"});
    CHECK(said(of_size(most_inline_characters + 1)) == Ids{"policy/too-large"});
    CHECK(said(of_size(most_managed_characters) + std::string(9000, '\n')) == Ids{});
    CHECK(said(document + std::string(20000, ' ')) == Ids{});
  }
}
