// A sample input that stands beside its definition: NAME.input.json beside NAME.asl.json or NAME.asl.yaml.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "cli/report/finding.h"
#include "lint/json/parse.h"

namespace sfn::cli {

class OwnInput {
 public:
  /// `id` is the FileId that its document gets.
  OwnInput(const std::string& definition_path, FileId id);

  /// Null if there is none or it cannot be read.
  const Document* document() const { return parsed_.document ? &*parsed_.document : nullptr; }
  Reference reference() const { return {*path_, source_->text(), document()}; }
  /// What is wrong with it, ready to print; empty if nothing is.
  const std::string& failure() const { return failure_; }
  /// The path, which findings may name.
  std::shared_ptr<const std::string> path() const { return path_; }

 private:
  void read(FileId id);

  std::shared_ptr<const std::string> path_;
  std::optional<Source> source_;
  json::Parsed parsed_;
  std::string failure_;
};

}  // namespace sfn::cli
