#include "lint/templates/embedded.h"

namespace sfn::templates {

namespace {

/// The text and its JSON nodes, both as if it were a file of its own.
struct Inner {
  Inner(std::shared_ptr<const Document> in, Composition of)
      : outer(std::move(in)), composition(std::move(of)), source("", composition.text()) {}

  std::shared_ptr<const Document> outer;
  Composition composition;
  Source source;
  std::optional<Document> document = {};
};

class EmbeddedSourceMap : public SourceMap {
 public:
  explicit EmbeddedSourceMap(std::unique_ptr<const Inner> inner) : inner_(std::move(inner)) {}

  Span span(const Document&, Place place) const override {
    if (place.part == Part::bytes) return {place.begin, place.end};
    return inner_->composition.span(inner_->document->span(place));
  }

  std::optional<std::vector<Edit>> render(const Document&, const Fix& fix) const override {
    const auto edits = inner_->document->render(fix);
    if (!edits) return std::nullopt;
    return inner_->composition.render(*edits);
  }

 private:
  std::unique_ptr<const Inner> inner_;
};

std::vector<json::Repair> repairs_of(const json::Fault& fault, const Composition& composition) {
  std::vector<Edit> edits;
  for (const json::Repair& repair : fault.repairs) edits.push_back({repair.span, repair.text});
  std::vector<json::Repair> repairs;
  if (const auto outer = composition.render(edits))
    for (const Edit& edit : *outer) repairs.push_back({edit.span, edit.text});
  return repairs;
}

json::Fault in_template(json::Fault fault, const Composition& composition) {
  fault.repairs = repairs_of(fault, composition);
  fault.span = composition.span(fault.span);
  if (fault.related) fault.related = composition.span(*fault.related);
  return fault;
}

}  // namespace

json::Parsed read_text(std::shared_ptr<const Document> outer, Composition composition) {
  const FileId file = outer->file();
  auto inner = std::make_unique<Inner>(std::move(outer), std::move(composition));
  json::Parsed parsed = json::parse(inner->source, file);
  if (parsed.fault) return {std::nullopt, in_template(std::move(*parsed.fault), inner->composition)};
  inner->document = std::move(parsed.document);
  const Document& nodes = *inner->document;
  const std::string_view text = inner->source.text();
  Document document(file, text, std::make_unique<EmbeddedSourceMap>(std::move(inner)));
  document.reserve(nodes.size());
  for (NodeId id = 0; id < nodes.size(); ++id) document.add(nodes.node(id));
  return {std::move(document), std::nullopt};
}

}  // namespace sfn::templates
