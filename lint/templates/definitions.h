// The definitions of a template.
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "lint/definition.h"
#include "lint/templates/resource.h"

namespace sfn::templates {

/// One for each state machine that the template declares, in its order; none where it declares none.
std::vector<Definition> definitions_in(const std::shared_ptr<const Document>& outer);

/// The definition of one state machine, with neither document nor fault where it is in no part of the
/// template. `document` is given where the reader of the template has read the definition too.
Definition definition_of(Resource resource, std::optional<Document> document = {});

}  // namespace sfn::templates
