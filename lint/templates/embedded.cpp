#include "lint/templates/embedded.h"

#include "lint/json/source_map.h"

namespace sfn::templates {

namespace {

/// The document is that of the text, as if it were a file of its own; only this knows the template.
class EmbeddedSourceMap : public json::JsonSourceMap {
 public:
  EmbeddedSourceMap(std::shared_ptr<const Document> outer, Composition composition)
      : source("", composition.text()), outer_(std::move(outer)), composition_(std::move(composition)) {}

  Span span(const Document& document, Place place) const override {
    if (place.part == Part::bytes) return {place.begin, place.end};
    return in_template(JsonSourceMap::span(document, place));
  }

  std::optional<std::vector<Edit>> render(const Document& document, const Fix& fix) const override {
    const auto edits = JsonSourceMap::render(document, fix);
    if (!edits) return std::nullopt;
    return composition_.render(*outer_, *edits);
  }

  json::Fault in_template(json::Fault fault) const {
    fault.repairs = in_template(fault.repairs);
    fault.span = in_template(fault.span);
    if (fault.related) fault.related = in_template(*fault.related);
    return fault;
  }

  const Source source;

 private:
  Span in_template(Span span) const { return composition_.span(*outer_, span); }

  std::vector<json::Repair> in_template(const std::vector<json::Repair>& repairs) const {
    std::vector<Edit> edits;
    for (const json::Repair& repair : repairs) edits.push_back({repair.span, repair.text});
    std::vector<json::Repair> found;
    if (const auto outer = composition_.render(*outer_, edits))
      for (const Edit& edit : *outer) found.push_back({edit.span, edit.text});
    return found;
  }

  std::shared_ptr<const Document> outer_;
  Composition composition_;
};

}  // namespace

json::Parsed read_text(std::shared_ptr<const Document> outer, Composition composition) {
  const FileId file = outer->file();
  auto source_map = std::make_unique<EmbeddedSourceMap>(std::move(outer), std::move(composition));
  json::Parsed parsed = json::parse(source_map->source, file);
  if (parsed.fault) parsed.fault = source_map->in_template(std::move(*parsed.fault));
  else parsed.document->set_source_map(std::move(source_map));
  return parsed;
}

}  // namespace sfn::templates
