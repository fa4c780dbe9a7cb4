// Placeholders of templates: `${Name}` of CloudFormation, Serverless and Terraform, `%{ if }` of Terraform,
// `#{AWS::Region}` of a plugin of Serverless.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "lint/text.h"

namespace sfn::json {

/// The end of the placeholder whose `${` is at `at`: braces are matched, text in double quotes inside is
/// skipped. npos if it is never closed.
size_t placeholder_end(std::string_view text, size_t at);

/// Whether a placeholder may begin at `at`: `${`, not escaped as `$${`.
bool placeholder_begins(std::string_view text, size_t at);

/// Where the first `#{AWS::Region}` begins, as a plugin of the Serverless Framework has it; npos if there is
/// none.
size_t find_pseudo_parameter(std::string_view text);

/// Whether a Terraform block begins at `at`: `%{ if` or `%{ for`, not escaped as `%%{`.
bool block_begins(std::string_view text, size_t at);

/// The end of the block that begins at `at`: behind its `%{ endif }` or `%{ endfor }`. npos if it is never
/// closed.
size_t block_end(std::string_view text, size_t at);

/// What a template engine would put into a decoded string.
enum class Templating : uint8_t {
  none,   // nothing: `$${x}`, `${}` and an unclosed `${` are text
  part,   // a part of it
  whole,  // the string is one placeholder
};
Templating templating(std::string_view text);

/// Where the first Terraform directive (`%{ if ...`, not `%%{`) begins; npos if there is none.
size_t find_directive(std::string_view text);

}  // namespace sfn::json
