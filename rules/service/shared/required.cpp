#include "rules/service/shared/required.h"

#include <fmt/core.h>

#include "lint/nearest.h"

namespace sfn::rules::service {

namespace {

bool has_member(Value object, schemas::Shape shape, schemas::Member wanted, asl::QueryLanguage language) {
  if (asl::parameter(object, wanted.name(), language)) return true;
  const std::string_view names[] = {wanted.name()};
  for (Value child : object) {
    const std::string_view name = asl::parameter(child, language).name;
    const schemas::Member given = shape.member(name);
    if (given ? given.stands_for(wanted) : nearest(name, names).has_value()) return true;
  }
  return false;
}

class Required : public Visitor {
 public:
  Required(const Call& call, const std::function<void(Value, schemas::Member)>& tell)
      : call_(call), tell_(tell) {}

  void structure(Value object, schemas::Shape shape) override {
    if (object.open()) return;
    for (const schemas::Member member : shape.members())
      if (member.required() && !member.alias() && !has_member(object, shape, member, call_.state->language))
        tell_(object, member);
  }

 private:
  const Call& call_;
  const std::function<void(Value, schemas::Member)>& tell_;
};

}  // namespace

void each_missing(const Call& call, const std::function<void(Value object, schemas::Member missing)>& tell) {
  Required visitor(call, tell);
  visit(call, visitor);
}

bool certainly_required(Value object, const Call& call) { return object == call.parameters || call.is_ecs(); }

std::string missing_message(Value object, schemas::Member missing, const Call& call) {
  const std::string owner =
      object == call.parameters ? call.name() : fmt::format("`{}`", path_of(object, call.parameters));
  return fmt::format("the required parameter `{}` of {} is missing", missing.name(), owner);
}

}  // namespace sfn::rules::service
