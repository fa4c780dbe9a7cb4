// Recognizes the files of a folder that should be checked by their names and bytes.
#pragma once

#include <string_view>

#include "lint/read.h"

namespace sfn::cli {

/// Whether files of that name may contain a definition.
bool may_hold_definition(std::string_view name);

/// Whether a text may contain a definition: a quick look at its bytes, before it is parsed.
bool may_be_definition(std::string_view text);

/// Whether a text may be a template of CloudFormation that has a definition in a file of its own.
bool may_name_file(std::string_view text);

/// Whether the result is a definition, a template with state machines, or text that seems to be one but does
/// not parse.
bool is_definition(const Reading& reading, std::string_view text);

}  // namespace sfn::cli
