// A rule: its documentation, its examples, and the hooks that the engine's one walk calls.
#pragma once

#include <array>
#include <span>
#include <string>
#include <string_view>

#include "lint/about.h"
#include "lint/diagnostic.h"

namespace sfn {

namespace asl {
class Machine;
struct Construct;
struct Scope;
struct State;
struct Expression;
struct Requirement;
}  // namespace asl
namespace json {
struct Fault;
}
namespace templates {
struct Resource;
}
struct Suppression;

/// A definition that shows a rule, and runs as its test. Guillemets «...» mark where the rule must report a
/// finding; text without them must produce none. The text may be a whole definition or a single state (an
/// object with `Type`), which becomes state `S` of a machine.
struct Example {
  std::string_view title;
  std::string_view text;
  /// The text after the rule's own fix, or the policy for a rule about policies; the rule must not report
  /// anything in it. Empty if there is no fix.
  std::string_view fixed = {};
  /// "standard" or "express": the type of the machine, if the rule depends on it.
  std::string_view type = {};
  /// The output of `aws ecs describe-task-definition`, if the rule depends on it.
  std::string_view task_definition = {};
  /// A sample execution input, if the rule depends on it.
  std::string_view input = {};
  /// An IAM policy of the state machine's role and one of the task's role, if the rule depends on them. They
  /// may also contain guillemets.
  std::string_view policy = {};
  std::string_view task_role_policy = {};
  /// A file name, such as "template.yaml", that decides how the text is read. Empty: JSON.
  std::string_view file = {};
};

/// Where the hooks of a rule report their findings.
class Report {
 public:
  explicit Report(std::vector<Diagnostic>& found) : found_(found) {}
  /// Adds a finding of the rule whose hook is running; add notes and a fix to the result.
  Diagnostic& add(Place place, std::string message) {
    found_.push_back({rule_, place, std::move(message)});
    return found_.back();
  }
  void speaking(const Rule& rule) { rule_ = &rule; }

 private:
  std::vector<Diagnostic>& found_;
  const Rule* rule_ = nullptr;
};

/// A rule is one constant; its `family/name` is the path of its file. All text is static.
struct Rule {
  std::string_view id;
  Severity severity;
  std::string_view summary;           // one line, lower case, no full stop: what it finds
  std::string_view why;               // what happens to the user who ignores it; whole sentences
  std::string_view see;               // URL of the page that states the fact
  std::span<const Example> examples;  // at least one with a finding and one without
  /// Rules whose finding at the same place, or on part of the same text, silences this one.
  std::span<const std::string_view> yields_to = {};
  /// What a run must know besides the definition for the rule to report anything; without it no hook is
  /// called.
  std::array<const asl::Requirement*, 2> needs = {};
  /// What lets the rule report more.
  const asl::Requirement* helped_by = nullptr;
  /// Once a name, a service or an expression is understood, more can be said about it than before: the rule's
  /// fix may bring up findings that its fault hid. Other fixes bring up no error.
  bool reveals = false;

  About about = {};

  // Hooks, called in this order; a null hook costs nothing.
  void (*syntax)(const json::Fault&, FileId, Report&) = nullptr;  // the text is not valid; no other hook runs
  void (*document)(const Document&, Report&) = nullptr;           // once per file that parses
  void (*value)(Value, Report&) = nullptr;                        // every value, in source order
  void (*policy)(const Document&,
                 Report&) = nullptr;  // each IAM policy given with the definitions, once per run
  void (*resource)(const templates::Resource&, Report&) = nullptr;  // each state machine of a template
  // What follows only for definitions. Of nodes, states, constructs and expressions only what `about`
  // matches:
  void (*node)(Value, Report&) = nullptr;                   // every value, in source order
  void (*machine)(const asl::Machine&, Report&) = nullptr;  // once
  void (*scope)(const asl::Scope&, Report&) = nullptr;      // the machine, each branch, each ItemProcessor
  void (*state)(const asl::State&, Report&) = nullptr;      // each state
  void (*construct)(const asl::Construct&, Report&) = nullptr;  // each object with fields of its own
  void (*expression)(const asl::Expression&,
                     Report&) = nullptr;  // each path, intrinsic call and JSONata expression
  void (*suppression)(const Suppression&, Report&) = nullptr;  // each suppression, after all other hooks
};

}  // namespace sfn
