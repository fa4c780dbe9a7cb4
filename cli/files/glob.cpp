#include "cli/files/glob.h"

#include <algorithm>

namespace sfn::cli {

namespace {

// Takes the first code point off a text that is not empty. A byte that is not UTF-8 becomes a number that no
// code point has.
uint32_t take_character(std::string_view& text) {
  const auto byte = [&](size_t at) { return static_cast<unsigned char>(text[at]); };
  const uint32_t first = byte(0);
  const size_t length = first < 0x80   ? 1
                        : first < 0xc2 ? 0
                        : first < 0xe0 ? 2
                        : first < 0xf0 ? 3
                        : first < 0xf5 ? 4
                                       : 0;
  uint32_t point = length < 2 ? first : first & (0x7fu >> length);
  bool valid = length > 0 && length <= text.size();
  for (size_t i = 1; valid && i < length; ++i) {
    valid = (byte(i) & 0xc0u) == 0x80;
    point = point << 6 | (byte(i) & 0x3fu);
  }
  text.remove_prefix(valid ? length : 1);
  return valid ? point : 0x110000 + first;
}

// Behind the brackets that open at `begin`; npos where nothing closes them. A `]` that comes first is a
// character.
size_t brackets_end(std::string_view text, size_t begin) {
  size_t at = begin + 1;
  if (at < text.size() && (text[at] == '!' || text[at] == '^')) ++at;
  if (at < text.size() && text[at] == ']') ++at;
  for (; at < text.size() && text[at] != '/'; ++at) {
    if (text[at] == ']') return at + 1;
    if (text[at] == '\\') ++at;
  }
  return std::string_view::npos;
}

// Where the character at `at` ends that is no brace of its own: an escape and brackets are skipped as one.
size_t skip(std::string_view text, size_t at) {
  if (text[at] == '\\') return std::min(at + 2, text.size());
  const size_t end = text[at] == '[' ? brackets_end(text, at) : std::string_view::npos;
  return end == std::string_view::npos ? at + 1 : end;
}

struct Braces {
  std::vector<std::string_view> choices;
  size_t end = 0;  // behind the closing brace; 0: there is none
};

Braces read_braces(std::string_view text, size_t open) {
  Braces braces;
  size_t begin = open + 1, depth = 1;
  for (size_t at = begin; at < text.size(); at = skip(text, at)) {
    if (text[at] == '{') ++depth;
    const bool closes = text[at] == '}' && --depth == 0;
    if (!closes && (text[at] != ',' || depth > 1)) continue;
    braces.choices.push_back(text.substr(begin, at - begin));
    begin = at + 1;
    if (closes) {
      braces.end = begin;
      break;
    }
  }
  return braces;
}

}  // namespace

// Writes the steps of a pattern, as Thompson's construction has it: matching then follows all ways at once,
// and no pattern takes time that grows faster than its length.
class GlobCompiler {
 public:
  explicit GlobCompiler(Glob& glob) : glob_(glob) {}

  // `begins`: the pattern is at the beginning of a name; `ends`: at the end of the path.
  void compile(std::string_view pattern, bool begins, bool ends) {
    for (size_t at = 0; at < pattern.size();) {
      const bool name_begins = at == 0 ? begins : pattern[at - 1] == '/';
      at = one(pattern, at, name_begins, ends);
    }
  }

  void end() { add(Op::match); }

 private:
  using Op = Glob::Op;

  // Compiles what is at `at`; returns where it ends.
  size_t one(std::string_view pattern, size_t at, bool name_begins, bool ends) {
    switch (pattern[at]) {
      case '*':
        return stars(pattern, at, name_begins, ends);
      case '?':
        add(Op::name_character);
        return at + 1;
      case '[':
        if (const size_t end = brackets_end(pattern, at); end != std::string_view::npos) {
          set(pattern.substr(at + 1, end - at - 2));
          return end;
        }
        break;
      case '{':
        if (const Braces braces = read_braces(pattern, at); braces.end > 0 && depth_ < max_depth) {
          choices(braces.choices, name_begins, ends && braces.end == pattern.size());
          return braces.end;
        }
        break;
      case '\\':
        if (at + 1 < pattern.size()) ++at;
        break;
    }
    std::string_view rest = pattern.substr(at);
    add(Op::character, take_character(rest));
    return pattern.size() - rest.size();
  }

  size_t stars(std::string_view pattern, size_t at, bool name_begins, bool ends) {
    const size_t end = std::min(pattern.find_first_not_of('*', at), pattern.size());
    const bool whole_name = name_begins && end - at == 2;
    if (whole_name && end < pattern.size() && pattern[end] == '/') {
      // Any folders with their `/`, or nothing.
      const uint32_t choice = add(Op::fork);
      point(choice, next());
      repeat(Op::any_character);
      add(Op::character, '/');
      glob_.steps_[choice].second = next();
      return end + 1;
    }
    if (whole_name && ends && end == pattern.size()) {
      add(Op::any_character);
      repeat(Op::any_character);
      return end;
    }
    repeat(Op::name_character);
    return end;
  }

  void repeat(Op op) {
    const uint32_t loop = add(Op::fork);
    point(loop, next());
    add(op);
    jump(loop);
    glob_.steps_[loop].second = next();
  }

  void choices(const std::vector<std::string_view>& patterns, bool begins, bool ends) {
    std::vector<uint32_t> done;
    ++depth_;
    for (const std::string_view pattern : patterns) {
      const uint32_t choice = add(Op::fork);
      point(choice, next());
      compile(pattern, begins, ends);
      done.push_back(add(Op::fork));
      glob_.steps_[choice].second = next();
    }
    --depth_;
    // Behind the last choice there is no other: a set without ranges takes nothing.
    add(Op::set);
    for (const uint32_t step : done) {
      point(step, next());
      glob_.steps_[step].second = next();
    }
  }

  void set(std::string_view text) {
    const uint32_t step = add(Op::set, static_cast<uint32_t>(glob_.ranges_.size()));
    if (text.starts_with('!') || text.starts_with('^')) {
      glob_.steps_[step].negated = true;
      text.remove_prefix(1);
    }
    while (!text.empty()) {
      const uint32_t first = set_character(text);
      const bool range = text.size() > 1 && text[0] == '-';
      if (range) text.remove_prefix(1);
      glob_.ranges_.push_back({first, range ? set_character(text) : first});
    }
    glob_.steps_[step].second = static_cast<uint32_t>(glob_.ranges_.size());
  }

  static uint32_t set_character(std::string_view& text) {
    if (text[0] == '\\' && text.size() > 1) text.remove_prefix(1);
    return take_character(text);
  }

  uint32_t next() const { return static_cast<uint32_t>(glob_.steps_.size()); }
  uint32_t add(Op op, uint32_t first = 0) {
    glob_.steps_.push_back({op, false, first, 0});
    return next() - 1;
  }
  void point(uint32_t step, uint32_t to) { glob_.steps_[step].first = to; }
  void jump(uint32_t to) {
    const uint32_t step = add(Op::fork, to);
    glob_.steps_[step].second = to;
  }

  // Braces inside braces beyond this are plain characters, so that no pattern can exhaust the stack.
  static constexpr size_t max_depth = 16;

  Glob& glob_;
  size_t depth_ = 0;
};

Glob::Glob(std::string_view pattern) {
  GlobCompiler compiler(*this);
  compiler.compile(pattern, true, true);
  compiler.end();
}

bool Glob::takes(const Step& step, uint32_t character) const {
  switch (step.op) {
    case Op::character:
      return character == step.first;
    case Op::name_character:
      return character != '/';
    case Op::any_character:
      return true;
    case Op::set: {
      const auto holds = [&](const Range& range) {
        return range.first <= character && character <= range.last;
      };
      const auto begin = ranges_.begin() + step.first, end = ranges_.begin() + step.second;
      return character != '/' && std::any_of(begin, end, holds) != step.negated;
    }
    case Op::fork:
    case Op::match:
      return false;
  }
  return false;
}

// Adds a step, or those that its forks lead to, unless it is there.
void Glob::enter(uint32_t step, std::vector<uint32_t>& steps, std::vector<bool>& entered) const {
  std::vector<uint32_t> open{step};
  while (!open.empty()) {
    const uint32_t at = open.back();
    open.pop_back();
    if (entered[at]) continue;
    entered[at] = true;
    if (steps_[at].op == Op::fork) {
      open.push_back(steps_[at].second);
      open.push_back(steps_[at].first);
    } else {
      steps.push_back(at);
    }
  }
}

bool Glob::matches(std::string_view path) const {
  std::vector<uint32_t> here, there;
  std::vector<bool> entered(steps_.size());
  enter(0, here, entered);
  while (!path.empty() && !here.empty()) {
    const uint32_t character = take_character(path);
    std::fill(entered.begin(), entered.end(), false);
    there.clear();
    for (const uint32_t step : here)
      if (takes(steps_[step], character)) enter(step + 1, there, entered);
    here.swap(there);
  }
  const auto at_end = [&](uint32_t step) { return steps_[step].op == Op::match; };
  return path.empty() && std::any_of(here.begin(), here.end(), at_end);
}

bool matches(std::string_view pattern, std::string_view path) { return Glob(pattern).matches(path); }

bool has_wildcards(std::string_view text) {
  for (size_t at = 0; at < text.size(); at = skip(text, at)) {
    if (text[at] == '*' || text[at] == '?') return true;
    if (text[at] == '[' && brackets_end(text, at) != std::string_view::npos) return true;
    if (text[at] == '{' && read_braces(text, at).end > 0) return true;
  }
  return false;
}

std::vector<std::string> expand_braces(std::string_view pattern, size_t limit) {
  for (size_t at = 0; at < pattern.size(); at = skip(pattern, at)) {
    if (pattern[at] != '{') continue;
    const Braces braces = read_braces(pattern, at);
    if (braces.end == 0) continue;
    std::vector<std::string> all;
    for (const std::string_view choice : braces.choices) {
      std::string joined(pattern.substr(0, at));
      joined.append(choice).append(pattern.substr(braces.end));
      std::vector<std::string> some = expand_braces(joined, limit);
      if (some.empty() || all.size() + some.size() > limit) return {};
      std::move(some.begin(), some.end(), std::back_inserter(all));
    }
    return all;
  }
  return {std::string(pattern)};
}

}  // namespace sfn::cli
