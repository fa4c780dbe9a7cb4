#include "schemas/stack/declarations.h"

#include <algorithm>

#include "lint/nearest.h"
#include "schemas/arn.h"

namespace sfn::schemas {

namespace {

// Texts of templates are short; longer ones are not worth the time.
constexpr size_t longest_text = 4096;

void replace(std::string& text, std::string_view part, std::string_view by) {
  if (const size_t at = text.find(part); at != text.npos) text.replace(at, part.size(), by);
}

// More than CloudFormation takes: a comparison with each of very many would take long.
constexpr size_t most_compared = 500;

std::vector<std::string_view> words(std::string_view name) {
  std::vector<std::string_view> found;
  for (size_t at = 0; at <= name.size();) {
    const size_t end = std::min(name.find_first_of("-_/.", at), name.size());
    found.push_back(name.substr(at, end - at));
    at = end + 1;
  }
  return found;
}

bool has_digit(std::string_view word) { return word.find_first_of("0123456789") != npos; }

// One slip in one longer word: `prod` and `prd`, `job-a` and `job-b`, `v1` and `v2` are names of their own.
bool misspells(std::string_view name, std::string_view known) {
  constexpr size_t shortest = 5;
  const auto wrong = words(name), right = words(known);
  if (wrong.size() != right.size()) return false;
  size_t slips = 0;
  for (size_t i = 0; i < wrong.size(); ++i) {
    if (wrong[i] == right[i]) continue;
    const bool alike = std::min(wrong[i].size(), right[i].size()) >= shortest && !has_digit(wrong[i]) &&
                       !has_digit(right[i]) && edit_distance(wrong[i], right[i], 1) == 1;
    if (!alike || ++slips > 1) return false;
  }
  return slips == 1;
}

// `/teams/batch/` of a role; unknown where it is no literal.
std::string path_of(const Declared& resource) {
  Value path = resource.properties["Path"];
  if (!path) path = resource.properties["path"];
  if (!path) return "/";
  const auto text = path.literal();
  return text ? std::string(*text) : "/${Path}";
}

// As the tables spell it.
std::string pseudo_parameter(std::string_view name) {
  return name == "AccountId" ? "${Account}" : "${" + std::string(name) + "}";
}

bool is_name_of(std::string_view attribute, const ResourceType& type) {
  return attribute == type.name || attribute == "name" || attribute == "id" || attribute == "Name";
}

bool is_arn(std::string_view attribute) {
  return attribute == "Arn" || attribute == "arn" || attribute == "TaskDefinitionArn" ||
         attribute == "TopicArn" || attribute == "PolicyArn" || attribute == "arn_without_revision";
}

// `web` of `arn:aws:ecs:eu-west-1:123456789012:task-definition/web`, for the kinds that are looked for.
std::string_view name_in(ResourceKind kind, std::string_view text) {
  if (!text.starts_with("arn:")) return text;
  const std::string_view marks[] = {"task-definition/", "cluster/", ":stateMachine:", ":function:"};
  for (const std::string_view mark : marks)
    if (const size_t at = text.find(mark); at != text.npos) return text.substr(at + mark.size());
  return kind == ResourceKind::role ? text.substr(text.rfind('/') + 1) : std::string_view();
}

}  // namespace

ResourceKind kind_of(const Declared& resource) {
  const ResourceType* type = resource_type(resource.type);
  return type ? type->kind : ResourceKind::other;
}

std::string_view whole_reference(std::string_view text) {
  const bool one = text.starts_with("${") && text.find('}') + 1 == text.size();
  return one ? text.substr(2, text.size() - 3) : std::string_view();
}

std::string shown(std::string_view resolved) {
  std::string text(resolved);
  for (size_t at = text.find("${@"); at != text.npos; at = text.find("${@", at)) {
    const size_t end = text.find('}', at);
    if (end == text.npos) break;
    text.replace(at, end + 1 - at, text.substr(at + 3, end - at - 3));
  }
  return text;
}

Declarations::Declarations(std::shared_ptr<const templates::Stack> stack) : stack_(std::move(stack)) {
  for (const Declared& resource : stack_->resources()) {
    const ResourceType* type = resource_type(resource.type);
    if (!type) continue;
    by_kind_[static_cast<size_t>(type->kind)].push_back(&resource);
    const auto name = type->name.empty() ? std::nullopt : resource.properties[type->name].literal();
    if (!name) continue;
    const auto [known, added] = by_name_.emplace(std::pair(type->kind, std::string(*name)), &resource);
    if (!added) known->second = nullptr;
  }
  for (const ResourceKind kind :
       {ResourceKind::inline_policy, ResourceKind::managed_policy, ResourceKind::policy_attachment})
    for (const Declared* policy : of(kind)) attach(*policy);
}

void Declarations::attach(const Declared& policy) {
  for (const char* name : {"Roles", "RoleName", "roles", "role"}) {
    const Value roles = policy.properties[name];
    if (!roles || roles.is_null()) continue;
    if (!roles.is_array()) attach(policy, roles);
    for (const Value role : roles) attach(policy, role);
  }
}

void Declarations::attach(const Declared& policy, Value role) {
  if (const Declared* found = find(ResourceKind::role, role.text())) attached_[found].push_back(&policy);
  else if (const std::string_view other = whole_reference(role.text()); !other.empty())
    attached_elsewhere_.insert(other);
  else attached_to_unknown_ = true;
}

const std::vector<const Declared*>& Declarations::attached_to(const Declared& role) const {
  static const std::vector<const Declared*> nothing;
  const auto found = attached_.find(&role);
  return found == attached_.end() ? nothing : found->second;
}

std::string Declarations::name(const Declared& resource) const {
  const ResourceType* type = resource_type(resource.type);
  const Value name = type && !type->name.empty() ? resource.properties[type->name] : Value();
  if (name.is_string() || name.is_opaque()) return std::string(name.text());
  return "${@" + std::string(resource.name) + "}";
}

std::string Declarations::arn(const Declared& resource) const {
  const ResourceType* type = resource_type(resource.type);
  if (!type || type->arn.empty()) return {};
  if (const auto known = resource.properties["arn"].literal()) return std::string(*known);
  std::string arn(type->arn);
  replace(arn, "{path}", path_of(resource));
  replace(arn, "{name}", name(resource));
  return arn;
}

std::string Declarations::value_of(std::string_view reference) const {
  if (reference.starts_with("AWS::")) return pseudo_parameter(reference.substr(5));
  const auto [resource, attribute] = stack_->refer(reference);
  const ResourceType* type = resource ? resource_type(resource->type) : nullptr;
  if (!type) return {};
  if (attribute.empty() && type->ref == ResourceType::Ref::other) return {};
  if (is_arn(attribute) || (attribute.empty() && type->ref == ResourceType::Ref::arn)) return arn(*resource);
  return attribute.empty() || is_name_of(attribute, *type) ? name(*resource) : std::string();
}

std::string Declarations::resolve(std::string_view text) const {
  std::string result;
  if (text.size() > longest_text) return std::string(text);
  size_t copied = 0;
  for (size_t at = text.find("${"); at != npos; at = text.find("${", at + 2)) {
    const size_t end = text.find('}', at);
    if (end == npos) break;
    const std::string value = value_of(text.substr(at + 2, end - at - 2));
    if (value.empty()) continue;
    result.append(text.substr(copied, at - copied)).append(value);
    copied = end + 1;
  }
  return result.append(text.substr(copied));
}

std::vector<std::string_view> Declarations::names(ResourceKind kind) const {
  std::vector<std::string_view> all;
  for (auto at = by_name_.lower_bound({kind, ""}); at != by_name_.end() && at->first.first == kind; ++at)
    all.push_back(at->first.second);
  return all;
}

const Declared* Declarations::find_misspelt(ResourceKind kind, std::string_view text) const {
  if (of(kind).size() > most_compared || find(kind, text)) return nullptr;
  const std::string resolved = resolve(text);
  const std::string_view name = name_in(kind, resolved);
  if (name.find("${") != npos) return nullptr;
  for (const std::string_view known : names(kind))
    if (misspells(name, known)) return by_name_.find({kind, std::string(known)})->second;
  return nullptr;
}

const Declared* Declarations::find(ResourceKind kind, std::string_view text) const {
  if (const std::string_view reference = whole_reference(text); !reference.empty()) {
    const Declared* referred = stack_->refer(reference).resource;
    return referred && kind_of(*referred) == kind ? referred : nullptr;
  }
  const std::string resolved = resolve(text);
  std::string_view name = name_in(kind, resolved);
  if (name.ends_with(":${Revision}")) name.remove_suffix(std::string_view(":${Revision}").size());
  if (name.starts_with("${@") && name.find('}') + 1 == name.size()) {
    const Declared* found = stack_->find(name.substr(3, name.size() - 4));
    return found && kind_of(*found) == kind ? found : nullptr;
  }
  const auto found = by_name_.find({kind, std::string(name)});
  return found == by_name_.end() ? nullptr : found->second;
}

}  // namespace sfn::schemas
