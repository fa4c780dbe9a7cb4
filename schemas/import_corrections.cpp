#include "schemas/corrections.h"
#include "schemas/table_file.h"

namespace sfn::schemas {

void Corrections::add(const std::string& shape, const std::string& member, Correction change) {
  changes_[{shape, member}].push_back(std::move(change));
}

const Correction* Corrections::find(const std::string& shape, const std::string& member,
                                    const std::string& change) {
  const auto found = changes_.find({shape, member});
  if (found == changes_.end()) return nullptr;
  for (Correction& one : found->second)
    if (one.change == change) {
      one.used = true;
      return &one;
    }
  return nullptr;
}

std::map<std::string, std::string> Corrections::members(const std::string& shape, const std::string& change) {
  std::map<std::string, std::string> found;
  for (const auto& [place, changes] : changes_)
    if (place.first == shape)
      if (const Correction* one = find(shape, place.second, change)) found[place.second] = one->value;
  return found;
}

std::vector<std::string> Corrections::shapes(const std::string& change) {
  std::vector<std::string> found;
  for (const auto& [place, changes] : changes_)
    if (place.second.empty() && find(place.first, "", change)) found.push_back(place.first);
  return found;
}

void Corrections::check_used(const std::string& model) const {
  for (const auto& [place, changes] : changes_)
    for (const Correction& change : changes)
      if (!change.used)
        fail("corrections.tsv: nothing to change at " + model + " " + place.first + "." + place.second);
}

std::map<std::string, Corrections> read_corrections(const std::string& path) {
  std::map<std::string, Corrections> by_model;
  for (const Row& row : read_table(path, 6)) by_model[row[0]].add(row[1], row[2], {row[3], row[4]});
  return by_model;
}

}  // namespace sfn::schemas
