// What can be wrong with a call that parses: one function a question, each over the call and all that is
// nested in it. Paths and other expressions satisfy everything; only literals, names and counts are judged.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "lint/asl/intrinsic/intrinsic.h"

namespace sfn::asl::intrinsic {

struct Problem {
  Span span;            // in the text that was parsed
  std::string message;  // ready to print
  std::optional<Repair> repair = {};
};
using Problems = std::vector<Problem>;

/// Calls nested in one field that AWS documents as legal (Developer Guide: "nest up to 10").
inline constexpr uint32_t most_calls = 10;
/// Characters of a text that Base64Encode, Base64Decode and Hash take.
inline constexpr size_t longest_text = 10'000;
/// Elements of an ArrayRange.
inline constexpr int64_t longest_range = 1000;

// checks.cpp
Problems unknown_names(const Call& call);  // letter case counts; the repair is the nearest name
Problems wrong_arity(const Call& call);    // too few or too many arguments
Problems wrong_kinds(const Call& call);    // a literal or nested call of a type that the function never takes
Problems too_deep(const Call& call);       // more than `most_calls` levels: the call that is one too deep
Problems too_many_calls(const Call& call);  // more than `most_calls` in all, though not in depth
Problems needs_brackets(const Call& call);  // `$.my-id`: inside a call such a name is written `['my-id']`

// format.cpp: literal templates of States.Format
Problems placeholder_count(const Call& call);  // `{}` against arguments
Problems unclosed_braces(const Call& call);    // `{` that nothing closes, though no escape stands before it
Problems lone_braces(const Call& call);        // another `{` or `}` that is neither a placeholder nor escaped

// literals.cpp: literal arguments
Problems range_limits(const Call& call);    // ArrayRange: step 0, more than `longest_range` elements
Problems hash_algorithm(const Call& call);  // Hash: none of MD5, SHA-1, SHA-256, SHA-384, SHA-512
Problems deep_merge(const Call& call);      // JsonMerge: `true` as third argument
Problems math_range(const Call& call);      // MathAdd: outside of 32 bits
Problems text_limit(const Call& call);      // Base64Encode, Base64Decode, Hash: more than `longest_text`
Problems chunk_size(const Call& call);      // ArrayPartition: chunks of nothing

/// The hash algorithms, of `States.Hash` and of JSONata's `$hash`.
std::span<const std::string_view> hash_algorithms();
/// The algorithm that a wrong name stands for: `sha256` for `SHA-256`; absent if none is near.
std::optional<std::string_view> nearest_hash_algorithm(std::string_view name);

}  // namespace sfn::asl::intrinsic
