#include "lint/fix.h"

#include <algorithm>
#include <functional>
#include <set>
#include <utility>

namespace sfn {

namespace {

/// Past this many, finding out which fix breaks a text costs more than leaving the others for another run.
constexpr size_t max_singles = 256;

bool before(const Edit& a, const Edit& b) {
  return std::pair(a.span.begin, a.span.end) < std::pair(b.span.begin, b.span.end);
}

class Fixing {
 public:
  Fixing(std::string text, const std::function<Examined(const std::string&)>& examine)
      : examine_(examine), now_(examine(text)) {
    fixed_.text = std::move(text);
    seen_.insert(std::hash<std::string>()(fixed_.text));
  }

  Fixed run() {
    for (int pass = 0; pass < max_passes && !now_.fixes.empty(); ++pass)
      if (!make(together()) && !make(carefully())) break;
    fixed_.settled = now_.fixes.empty();
    return std::move(fixed_);
  }

 private:
  struct Chosen {
    std::vector<Edit> edits;
    size_t fixes = 0;

    bool add(const std::vector<Edit>& fix) {
      if (fix.empty() || touch(fix, edits)) return false;
      edits.insert(edits.end(), fix.begin(), fix.end());
      std::sort(edits.begin(), edits.end(), before);
      ++fixes;
      return true;
    }
  };

  Chosen together() const {
    Chosen chosen;
    for (const std::vector<Edit>& fix : now_.fixes) chosen.add(fix);
    return chosen;
  }

  /// Without those that break the text.
  Chosen carefully() const {
    Chosen kept;
    for (size_t i = 0; i < std::min(now_.fixes.size(), max_singles); ++i) {
      Chosen more = kept;
      if (more.add(now_.fixes[i]) && readable(examine_(applied(fixed_.text, more.edits)))) kept = more;
    }
    return kept;
  }

  bool readable(const Examined& then) const { return then.faults <= now_.faults; }

  /// False if that would break the text or lead to one that was there before.
  bool make(const Chosen& chosen) {
    if (chosen.fixes == 0) return false;
    std::string text = applied(fixed_.text, chosen.edits);
    Examined then = examine_(text);
    if (!readable(then) || !seen_.insert(std::hash<std::string>()(text)).second) return false;
    fixed_.text = std::move(text);
    fixed_.made += chosen.fixes;
    now_ = std::move(then);
    return true;
  }

  const std::function<Examined(const std::string&)>& examine_;
  Examined now_;
  Fixed fixed_;
  std::set<size_t> seen_;
};

}  // namespace

Fixed fix(std::string text, const std::function<Examined(const std::string&)>& examine) {
  return Fixing(std::move(text), examine).run();
}

}  // namespace sfn
