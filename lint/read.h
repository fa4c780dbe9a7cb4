// Reads a file in any format into the definitions that it contains.
#pragma once

#include <string_view>
#include <vector>

#include "lint/definition.h"
#include "lint/text.h"

namespace sfn {

/// The format of a text.
enum class Form : uint8_t {
  json,
  yaml,
  terraform,  // Terraform's own language, not the JSON and text templates that it reads
  snapshot,   // of Jest
};

/// Determined by the file name (`*.json`, `*.yaml`, `*.yml`, `*.tf`, `*.tofu`, `*.snap`), or else by the
/// text: YAML if it begins with a letter or a comment.
Form form_of(std::string_view path, std::string_view text = {});

struct Reading {
  /// Exactly one for a file that is not a template, with an error if the file cannot be read.
  std::vector<Definition> definitions;
};

/// As CloudFormation reads a file that is not JSON: puts the document into a definition whose fault has
/// Fate::reads_as_yaml. False, and nothing done, for any other.
bool read_as_yaml(const Source& source, FileId file, Definition& definition);

/// `source` must outlive the result. May be called from several threads.
Reading read(const Source& source, FileId file, Form form);

}  // namespace sfn
