// `sfn-lint policy --format terraform`: a data source `aws_iam_policy_document`.
#include <fmt/core.h>

#include <algorithm>

#include "cli/policy/policy_text.h"

namespace sfn::cli {

namespace {

struct Source {
  std::string_view name, spelled, block;
};
constexpr Source sources[] = {
    {"Partition", "${data.aws_partition.current.partition}", "data \"aws_partition\" \"current\" {}\n"},
    {"Region", "${data.aws_region.current.name}", "data \"aws_region\" \"current\" {}\n"},
    {"Account", "${data.aws_caller_identity.current.account_id}",
     "data \"aws_caller_identity\" \"current\" {}\n"},
};

const Source* source(std::string_view name) {
  for (const Source& one : sources)
    if (one.name == name) return &one;
  return nullptr;
}

// `StateMachine` as `state_machine`.
std::string snake_case(std::string_view name) {
  std::string result;
  for (const char c : name) {
    const bool capital = c >= 'A' && c <= 'Z';
    if (capital && !result.empty()) result += '_';
    result += capital ? static_cast<char>(c - 'A' + 'a') : c;
  }
  return result;
}

std::string terraform_placeholder(std::string_view name) {
  const Source* found = source(name);
  return found ? std::string(found->spelled) : "${var." + snake_case(name) + "}";
}
bool terraform_by_hand(std::string_view name) { return source(name) == nullptr; }

// As `terraform fmt` has it: several items one a line.
std::string list(const std::vector<std::string>& texts) {
  if (texts.size() == 1) return fmt::format("[\"{}\"]", with_placeholders(texts[0], terraform_placeholder));
  std::string items;
  for (const std::string& text : texts)
    items += fmt::format("      \"{}\",\n", with_placeholders(text, terraform_placeholder));
  return "[\n" + items + "    ]";
}

using Attribute = std::pair<std::string_view, std::string>;

// Neighbours of one line have their signs in one column, as `terraform fmt` has it.
std::string aligned(const std::vector<Attribute>& attributes) {
  const auto single = [&](size_t i) { return attributes[i].second.find('\n') == std::string::npos; };
  std::string text;
  for (size_t first = 0, last = 0; first < attributes.size(); first = last) {
    size_t width = attributes[first].first.size();
    for (last = first + 1; single(first) && last < attributes.size() && single(last); ++last)
      width = std::max(width, attributes[last].first.size());
    for (size_t i = first; i < last; ++i)
      text += fmt::format("    {:{}} = {}\n", attributes[i].first, width, attributes[i].second);
  }
  return text;
}

std::string condition(std::string_view variable, std::string_view value) {
  return fmt::format(
      "\n    condition {{\n      test     = \"StringEquals\"\n      variable = \"{}\"\n      values   = "
      "[\"{}\"]\n    }}\n",
      variable, value);
}

std::string statement(const schemas::iam::Grant& grant) {
  std::string text = "  statement {\n" + aligned({{"effect", "\"Allow\""},
                                                  {"actions", list(grant.actions)},
                                                  {"resources", list(grant.resources)}});
  if (!grant.passed.empty()) text += condition("iam:PassedToService", grant.passed);
  return text + "  }\n";
}

std::string terraform_trust(const std::string& account) {
  std::string text =
      "  statement {\n    effect  = \"Allow\"\n    actions = [\"sts:AssumeRole\"]\n\n    principals {\n"
      "      type        = \"Service\"\n      identifiers = [\"states.amazonaws.com\"]\n    }\n";
  if (!account.empty()) text += condition("aws:SourceAccount", account);
  return text + "  }\n";
}

std::string terraform_policy(const PolicyText& policy) {
  std::string before, document;
  for (const std::string& name : placeholders(policy)) {
    const Source* found = source(name);
    before += found ? std::string(found->block)
                    : fmt::format("{}variable \"{}\" {{\n  type = string\n}}\n", before.empty() ? "" : "\n",
                                  snake_case(name));
  }
  if (policy.kind == PolicyText::Kind::trust) document = terraform_trust(policy.account);
  for (const schemas::iam::Grant& grant : policy.grants)
    document += (document.empty() ? "" : "\n") + statement(grant);
  const char* name = policy.kind == PolicyText::Kind::trust       ? "state_machine_trust"
                     : policy.kind == PolicyText::Kind::task_role ? "task_role"
                                                                  : "state_machine";
  return before + (before.empty() ? "" : "\n") +
         fmt::format("data \"aws_iam_policy_document\" \"{}\" {{\n{}}}\n", name, document);
}

}  // namespace

const PolicyFormat policy_terraform{"terraform", terraform_policy, terraform_placeholder, terraform_by_hand};

}  // namespace sfn::cli
