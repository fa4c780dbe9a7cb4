// Where a task passes on its callback token.
#pragma once

#include <optional>

#include "lint/asl/expression.h"
#include "lint/asl/machine.h"

namespace sfn::schemas {

/// Whether an expression reads the token of its task: `$$.Task.Token`, `$states.context.Task.Token`, or what
/// holds it (`$$.Task`, the whole context object), also inside a function or a longer expression.
bool reads_token(const asl::Expression& expression);

/// Whether a string that is not evaluated looks as if it were intended to pass the token.
bool attempts_token(const asl::Expression& expression);

/// The token's way into the parameters of a task.
struct TokenUse {
  /// The first expression that reads the token; null if none does.
  const asl::Expression* used = nullptr;
  /// The first text that was probably intended to; null if there is none.
  const asl::Expression* attempted = nullptr;
  /// Whether part of the parameters is not visible (a placeholder, a variable, text that does not parse), so
  /// that it may pass the token.
  bool unseen = false;

  bool missing() const { return !used && !unseen; }
};
/// Worked out once for a state; several rules ask.
const TokenUse& token_use(const asl::State& state);

}  // namespace sfn::schemas
