#include "schemas/iam/policy.h"

#include <algorithm>
#include <optional>

#include "lint/json/parse.h"
#include "lint/nearest.h"

namespace sfn::schemas::iam {

namespace {

constexpr int deepest = 6;

Answer both(Answer a, Answer b) { return std::min(a, b); }
Answer negated(Answer answer) {
  return answer == Answer::maybe ? answer : answer == Answer::yes ? Answer::no : Answer::yes;
}

// An item that is no string (a CloudFormation function, say) can be anything.
template <typename Compare>
Answer any(const std::vector<Value>& values, Compare compare) {
  Answer best = Answer::no;
  for (Value value : values) best = std::max(best, value.is_string() ? compare(value.text()) : Answer::maybe);
  return best;
}

// A condition on iam:PassedToService alone is understood.
Answer passed_to(Value operators, std::string_view service) {
  Answer all = Answer::yes;
  for (Value test : operators) {
    const bool like = equal_without_case(test.name(), "StringLike");
    const bool equals = equal_without_case(test.name(), "StringEquals");
    for (Value key : test) {
      if (!equal_without_case(key.name(), "iam:PassedToService") || (!like && !equals)) return Answer::maybe;
      all = both(all, any(texts(key), [&](std::string_view text) {
                   if (like || text.find("${") != text.npos) return covers(text, service);
                   return text == service ? Answer::yes : Answer::no;
                 }));
    }
  }
  return all;
}

Statement statement(Value value) {
  Statement made;
  made.value = value;
  const auto effect = value["Effect"].literal();
  if (effect == "Allow") made.effect = Effect::allow;
  if (effect == "Deny") made.effect = Effect::deny;
  made.not_action = value.has("NotAction");
  made.actions = texts(value[made.not_action ? "NotAction" : "Action"]);
  made.not_resource = value.has("NotResource");
  made.resources = texts(value[made.not_resource ? "NotResource" : "Resource"]);
  made.condition = value["Condition"];
  return made;
}

bool has_items(Value list) { return list && list.child_count() + (list.is_array() ? 0 : 1) > 0; }

// A `statement` of Terraform's data source aws_iam_policy_document.
Statement statement_of_terraform(Value value) {
  Statement made;
  made.value = value;
  const auto effect = value["effect"].literal();
  if (!value["effect"] || value["effect"].is_null() || effect == "Allow") made.effect = Effect::allow;
  if (effect == "Deny") made.effect = Effect::deny;
  made.not_action = has_items(value["not_actions"]);
  made.actions = texts(value[made.not_action ? "not_actions" : "actions"]);
  made.not_resource = has_items(value["not_resources"]);
  made.resources = texts(value[made.not_resource ? "not_resources" : "resources"]);
  if (has_items(value["condition"])) made.condition = value["condition"];
  return made;
}

bool is_policy(Value value) {
  if (value.has("Statement") || value.has("statement")) return true;
  const Value version = value["Version"];
  return version.is_string() && version.text().starts_with("20");
}

// As the API of IAM gives documents: RFC 3986 percent encoding.
std::string decoded(std::string_view text) {
  const auto digit = [](char c) {
    if (c >= '0' && c <= '9') return c - '0';
    const char small = static_cast<char>(c | 0x20);
    return small >= 'a' && small <= 'f' ? small - 'a' + 10 : -1;
  };
  std::string plain;
  for (size_t i = 0; i < text.size(); ++i) {
    const bool escape =
        text[i] == '%' && i + 2 < text.size() && digit(text[i + 1]) >= 0 && digit(text[i + 2]) >= 0;
    plain += escape ? static_cast<char>(digit(text[i + 1]) * 16 + digit(text[i + 2])) : text[i];
    if (escape) i += 2;
  }
  return plain;
}

constexpr std::string_view holders[] = {
    "PolicyDocument", "Document",       "AssumeRolePolicyDocument", "Policy",         "PolicyVersion",
    "Policies",       "RolePolicyList", "PolicyVersionList",        "RoleDetailList", "Role",
};

}  // namespace

std::vector<Value> texts(Value value) {
  std::vector<Value> found;
  if (!value) return found;
  if (!value.is_array()) return {value};
  for (Value item : value) found.push_back(item);
  return found;
}

Answer Statement::names(std::string_view action) const {
  const Answer named = any(actions, [&](std::string_view text) { return covers_action(text, action); });
  return not_action ? negated(named) : named;
}

namespace {

Answer covers_resource(Value resource, std::string_view needed, const Declarations* declarations) {
  const bool reference = resource.is_opaque() && resource.text().starts_with("${");
  if (declarations && (resource.is_string() || reference))
    return covers(declarations->resolve(resource.text()), needed);
  return resource.is_string() ? covers(resource.text(), needed) : Answer::maybe;
}

}  // namespace

Answer Statement::reaches(const Need& need) const {
  if (resources.empty()) return Answer::maybe;
  Answer best = Answer::no;
  for (const NeededResource& resource : need.resources) {
    Answer named = Answer::no;
    for (const Value one : resources)
      named = std::max(named, covers_resource(one, resource.acted_on, declarations));
    best = std::max(best, not_resource ? negated(named) : named);
  }
  return best;
}

Answer Statement::holds(const Need& need) const {
  if (!condition) return Answer::yes;
  if (need.action != "iam:PassRole" || !condition.is_object()) return Answer::maybe;
  if (need.passed.empty()) return Answer::maybe;
  return passed_to(condition, need.passed);
}

Answer Statement::answers(const Need& need) const {
  const Answer named = names(need.action);
  return named == Answer::no ? named : both(named, both(reaches(need), holds(need)));
}

Value Statement::action_value(std::string_view action) const {
  for (Value item : actions)
    if (item.is_string() && covers_action(item.text(), action) == Answer::yes) return item;
  return {};
}

PolicyFile::PolicyFile(const Document& document) { collect(document.root(), 0); }

PolicyFile::PolicyFile(Value policy, const Declarations& declarations) : declarations_(&declarations) {
  collect(policy, 0);
}

PolicyFile::PolicyFile(std::string text, Value name, const Declarations& declarations)
    : declarations_(&declarations) {
  collect_text(std::move(text), name, 0);
}

void PolicyFile::collect(Value value, int depth) {
  if (depth > deepest) return;
  if (value.is_string()) return collect_quoted(value, depth);
  if (value.is_array())
    for (Value item : value)
      if (item.is_object()) collect(item, depth + 1);
  if (!value.is_object()) return;
  if (is_policy(value)) return add(value);
  if (value["IsDefaultVersion"].boolean() == false) return;
  for (Value member : value)
    if (std::find(std::begin(holders), std::end(holders), member.name()) != std::end(holders))
      collect(member, depth + 1);
}

// A document as a string: JSON, percent-encoded or not.
void PolicyFile::collect_quoted(Value string, int depth) {
  if (!quoted_) collect_text(decoded(string.text()), string, depth);
}

void PolicyFile::collect_text(std::string text, Value place, int depth) {
  auto made = std::make_unique<Embedded>(Embedded{Source("policy", std::move(text)), std::nullopt});
  json::Parsed parsed = json::parse(made->source, place.document().file());
  if (!parsed.document) return;
  made->document = std::move(parsed.document);
  embedded_.push_back(std::move(made));
  quoted_ = place;
  collect(embedded_.back()->document->root(), depth + 1);
  quoted_ = {};
}

void PolicyFile::add(Value root) {
  Policy policy;
  policy.root = root;
  policy.quoted = quoted_;
  const bool terraform = !root.has("Statement") && root.has("statement");
  for (Value value : texts(root[terraform ? "statement" : "Statement"])) {
    if (!value.is_object()) continue;
    policy.statements.push_back(terraform ? statement_of_terraform(value) : statement(value));
    policy.statements.back().declarations = declarations_;
    policy.trust = policy.trust || value.has("Principal") || value.has("NotPrincipal");
  }
  policies.push_back(std::move(policy));
}

}  // namespace sfn::schemas::iam
