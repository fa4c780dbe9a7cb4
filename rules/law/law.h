// For tests: the law of safe fixes. A definition that is right gets one fault; what safe fixes make of it
// means the same as before the fault, or a warning or an error is left that says that something is wrong.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "lint/lint.h"
#include "lint/read.h"
#include "rules/law/meaning.h"

namespace sfn::law {

struct Violation {
  std::string kind, file;
  /// The rules whose safe fixes were made, each once.
  std::vector<std::string_view> rules;
  /// What the fault changed, and what the fixes left of it.
  std::string fault, left;
};

/// One text that is right, with what is known beside it.
class Law {
 public:
  Law(std::string name, std::string_view path, const asl::Surroundings& surroundings, const RuleSet& rules);

  /// Tries about `count` of the mutants of the text, spread evenly; all if 0.
  void hold(const std::string& text, size_t count);

  const std::vector<Violation>& violations() const { return violations_; }
  size_t tried() const { return tried_; }

 private:
  using Said = std::map<std::pair<std::string_view, std::string>, int>;
  struct Look {
    Meaning meaning;
    /// Warnings and errors by rule and message.
    Said said;
    size_t faults = 0;
    std::vector<std::pair<std::string_view, std::vector<Edit>>> fixes;
  };

  Look look(const std::string& text) const;
  std::string fixed(const std::string& text, std::vector<std::string_view>& rules) const;
  void take_faults(const Definition& definition, size_t count);
  void try_mutant(std::string_view kind, const std::string& mutant);
  bool still_said(const Look& after) const;

  std::string name_;
  Form form_;
  const asl::Surroundings& surroundings_;
  const RuleSet& rules_;
  std::string text_;
  Look right_;
  std::vector<Violation> violations_;
  size_t tried_ = 0;
};

}  // namespace sfn::law
