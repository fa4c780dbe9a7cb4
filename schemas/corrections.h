// corrections.tsv: where the documentation or Step Functions itself differs from the API model. Part of the
// importer.
#pragma once

#include <map>
#include <string>
#include <vector>

namespace sfn::schemas {

struct Correction {
  std::string change, value;
  bool used = false;
};

/// What is to be changed in one model.
class Corrections {
 public:
  void add(const std::string& shape, const std::string& member, Correction change);
  /// The change of that kind; marks it as used. `member` is empty where the shape itself is changed.
  const Correction* find(const std::string& shape, const std::string& member, const std::string& change);
  /// All changes of that kind in a shape, by member; marks them as used.
  std::map<std::string, std::string> members(const std::string& shape, const std::string& change);
  /// The shapes with a change of that kind to the shape itself.
  std::vector<std::string> shapes(const std::string& change);
  /// Ends the program if a change was not used.
  void check_used(const std::string& model) const;

 private:
  std::map<std::pair<std::string, std::string>, std::vector<Correction>> changes_;
};

/// By the name of the model.
std::map<std::string, Corrections> read_corrections(const std::string& path);

}  // namespace sfn::schemas
