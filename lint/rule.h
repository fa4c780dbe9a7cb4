// What a rule is: its documentation, its examples, and the hooks that the engine's one walk calls.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "lint/diagnostic.h"

namespace sfn {

namespace asl {
class Machine;
struct Construct;
struct Scope;
struct State;
struct Expression;
}  // namespace asl
namespace json {
struct Fault;
}
namespace templates {
struct Resource;
}
struct Suppression;

/// A definition that shows a rule, and runs as its test. Guillemets «...» mark where the rule must speak; a
/// text without them must leave it silent. A text may be a whole definition, or one state (an object with
/// `Type`), which is then put into a machine of its own as state `S`.
struct Example {
  std::string_view title;
  std::string_view text;
  /// The text after the rule's own fix, or of a rule about policies the policy; the rule must be silent in
  /// it. Empty where there is no fix.
  std::string_view fixed = {};
  /// "standard" or "express": the type of the machine, where the rule depends on it.
  std::string_view type = {};
  /// What `aws ecs describe-task-definition` prints, where the rule depends on it.
  std::string_view task_definition = {};
  /// A sample execution input, where the rule depends on it.
  std::string_view input = {};
  /// An IAM policy of the state machine's role and one of the task's role, where the rule depends on them.
  /// Guillemets may stand in them too.
  std::string_view policy = {};
  std::string_view task_role_policy = {};
  /// A file name, such as "template.yaml", that decides how the text is read. Empty: JSON.
  std::string_view file = {};
};

/// Where a rule's hooks put what they find.
class Report {
 public:
  explicit Report(std::vector<Diagnostic>& found) : found_(found) {}
  /// A finding of the rule whose hook is being called; add notes and a fix to what it returns.
  Diagnostic& add(Place place, std::string message) {
    found_.push_back({rule_, place, std::move(message)});
    return found_.back();
  }
  void speaking(const Rule& rule) { rule_ = &rule; }

 private:
  std::vector<Diagnostic>& found_;
  const Rule* rule_ = nullptr;
};

/// A rule is one constant, `family/name` = the path of its file. All texts are static.
struct Rule {
  std::string_view id;
  Severity severity;
  std::string_view summary;           // one line, lower case, no full stop: what it finds
  std::string_view why;               // what happens to the user who ignores it; whole sentences
  std::string_view see;               // URL of the page that states the fact
  std::span<const Example> examples;  // at least one that speaks and one that is silent
  /// Rules whose finding at the same place, or on a part of the text there, silences this one.
  std::span<const std::string_view> yields_to = {};

  // Hooks, called in this order; a null hook costs nothing.
  void (*syntax)(const json::Fault&, FileId, Report&) = nullptr;  // the text is not JSON; no other hook runs
  void (*document)(const Document&, Report&) = nullptr;           // once a file that parses
  void (*value)(Value, Report&) = nullptr;                        // every value of it, in source order
  void (*policy)(const Document&, Report&) = nullptr;  // each IAM policy beside the definitions, once a run
  void (*resource)(const templates::Resource&, Report&) = nullptr;  // each state machine of a template
  void (*machine)(const asl::Machine&, Report&) = nullptr;          // once, if it is a definition
  void (*scope)(const asl::Scope&, Report&) = nullptr;  // the machine, each branch, each ItemProcessor
  void (*state)(const asl::State&, Report&) = nullptr;  // each state
  void (*construct)(const asl::Construct&, Report&) = nullptr;  // each object with fields of its own
  void (*expression)(const asl::Expression&,
                     Report&) = nullptr;  // each path, intrinsic call, JSONata expression
  void (*suppression)(const Suppression&, Report&) = nullptr;  // each suppression, when all others spoke
};

}  // namespace sfn
