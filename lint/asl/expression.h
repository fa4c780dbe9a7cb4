// Every string of a definition that Step Functions evaluates, or that looks as if it should be evaluated.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string_view>
#include <variant>
#include <vector>

#include "lint/asl/constructs.h"
#include "lint/asl/intrinsic/intrinsic.h"
#include "lint/asl/jsonata/parse.h"
#include "lint/asl/path/path.h"

namespace sfn::asl {

enum class ExpressionKind : uint8_t {
  text,       // a string in a place for data that is passed on as it is
  path,       // a path field, or the value of a `.$` key that begins with `$`
  intrinsic,  // the value of a `.$` key (or of a path field) that calls a function
  other,      // the value of a `.$` key that is neither
  jsonata,    // between `{%` and `%}` in a state of that language
};

/// A JSONata expression with its tree, or with the error that stopped the parser.
struct JsonataExpression {
  jsonata::Tree tree;
  std::optional<jsonata::Fault> fault;
};

/// One such string. Strings with placeholders are skipped, because they cannot be parsed.
struct Expression {
  ExpressionKind kind = ExpressionKind::text;
  /// The construct, and its field, that contain the string.
  const Construct& construct;
  const Field* field = nullptr;
  /// The string.
  Value value;
  /// Where the parsed text begins in the decoded text of `value`: after `{%`, else 0.
  uint32_t offset = 0;
  /// The parsed form, depending on the kind; most are plain texts and have none.
  std::variant<std::monostate, std::unique_ptr<path::Parsed>, std::unique_ptr<intrinsic::Parsed>,
               std::unique_ptr<JsonataExpression>>
      parsed = {};

  const State* state() const { return construct.state; }
  bool is(ExpressionKind wanted) const { return kind == wanted; }
  /// Whether its key ends in `.$`.
  bool dollar_key() const { return value.name().ends_with(".$"); }
  /// Whether the field itself is a path, rather than a template that contains one.
  bool path_field() const;
  /// Null for other kinds.
  path::Parsed* path() const { return parsed_as<path::Parsed>(); }
  intrinsic::Parsed* intrinsic() const { return parsed_as<intrinsic::Parsed>(); }
  JsonataExpression* jsonata() const { return parsed_as<JsonataExpression>(); }
  /// The place of [begin, end) of the parsed text.
  Place at(size_t begin, size_t end) const { return value.stretch(offset + begin, offset + end); }
  Place at(Span span) const { return at(span.begin, span.end); }

 private:
  template <typename Form>
  Form* parsed_as() const {
    const auto* form = std::get_if<std::unique_ptr<Form>>(&parsed);
    return form ? form->get() : nullptr;
  }
};

/// What to read in place of a string with placeholders, at the same offsets; absent for all else. The text
/// must outlive the expression.
using StandIn = std::function<std::optional<std::string_view>(Value)>;

/// All expressions of a machine, in the order of its constructs, so that those of one state are adjacent.
/// Rules get them from Machine::expressions, parsed once. With a stand-in those with placeholders instead:
/// see lint/asl/expression_templated.h.
std::vector<Expression> expressions(const Machine& machine, const StandIn* stand_in = nullptr);

}  // namespace sfn::asl
