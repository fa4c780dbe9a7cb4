// What a definition says about findings that are not to be reported: `sfn-lint: ignore=ID,ID reason` in a
// member Comment, or in a comment of YAML.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "lint/diagnostic.h"
#include "lint/document.h"

namespace sfn {

/// One id or family that a marker names.
struct Suppression {
  /// Why a marker silences nothing at all.
  enum class Mistake : uint8_t {
    none,
    no_colon,    // `sfn-lint ignore=a`
    no_equals,   // `sfn-lint: ignore a`
    no_ids,      // `sfn-lint: ignore=`
    empty_id,    // `sfn-lint: ignore=a,,b` and `sfn-lint: ignore=a, b`: the other ids count
    other_word,  // `sfn-lint: disable=a`
  };

  /// The name as it stands there; of a mistake what is wrong.
  Place place;
  /// A rule or a family, known or not; empty for a mistake.
  std::string_view id = {};
  /// The object that it covers, with all that is inside it. Absent for a comment of YAML, which covers a
  /// line.
  Value over = {};
  /// The line that a comment of YAML covers, from 1: its own, or the next with code for one that stands
  /// alone.
  uint32_t line = 0;
  Mistake mistake = Mistake::none;
  /// Takes it out of the text: the id, or with the last id the marker and its reason.
  Change removal = {Change::Kind::remove, {}};
  /// Whether it silenced a finding.
  bool used = false;
  /// How many of the rules that it names ran, and knew all that they depend on beside the definition. None
  /// where the definition has errors, which may hide from them what they look for.
  size_t judges = 0;
};

/// What a document says, in the order of its values, then of its comments.
std::vector<Suppression> find_suppressions(const Document& document);

/// Takes away the findings that a suppression covers, and notes which were used: the innermost, of several in
/// one comment the first. What is found in another file, or around
/// the definition in its template, is covered by the Comment of the root.
void suppress(const Document& document, std::vector<Suppression>& suppressions,
              std::vector<Diagnostic>& found);

/// Whether a rule is one that it names. The rules about suppressions cannot be suppressed.
bool names(const Suppression& suppression, const Rule& rule);

/// Names another rule in its place.
Change rename(const Suppression& suppression, std::string id);

}  // namespace sfn
