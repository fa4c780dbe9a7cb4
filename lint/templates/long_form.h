// The short form of CloudFormation's functions in YAML, `!Sub x`, as JSON has them: `{"Fn::Sub": x}`.
#pragma once

#include "lint/document.h"

namespace sfn::templates {

/// A document in which each value with a tag is an object of one member, named as the function is. Its places
/// and fixes are those of `document`, which was read with yaml::LocalTags::kept.
Document long_form(Document document);

}  // namespace sfn::templates
