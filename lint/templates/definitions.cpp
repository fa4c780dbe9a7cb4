#include "lint/templates/definitions.h"

#include "lint/json/pointer.h"
#include "lint/templates/embedded.h"
#include "lint/templates/find.h"
#include "lint/templates/inlined.h"
#include "lint/templates/intrinsic.h"

namespace sfn::templates {

namespace {

void read_into(Definition& definition, const Resource& resource) {
  if (resource.written == Written::object) {
    const bool serverless = resource.dialect == Dialect::serverless;
    definition.document =
        read_object(resource.outer, resource.definition,
                    serverless ? Variables::serverless : Variables::plain, resource.outer->file());
  }
  if (resource.written != Written::text) return;
  if (auto composition = compose(resource.definition)) {
    json::Parsed parsed = read_text(resource.outer, std::move(*composition));
    definition.document = std::move(parsed.document);
    definition.fault = std::move(parsed.fault);
  }
}

}  // namespace

Definition definition_of(Resource resource, std::optional<Document> document) {
  Definition definition;
  definition.document = std::move(document);
  definition.type = resource.type;
  definition.resource = resource.name;
  definition.pointer = resource.pointer.empty() ? json::pointer(resource.definition) : resource.pointer;
  if (!definition.document) read_into(definition, resource);
  definition.origin = std::make_shared<const Resource>(std::move(resource));
  return definition;
}

std::vector<Definition> definitions_in(const std::shared_ptr<const Document>& outer) {
  std::vector<Definition> definitions;
  for (Resource& resource : find_resources(outer)) definitions.push_back(definition_of(std::move(resource)));
  return definitions;
}

}  // namespace sfn::templates
