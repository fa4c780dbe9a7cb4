// A state machine as a template declares it.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "lint/asl/machine.h"
#include "lint/document.h"

namespace sfn::templates {

enum class Dialect : uint8_t {
  cloudformation,  // AWS::StepFunctions::StateMachine; CDK synthesizes it
  sam,             // AWS::Serverless::StateMachine
  serverless,      // stepFunctions.stateMachines of the Serverless Framework
  plan,            // aws_sfn_state_machine in what `terraform show -json` prints
  terraform,       // Terraform's own language
  description,     // what `aws stepfunctions describe-state-machine` prints
};

/// Where a resource has its definition.
enum class Written : uint8_t {
  object,     // as an object
  text,       // as a text in a string or in pieces
  file,       // in a file beside the template, which `definition` names
  block,      // it is one of all that are in such a file: the configuration of a plugin is in parts
  elsewhere,  // in S3, in a parameter, behind a function: it cannot be read
  evaluated,  // it is what an expression of Terraform comes to
};

/// Values are of `outer`.
struct Resource {
  std::shared_ptr<const Document> outer;
  Dialect dialect = Dialect::cloudformation;
  /// The resource itself; absent in dialects where it is no object.
  Value value;
  /// What references in the template call it, see Declared; empty where none can.
  std::string_view id = {};
  /// What people call it: the path of a CDK construct, an address of Terraform, else the logical id.
  std::string name;
  asl::MachineType type = asl::MachineType::unknown;
  Written written = Written::elsewhere;
  /// The value that holds the definition, its text or the name of its file. Absent where there is none.
  Value definition;
  /// The JSON pointer to `definition`, where the reader knows it; else it is to be worked out.
  std::string pointer = {};
  /// The map `DefinitionSubstitutions`, or the variables of `templatefile`; absent where there is none.
  Value substitutions;
  /// Whether `${Name}` in the definition is replaced by `substitutions` and by nothing else: not in
  /// `Fn::Sub`, not in the Serverless Framework, not in texts of Terraform.
  bool substituted = false;
  /// Whether the file that `definition` names was looked for, and is not there.
  bool missing = false;
  /// The definition, where it could be read: of this template or of the file that it names.
  const Document* document = nullptr;

  /// A text of the definition with the placeholders filled that `substitutions`, or the map of an `Fn::Sub`
  /// around the definition, has values for: others stay. `${Task}` becomes `${TaskDefinition}`, or `web:7`.
  std::string filled(std::string_view text) const;
  /// The path, relative to the template, of the file that `definition` names; empty where it names none.
  std::string_view file() const;
  /// Whether a program wrote the template, from what people change: CDK, `terraform show`.
  bool generated() const;
  /// A place of the template; it holds whatever document a report is about.
  Place place(Place of_outer) const;
};

}  // namespace sfn::templates
