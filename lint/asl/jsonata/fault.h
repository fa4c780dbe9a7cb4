// Why a text is not JSONata, and what would fix it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace sfn::asl::jsonata {

/// Replaces bytes [begin, end) of the text of an expression.
struct Repair {
  uint32_t begin, end;
  std::string text;
  friend bool operator==(const Repair&, const Repair&) = default;
};

enum class FaultKind : uint8_t {
  unclosed_string,
  unclosed_name,     // `name
  unclosed_comment,  // /* ...
  bad_number,        // 1e999
  bad_escape,        // "\d"
  bad_regex,
  unexpected_token,
  unexpected_end,
  bad_parameter,        // function(1) { ... }
  bad_signature,        // function($x)<s<n>> { ... }
  bad_target,           // 1 := 2, a@b
  literal_step,         // a.1
  filter_after_group,   // $x{...}[0]
  second_group,         // a{...}{...}
  late_binding,         // a[0]@$x
  no_parent,            // `%` that has no enclosing object to name
  newer_operator,       // `??` and `?:`, which came in JSONata 2.1
  javascript_operator,  // `==`, `!==`, `&&`, `||`, `!x`, `a?.b`, `=>`
  misspelt_operator,    // `AND`, `~`
  trailing_comma,       // [1, ]
  too_deep,             // more than `max_depth` levels: a limit of ours
};

/// The first fault of an expression. Offsets are bytes of the text that was parsed.
struct Fault {
  FaultKind kind;
  /// The code that the reference implementation gives ("S0211"); empty where it has none.
  std::string_view code;
  uint32_t begin, end;  // the offending token; empty at the end of the text
  std::string message;  // what is wrong and what was expected, ready to print
  /// Fixes every fault of this kind, in order and apart; empty where the fix is not mechanical.
  std::vector<Repair> repairs = {};
};

/// Levels of nesting that are read. AWS publishes no limit; people write fewer than 30.
inline constexpr uint32_t max_depth = 256;

}  // namespace sfn::asl::jsonata
