// Comments that suppress findings: `sfn-lint: ignore=ID,ID reason` in a member Comment, or in a YAML comment.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "lint/diagnostic.h"
#include "lint/document.h"

namespace sfn {

/// One ID or family that a marker names.
struct Suppression {
  /// Why a marker has no effect.
  enum class Mistake : uint8_t {
    none,
    no_colon,    // `sfn-lint ignore=a`
    no_equals,   // `sfn-lint: ignore a`
    no_ids,      // `sfn-lint: ignore=`
    empty_id,    // `sfn-lint: ignore=a,,b` and `sfn-lint: ignore=a, b`: the other ids count
    other_word,  // `sfn-lint: disable=a`
  };

  /// The name as written; for a mistake, the wrong text.
  Place place;
  /// A rule or a family, known or not; empty for a mistake.
  std::string_view id = {};
  /// The object that it covers, with everything inside it. Absent for a YAML comment, which covers a line.
  Value over = {};
  /// The line that a YAML comment covers, from 1: its own, or the next line with code if the comment has a
  /// line to itself.
  uint32_t line = 0;
  Mistake mistake = Mistake::none;
  /// Removes it from the text: the ID, or with the last ID the marker and its reason.
  Change removal = {Change::Kind::remove, {}};
  /// Whether it has suppressed a finding.
  bool used = false;
  /// How many of the rules that it names ran, and knew all that they depend on beside the definition. None
  /// where the definition has errors, which may hide from them what they look for.
  size_t judges = 0;
};

/// What a document says, in the order of its values, then of its comments.
std::vector<Suppression> find_suppressions(const Document& document);

/// Removes the findings that a suppression covers, and records which suppressions were used: the innermost
/// one, and of several in one comment the first. Findings in another file, or around the definition in its
/// template, are covered by the Comment of the root.
void suppress(const Document& document, std::vector<Suppression>& suppressions,
              std::vector<Diagnostic>& found);

/// Whether it names the rule. The rules about suppressions cannot be suppressed.
bool names(const Suppression& suppression, const Rule& rule);

/// Replaces it with another rule.
Change rename(const Suppression& suppression, std::string id);

}  // namespace sfn
