#include "cli/files/linked_file.h"

#include <filesystem>

#include "cli/files/files.h"
#include "cli/files/recognise.h"
#include "lint/read.h"
#include "lint/templates/resource.h"

namespace sfn::cli {

// As the user named the template, so that reports read alike.
std::string linked_path(std::string_view template_path, std::string_view name) {
  const std::filesystem::path folder =
      template_path == "-" ? "" : std::filesystem::path(template_path).parent_path();
  return (folder / name).lexically_normal().native();
}

bool is_read_by_cloudformation(const templates::Resource& resource) {
  const bool dialect =
      resource.dialect == templates::Dialect::cloudformation || resource.dialect == templates::Dialect::sam;
  return dialect && !resource.file().empty();
}

LinkedFile::LinkedFile(std::string_view template_path, const Definition& definition, FileId file)
    : path_(std::make_shared<const std::string>(linked_path(template_path, definition.origin->file()))) {
  Bytes bytes = read_file(*path_);
  templates::Resource origin = *definition.origin;
  origin.missing = !bytes.bytes;
  if (bytes.bytes) {
    source_.emplace(*path_, std::move(*bytes.bytes));
    definition_ = std::move(read(*source_, file, form_of(*path_, source_->text())).definitions.front());
    if (is_read_by_cloudformation(origin)) read_as_yaml(*source_, file, definition_);
  }
  definition_.type = definition.type;
  definition_.resource = definition.resource;
  definition_.origin = std::make_shared<const templates::Resource>(std::move(origin));
}

Reference LinkedFile::reference() const {
  return {*path_, source_ ? source_->text() : std::string_view(),
          definition_.document ? &*definition_.document : nullptr};
}

bool LinkedFile::recognised() const {
  return source_ && (File{*path_, false}.definition() || may_be_definition(source_->text()));
}

}  // namespace sfn::cli
