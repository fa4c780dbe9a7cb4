// A definition that stands as an object in a template.
#pragma once

#include <memory>
#include <span>

#include "lint/document.h"

namespace sfn::templates {

/// The dialect of placeholders that strings may hold besides `${Name}`.
enum class Variables : uint8_t {
  plain,
  serverless,  // `#{AWS::Region}` too: serverless-pseudo-parameters
};

/// The nodes of `root` and below, with calls of intrinsic functions as values that are not known, or as
/// strings with placeholders where their text is known in part. `outer`, which `root` is of, lives as long as
/// the document does. `file` is the FileId of the places in the document.
Document read_object(std::shared_ptr<const Document> outer, Value root, Variables variables, FileId file);

/// The same for several objects: the members of the root, with their names, but without their own members
/// called as one of `left_out`.
Document read_members(std::shared_ptr<const Document> outer, std::span<const Value> members,
                      std::span<const std::string_view> left_out, FileId file);

}  // namespace sfn::templates
