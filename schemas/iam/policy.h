// IAM policies as a file gives them.
// Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html
#pragma once

#include <deque>
#include <memory>
#include <string_view>
#include <vector>

#include "lint/document.h"
#include "schemas/iam/needs.h"
#include "schemas/iam/wildcard.h"
#include "schemas/stack/declarations.h"

namespace sfn::schemas::iam {

enum class Effect : uint8_t { allow, deny, unknown };

/// One object of `Statement`. If anything in it is malformed or a placeholder, its answers are `maybe`.
struct Statement {
  Value value;
  Effect effect = Effect::unknown;
  /// The values of Action or NotAction, and Resource or NotResource: strings, or whatever is in their place.
  std::vector<Value> actions, resources;
  bool not_action = false, not_resource = false;
  Value condition;
  /// Of the template that it is in; null elsewhere.
  const Declarations* declarations = nullptr;

  /// Whether it speaks of an action.
  Answer names(std::string_view action) const;
  /// Whether it speaks of one of the resources that are acted on.
  Answer reaches(const Need& need) const;
  /// Whether its Condition holds when the need arises: `yes` without one, otherwise known only for
  /// `iam:PassedToService`.
  Answer holds(const Need& need) const;
  /// Whether it speaks of exactly this: names, reaches and holds.
  Answer answers(const Need& need) const;
  /// The item of `actions` that certainly names the action; absent if none does.
  Value action_value(std::string_view action) const;
};

/// One policy document.
struct Policy {
  /// The object with Version and Statement.
  Value root;
  /// The string that contains the document, as some commands print it; absent if it is part of the file.
  Value quoted;
  std::vector<Statement> statements;
  /// A statement has a Principal, so the policy says who may assume the role.
  bool trust = false;

  /// The place of one of its values in the file.
  Place place(Value value) const { return quoted ? quoted.place() : value.place(); }
  Place key(Value value) const { return quoted ? quoted.place() : value.key(); }
  Place label(Value value) const { return quoted ? quoted.place() : value.label(); }
};

/// All policies of a file: a document, an array of them, or what `aws iam get-role-policy`,
/// `get-policy-version`, `get-role` and `get-account-authorization-details` print.
struct PolicyFile {
  explicit PolicyFile(const Document& document);
  /// A policy of a template, whose references `declarations` follows.
  PolicyFile(Value policy, const Declarations& declarations);
  /// A policy that a template has under a name: `text` is its document, and `name` its place.
  PolicyFile(std::string text, Value name, const Declarations& declarations);
  PolicyFile(PolicyFile&&) = default;
  std::vector<Policy> policies;

 private:
  struct Embedded {
    Source source;
    std::optional<Document> document;
  };
  void collect(Value value, int depth);
  void collect_quoted(Value string, int depth);
  void collect_text(std::string text, Value place, int depth);
  void add(Value root);

  std::deque<std::unique_ptr<Embedded>> embedded_;
  Value quoted_;
  const Declarations* declarations_ = nullptr;
};

/// The values of a member that is a string or an array of strings.
std::vector<Value> texts(Value value);

}  // namespace sfn::schemas::iam
