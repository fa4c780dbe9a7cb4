// Known findings, in a file that a repository keeps: an old repository can adopt the check today, and only
// new findings fail it.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "cli/config/configs.h"
#include "cli/report/finding.h"

namespace sfn::cli {

/// A finding is known by its rule, the JSON pointer and the state, in its file and, in a template, its
/// resource: never by its line. Doubles are counted. Paths are relative to the folder of the baseline.
class Baseline {
 public:
  /// `path` is that of the baseline; it need not be there yet.
  explicit Baseline(const std::string& path);

  Fault read();

  /// Takes the known findings of a file out; returns how many.
  size_t take_known(std::vector<Finding>& findings);
  /// Records that a file was checked, and by which rules.
  void checked(std::string_view file, const Setup& setup);
  /// How many known findings were not found again, in files that were checked by rules that ran.
  size_t stale() const;

  /// Makes a finding a known one.
  void add(const Finding& finding) { ++known_[key(finding)]; }
  /// The text of the file: sorted, always the same for the same findings.
  std::string text() const;

 private:
  struct Key {
    std::string file, resource, rule, pointer, state;
    auto tie() const { return std::tie(file, resource, pointer, rule, state); }
    friend bool operator<(const Key& a, const Key& b) { return a.tie() < b.tie(); }
  };
  Fault read_findings(const Document& document);
  Key key(const Finding& finding);
  const std::string& relative(std::string_view path);

  std::string path_, current_, folder_;
  std::map<Key, size_t> known_;
  std::map<std::string, const Setup*> checked_;
  // The last argument and result of relative(): findings of a file follow one another.
  std::string given_, relative_;
};

}  // namespace sfn::cli
