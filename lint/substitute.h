// Puts known values of template placeholders into a document before it is checked.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "lint/document.h"

namespace sfn {

/// Values by the names of their placeholders: the text between `${` and `}`, without surrounding blanks.
class Substitutions {
 public:
  /// The document of the value must outlive what is made with it. Of doubles the last counts.
  void add(std::string name, Value value) { values_.insert_or_assign(std::move(name), value); }
  /// Absent for a placeholder whose value is not known.
  Value find(std::string_view name) const;
  bool empty() const { return values_.empty(); }

 private:
  std::map<std::string, Value, std::less<>> values_;
};

/// The document as it reads with the values put in. A placeholder that is all of a string, or stands bare,
/// becomes the value, of whatever kind; inside a longer string or a key its text, if it is a string, number
/// or boolean. Values are not searched for placeholders again. Places stay true: what is found in a value is
/// found at its placeholder. Fixes that would write a value in place of its placeholder are declined.
Document substitute(Document document, const Substitutions& substitutions);

}  // namespace sfn
