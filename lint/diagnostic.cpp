#include "lint/diagnostic.h"

namespace sfn {

Change rename_key(Value member, std::string name) {
  return {Change::Kind::rename_key, member.key(), std::move(name)};
}

Change set_value(Value value, std::string json) {
  return {Change::Kind::set_value, value.place(), {}, std::move(json)};
}

Change insert_member(Value object, std::string name, std::string json) {
  return {Change::Kind::insert_member, object.place(), std::move(name), std::move(json)};
}

Change insert_item(Value array, std::string json) {
  return {Change::Kind::insert_item, array.place(), {}, std::move(json)};
}

Change remove(Value member_or_item) { return {Change::Kind::remove, member_or_item.place()}; }

Change move(Value member, Value into, std::string name) {
  return {Change::Kind::move, member.place(), std::move(name), {}, into.id()};
}

Change wrap(Value value) { return {Change::Kind::wrap, value.place()}; }

Change enclose(Value member, std::vector<std::string> names) {
  return {Change::Kind::enclose, member.place(), {}, {}, no_node, std::move(names)};
}

Change replace_text(Place stretch, std::string text) {
  return {Change::Kind::replace_text, stretch, std::move(text)};
}

Change replace_bytes(FileId file, Span span, std::string text) {
  return {Change::Kind::replace_bytes, {file, no_node, Part::bytes, span.begin, span.end}, std::move(text)};
}

Diagnostic& Diagnostic::note(std::string text, std::optional<Place> at) {
  notes.push_back({std::move(text), at});
  return *this;
}

Diagnostic& Diagnostic::offer(std::string title, Safety safety, std::vector<Change> changes) {
  fix = Fix{std::move(title), safety, std::move(changes)};
  return *this;
}

Diagnostic& Diagnostic::offer(std::string title, Change change) {
  return offer(std::move(title), Safety::safe, {std::move(change)});
}

Diagnostic& Diagnostic::offer_unsafe(std::string title, Change change) {
  return offer(std::move(title), Safety::unsafe, {std::move(change)});
}

}  // namespace sfn
