// For tests: where the law of safe fixes is known not to hold. To be emptied; what stays says why it may.
#pragma once

#include <string_view>

namespace sfn::law {

struct Known {
  std::string_view rule;
  /// The only kind of fault where it breaks the law; empty for any.
  std::string_view kind;
};

// Faults that no linter can tell from what is right.
inline constexpr Known may_stay[] = {
    // A number where the level above takes a text of that name: `Cpu` of a container and of the task.
    {"service/parameter-type", "moved-out"},
    // Or among the names and texts of a map, where every name is right.
    {"service/parameter-type", "moved-into-neighbour"},
    // The only member of an object has the name of the object.
    {"service/parameter-case", "object-flattened"},
    // States that say the same in either language are given the one or the other.
    {"practice/query-language-explicit", "dropped"},
    // The missing text is another fault; without a wildcard both operators say the same.
    {"structure/stringmatches-no-wildcard", "text-empty"},
    // `#name: value`, a key that lost its quotes, reads as a comment.
    {"json/syntax", "key-unquoted"},
    // The parameters of an ItemReader that were moved beside it look like those of the Map.
    {"map/parameters-deprecated", "moved-out"},
    // A state whose name differs from that of the dropped one in letter case only.
    {"flow/startat-target", "dropped"},
};

}  // namespace sfn::law
