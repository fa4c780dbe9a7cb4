// Two readers of JSON must agree on every text: simdjson's walk and the strict scanner, node for node.
#include <cstdlib>

#include "lint/json/explain.h"
#include "lint/json/parse.h"
#include "lint/json/source_map.h"

namespace sfn::json {
namespace {

void check(bool holds) {
  if (!holds) std::abort();
}

bool lies_in(Span span, std::string_view text) { return span.begin <= span.end && span.end <= text.size(); }

/// `after` is where the node before it begins.
void check_node(const Document& document, NodeId id, uint32_t after) {
  const Node& node = document.node(id);
  check(lies_in(node.value, document.text()) && lies_in(node.key, document.text()));
  check(node.value.begin < node.value.end && node.value.begin >= after);
  check(node.kind != Kind::absent);
  check((node.parent == no_node) == (id == 0));
  if (id == 0) return;
  check(node.parent < id);
  const Node& parent = document.node(node.parent);
  check(parent.value.begin < node.value.begin && node.value.end < parent.value.end);
  check(parent.kind == Kind::object || parent.kind == Kind::array);
  check(node.next == no_node || (node.next > id && document.node(node.next).parent == node.parent));
}

void check_places(Value value) {
  const Document& document = value.document();
  const Span whole = document.span(value.place());
  for (Place place : {value.key(), value.label(), value.stretch(0, 1), value.stretch(1, 3),
                      value.stretch(2, 2), value.key_stretch(0, 2), value.stretch(0, 1u << 31)})
    check(lies_in(document.span(place), document.text()));
  const Span text = document.span(value.stretch(0, value.text().size()));
  check(value.text().empty() || (text.begin >= whole.begin && text.end <= whole.end));
}

void check_same(const Document& a, const Document& b) {
  check(a.size() == b.size());
  for (NodeId id = 0; id < a.size(); ++id) {
    const Node &x = a.node(id), &y = b.node(id);
    check(x.value == y.value && x.key == y.key && x.parent == y.parent && x.next == y.next);
    check(x.name == y.name && x.text == y.text);
    check(x.kind == y.kind && x.templated == y.templated && x.open == y.open);
  }
}

void check_document(const Document& document, const Judgement& judgement) {
  uint32_t after = 0;
  for (NodeId id = 0; id < document.size(); ++id) {
    check_node(document, id, after);
    check_places(document.at(id));
    after = document.node(id).value.begin;
  }
  Document other(document.file(), document.text(), std::make_unique<JsonSourceMap>());
  Builder builder(other);
  check(!Scanner(document.text(), &builder, judgement.quotes).scan());
  check_same(document, other);
}

void check_fault(const Fault& fault, std::string_view text) {
  check(lies_in(fault.span, text) && !fault.message.empty());
  check(!fault.related || lies_in(*fault.related, text));
  uint32_t after = 0;
  for (const Repair& repair : fault.repairs) {
    check(lies_in(repair.span, text) && repair.span.begin >= after);
    after = repair.span.end;
  }
}

}  // namespace
}  // namespace sfn::json

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace sfn;
  const Source source("fuzz.json", std::string(reinterpret_cast<const char*>(data), size));
  const json::Parsed parsed = json::parse(source, 0);
  const json::Judgement judgement = json::judge(source.text());
  json::check(parsed.document.has_value() != judgement.fault.has_value());
  json::check(parsed.fault.has_value() == judgement.fault.has_value());
  if (parsed.document) json::check_document(*parsed.document, judgement);
  if (judgement.fault) json::check_fault(*judgement.fault, source.text());
  return 0;
}
