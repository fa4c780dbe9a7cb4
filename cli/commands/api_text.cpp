#include <fmt/core.h>

#include <algorithm>

#include "cli/commands/api_call.h"

namespace sfn::cli {

namespace {

using schemas::Member;
using schemas::Shape;

class Page {
 public:
  /// Parameters are accepted in several spellings, but a result has only one.
  explicit Page(bool with_spellings) : with_spellings_(with_spellings) {}

  std::string text;

  void members(Shape shape) {
    open_.push_back(shape);
    for (const Member member : shape.members())
      if (!member.alias()) line(shape, member);
    open_.pop_back();
  }

 private:
  void line(Shape owner, Member member) {
    const Shape shape = member.shape(), inner = innermost(shape);
    text += fmt::format("{}{} {}{}: {}", std::string(2 * open_.size(), ' '), member.required() ? '*' : ' ',
                        member.name(), with_spellings_ ? spellings(owner, member) : "", type_name(shape));
    text += values(inner);
    if (member.deprecated()) text += ", deprecated";
    if (member.idempotency_token()) text += ", filled in by Step Functions";
    const bool again = std::find(open_.begin(), open_.end(), inner) != open_.end();
    text += again ? ", as above\n" : "\n";
    if (!again && inner.is_structure()) members(inner);
  }

  static std::string spellings(Shape owner, Member member) {
    std::string names;
    for (const Member other : owner.members())
      if (other.alias() && other.stands_for(member)) names += fmt::format(" (or {})", other.name());
    return names;
  }

  static std::string values(Shape shape) {
    std::string list;
    for (const std::string_view value : shape.enum_values())
      list += fmt::format("{}{}", list.empty() ? ", " : " | ", value);
    return list;
  }

  bool with_spellings_;
  std::vector<Shape> open_;
};

std::string part(const char* title, Shape shape, bool with_spellings, const char* none) {
  Page page(with_spellings);
  page.members(shape);
  return fmt::format("\n{}\n{}", title, page.text.empty() ? fmt::format("    {}\n", none) : page.text);
}

std::string result_of(const ApiCall& call) {
  if (!call.result_known) return "\nResult\n    not described by the API models\n";
  return part("Result", call.result, false, "nothing");
}

std::string errors_of(const ApiCall& call) {
  std::string text;
  for (const std::string_view error : call.errors)
    text += fmt::format("    {}{}{}\n", call.error_prefix, call.error_prefix.empty() ? "" : ".", error);
  return "\nErrors that the API declares\n" + (text.empty() ? "    none\n" : text);
}

}  // namespace

std::string api_text(const ApiCall& call) {
  std::string text = fmt::format("arn:aws:states:::{}\n", call.name);
  if (!call.supported) text += "Step Functions does not support this action.\n";
  std::string patterns;
  for (const std::string& suffix : call.suffixes) patterns += (patterns.empty() ? "" : ", ") + suffix;
  text += fmt::format("{}{}{}\n", call.optimized ? "Optimized integration" : "AWS SDK integration",
                      patterns.empty() ? "" : "; also with ", patterns);
  text += fmt::format("API models of {}; * is required\n", schemas::models_date());
  return text + part("Parameters", call.parameters, true, "none") + result_of(call) + errors_of(call);
}

}  // namespace sfn::cli
