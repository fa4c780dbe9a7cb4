#include "cli/check/run_context.h"

#include "lint/read.h"

namespace sfn::cli {

std::string_view shown_path(const File& file, const RunContext& context) {
  return file.path == "-" ? std::string_view(context.stdin_filename) : std::string_view(file.path);
}

Configs::Choice config_of(const File& file, const RunContext& context) {
  const std::string_view path = shown_path(file, context);
  return context.configs.choice(path == unnamed_input ? std::string_view() : path);
}

Reading read_in_run(const Source& source, const File& file, const RunContext& context) {
  Reading reading = read(source, 0, form_of(shown_path(file, context), source.text()));
  using Fate = json::Fault::Fate;
  for (Definition& definition : reading.definitions) {
    if (!definition.fault) continue;
    if (definition.fault->kind == json::Fault::Kind::foreign_directive && !file.named)
      definition.fault->fate = Fate::found;
    if (definition.fault->fate == Fate::reads_as_yaml && context.files.named_by_template(file.path))
      read_as_yaml(source, 0, definition);
  }
  return reading;
}

}  // namespace sfn::cli
