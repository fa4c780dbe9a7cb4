#include "lint/read.h"

#include "lint/asl/machine.h"
#include "lint/characters.h"
#include "lint/json/parse.h"
#include "lint/templates/definitions.h"
#include "lint/templates/long_form.h"
#include "lint/templates/terraform.h"
#include "lint/yaml/parse.h"

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

Reading unreadable(json::Fault fault) {
  Reading reading;
  reading.definitions.push_back({std::nullopt, std::move(fault)});
  return reading;
}

Reading read_json(const Source& source, FileId file) {
  json::Parsed parsed = json::parse(source, file);
  return parsed.document ? read_document(std::move(*parsed.document)) : unreadable(std::move(*parsed.fault));
}

// In a template what stands behind a tag is the argument of a function; elsewhere nobody knows what becomes
// of it.
Reading read_yaml(const Source& source, FileId file) {
  yaml::Parsed parsed = yaml::parse(source, file, yaml::LocalTags::kept);
  if (!parsed.document) return unreadable(std::move(*parsed.fault));
  if (!parsed.tags.empty() && asl::Machine::is_definition(parsed.document->root()))
    parsed.document = yaml::parse(source, file).document;
  else parsed.document = templates::long_form(std::move(*parsed.document), parsed.tags);
  return read_document(std::move(*parsed.document));
}

}  // namespace

Form form_of(std::string_view path, std::string_view text) {
  if (path.ends_with(".yaml") || path.ends_with(".yml")) return Form::yaml;
  if (path.ends_with(".tf")) return Form::terraform;
  if (path.ends_with(".json")) return Form::json;
  const size_t at = text.find_first_not_of(blanks);
  if (at == std::string_view::npos) return Form::json;
  const char first = text[at];
  const bool letter = (first >= 'a' && first <= 'z') || (first >= 'A' && first <= 'Z');
  return letter || first == '#' || text.substr(at, 4) == "---\n" ? Form::yaml : Form::json;
}

Reading read(const Source& source, FileId file, Form form) {
  if (form == Form::terraform) return {templates::terraform_definitions(source, file)};
  return form == Form::yaml ? read_yaml(source, file) : read_json(source, file);
}

}  // namespace sfn
