#include <fmt/core.h>

#include <algorithm>
#include <iterator>

#include "lint/asl/constructs.h"
#include "lint/rule.h"

namespace sfn::rules::errors::catch_overwrites_input {

namespace {

// Whether a text is a path into the input, and one that the error output `{"Error", "Cause"}` cannot answer.
bool reads_input(Value value) {
  const auto text = value.literal();
  if (!text || !text->starts_with("$.")) return false;
  const std::string_view member = text->substr(2, text->find_first_of(".[", 2) - 2);
  return member != "Error" && member != "Cause";
}

// Whether a Choice asks what is there before it reads: the handler counts with either input.
bool asks_presence(Value value) {
  for (Value child : value)
    if (child.name() == "IsPresent" || asks_presence(child)) return true;
  return false;
}

// Assign and OutputPath of these read what the state itself has made of its input.
bool makes_data(const asl::State& state) {
  switch (state.type) {
    case asl::StateType::task:
    case asl::StateType::parallel:
    case asl::StateType::map:
      return true;
    case asl::StateType::pass:
      return state.value.has("Result") || state.value.has("Parameters");
    default:
      return false;
  }
}

// Fields that read something else than the input of the state, or nothing.
bool names_no_input(std::string_view name) {
  constexpr std::string_view names[] = {"ResultPath", "Next",     "ResultSelector", "Catch",  "ItemProcessor",
                                        "Iterator",   "Branches", "Result",         "Comment"};
  return std::find(std::begin(names), std::end(names), name) != std::end(names);
}

// Fields of a state that read its input, in the order of the walk; depth is bounded by the reader.
Value first_read(Value value) {
  for (Value child : value) {
    if (names_no_input(child.name())) continue;
    if (reads_input(child)) return child;
    if (const Value found = first_read(child)) return found;
  }
  return {};
}

Value first_read(const asl::State& state) {
  if (state.is(asl::StateType::choice) && asks_presence(state.value)) return {};
  const bool made = makes_data(state) && !state["ResultPath"].is_null();
  for (Value member : state.value) {
    const std::string_view name = member.name();
    if (names_no_input(name) || (made && name == "OutputPath") || (makes_data(state) && name == "Assign"))
      continue;
    if (reads_input(member)) return member;
    if (const Value found = first_read(member)) return found;
  }
  return {};
}

void check(const asl::State& state, Report& report) {
  for (const asl::Transition& transition : state.transitions) {
    if (transition.kind != asl::TransitionKind::catcher || !transition.to) continue;
    const Value catcher = transition.holder;
    if (catcher.has("ResultPath") || catcher.open() || transition.to->jsonata()) continue;
    const Value read = first_read(*transition.to);
    if (!read) continue;
    report
        .add(catcher.label(),
             fmt::format("without `ResultPath` the error replaces the input, but state `{}` reads that "
                         "input",
                         transition.to->name))
        .note(fmt::format("`{}` is read here", read.text()), read.place())
        .offer_unsafe("keep the input and add the error to it",
                      insert_member(catcher, "ResultPath", R"("$.error")"));
  }
}

constexpr Example examples[] = {
    {"the handler reads what the error has replaced",
     R"({"StartAt": "A", "States": {
        "A": {"Type": "Task", "Resource": "arn:aws:states:::sns:publish", "End": true,
              "Catch": [«{»"ErrorEquals": ["States.ALL"], "Next": "B"}]},
        "B": {"Type": "Pass", "InputPath": "$.order", "End": true}}})",
     R"({"StartAt": "A", "States": {
        "A": {"Type": "Task", "Resource": "arn:aws:states:::sns:publish", "End": true,
              "Catch": [{"ErrorEquals": ["States.ALL"], "Next": "B", "ResultPath": "$.error"}]},
        "B": {"Type": "Pass", "InputPath": "$.order", "End": true}}})"},
    {"the handler asks first what is there",
     R"({"StartAt": "A", "States": {
        "A": {"Type": "Task", "Resource": "arn:aws:states:::sns:publish", "End": true,
              "Catch": [{"ErrorEquals": ["States.ALL"], "Next": "B"}]},
        "B": {"Type": "Choice", "Default": "C", "Choices": [{"And": [{"Variable": "$.order", "IsPresent": true},
              {"Variable": "$.order.id", "IsString": true}], "Next": "C"}]},
        "C": {"Type": "Succeed"}}})"},
    {"the handler outputs only its own data",
     R"({"StartAt": "A", "States": {
        "A": {"Type": "Task", "Resource": "arn:aws:states:::sns:publish", "End": true,
              "Catch": [{"ErrorEquals": ["States.ALL"], "Next": "B"}]},
        "B": {"Type": "Task", "Resource": "arn:aws:states:::sns:publish", "ResultPath": "$.sent", "OutputPath": "$.sent", "End": true}}})"},
    {"the handler reads the error",
     R"({"StartAt": "A", "States": {
        "A": {"Type": "Task", "Resource": "arn:aws:states:::sns:publish", "End": true,
              "Catch": [{"ErrorEquals": ["States.ALL"], "Next": "B"}]},
        "B": {"Type": "Pass", "InputPath": "$.Cause", "End": true}}})"},
};

}  // namespace

extern const Rule rule{
    .id = "errors/catch-overwrites-input",
    .severity = Severity::info,
    .summary = "a catcher that replaces input that its target state reads",
    .why =
        "Without `ResultPath` a catcher replaces the state's input with the error output, `{\"Error\": "
        "..., \"Cause\": ...}`. If the next state reads the old input, its path finds nothing, and the "
        "handler itself fails with `States.Runtime`. `\"ResultPath\": \"$.error\"` keeps both.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html",
    .examples = examples,
    .about = {.languages = asl::QueryLanguage::jsonpath},
    .state = check,
};

}  // namespace sfn::rules::errors::catch_overwrites_input
