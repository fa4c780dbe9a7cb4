#include "lint/read.h"

#include <fmt/core.h>

#include <algorithm>

#include "lint/asl/machine.h"
#include "lint/characters.h"
#include "lint/json/parse.h"
#include "lint/json/source_map.h"
#include "lint/templates/definitions.h"
#include "lint/templates/directive.h"
#include "lint/templates/long_form.h"
#include "lint/templates/snapshot.h"
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

uint32_t line_of(std::string_view text, uint32_t at) {
  return static_cast<uint32_t>(
      std::count(text.begin(), text.begin() + std::min<size_t>(at, text.size()), '\n'));
}

// A directive is at fault unless the fault comes before it: then the file has one of its own.
void blame_directive(std::string_view text, json::Fault& fault) {
  const auto directive = templates::find_directive(text);
  if (!directive || line_of(text, directive->begin) > line_of(text, fault.span.begin) + 1) return;
  const std::string_view written = text.substr(directive->begin, directive->end - directive->begin);
  fault = {json::Fault::Kind::foreign_directive, *directive,
           fmt::format("`{}` is a directive of a template engine; check the file that it renders", written)};
}

// What YAML makes of `//` is no comment.
bool may_be_yaml(std::string_view text, const json::Fault& fault) {
  return fault.kind != json::Fault::Kind::foreign_directive &&
         !(fault.kind == json::Fault::Kind::comment && text[fault.span.begin] == '/');
}

std::optional<Document> yaml_definition(const Source& source, FileId file) {
  yaml::Parsed parsed = yaml::parse(source, file);
  if (!parsed.document || !asl::Machine::is_definition(parsed.document->root())) return std::nullopt;
  return std::move(parsed.document);
}

Reading unreadable(json::Fault fault, std::string_view text) {
  blame_directive(text, fault);
  Reading reading;
  reading.definitions.push_back({std::nullopt, std::move(fault)});
  return reading;
}

Reading read_json(const Source& source, FileId file) {
  json::Parsed parsed = json::parse(source, file);
  if (parsed.document) return read_document(std::move(*parsed.document));
  Reading reading = unreadable(std::move(*parsed.fault), source.text());
  json::Fault& fault = *reading.definitions.front().fault;
  if (may_be_yaml(source.text(), fault) && yaml_definition(source, file))
    fault.fate = json::Fault::Fate::reads_as_yaml;
  return reading;
}

// In a template what stands behind a tag is the argument of a function; elsewhere nobody knows what becomes
// of it.
Reading read_yaml(const Source& source, FileId file) {
  yaml::Parsed parsed = yaml::parse(source, file, yaml::LocalTags::kept);
  if (!parsed.document) return unreadable(std::move(*parsed.fault), source.text());
  if (!parsed.document->tags().empty() && asl::Machine::is_definition(parsed.document->root()))
    parsed.document = yaml::parse(source, file).document;
  else parsed.document = templates::long_form(std::move(*parsed.document));
  return read_document(std::move(*parsed.document));
}

// Of each test that compared a template with it.
Reading read_snapshot(const Source& source, FileId file) {
  Reading reading;
  for (Document& document : templates::read_snapshots(source, file))
    for (Definition& one : templates::definitions_in(std::make_shared<Document>(std::move(document))))
      reading.definitions.push_back(std::move(one));
  if (reading.definitions.empty())
    reading.definitions.push_back({Document(file, source.text(), std::make_unique<json::JsonSourceMap>())});
  return reading;
}

}  // namespace

Form form_of(std::string_view path, std::string_view text) {
  if (path.ends_with(".yaml") || path.ends_with(".yml")) return Form::yaml;
  if (path.ends_with(".tf") || path.ends_with(".tofu")) return Form::terraform;
  if (path.ends_with(".snap")) return Form::snapshot;
  if (path.ends_with(".json")) return Form::json;
  const size_t at = text.find_first_not_of(blanks);
  if (at == std::string_view::npos) return Form::json;
  const char first = text[at];
  const bool letter = (first >= 'a' && first <= 'z') || (first >= 'A' && first <= 'Z');
  return letter || first == '#' || text.substr(at, 4) == "---\n" ? Form::yaml : Form::json;
}

bool read_as_yaml(const Source& source, FileId file, Definition& definition) {
  if (!definition.fault || definition.fault->fate != json::Fault::Fate::reads_as_yaml) return false;
  definition.document = yaml_definition(source, file);
  definition.fault->fate = json::Fault::Fate::read_as_yaml;
  return true;
}

Reading read(const Source& source, FileId file, Form form) {
  if (form == Form::terraform) return {templates::terraform_definitions(source, file)};
  if (form == Form::snapshot) return read_snapshot(source, file);
  return form == Form::yaml ? read_yaml(source, file) : read_json(source, file);
}

}  // namespace sfn
