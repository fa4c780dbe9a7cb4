// What a rule is about, as data: the engine calls the rule's hooks only for what matches, and `explain`,
// `rules` and completion find rules by it.
#pragma once

#include <cstdint>
#include <string_view>

namespace sfn {

namespace asl {
enum class StateType : uint8_t;
enum class QueryLanguage : uint8_t;
enum class ConstructKind : uint8_t;
enum class ExpressionKind : uint8_t;
}  // namespace asl
enum class Kind : uint8_t;

/// A set of the values of an enumeration that has at most 32. The empty set stands for all of them.
template <typename Kind>
class Kinds {
 public:
  constexpr Kinds() = default;
  template <typename... More>
  constexpr Kinds(Kind first, More... more) : bits_((bit(first) | ... | bit(more))) {}
  constexpr bool has(Kind kind) const { return everything() || (bits_ & bit(kind)) != 0; }
  constexpr bool everything() const { return bits_ == 0; }

 private:
  static constexpr uint32_t bit(Kind kind) { return uint32_t{1} << static_cast<uint32_t>(kind); }
  uint32_t bits_ = 0;
};

/// The parts that are absent match everything.
struct About {
  Kinds<sfn::Kind> values = {};                 // for the hook `node`
  Kinds<asl::StateType> states = {};            // for the hook `state`
  Kinds<asl::ConstructKind> constructs = {};    // for the hook `construct`
  Kinds<asl::ExpressionKind> expressions = {};  // for the hook `expression`
  Kinds<asl::QueryLanguage> languages = {};     // for the last three
  /// "ecs:runTask", or "ecs" for all actions: the Task states for which the hook `state` is called, of the
  /// optimized integration and of the AWS SDK's alike. A state whose call a placeholder hides is not one.
  std::string_view call = {};
};

}  // namespace sfn
