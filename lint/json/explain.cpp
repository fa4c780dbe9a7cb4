#include "lint/json/explain.h"

#include <algorithm>
#include <string>

#include "lint/json/placeholder.h"
#include "lint/json/scanner.h"

namespace sfn::json {
namespace {

/// The encoding that a text's first bytes show, if it is not UTF-8. A JSON text begins with an ASCII
/// character, so that NUL bytes around it tell (RFC 4627, section 3).
std::string_view other_encoding(std::string_view text) {
  const auto starts = [&](std::string_view bytes) { return text.substr(0, bytes.size()) == bytes; };
  const auto byte = [&](size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 1u; };
  if (starts({"\xFF\xFE\0\0", 4}) || starts({"\0\0\xFE\xFF", 4})) return "UTF-32";
  if (starts("\xFF\xFE") || starts("\xFE\xFF")) return "UTF-16";
  if (!byte(0) && !byte(1) && !byte(2) && byte(3) && byte(3) < 0x80) return "UTF-32";
  if (!byte(1) && !byte(2) && !byte(3) && byte(0) < 0x80) return "UTF-32";
  if (!byte(0) && byte(1) && byte(1) < 0x80 && text.size() % 2 == 0) return "UTF-16";
  if (!byte(1) && byte(0) && byte(0) < 0x80 && text.size() % 2 == 0) return "UTF-16";
  return {};
}

std::optional<Fault> not_text(std::string_view text) {
  const auto end = [&](size_t length) { return static_cast<uint32_t>(std::min(length, text.size())); };
  if (const std::string_view encoding = other_encoding(text); !encoding.empty())
    return Fault{Fault::Kind::wrong_encoding,
                 {0, end(2)},
                 "the file is " + std::string(encoding) + ", but JSON must be UTF-8"};
  const size_t nul = text.find('\0');
  if (nul == npos) return std::nullopt;
  const auto at = static_cast<uint32_t>(nul);
  return Fault{
      Fault::Kind::wrong_encoding, {at, at + 1}, "this is a NUL byte, so the file is binary, not JSON text"};
}

// What a block brings may be what the text lacks behind it.
std::optional<Fault> directive(std::string_view text, const Fault& fault) {
  if (fault.kind == Fault::Kind::template_directive) return std::nullopt;
  const size_t found = find_directive(text);
  if (found == npos || found > fault.span.begin) return std::nullopt;
  const auto at = static_cast<uint32_t>(found);
  return Fault{
      Fault::Kind::template_directive,
      {at, at + 2},
      "this Terraform directive cannot be read here, because only blocks that contain whole values or "
      "members can; check the rendered text instead"};
}

}  // namespace

std::optional<Fault> explain(std::string_view text) { return judge(text).fault; }

Judgement judge(std::string_view text) {
  if (text.size() > UINT32_MAX - Source::slack)
    return {Fault{Fault::Kind::too_large, {0, 0}, "this file is larger than 4 GiB"}};
  auto fault = Scanner(text, nullptr, QuotesInPlaceholders::close).scan();
  if (!fault) return {};
  if (auto other = not_text(text)) return {std::move(other)};
  if (text.find("${") != npos && !Scanner(text, nullptr, QuotesInPlaceholders::match).scan())
    return {std::nullopt, QuotesInPlaceholders::match};
  if (auto other = directive(text, *fault)) return {std::move(other)};
  return {std::move(fault)};
}

}  // namespace sfn::json
