#include "cli/check/machines.h"

#include <fmt/core.h>

#include "cli/report/destination.h"
#include "lint/read.h"

namespace sfn::cli {

namespace {

std::string why_none(const Definition& definition, std::string_view text) {
  if (definition.document) return "not a state machine definition";
  if (definition.fault) return where_and_why(*definition.fault, text);
  return fmt::format("the definition of `{}` is in another file; name that file", definition.resource);
}

}  // namespace

void each_machine(const File& file, const Inputs& inputs, Messages& messages,
                  const std::function<void(const MachineInFile&)>& take) {
  Bytes bytes = read_file(file.path);
  if (!bytes.bytes) {
    messages.unreadable_file(file.path, bytes.reason);
    return;
  }
  const asl::Surroundings surroundings = inputs.surroundings(asl::MachineType::unknown);
  const Source source(file.path, std::move(*bytes.bytes));
  const LineIndex lines(source.text());
  const Reading reading = sfn::read(source, 0, form_of(file.path));
  for (const Definition& definition : reading.definitions) {
    const bool parsed = definition.document.has_value();
    if (parsed) inputs.note_task_definitions(*definition.document);
    if (parsed && asl::Machine::is_definition(definition.document->root())) {
      const asl::Machine machine(*definition.document, surroundings);
      take({machine, file.path, definition.resource, lines});
    } else if (file.named || file.definition()) {
      messages.fail({findings, failure_line(file.path, why_none(definition, source.text()))});
    }
  }
}

}  // namespace sfn::cli
