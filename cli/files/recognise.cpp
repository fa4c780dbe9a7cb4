#include "cli/files/recognise.h"

#include <cstring>

namespace sfn::cli {

namespace {

bool holds(std::string_view text, std::string_view word) {
  return ::memmem(text.data(), text.size(), word.data(), word.size()) != nullptr;
}

// As the names of members, in JSON or YAML.
bool names_states(std::string_view text) { return holds(text, "StartAt") && holds(text, "States"); }

// "AWS::StepFunctions::StateMachine", "AWS::Serverless::StateMachine", `stateMachines`.
bool names_resource(std::string_view text) {
  if (holds(text, "tateMachine"))
    return holds(text, "StepFunctions::StateMachine") || holds(text, "Serverless::StateMachine") ||
           (holds(text, "stepFunctions") && holds(text, "stateMachines"));
  return holds(text, "aws_sfn_state_machine");
}

}  // namespace

bool may_hold_definition(std::string_view name) {
  for (const std::string_view ending :
       {".json", ".yaml", ".yml", ".template", ".tftpl", ".tpl", ".tmpl", ".tf", ".tofu", ".snap"})
    if (name.ends_with(ending)) return true;
  return false;
}

bool may_be_definition(std::string_view text) { return names_states(text) || names_resource(text); }

bool may_name_file(std::string_view text) {
  return names_resource(text) && (holds(text, "DefinitionUri") || holds(text, "DefinitionS3Location"));
}

bool is_definition(const Reading& reading, std::string_view text) {
  for (const Definition& definition : reading.definitions) {
    if (definition.origin) return true;
    if (definition.fault) return may_be_definition(text);
    const Value root = definition.document ? definition.document->root() : Value();
    if (root.has("StartAt") && root.has("States")) return true;
  }
  return false;
}

}  // namespace sfn::cli
