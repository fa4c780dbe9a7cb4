// Any bytes as a template: places stay inside the file, and a change of a definition inside the template
// comes back when the changed template is read.
#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "lint/diagnostic.h"
#include "lint/read.h"

namespace {

using namespace sfn;

// Each change means another reading of the file.
constexpr size_t most_definitions = 4, most_nodes = 12;
constexpr std::string_view new_name = "new \"name\"\n\xC3\xA9 \\";

void require(bool holds) {
  if (!holds) std::abort();
}

void check_places(const Document& document, size_t size) {
  const auto check = [&](Place place) {
    const Span span = document.span(place);
    require(span.begin <= span.end && span.end <= size);
  };
  for (NodeId id = 0; id < document.size(); ++id) {
    const Value value = document.at(id);
    for (const Place place : {value.place(), value.key(), value.label()}) check(place);
    const size_t name = value.name().size(), text = value.text().size();
    if (name > 0) check(value.key_stretch(name / 2, name));
    if (!value.is_string() || text == 0) continue;
    for (const Place place :
         {value.stretch(0, text), value.stretch(text / 2, text / 2), value.stretch(text - 1, text)})
      check(place);
  }
}

Reading read_again(const std::string& text, Form form, std::unique_ptr<Source>& source) {
  source = std::make_unique<Source>("fuzz", text);
  return read(*source, 0, form);
}

void check_change(const Source& source, Form form, const Reading& reading, size_t at, NodeId node) {
  const Document& document = *reading.definitions[at].document;
  const auto edits =
      document.render({"", Safety::safe, {rename_key(document.at(node), std::string(new_name))}});
  if (!edits) return;
  std::unique_ptr<Source> changed;
  const Reading again = read_again(applied(source.text(), *edits), form, changed);
  // A value of Terraform is a definition by the names in it.
  const bool same = again.definitions.size() == reading.definitions.size() && again.definitions[at].origin;
  if (!same || (form == Form::terraform && !again.definitions[at].document))
    return require(form == Form::terraform);
  require(again.definitions[at].document.has_value());
  // What `merge` had replaced may be there again.
  if (form == Form::terraform && source.text().find("merge") != npos) return;
  require(again.definitions[at].document->at(node).name() == new_name);
}

void check_form(const Source& source, Form form) {
  const Reading reading = read(source, 0, form);
  for (size_t i = 0; i < std::min(reading.definitions.size(), most_definitions); ++i) {
    const Definition& definition = reading.definitions[i];
    if (definition.fault) require(definition.fault->span.end <= source.text().size());
    if (!definition.document) continue;
    check_places(*definition.document, source.text().size());
    if (!definition.origin) continue;  // files that are one definition: editor_fuzz
    const size_t step = definition.document->size() / most_nodes + 1;
    for (size_t node = 1; node < definition.document->size(); node += step)
      check_change(source, form, reading, i, static_cast<NodeId>(node));
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const Source source("fuzz", std::string(reinterpret_cast<const char*>(data), size));
  check_form(source, Form::json);
  check_form(source, Form::yaml);
  check_form(source, Form::terraform);
  check_form(source, Form::snapshot);
  return 0;
}
