// What a document's values must be after a fix, to hold the editor to it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "lint/diagnostic.h"
#include "lint/yaml/origins.h"

namespace sfn::yaml {

/// The values of a document, for changes to be made to them. What an alias stands for changes with the text
/// behind its anchor.
class Expected {
 public:
  explicit Expected(const Document& document);

  /// Makes all changes of a fix but those of bytes. False for one that makes no sense, or would make a name
  /// stand twice in an object.
  bool change(std::vector<Change> changes, const Origins& origins);
  /// Whether a document has these values; the order of members does not count.
  bool holds(const Document& document) const;

 private:
  struct Item {
    Kind kind = Kind::absent;
    std::string name, text;
    std::vector<size_t> children = {};
    size_t parent = SIZE_MAX;
  };

  size_t add(Value value, size_t parent);
  bool change_all_of(const Change& change, const Origins& origins);
  void put_around(size_t target, Kind container, const std::string& name);
  bool change_one(const Change& change, size_t target, size_t into);
  bool set(size_t target, const std::string& json);
  bool insert(size_t container, const std::string& name, const std::string& json);
  void take_out(size_t child);
  bool replace_text(const Change& change, size_t target);
  bool has(size_t container, const std::string& name) const;
  bool same(size_t item, Value value) const;

  std::vector<Item> items_;
};

}  // namespace sfn::yaml
