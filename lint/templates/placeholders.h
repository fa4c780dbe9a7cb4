// The names in `${Name}` that a template's definition leaves to `DefinitionSubstitutions`, or to the
// variables of Terraform's `templatefile`.
#pragma once

#include <string_view>
#include <vector>

#include "lint/templates/resource.h"

namespace sfn::templates {

struct Placeholder {
  std::string_view name;
  /// In the definition's document, or bytes of the template.
  Place place;
  /// The text that holds it, whole.
  std::string_view text;
  /// Inside `Fn::Sub`, which replaces it before the substitutions are made.
  bool in_function = false;
};

/// All placeholders of a definition that could be read, in its order. `${a,b}` is two.
std::vector<Placeholder> placeholders(const Resource& resource);

}  // namespace sfn::templates
