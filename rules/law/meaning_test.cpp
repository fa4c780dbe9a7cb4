#include "rules/law/meaning.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <iterator>

#include "lint/json/pointer.h"
#include "lint/json/string.h"
#include "lint/read.h"

namespace sfn::law {

namespace {

std::string leaf(Value value) {
  if (value.is_string()) return json::quote(value.text());
  if (value.is_object()) return "{}";
  if (value.is_array()) return "[]";
  const auto number = value.number();
  return number ? std::to_string(*number) : std::string(value.text());
}

bool is_of_any_language(std::string_view field) {
  return field == "Type" || field == "QueryLanguage" || field == "Next" || field == "End" ||
         field == "Comment";
}

bool depends_on_language(Value state) {
  for (const Value field : state)
    if (!is_of_any_language(field.name())) return true;
  return false;
}

bool is_state(Value value) { return value.is_object() && value.parent().name() == "States"; }

// The languages of all states are told in lines of their own.
bool says_nothing(Value value) {
  const Value holder = value.parent();
  if (value.name() == "QueryLanguage" && value.is_string()) return is_state(holder) || !holder.parent();
  return value.name() == "End" && value.text() == "false" && is_state(holder);
}

std::string language(Value state) {
  const Value machine = state.document().root();
  for (const Value holder : {state, machine})
    if (const Value own = holder["QueryLanguage"]) return leaf(own);
  return "\"JSONPath\"";
}

void append_lines(Value value, const std::string& pointer, Meaning& lines) {
  if (is_state(value) && depends_on_language(value)) lines.push_back(pointer + " in " + language(value));
  if (value.child_count() == 0 && !says_nothing(value)) lines.push_back(pointer + " = " + leaf(value));
}

std::string cut(const std::string& line) { return line.size() > 200 ? line.substr(0, 200) + "..." : line; }

void append(std::string& text, char sign, const Meaning& lines, const Meaning& others, size_t limit) {
  Meaning only;
  std::set_difference(lines.begin(), lines.end(), others.begin(), others.end(), std::back_inserter(only));
  for (size_t i = 0; i < only.size() && i < limit; ++i)
    text.append(1, sign).append(" ").append(cut(only[i])).append("\n");
  if (only.size() > limit)
    text.append(1, sign).append(" ... ").append(std::to_string(only.size())).append("\n");
}

Meaning meaning_of_text(std::string text) {
  const Source source("t.asl.json", std::move(text));
  return meaning_of(read(source, 0, Form::json).definitions);
}

}  // namespace

Meaning meaning_of(const std::vector<Definition>& definitions) {
  Meaning lines;
  for (const Definition& definition : definitions)
    for (NodeId id = 0; definition.document && id < definition.document->size(); ++id)
      append_lines(definition.document->at(id),
                   definition.pointer + json::pointer(definition.document->at(id)), lines);
  std::sort(lines.begin(), lines.end());
  return lines;
}

std::string difference(const Meaning& before, const Meaning& after, size_t limit) {
  std::string text;
  append(text, '-', before, after, limit);
  append(text, '+', after, before, limit);
  return text;
}

TEST_SUITE("rules/law/meaning") {
  TEST_CASE("the order of members, escapes and blanks do not count") {
    CHECK(meaning_of_text(R"({"a": "\u0041", "b": [1, 5.0]})") == meaning_of_text(R"({"b":[1,5],"a":"A"})"));
  }

  TEST_CASE("the language of a state may stand at the machine") {
    const char* own = R"({"States": {"A": {"Type": "Wait", "QueryLanguage": "JSONata", "Seconds": 1}}})";
    const char* of_all = R"({"QueryLanguage": "JSONata", "States": {"A": {"Type": "Wait", "Seconds": 1}}})";
    const char* other = R"({"States": {"A": {"Type": "Wait", "Seconds": 1}}})";
    CHECK(meaning_of_text(own) == meaning_of_text(of_all));
    CHECK(meaning_of_text(own) != meaning_of_text(other));
  }

  TEST_CASE("kinds, items and empty containers do") {
    const Meaning one = meaning_of_text(R"({"a": 1})");
    for (const char* other : {R"({"a": "1"})", R"({"a": [1]})", R"({"a": {}})", R"({"b": 1})", "{}"})
      CHECK(meaning_of_text(other) != one);
    CHECK(difference(one, meaning_of_text(R"({"a": "1"})")) == "- /a = 1.000000\n+ /a = \"1\"\n");
  }
}

}  // namespace sfn::law
