#include "cli/check/sample_input.h"

#include <fmt/core.h>

#include <filesystem>

#include "cli/check/inputs.h"
#include "cli/files/files.h"

namespace sfn::cli {

SampleInput::SampleInput(const std::string& definition_path, FileId id) {
  const size_t ending = definition_path.rfind(".asl.");
  if (ending == std::string::npos || definition_path.find('/', ending) != std::string::npos) return;
  path_ = std::make_shared<const std::string>(definition_path.substr(0, ending) + ".input.json");
  std::error_code ignored;
  if (std::filesystem::is_regular_file(*path_, ignored)) read(id);
}

void SampleInput::read(FileId id) {
  Bytes read = read_file(*path_);
  if (!read.bytes) {
    failure_ = fmt::format("sample input {}: {}", *path_, read.reason);
    return;
  }
  source_.emplace(*path_, std::move(*read.bytes));
  parsed_ = json::parse(*source_, id);
  if (parsed_.fault)
    failure_ = fmt::format("sample input {}: {}", *path_, where_and_why(*parsed_.fault, source_->text()));
}

}  // namespace sfn::cli
