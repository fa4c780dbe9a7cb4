// A fix that the editor renders leaves a text that is read again. The first bytes choose the changes.
#include <cstdlib>

#include "lint/json/editor.h"
#include "lint/json/fault.h"
#include "lint/json/parse.h"

namespace sfn::json {
namespace {

void check(bool holds) {
  if (!holds) std::abort();
}

constexpr std::string_view names[] = {"", "a", "b", "x\"y\\", "\xC3\xA9\n", "Type", "$.p", "q/~"};
constexpr std::string_view values[] = {"1",      "{}",  "[]", "null", "\"t\"", "{\n  \"a\": [1]\n}",
                                       "-0.5e9", "true"};

struct Choice {
  uint8_t kind, node, other, stretch;
};

Change change_for(const Document& document, Choice choice) {
  const auto at = [&](uint8_t byte) { return document.at(static_cast<NodeId>(byte % document.size())); };
  const Value value = at(choice.node);
  const std::string name(names[choice.other % 8]), json(values[choice.other / 8 % 8]);
  const size_t begin = choice.stretch % 16, end = begin + choice.stretch / 16;
  switch (choice.kind % 9) {
    case 0:
      return rename_key(value, name);
    case 1:
      return set_value(value, json);
    case 2:
      return insert_member(value, name, json);
    case 3:
      return insert_item(value, json);
    case 4:
      return remove(value);
    case 5:
      return move(value, at(choice.other), std::string(names[choice.stretch % 8]));
    case 6:
      return wrap(value);
    case 7:
      return replace_text(value.stretch(begin, end), name);
    default:
      return replace_text(value.key_stretch(begin, end), name);
  }
}

void check_edits(const std::vector<Edit>& edits, std::string_view text) {
  uint32_t after = 0;
  for (const Edit& edit : edits) {
    check(after <= edit.span.begin && edit.span.begin <= edit.span.end && edit.span.end <= text.size());
    after = edit.span.end;
  }
}

}  // namespace
}  // namespace sfn::json

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace sfn;
  if (size < 1) return 0;
  const size_t count = 1 + data[0] % 4, head = 1 + 4 * count;
  if (size < head) return 0;
  const Source source("fuzz.json", std::string(reinterpret_cast<const char*>(data + head), size - head));
  const json::Parsed parsed = json::parse(source, 0);
  if (!parsed.document) return 0;
  Fix fix;
  for (size_t i = 1; i < head; i += 4)
    fix.changes.push_back(
        json::change_for(*parsed.document, {data[i], data[i + 1], data[i + 2], data[i + 3]}));
  const auto edits = json::render(*parsed.document, fix);
  if (!edits) return 0;
  json::check_edits(*edits, source.text());
  const Source edited("edited.json", applied(source.text(), *edits));
  const json::Parsed again = json::parse(edited, 0);
  json::check(again.document || again.fault->kind == json::Fault::Kind::too_deep);
  return 0;
}
