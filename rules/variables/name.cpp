#include <fmt/core.h>

#include "lint/asl/variables.h"
#include "lint/characters.h"
#include "lint/rule.h"

namespace sfn::rules::variables::name {

namespace {

constexpr size_t longest = 80;  // code points; Developer Guide: workflow-variables

// Outside ASCII every character is let pass: Unicode's identifier classes are many, and a false error is
// worse. An underscore at the start is no ID_Start, yet it is let pass too, since AWS has not been seen to
// refuse it.
bool well_formed(std::string_view name) {
  if (name.empty() || is_digit(name.front())) return false;
  for (const char c : name)
    if (static_cast<unsigned char>(c) < 0x80 && !is_letter(c) && !is_digit(c) && c != '_') return false;
  return true;
}

std::string fault_of(std::string_view name) {
  if (name == "states") return "`states` is reserved for `$states`; choose another name";
  if (name.find_first_of(".[") != name.npos)
    return fmt::format(
        "`{}` is part of a variable and cannot be assigned separately; assign the whole variable", name);
  if (!well_formed(name))
    return fmt::format(
        "`{}` is not a valid variable name; use letters, digits and `_`, beginning with a "
        "letter",
        name);
  if (count_code_points(name) > longest)
    return fmt::format("a variable name can have at most {} characters, but this one has {}", longest,
                       count_code_points(name));
  return {};
}

void check(const asl::Machine& machine, Report& report) {
  for (const asl::Assignment& assignment : machine.variables().assignments())
    if (std::string fault = fault_of(assignment.name); !fault.empty())
      report.add(assignment.member.key(), std::move(fault));
}

constexpr Example examples[] = {
    {"a hyphen, a part, the reserved name",
     R"({"QueryLanguage": "JSONata", "StartAt": "A", "States": {"A": {"Type": "Pass", "End": true,
 "Assign": {«"my-total"»: 1, «"order.id"»: 2, «"states"»: 3, «"2nd"»: 4}}}})"},
    {"letters of any script",
     R"({"QueryLanguage": "JSONata", "StartAt": "A", "States": {"A": {"Type": "Pass", "End": true,
 "Assign": {"total_2": 1, "größe": 2}}}})"},
    {"the JSONPath suffix is not part of the name",
     R"({"Type": "Pass", "Assign": {"total.$": "$.total"}, "End": true})"},
};

}  // namespace

extern const Rule rule{
    .id = "variables/name",
    .severity = Severity::error,
    .summary = "an invalid variable name",
    .why =
        "A name begins with a letter, continues with letters, digits and `_`, has at most 80 characters, "
        "and is not `states`. Otherwise Step Functions refuses the definition when it is deployed.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/workflow-variables.html",
    .examples = examples,
    .machine = check,
};

}  // namespace sfn::rules::variables::name
