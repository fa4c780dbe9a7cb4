#include <fmt/core.h>

#include "lint/asl/constructs.h"
#include "rules/path/shared/parts.h"

namespace sfn::rules::path::dollar_suffix_on_asl_field {

namespace {

using asl::Construct;

bool is_suffixed_field(const Construct& construct, std::string_view name) {
  if (!name.ends_with(suffix) || asl::find_field(construct.kind, name)) return false;
  const std::string_view field = name.substr(0, name.size() - suffix.size());
  return asl::known_field(field) && field != "Resource";  // structure/resource-dynamic
}

// The field that takes a path instead: `SecondsPath` for `Seconds.$`, `ItemsPath` for `ItemsPath.$`; or
// empty.
std::string path_field(const Construct& construct, std::string_view field) {
  for (const std::string_view ending : {"Path", ""}) {
    std::string name = fmt::format("{}{}", field, ending);
    const asl::Field* row = asl::find_field(construct.kind, name);
    if (row && row->in(construct.language) && name.ends_with("Path")) return name;
  }
  return {};
}

std::string message(std::string_view field, std::string_view better) {
  if (field == better) return fmt::format("`{}` accepts a path directly; remove the suffix `.$`", field);
  std::string text = fmt::format("`{}` is a field of the language and cannot have the suffix `.$`", field);
  if (!better.empty()) text += fmt::format("; use `{}` for a path", better);
  return text;
}

void check_member(const Construct& construct, Value member, Report& report) {
  const std::string_view name = member.name();
  if (!is_suffixed_field(construct, name)) return;
  const std::string_view field = name.substr(0, name.size() - suffix.size());
  const std::string better = path_field(construct, field);
  Diagnostic& found = report.add(member.key(), message(field, better));
  if (!better.empty() && !construct.value.has(better))
    found.offer_unsafe(fmt::format("rename to `{}`", better), rename_key(member, better));
}

void check(const Construct& construct, Report& report) {
  for (const Value member : construct.value) check_member(construct, member, report);
}

constexpr Example examples[] = {
    {"a field with a twin", R"json({"Type": "Wait", «"Seconds.$"»: "$.n", "End": true})json",
     R"json({"Type": "Wait", "SecondsPath": "$.n", "End": true})json"},
    {"a field that is a path already", R"json({"Type": "Pass", «"InputPath.$"»: "$.n", "End": true})json",
     R"json({"Type": "Pass", "InputPath": "$.n", "End": true})json"},
    {"a field without a twin", R"json({"Type": "Pass", «"Parameters.$"»: "$.n", "End": true})json"},
    {"the one field that has such a form",
     R"json({"Type": "Task", "Resource": "arn:aws:states:::sns:publish", "Credentials": {"RoleArn.$": "$.role"}, "End": true})json"},
    {"a key of a template", R"json({"Type": "Pass", "Parameters": {"Seconds.$": "$.n"}, "End": true})json"},
};

}  // namespace

extern const Rule rule{
    .id = "path/dollar-suffix-on-asl-field",
    .severity = Severity::error,
    .summary = "the suffix `.$` on a field of the language",
    .why =
        "The suffix is for keys inside payload templates. To Step Functions `Seconds.$` is an unknown "
        "field, and it refuses the definition when it is deployed. Many fields have a counterpart that "
        "accepts a path, such as `SecondsPath`.",
    .see = "https://states-language.net/spec.html#payload-template",
    .examples = examples,
    .construct = check,
};

}  // namespace sfn::rules::path::dollar_suffix_on_asl_field
