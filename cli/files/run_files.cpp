#include "cli/files/run_files.h"

#include <filesystem>

#include "cli/files/linked_file.h"
#include "cli/files/recognise.h"
#include "lint/read.h"
#include "lint/templates/resource.h"

namespace sfn::cli {

namespace {

std::string normal(const std::string& path) {
  return std::filesystem::path(path).lexically_normal().native();
}

void add_linked(const std::string& path, std::unordered_set<std::string>& linked) {
  if (path == "-" || !may_hold_definition(path)) return;
  Bytes bytes = read_file(path);
  if (!bytes.bytes || !may_name_file(*bytes.bytes)) return;
  const Source source(path, std::move(*bytes.bytes));
  for (const Definition& definition : read(source, 0, form_of(path, source.text())).definitions)
    if (definition.origin && is_read_by_cloudformation(*definition.origin))
      linked.insert(normal(linked_path(path, definition.origin->file())));
}

}  // namespace

bool RunFiles::hold(const std::string& path) const {
  std::call_once(once_, [&] {
    for (const File& file : files_) paths_.insert(normal(file.path));
  });
  return paths_.count(normal(path)) > 0;
}

bool RunFiles::named_by_template(const std::string& path) const {
  std::call_once(linked_once_, [&] {
    for (const File& file : files_) add_linked(file.path, linked_);
  });
  return linked_.count(normal(path)) > 0;
}

}  // namespace sfn::cli
