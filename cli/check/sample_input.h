// A sample input next to its definition: NAME.input.json for NAME.asl.json or NAME.asl.yaml.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "cli/report/finding.h"
#include "lint/json/parse.h"

namespace sfn::cli {

class SampleInput {
 public:
  /// `id` is the FileId that its document gets.
  SampleInput(const std::string& definition_path, FileId id);

  /// Null if it does not exist or cannot be read.
  const Document* document() const { return parsed_.document ? &*parsed_.document : nullptr; }
  Reference reference() const { return {*path_, source_->text(), document()}; }
  /// The error in it, ready to print; empty if there is none.
  const std::string& failure() const { return failure_; }
  /// The path, which findings may name; null if no such file can exist.
  std::shared_ptr<const std::string> path() const { return path_; }

 private:
  void read(FileId id);

  std::shared_ptr<const std::string> path_;
  std::optional<Source> source_;
  json::Parsed parsed_;
  std::string failure_;
};

}  // namespace sfn::cli
