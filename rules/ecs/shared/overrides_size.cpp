#include "rules/ecs/shared/overrides_size.h"

#include "lint/text.h"
#include "rules/ecs/shared/json_text.h"
#include "rules/ecs/shared/token.h"

namespace sfn::rules::ecs {

namespace {

class Measure {
 public:
  explicit Measure(asl::QueryLanguage language) : language_(language) {}

  // The reader bounds the depth of values, and so that of this recursion.
  void add(Value value) {
    if (!value.is_object() && !value.is_array()) {
      if (!value.is_opaque() && !value.templated()) size_.least += count_code_points(to_json(value));
      return;
    }
    size_.least += 2 + (value.child_count() > 1 ? value.child_count() - 1 : 0);
    for (Value child : value) add_child(asl::parameter(child, language_), value.is_object());
  }

  OverridesSize size() const { return size_; }

 private:
  void add_child(const asl::Parameter& child, bool named) {
    if (named) size_.least += count_code_points(child.name) + 3;
    if (!child.dynamic) {
      add(child.value);
      return;
    }
    ++size_.least;  // a digit, or quotes, or brackets
    ++(find_token(child.value.text()) ? size_.tokens : size_.unknown);
  }

  asl::QueryLanguage language_;
  OverridesSize size_;
};

}  // namespace

OverridesSize overrides_size(const RunTask& task) {
  Measure measure(task.language());
  if (const Value overrides = task.overrides()) measure.add(overrides);
  return measure.size();
}

}  // namespace sfn::rules::ecs
