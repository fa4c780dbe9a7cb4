#include "lint/asl/jsonata/signature.h"

#include <vector>

#include "lint/asl/jsonata/regex.h"

namespace sfn::asl::jsonata {
namespace {

/// The reference builds a regular expression from the signature, so its faults are faults of that expression.
struct Parameter {
  std::string pattern = "undefined";  // what JavaScript makes of a quantifier before any parameter
  char type = '\0';
};

/// The place of the bracket that balances the one at `open`; the end of the text if none does.
size_t closing_bracket(std::string_view text, size_t open, char opener, char closer) {
  size_t depth = 1, at = open;
  while (at < text.size()) {
    ++at;
    const char c = at < text.size() ? text[at] : '\0';
    if (c == closer && --depth == 0) break;
    if (c == opener) ++depth;
  }
  return at;
}

const SignatureFault not_valid = {
    "",
    "this signature is not valid; expected letters such as `s`, `n`, `a`, each followed by at most one of "
    "`?`, `+` and `-`"};

std::string_view pattern_of(char letter) {
  switch (letter) {
    case 's':
      return "[sm]";
    case 'n':
      return "[nm]";
    case 'b':
      return "[bm]";
    case 'l':
      return "[lm]";
    case 'o':
      return "[om]";
    case 'a':
      return "[asnblfom]";
    case 'f':
      return "f";
    case 'j':
      return "[asnblom]";
    case 'x':
      return "[asnblfom]";
    default:
      return {};
  }
}

class Reader {
 public:
  explicit Reader(std::string_view text) : text_(text) {}

  std::optional<SignatureFault> read() {
    for (; at_ < text_.size() && text_[at_] != ':'; ++at_)
      if (auto fault = symbol(text_[at_])) return fault;
    std::string whole = "^";
    for (size_t i = 1; i < parameters_.size(); ++i) whole += "(" + parameters_[i].pattern + ")";
    if (pattern_fault(whole + "$")) return not_valid;
    return std::nullopt;
  }

 private:
  std::optional<SignatureFault> symbol(char c) {
    Parameter& last = parameters_.back();
    if (c == '(') return choice();
    if (c == '<') return subtype(last.type);
    if (c == '?' || c == '+') last.pattern += c;
    if (c == '-') {
      if (pattern_fault(last.pattern)) return not_valid;
      last.pattern += '?';
    }
    if (const auto pattern = pattern_of(c); !pattern.empty())
      parameters_.push_back({std::string(pattern), c});
    return std::nullopt;
  }

  std::optional<SignatureFault> choice() {
    const size_t end = closing_bracket(text_, at_, '(', ')');
    const std::string_view letters = text_.substr(at_ + 1, end > at_ ? end - at_ - 1 : 0);
    if (letters.find('<') != std::string_view::npos)
      return SignatureFault{"S0402",
                            "a choice of types in a signature cannot contain a type parameter (`<`)"};
    parameters_.push_back({"[" + std::string(letters) + "m]", '('});
    at_ = end;
    return std::nullopt;
  }

  std::optional<SignatureFault> subtype(char type) {
    if (type != 'a' && type != 'f')
      return SignatureFault{"S0401",
                            "only `a` (array) and `f` (function) can have a type parameter in a signature"};
    at_ = closing_bracket(text_, at_, '<', '>');
    return std::nullopt;
  }

  std::string_view text_;
  size_t at_ = 1;
  std::vector<Parameter> parameters_ = {Parameter{}};  // the first stands for "none yet"
};

}  // namespace

std::optional<SignatureFault> signature_fault(std::string_view signature) { return Reader(signature).read(); }

}  // namespace sfn::asl::jsonata
