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
};

// Safe fixes that are to become unsafe, or to be offered less often.
inline constexpr Known to_be_mended[] = {
    {"ecs/clienttoken-referenceid", ""},       // removes a token that lacks its `.$`
    {"ecs/command-dollar-not-array", ""},      // wraps a text that is no expression
    {"ecs/environment-value-unresolved", ""},  // `$.a/$.b` is no path
    {"ecs/token-inside-string", ""},           // takes delimiters and quotes around the token for text
    {"errors/unreachable-handler", ""},        // removes a handler with a misspelt name
    {"json/syntax", "key-unquoted"},           // takes `#name: value` for a comment
    {"json/syntax", "text-unquoted"},          // takes the zero from `010`
    {"jsonata/field-in-jsonpath", ""},         // by a text in free data
    {"jsonata/no-input-document", ""},         // `$.input.n` as `$states.input.input.n`
    {"jsonata/text-in-jsonpath", ""},          // by a text in free data
    {"jsonata/unknown-states-member", ""},     // `$state`, a variable whose name is misspelt elsewhere
    {"map/execution-type-inline", ""},         // removes it where `Mode` is missing
    {"map/parameters-deprecated", ""},         // the parameters of an `ItemReader` that stand beside it
    {"path/dollar-in-array-element", ""},      // `["$.a"]` as `States.Array($.a)`
    {"path/dollar-key-bad-value", ""},         // `"a.$": "'$.x'"` as a text
    {"path/dollar-key-nonstring", ""},         // `"a.$": ["$.x"]` as a list of texts
    {"path/dollar-suffix-on-asl-field", ""},   // `Error.$` as `ErrorPath` of a text
    {"path/format-unescaped-brace", ""},       // a third backslash
    {"path/intrinsic-syntax", ""},             // a third backslash
    {"path/missing-dollar-suffix", ""},        // `$.a/$.b` is no path
    {"path/single-dollar-context", ""},        // data of the name `Execution`
    {"path/syntax", ""},                       // `$.` as `$`
    {"path/without-dollar", ""},               // `'$.a'` as `$.'$.a'`
    {"service/callback-token-missing", ""},    // as ecs/token-inside-string
    {"service/sdk-service-name", ""},          // `aws-sdk:aws-sdk:sqs:...`
    {"structure/unknown-field", "moved-out"},  // `comment.$` as `Comment`
};

}  // namespace sfn::law
