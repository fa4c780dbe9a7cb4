#include "lint/templates/text_value.h"

#include "lint/characters.h"

namespace sfn::templates {

namespace {

// `${Name}` without what is around it; empty where a value is anything else.
std::string_view name_in(std::string_view text) {
  const bool one = text.starts_with("${") && text.find('}') + 1 == text.size();
  return one ? text.substr(2, text.size() - 3) : std::string_view();
}

// `Ref` and `Fn::Sub` return text. `Fn::GetAtt`, whose name has a dot, may return what a custom resource
// made. In a text no function is left: what is bare there stays bare.
bool is_text_of_call(const Resource& machine, std::string_view name) {
  return machine.written == Written::object && !name.empty() && name != "AWS::NoValue" &&
         name.find('.') == npos;
}

// `${env:A}` and `${param:a}` without a default. Parameters in the file itself may be numbers.
bool is_text_of_serverless(const Resource& machine, std::string_view name) {
  if (name.find(',') != npos) return false;
  return name.starts_with("env:") || (name.starts_with("param:") && !machine.outer->root()["params"]);
}

// The substitutions replace text in text: in quotes it stays a string.
bool is_substituted(const Resource& machine, std::string_view name) {
  if (machine.written != Written::file) return true;
  const bool yaml = machine.document && machine.document->source_map().language() == "YAML";
  return machine.document && !yaml && machine.substitutions.has(name);
}

bool reads_cloudformation(const Resource& machine) {
  const bool of_cloudformation =
      machine.dialect == Dialect::cloudformation || machine.dialect == Dialect::sam;
  return of_cloudformation && machine.definition.name() != "Fn::ToJsonString" &&
         machine.definition.parent().name() != "Fn::ToJsonString";
}

bool is_number(std::string_view text) {
  if (text.empty()) return false;
  for (const char c : text)
    if (!is_digit(c)) return false;
  return true;
}

}  // namespace

bool arrives_as_text(const Resource& machine, Value value) {
  if (!value.is_opaque() && !(value.is_string() && value.templated())) return false;
  const std::string_view name = name_in(value.text());
  if (machine.dialect == Dialect::serverless)
    return value.templated() && is_text_of_serverless(machine, name);
  if (!reads_cloudformation(machine)) return false;
  if (value.is_string()) return is_substituted(machine, name);  // a placeholder in a longer text
  return value.templated() ? !name.empty() && is_substituted(machine, name) : is_text_of_call(machine, name);
}

bool arrives_as_number(const Resource& machine, Value value) {
  const std::string text = machine.filled(value.text());
  if (is_number(text)) return true;
  const std::string_view name = name_in(text);
  return !name.empty() && machine.outer->root()["Parameters"][name]["Type"].literal() == "Number";
}

}  // namespace sfn::templates
