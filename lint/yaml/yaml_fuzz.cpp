// Places stay inside the file, texts map back to it, and a fix leaves the values that it asked for. The first
// bytes choose the changes of a fix.
#include <cstdlib>

#include "lint/diagnostic.h"
#include "lint/yaml/expected.h"
#include "lint/yaml/parse.h"
#include "lint/yaml/pieces.h"

namespace sfn::yaml {
namespace {

void check(bool holds) {
  if (!holds) std::abort();
}

void check_span(Span span, std::string_view text) {
  check(span.begin <= span.end && span.end <= text.size());
}

/// The pieces of a scalar make up its text.
void check_pieces(std::string_view file, Span scalar, std::string_view decoded) {
  if (scalar.begin == scalar.end) return;
  size_t at = 0;
  uint32_t raw = scalar.begin;
  for (const Piece& piece : pieces(file, scalar, decoded)) {
    check_span(piece.raw, file);
    check(raw <= piece.raw.begin && piece.raw.end <= scalar.end);
    raw = piece.raw.end;
    check(at + piece.decoded <= decoded.size());
    const std::string_view written = file.substr(piece.raw.begin, piece.raw.end - piece.raw.begin);
    const bool verbatim =
        !written.empty() && written[0] != '\\' && written.find_first_of("\r\n") == std::string_view::npos;
    if (verbatim && written.size() == piece.decoded && written != "\xC2\x85")
      check(written == decoded.substr(at, piece.decoded));
    at += piece.decoded;
  }
  check(at == decoded.size());
}

void check_node(const Document& document, const Origins& origins, NodeId id) {
  const Node& node = document.node(id);
  const Value value = document.at(id);
  check_span(node.value, document.text());
  check_span(node.key, document.text());
  for (const Place place :
       {value.place(), value.key(), value.label(), value.stretch(0, node.text.size()), value.stretch(1, 2),
        value.stretch(node.text.size(), node.text.size()), value.key_stretch(0, 1)})
    check_span(document.span(place), document.text());
  check(node.parent == no_node ? id == 0 : node.parent < id);
  check(node.next == no_node || (node.next > id && document.node(node.next).parent == node.parent));
  if (node.kind == Kind::string && !origins.copy_of(id)) check_pieces(document.text(), node.value, node.text);
}

void check_comments(const Document& document) {
  uint32_t after = 0;
  for (const Comment& comment : document.comments()) {
    check_span(comment.span, document.text());
    check(after <= comment.span.begin && document.text()[comment.span.begin] == '#');
    after = comment.span.end;
  }
}

constexpr std::string_view names[] = {"", "a", "yes", "x\"y\\", "\xC3\xA9\n", "Type", "a: b", "q'#"};
constexpr std::string_view values[] = {"1",
                                       "{}",
                                       "[]",
                                       "null",
                                       "\"t: \\\"u\\n\"",
                                       "{\"a\": [1, {\"b\": \"c\"}]}",
                                       "-0.5e9",
                                       "[\"x\", {\"y\": null}]"};

Change change_for(const Document& document, const uint8_t* bytes) {
  const auto at = [&](uint8_t byte) { return document.at(static_cast<NodeId>(byte % document.size())); };
  const Value value = at(bytes[1]);
  const std::string name(names[bytes[2] % 8]), json(values[bytes[2] / 8 % 8]);
  const size_t begin = bytes[3] % 16, end = begin + bytes[3] / 16;
  switch (bytes[0] % 9) {
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
      return move(value, at(bytes[2]), std::string(names[bytes[3] % 8]));
    case 6:
      return wrap(value);
    case 7:
      return replace_text(value.stretch(begin, end), name);
    default:
      return replace_text(value.key_stretch(begin, end), name);
  }
}

void check_fix(const Document& document, const Origins& origins, const uint8_t* bytes, size_t count) {
  Fix fix;
  for (size_t i = 0; i < count; ++i) fix.changes.push_back(change_for(document, bytes + 4 * i));
  const auto edits = document.render(fix);
  if (!edits) return;
  uint32_t after = 0;
  for (const Edit& edit : *edits) {
    check_span(edit.span, document.text());
    check(after <= edit.span.begin);
    after = edit.span.end;
  }
  const Source edited("edited.yaml", applied(document.text(), *edits));
  const Parsed again = parse(edited, 0);
  check(again.document.has_value());
  Expected expected(document);
  check(expected.change(fix.changes, origins) && expected.holds(*again.document));
}

}  // namespace
}  // namespace sfn::yaml

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace sfn;
  if (size < 1) return 0;
  const size_t count = 1 + data[0] % 3, head = 1 + 4 * count;
  if (size < head) return 0;
  const Source source("fuzz.yaml", std::string(reinterpret_cast<const char*>(data + head), size - head));
  const yaml::Parsed parsed = yaml::parse(source, 0);
  if (!parsed.document) {
    yaml::check_span(parsed.fault->span, source.text());
    if (parsed.fault->related) yaml::check_span(*parsed.fault->related, source.text());
    return 0;
  }
  const Document& document = *parsed.document;
  const yaml::Origins& origins = *parsed.origins;
  for (NodeId id = 0; id < document.size(); ++id) yaml::check_node(document, origins, id);
  yaml::check_comments(document);
  yaml::check_fix(document, origins, data + 1, count);
  return 0;
}
