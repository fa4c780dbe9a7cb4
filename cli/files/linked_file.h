// The file next to a template that contains the definition of one of its state machines.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "cli/report/finding.h"
#include "lint/definition.h"

namespace sfn::cli {

/// The path of a file that a template names, as the user named the template; `template_path` may be "-".
std::string linked_path(std::string_view template_path, std::string_view name);

/// Whether it is CloudFormation that reads the file of that resource: as JSON, else as YAML.
bool is_read_by_cloudformation(const templates::Resource& resource);

class LinkedFile {
 public:
  /// `template_path` may be "-". `definition` is one whose origin names a file; `file` is the FileId that the
  /// places in it are to have.
  LinkedFile(std::string_view template_path, const Definition& definition, FileId file);

  /// The contents of the file, as the template's state machine; its origin says whether the file is missing.
  const Definition& definition() const { return definition_; }
  Reference reference() const;
  const std::shared_ptr<const std::string>& path() const { return path_; }
  /// Whether the file is one that a run over its folder checks.
  bool recognised() const;

 private:
  std::shared_ptr<const std::string> path_;
  std::optional<Source> source_;
  Definition definition_;
};

}  // namespace sfn::cli
