#include "lint/asl/expression.h"

#include "lint/asl/payload.h"

namespace sfn::asl {

namespace {

constexpr size_t delimiter = 2;  // `{%` and `%}`

bool is_path(Content content) {
  return content == Content::path || content == Content::reference_path || content == Content::result_path ||
         content == Content::text_path;
}

bool is_template(Content content) { return content == Content::payload || content == Content::assignments; }

bool holds_jsonata(const Field& field) {
  return is_template(field.content) || field.expression || field.content == Content::items ||
         field.content == Content::condition;
}

class ExpressionCollector {
 public:
  /// With `stand_in`, of strings with placeholders alone, as it writes them; else of all others.
  explicit ExpressionCollector(std::vector<Expression>& found, const StandIn* stand_in = nullptr)
      : found_(found), stand_in_(stand_in) {}

  void add(const Construct& construct) {
    at_ = &construct;
    for (Value member : construct.value) {
      field_ = field_of(construct, member);
      if (!field_) continue;
      if (field_->in(construct.language)) add_field(member);
      // `Arguments` without a QueryLanguage: what is wrong inside is told at once, not after the first fix.
      else if (!construct.jsonata() && holds_jsonata(*field_)) add_delimited(member);
    }
  }

 private:
  void add_field(Value value) {
    if (at_->jsonata()) {
      if (holds_jsonata(*field_)) add_jsonata(value);
    } else if (is_path(field_->content)) {
      if (const auto text = text_of(value)) add_evaluated(value, *text, true);
    } else if (is_template(field_->content)) {
      add_template(value);
    } else if (field_->expression && text_of(value)) {
      emit(ExpressionKind::text, value);
    }
  }

  // Depth is bounded by the reader's limit on nesting.
  void add_template(Value value) {
    if (value.is_object() || value.is_array()) {
      for (Value child : value) add_template(child);
    } else if (const auto text = text_of(value)) {
      if (value.name().ends_with(".$")) add_evaluated(value, *text, false);
      else emit(ExpressionKind::text, value);
    }
  }

  void add_evaluated(Value value, std::string_view text, bool path_field) {
    const bool called = intrinsic::begins_as_call(text);
    if (path::begins_as_path(text) || (path_field && !called))
      emit(ExpressionKind::path, value).parsed = std::make_unique<path::Parsed>(path::parse(text));
    else if (called)
      emit(ExpressionKind::intrinsic, value).parsed =
          std::make_unique<intrinsic::Parsed>(intrinsic::parse(text));
    else emit(ExpressionKind::other, value);
  }

  void add_jsonata(Value value) {
    if (value.is_object() || value.is_array())
      for (Value child : value) add_jsonata(child);
    else if (const auto text = text_of(value))
      is_jsonata(value) ? parse_jsonata(value, *text) : void(emit(ExpressionKind::text, value));
  }

  void add_delimited(Value value) {
    for (Value child : value) add_delimited(child);
    if (!is_jsonata(value)) return;
    if (const auto text = text_of(value)) parse_jsonata(value, *text);
  }

  void parse_jsonata(Value value, std::string_view text) {
    Expression& expression = emit(ExpressionKind::jsonata, value);
    expression.offset = delimiter;
    auto parsed = std::make_unique<JsonataExpression>();
    parsed->fault = jsonata::parse(text.substr(delimiter, text.size() - 2 * delimiter), parsed->tree);
    expression.parsed = std::move(parsed);
  }

  std::optional<std::string_view> text_of(Value value) const {
    return stand_in_ ? (*stand_in_)(value) : value.literal();
  }

  Expression& emit(ExpressionKind kind, Value value) {
    found_.push_back({.kind = kind, .construct = *at_, .field = field_, .value = value});
    return found_.back();
  }

  std::vector<Expression>& found_;
  const StandIn* stand_in_;
  const Construct* at_ = nullptr;
  const Field* field_ = nullptr;
};

}  // namespace

bool Expression::path_field() const { return is_path(field->content) && !dollar_key(); }

std::vector<Expression> expressions(const Machine& machine, const StandIn* stand_in) {
  std::vector<Expression> found;
  ExpressionCollector collector(found, stand_in);
  for (const Construct& construct : machine.constructs()) collector.add(construct);
  return found;
}

}  // namespace sfn::asl
