// The resources of a template as AWS sees them: what a reference comes to, and which resource a name or an
// ARN names.
#pragma once

#include <array>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "lint/templates/stack.h"
#include "schemas/stack/resource_kind.h"

namespace sfn::schemas {

using templates::Declared;

class Declarations {
 public:
  explicit Declarations(std::shared_ptr<const templates::Stack> stack);

  const templates::Stack& stack() const { return *stack_; }
  const std::vector<const Declared*>& of(ResourceKind kind) const {
    return by_kind_[static_cast<size_t>(kind)];
  }

  /// A text with its references replaced by the names and ARNs that they come to; what is not known stays.
  /// `${@Role}` is the name of a resource that AWS makes up, or that is not known: it is different from that
  /// of every other resource.
  std::string resolve(std::string_view text) const;
  /// The resource that a text refers to, or names by its name or ARN. Null where that is not certain.
  const Declared* find(ResourceKind kind, std::string_view text) const;
  /// The names of the resources of a kind, as far as they are known.
  std::vector<std::string_view> names(ResourceKind kind) const;
  /// The resource of a kind whose name a text very probably misspells, where it names none; else null.
  const Declared* find_misspelt(ResourceKind kind, std::string_view text) const;
  /// The ARN of a resource, as `resolve` gives it; empty for kinds without one.
  std::string arn(const Declared& resource) const;
  /// Its name, likewise.
  std::string name(const Declared& resource) const;

  /// The policies, and the attachments of policies, that name a role.
  const std::vector<const Declared*>& attached_to(const Declared& role) const;
  /// Whether some policy is for a role that is not known, and so may be for any.
  bool attached_to_unknown() const { return attached_to_unknown_; }
  /// Whether some policy is for what is referred to by a name that no resource has: a parameter, or a role
  /// that SAM makes.
  bool attached_elsewhere(std::string_view reference) const {
    return attached_elsewhere_.contains(reference);
  }

 private:
  std::string value_of(std::string_view reference) const;
  void attach(const Declared& policy);
  void attach(const Declared& policy, Value role);

  std::shared_ptr<const templates::Stack> stack_;
  std::array<std::vector<const Declared*>, resource_kinds> by_kind_;
  /// By kind and name, for names that are known; null for a name that several have.
  std::map<std::pair<ResourceKind, std::string>, const Declared*> by_name_;
  std::unordered_map<const Declared*, std::vector<const Declared*>> attached_;
  std::unordered_set<std::string_view> attached_elsewhere_;
  bool attached_to_unknown_ = false;
};

ResourceKind kind_of(const Declared& resource);

/// `${Role}` of a whole text, without what is around it; empty for others.
std::string_view whole_reference(std::string_view text);

/// `role/${@Role}` as messages show it: `role/Role`.
std::string shown(std::string_view resolved);

}  // namespace sfn::schemas
