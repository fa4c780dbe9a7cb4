#include "lint/json/pointer.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <vector>

namespace sfn::json {
namespace {

void append_token(std::string& pointer, std::string_view name) {
  pointer += '/';
  for (char c : name) {
    if (c == '~') pointer += "~0";
    else if (c == '/') pointer += "~1";
    else pointer += c;
  }
}

std::optional<std::string> unescaped(std::string_view token) {
  std::string name;
  for (size_t i = 0; i < token.size(); ++i) {
    if (token[i] != '~') {
      name += token[i];
      continue;
    }
    if (++i == token.size() || (token[i] != '0' && token[i] != '1')) return std::nullopt;
    name += token[i] == '0' ? '~' : '/';
  }
  return name;
}

Value item_at(Value array, std::string_view token) {
  size_t index = 0;
  const auto [end, error] = std::from_chars(token.data(), token.data() + token.size(), index);
  if (error != std::errc() || end != token.data() + token.size() || (token.size() > 1 && token[0] == '0'))
    return {};
  Value item = array.first_child();
  while (item && index-- > 0) item = item.next();
  return item;
}

}  // namespace

std::string pointer(Value value) { return Pointers().of(value); }

size_t Pointers::index_in(Value array, Value item) {
  const NodeId first = array.first_child().id();
  Item& last = last_.try_emplace(array.id(), Item{first, 0}).first->second;
  if (last.item > item.id()) last = {first, 0};
  for (; last.item != item.id(); ++last.index) last.item = array.document().node(last.item).next;
  return last.index;
}

std::string Pointers::of(Value value) {
  std::vector<Value> path;
  for (Value at = value; at && at.parent(); at = at.parent()) path.push_back(at);
  std::string pointer;
  for (auto at = path.rbegin(); at != path.rend(); ++at) {
    const Value parent = at->parent();
    if (parent.is_array()) append_token(pointer, std::to_string(index_in(parent, *at)));
    else append_token(pointer, at->name());
  }
  return pointer;
}

Value find(const Document& document, std::string_view pointer) {
  Value at = document.root();
  while (at && !pointer.empty()) {
    if (pointer[0] != '/') return {};
    pointer.remove_prefix(1);
    const std::string_view token = pointer.substr(0, pointer.find('/'));
    pointer.remove_prefix(token.size());
    const auto name = unescaped(token);
    if (!name) return {};
    at = at.is_array() ? item_at(at, *name) : at[*name];
  }
  return at;
}

}  // namespace sfn::json
