#include "lint/asl/jsonata/regex.h"

#include <string>
#include <unordered_set>
#include <vector>

namespace sfn::asl::jsonata {
namespace {

/// JavaScript reads a pattern without the `u` flag by UTF-16 units: each half of a pair counts as a
/// character.
std::u16string to_utf16(std::string_view text) {
  std::u16string units;
  units.reserve(text.size());
  for (size_t i = 0; i < text.size();) {
    const auto lead = static_cast<unsigned char>(text[i++]);
    const int more = lead < 0xC0 ? 0 : lead < 0xE0 ? 1 : lead < 0xF0 ? 2 : 3;
    uint32_t code = more == 0 ? lead : lead & (0x3Fu >> more);
    for (int k = 0; k < more && i < text.size(); ++k)
      code = code << 6 | (static_cast<unsigned char>(text[i++]) & 0x3F);
    if (code < 0x10000) {
      units += static_cast<char16_t>(code);
    } else {
      units += static_cast<char16_t>(0xD800 + ((code - 0x10000) >> 10));
      units += static_cast<char16_t>(0xDC00 + (code & 0x3FF));
    }
  }
  return units;
}

constexpr int32_t no_unit = -1;
bool is_digit(int32_t c) { return c >= '0' && c <= '9'; }
bool is_letter(int32_t c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_octal(int32_t c) { return c >= '0' && c <= '7'; }
bool starts_name(int32_t c) { return is_letter(c) || c == '$' || c == '_' || c >= 0x80; }

int32_t hex_value(int32_t c) {
  if (is_digit(c)) return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  return c >= 'A' && c <= 'F' ? c - 'A' + 10 : no_unit;
}

class Pattern {
 public:
  explicit Pattern(std::string_view text) : units_(to_utf16(text)), named_(has_named_group()) {}
  std::optional<std::string_view> check();

 private:
  enum class Group : uint8_t { capturing, other, lookahead, lookbehind };

  int32_t peek(size_t ahead = 0) const {
    return at_ + ahead < units_.size() ? static_cast<int32_t>(units_[at_ + ahead]) : no_unit;
  }
  bool take(int32_t unit) { return peek() == unit ? (++at_, true) : false; }
  bool fail(std::string_view reason) {
    if (!fault_) fault_ = reason;
    return false;
  }
  bool has_named_group() const;
  bool term();
  bool open_group();
  bool close_group();
  bool quantifier();
  bool interval(double& low, double& high, size_t& length) const;
  bool character_class();
  bool class_atom(int32_t& value);
  bool escape();
  int32_t escaped_unit(bool in_class);
  int32_t hex(size_t digits);
  int32_t octal();
  bool group_name(std::u16string& name);
  bool unicode_escape(int32_t& unit);

  std::u16string units_;
  size_t at_ = 0;
  bool named_;
  std::vector<Group> open_;
  std::unordered_set<std::u16string> names_;
  std::vector<std::u16string> references_;
  std::optional<std::string_view> fault_;
};

/// A named group anywhere makes `\k` a reference everywhere.
bool Pattern::has_named_group() const {
  bool in_class = false;
  for (size_t i = 0; i < units_.size(); ++i) {
    const char16_t c = units_[i];
    if (c == '\\') {
      ++i;
    } else if (in_class) {
      in_class = c != ']';
    } else if (c == '[') {
      in_class = true;
    } else if (c == '(' && units_.compare(i + 1, 2, u"?<") == 0 && i + 3 < units_.size() &&
               units_[i + 3] != '=' && units_[i + 3] != '!') {
      return true;
    }
  }
  return false;
}

std::optional<std::string_view> Pattern::check() {
  while (at_ < units_.size())
    if (!term()) return fault_;
  if (!open_.empty()) return "a group is not closed";
  for (const std::u16string& name : references_)
    if (!names_.contains(name)) return "`\\k` refers to a group that does not exist";
  return fault_;
}

bool Pattern::term() {
  const int32_t c = peek();
  switch (c) {
    case '|':
    case '^':
    case '$':
      return ++at_, true;
    case '(':
      return open_group();
    case ')':
      return close_group();
    case '*':
    case '+':
    case '?':
      return fail("a quantifier has nothing to repeat");
    case '[':
      return character_class() && quantifier();
    case '\\':
      return escape();
    default:
      break;
  }
  double low = 0, high = 0;
  size_t length = 0;
  if (c == '{' && interval(low, high, length)) return fail("a quantifier has nothing to repeat");
  ++at_;
  return quantifier();
}

bool Pattern::open_group() {
  ++at_;
  if (!take('?')) return open_.push_back(Group::capturing), true;
  if (take(':')) return open_.push_back(Group::other), true;
  if (take('=') || take('!')) return open_.push_back(Group::lookahead), true;
  if (!take('<')) return fail("`(?` is not followed by a kind of group that JavaScript supports");
  if (take('=') || take('!')) return open_.push_back(Group::lookbehind), true;
  std::u16string name;
  if (!group_name(name)) return fail("the name of a group is invalid");
  if (!names_.insert(name).second) return fail("two groups have the same name");
  open_.push_back(Group::capturing);
  return true;
}

bool Pattern::close_group() {
  if (open_.empty()) return fail("a `)` has no matching `(`");
  ++at_;
  const Group group = open_.back();
  open_.pop_back();
  return group == Group::lookbehind || quantifier();
}

/// Reads `{n}`, `{n,}`, `{n,m}` without moving on; other braces are plain characters.
bool Pattern::interval(double& low, double& high, size_t& length) const {
  size_t i = 1;
  const auto number = [&](double& value) {
    const size_t begin = i;
    for (value = 0; is_digit(peek(i)); ++i) value = value * 10 + (peek(i) - '0');
    return i > begin;
  };
  if (!number(low)) return false;
  high = low;
  if (peek(i) == ',') {
    ++i;
    if (!number(high)) high = -1;
  }
  length = i + 1;
  return peek(i) == '}';
}

bool Pattern::quantifier() {
  double low = 0, high = 0;
  size_t length = 0;
  if (peek() == '{') {
    if (!interval(low, high, length)) return true;
    // JavaScript engines hold the bounds in 32 bits: greater ones are alike.
    constexpr double top = 2147483647;
    if (high >= 0 && (low < top ? low : top) > high)
      return fail("the bounds of a quantifier are out of order");
    at_ += length;
  } else if (!take('*') && !take('+') && !take('?')) {
    return true;
  }
  take('?');
  return true;
}

bool Pattern::escape() {
  ++at_;
  if (peek() == no_unit) return fail("it ends with a backslash");
  if (take('b') || take('B')) return true;
  if (named_ && peek() == 'k') {
    ++at_;
    std::u16string name;
    if (!take('<') || !group_name(name)) return fail("`\\k` must name a group: `\\k<name>`");
    references_.push_back(name);
    return quantifier();
  }
  escaped_unit(false);
  return quantifier();
}

/// The unit that the escape at the position means; the position is then behind it.
int32_t Pattern::escaped_unit(bool in_class) {
  const int32_t c = peek();
  if (is_octal(c)) return octal();
  if (c == 'c') {
    const int32_t letter = peek(1);
    const bool control = is_letter(letter) || (in_class && (is_digit(letter) || letter == '_'));
    if (!control) return '\\';  // the backslash stands for itself, the `c` follows
    at_ += 2;
    return letter & 0x1F;
  }
  ++at_;
  switch (c) {
    case 'b':
      return '\b';
    case 'f':
      return '\f';
    case 'n':
      return '\n';
    case 'r':
      return '\r';
    case 't':
      return '\t';
    case 'v':
      return '\v';
    case 'x':
    case 'u': {
      const int32_t value = hex(c == 'x' ? 2 : 4);
      return value == no_unit ? c : value;
    }
    default:
      return c;
  }
}

int32_t Pattern::hex(size_t digits) {
  int32_t value = 0;
  for (size_t i = 0; i < digits; ++i) {
    const int32_t digit = hex_value(peek(i));
    if (digit == no_unit) return no_unit;
    value = value * 16 + digit;
  }
  at_ += digits;
  return value;
}

int32_t Pattern::octal() {
  int32_t value = peek() - '0';
  ++at_;
  for (int i = 0; i < 2 && is_octal(peek()) && (i == 0 || value < 32); ++i, ++at_)
    value = value * 8 + (peek() - '0');
  return value;
}

bool Pattern::character_class() {
  ++at_;
  take('^');
  while (peek() != no_unit) {
    if (take(']')) return true;
    int32_t first = 0, last = 0;
    if (!class_atom(first)) return false;
    if (peek() != '-' || peek(1) == ']' || peek(1) == no_unit) continue;
    ++at_;
    if (!class_atom(last)) return false;
    if (first != no_unit && last != no_unit && first > last)
      return fail("a range of a character class is out of order");
  }
  return fail("a character class is not closed");
}

/// One character of a class; `no_unit` for an escape like `\d` that means several.
bool Pattern::class_atom(int32_t& value) {
  value = peek();
  if (value != '\\') return ++at_, true;
  ++at_;
  const int32_t c = peek();
  if (c == no_unit) return fail("it ends with a backslash");
  if (c == 'k' && named_) return fail("`\\k` cannot be used in a character class");
  if (c == 'd' || c == 'D' || c == 's' || c == 'S' || c == 'w' || c == 'W') {
    value = no_unit;
    return ++at_, true;
  }
  value = escaped_unit(true);
  return true;
}

bool Pattern::unicode_escape(int32_t& unit) {
  if (!take('u')) return false;
  if (!take('{')) return (unit = hex(4)) != no_unit;
  for (unit = 0; hex_value(peek()) != no_unit; ++at_)
    if ((unit = unit * 16 + hex_value(peek())) > 0x10FFFF) return false;
  return take('}');
}

bool Pattern::group_name(std::u16string& name) {
  for (;;) {
    if (take('>')) return !name.empty();
    int32_t unit = peek();
    if (unit == no_unit) return false;
    ++at_;
    if (unit == '\\' && !unicode_escape(unit)) return false;
    if (!starts_name(unit) && (name.empty() || !is_digit(unit))) return false;
    if (unit >= 0x10000) name += static_cast<char16_t>(0xD800 + ((unit - 0x10000) >> 10));
    name += static_cast<char16_t>(unit >= 0x10000 ? 0xDC00 + (unit & 0x3FF) : unit);
  }
}

}  // namespace

std::optional<std::string_view> pattern_fault(std::string_view pattern) { return Pattern(pattern).check(); }

}  // namespace sfn::asl::jsonata
