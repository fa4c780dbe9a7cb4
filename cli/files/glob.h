// Patterns of paths, as people write them in a shell, in .gitignore or in an editor's settings.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace sfn::cli {

/// A pattern that matches whole paths, whose folders are divided by `/`:
///   *      any characters of one name        ?      one character of a name
///   **     as a whole name: any folders, none too; as the last name: whatever is inside
///   [a-z]  one of these characters, and [!a-z] or [^a-z] one of the others; never a `/`
///   {a,b}  one of these patterns, which may hold `/` and other braces
///   \x     the character itself
/// A bracket or brace that is not closed matches itself. Characters are code points; letter case counts; a
/// leading dot is a character as any other. Time is at most pattern times path, whatever the pattern.
class Glob {
 public:
  explicit Glob(std::string_view pattern);
  bool matches(std::string_view path) const;

 private:
  friend class GlobCompiler;
  enum class Op : uint8_t { character, name_character, any_character, set, fork, match };
  struct Range {
    uint32_t first, last;  // code points; both belong to it
  };
  struct Step {
    Op op;
    bool negated = false;  // of a set
    uint32_t first = 0;    // the character; the first range of a set; the next step of a fork
    uint32_t second = 0;   // behind the last range of a set; the other step of a fork
  };
  bool takes(const Step& step, uint32_t character) const;
  void enter(uint32_t step, std::vector<uint32_t>& steps, std::vector<bool>& entered) const;

  std::vector<Step> steps_;
  std::vector<Range> ranges_;
};

/// For a pattern that is used once.
bool matches(std::string_view pattern, std::string_view path);

/// Whether a pattern can match anything other than itself. One that cannot may still contain a `\`.
bool has_wildcards(std::string_view text);

/// The patterns that a pattern with braces expands to, in order: `a{b,c}` gives `ab` and `ac`. At most
/// `limit` of them; none if there would be more.
std::vector<std::string> expand_braces(std::string_view pattern, size_t limit = 4096);

}  // namespace sfn::cli
