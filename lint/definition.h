// A definition as a reader found it in a file.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "lint/asl/machine.h"
#include "lint/document.h"
#include "lint/json/fault.h"

namespace sfn {

namespace templates {
struct Resource;
}

/// At most one of document and fault is set, but for a text that is not JSON and was read as YAML
/// (Fate::read_as_yaml); neither for a state machine of a template whose definition is
/// not in the template's text.
struct Definition {
  /// Its places are bytes of the file that contains it.
  std::optional<Document> document;
  /// Why the definition, or the whole file, cannot be read. Its spans are also bytes of the file.
  std::optional<json::Fault> fault = {};
  /// Its place in the template.
  asl::MachineType type = asl::MachineType::unknown;
  /// Its name in a template: the logical ID, the path of a CDK construct, a Terraform address. Empty for a
  /// file that is itself a definition.
  std::string resource = {};
  /// JSON pointer to it in the template; empty likewise.
  std::string pointer = {};
  /// What the template says about it; null for a file that is itself a definition.
  std::shared_ptr<const templates::Resource> origin = {};
};

}  // namespace sfn
