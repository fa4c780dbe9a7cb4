// Cuts JSONata into tokens, one at a time, as the reference implementation (jsonata 2.0.6) does.
#pragma once

#include <optional>
#include <string_view>

#include "lint/asl/jsonata/fault.h"
#include "lint/asl/jsonata/token.h"

namespace sfn::asl::jsonata {

class Lexer {
 public:
  /// `text` must outlive the lexer and be smaller than 4 GiB.
  explicit Lexer(std::string_view text) : text_(text) {}
  /// The next token. `after_operand`: a `/` divides here; else it begins a regular expression.
  /// After a fault every further token is the end.
  Token next(bool after_operand);
  /// Why the last token was `Symbol::fault`.
  const std::optional<Fault>& fault() const { return fault_; }

 private:
  bool skip_blanks();
  Token fail(FaultKind kind, std::string_view code, size_t begin, size_t end, std::string message);
  Token make(Symbol symbol, size_t begin, size_t end);
  Token regex();
  Token flags(size_t begin, size_t pattern_end);
  Token string();
  bool skip_escape();
  Token number();
  Token quoted_name();
  Token word();
  char at(size_t offset) const { return offset < text_.size() ? text_[offset] : '\0'; }

  std::string_view text_;
  size_t position_ = 0;
  std::optional<Fault> fault_;
};

}  // namespace sfn::asl::jsonata
