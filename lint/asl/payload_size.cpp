#include "lint/asl/payload_size.h"

#include "lint/json/string.h"
#include "lint/text.h"

namespace sfn::asl {

namespace {

class Measure {
 public:
  explicit Measure(QueryLanguage language) : language_(language) {}

  // The reader bounds the depth of values, and so that of this recursion.
  void add(Value value) {
    if (!value.is_object() && !value.is_array()) {
      if (!value.is_opaque() && !value.templated()) size.least += scalar_length(value);
      return;
    }
    size.least += 2 + (value.child_count() > 1 ? value.child_count() - 1 : 0);
    for (Value child : value) add_child(parameter(child, language_), value.is_object());
  }

  PayloadSize size;

 private:
  static size_t scalar_length(Value value) {
    return count_code_points(value.is_string() ? json::quote(value.text()) : value.text());
  }

  void add_child(const Parameter& child, bool named) {
    if (named) size.least += count_code_points(child.name) + 3;
    if (!child.dynamic) return add(child.value);
    ++size.least;  // a digit, or quotes, or brackets
    size.expressions.push_back(child.value);
  }

  QueryLanguage language_;
};

}  // namespace

PayloadSize payload_size(Value value, QueryLanguage language) {
  Measure measure(language);
  if (value) measure.add(value);
  return std::move(measure.size);
}

}  // namespace sfn::asl
