#include "schemas/iam/wildcard.h"

#include <algorithm>
#include <string>
#include <vector>

namespace sfn::schemas::iam {

namespace {

// `part`: not known, but without a colon or slash in it. `name`: the same, but of a certain resource of the
// template, which no other has.
enum class Kind : uint8_t { byte, one, many, unknown, part, name };
struct Token {
  Kind kind;
  char byte = 0;
  std::string_view resource = {};
  bool runs() const { return kind != Kind::byte && kind != Kind::one; }
  bool is_name() const { return kind == Kind::name; }
  /// Whether a token of the other text can be inside what this one stands for.
  bool takes(Token other) const {
    if (is_name() && other.is_name()) return resource == other.resource;
    return (kind != Kind::part && !is_name()) || other.kind != Kind::byte ||
           (other.byte != ':' && other.byte != '/');
  }
  /// Whether it can stand for nothing at all.
  bool may_be_empty() const { return !is_name(); }
};
using Tokens = std::vector<Token>;

bool is_part(std::string_view name) {
  return name == "Partition" || name == "Region" || name == "Account" || name == "Revision" ||
         name == "AWS::Partition" || name == "AWS::Region" || name == "AWS::AccountId";
}

Token placeholder(std::string_view name) {
  if (name.starts_with('@')) return {Kind::name, 0, name.substr(1)};
  return {is_part(name) ? Kind::part : Kind::unknown};
}

Tokens tokens(std::string_view text) {
  Tokens found;
  for (size_t i = 0; i < text.size(); ++i) {
    const size_t close = text.substr(i, 2) == "${" ? text.find('}', i) : std::string_view::npos;
    if (close != std::string_view::npos) {
      found.push_back(placeholder(text.substr(i + 2, close - i - 2)));
      i = close;
    } else if (text[i] == '*') {
      found.push_back({Kind::many});
    } else {
      found.push_back({text[i] == '?' ? Kind::one : Kind::byte, text[i]});
    }
  }
  return found;
}

bool may_be_same(Token a, Token b) { return a.kind == Kind::one || b.kind == Kind::one || a.byte == b.byte; }

// Whether some text is of both patterns. One row of the table at a time: reachable[j] says that the first i
// tokens of `a` and the first j of `b` can stand for the same text.
bool overlap(const Tokens& a, const Tokens& b) {
  std::vector<bool> row(b.size() + 1), before;
  for (size_t i = 0; i <= a.size(); ++i) {
    before.swap(row);
    row.assign(b.size() + 1, false);
    for (size_t j = 0; j <= b.size(); ++j) {
      bool reachable = i == 0 && j == 0;
      if (i > 0 && a[i - 1].runs())
        reachable = reachable || (a[i - 1].may_be_empty() && before[j]) ||
                    (j > 0 && a[i - 1].takes(b[j - 1]) && (row[j - 1] || before[j - 1]));
      if (j > 0 && b[j - 1].runs())
        reachable = reachable || (b[j - 1].may_be_empty() && row[j - 1]) ||
                    (i > 0 && b[j - 1].takes(a[i - 1]) && (before[j] || before[j - 1]));
      if (i > 0 && j > 0 && !a[i - 1].runs() && !b[j - 1].runs())
        reachable = reachable || (before[j - 1] && may_be_same(a[i - 1], b[j - 1]));
      row[j] = reachable;
    }
  }
  return row[b.size()];
}

// Whether every text of `needed` is one of `pattern`: what is not known is covered by `*` alone.
bool contain(const Tokens& pattern, const Tokens& needed) {
  std::vector<bool> row(needed.size() + 1), before;
  for (size_t i = 0; i <= pattern.size(); ++i) {
    before.swap(row);
    row.assign(needed.size() + 1, false);
    for (size_t j = 0; j <= needed.size(); ++j) {
      if (i == 0) {
        row[j] = j == 0;
        continue;
      }
      const Token token = pattern[i - 1];
      if (token.kind == Kind::many) row[j] = before[j] || (j > 0 && row[j - 1]);
      else if (token.is_name() && j > 0 && needed[j - 1].is_name())
        row[j] = before[j - 1] && token.resource == needed[j - 1].resource;
      else if (!token.runs() && j > 0 && !needed[j - 1].runs())
        row[j] = before[j - 1] && (token.kind == Kind::one || token.byte == needed[j - 1].byte);
    }
  }
  return row[needed.size()];
}

std::string lower(std::string_view text) {
  std::string result(text);
  for (char& c : result)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return result;
}

std::string completed(std::string_view arn) {
  std::string whole(arn);
  if (!arn.starts_with("arn:")) return whole;
  for (auto colons = std::count(arn.begin(), arn.end(), ':'); colons < 5; ++colons) whole += ":*";
  return whole;
}

Answer compare(std::string_view pattern, std::string_view needed) {
  // Longer than any ARN: not worth the time.
  if (pattern.size() > 4096 || needed.size() > 4096) return Answer::maybe;
  const Tokens a = tokens(pattern), b = tokens(needed);
  if (!overlap(a, b)) return Answer::no;
  return contain(a, b) ? Answer::yes : Answer::maybe;
}

}  // namespace

Answer covers(std::string_view pattern, std::string_view needed) {
  return compare(completed(pattern), needed);
}

Answer covers_action(std::string_view pattern, std::string_view action) {
  return compare(lower(pattern), lower(action));
}

}  // namespace sfn::schemas::iam
