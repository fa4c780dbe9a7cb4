#include "lint/read.h"

#include "lint/asl/machine.h"
#include "lint/json/parse.h"
#include "lint/templates/definitions.h"
#include "lint/templates/terraform.h"

namespace sfn {

namespace {

// Of a file that is no template the document itself.
Reading read_document(Document document) {
  Reading reading;
  if (asl::Machine::is_definition(document.root())) {
    reading.definitions.push_back({std::move(document)});
    return reading;
  }
  const auto outer = std::make_shared<Document>(std::move(document));
  reading.definitions = templates::definitions_in(outer);
  if (reading.definitions.empty()) reading.definitions.push_back({std::move(*outer)});
  return reading;
}

}  // namespace

Form form_of(std::string_view path) { return path.ends_with(".tf") ? Form::terraform : Form::json; }

Reading read(const Source& source, FileId file, Form form) {
  if (form == Form::terraform) return {templates::terraform_definitions(source, file)};
  json::Parsed parsed = json::parse(source, file);
  if (parsed.document) return read_document(std::move(*parsed.document));
  Reading reading;
  reading.definitions.push_back({std::nullopt, std::move(parsed.fault)});
  return reading;
}

}  // namespace sfn
