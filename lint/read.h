// A file of any form into the definitions that it holds.
#pragma once

#include <string_view>
#include <vector>

#include "lint/definition.h"
#include "lint/text.h"

namespace sfn {

/// What a text is written in.
enum class Form : uint8_t {
  json,
  yaml,
  terraform,  // Terraform's own language, not the JSON and text templates that it reads
};

/// As the name of the file says (`*.json`, `*.yaml`, `*.yml`, `*.tf`). Else the text tells: one that begins
/// with a letter or a comment is YAML.
Form form_of(std::string_view path, std::string_view text = {});

struct Reading {
  /// Of a file that is no template exactly one, with a fault if the file cannot be read.
  std::vector<Definition> definitions;
};

/// As CloudFormation reads a file that is not JSON: puts the document into a definition whose fault has
/// Fate::reads_as_yaml. False, and nothing done, for any other.
bool read_as_yaml(const Source& source, FileId file, Definition& definition);

/// `source` must outlive the result. May be called from several threads.
Reading read(const Source& source, FileId file, Form form);

}  // namespace sfn
