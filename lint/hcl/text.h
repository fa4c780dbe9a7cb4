// Texts of HCL: what is between quotes, or in a heredoc, and what it stands for.
#pragma once

#include <string>
#include <string_view>

#include "lint/hcl/syntax.h"

namespace sfn::hcl {

/// The text that an expression of Kind::text stands for. What is inserted (`${...}`, `%{...}`) and what only
/// looks like it (`$${`) stay as they are written; a heredoc keeps its indentation, whatever its `<<-` says.
/// Absent if that is what is written: `inner` of the expression.
std::optional<std::string> decoded(const File& file, const Expression& text);

/// The bytes of the file for bytes [begin, end) of the decoded text, which covers every escape that it
/// touches.
Span stretch(const File& file, const Expression& text, uint32_t begin, uint32_t end);

/// A text as it is written between quotes. What is inserted stays as it is.
std::string escaped(std::string_view text);

/// A text in quotes, or only the expression, if the text is that and nothing else.
std::string quoted(std::string_view text);

/// Whether a key can be written without quotes.
bool is_identifier(std::string_view name);

}  // namespace sfn::hcl
