// Any bytes as HCL: places stay inside the file, and a file with a fix in it can still be read. The
// definitions in it are of templates_fuzz.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "lint/diagnostic.h"
#include "lint/hcl/blocks.h"
#include "lint/hcl/template_names.h"
#include "lint/hcl/values.h"

namespace {

using namespace sfn;

// Each change means another reading of the file.
constexpr size_t most_values = 4, most_nodes = 8;
constexpr std::string_view new_name = "new \"name\"\n\xC3\xA9 \\ ${x}";

void require(bool holds) {
  if (!holds) std::abort();
}

void check_span(Span span, std::string_view text) {
  require(span.begin <= span.end && span.end <= text.size());
}

void check_places(const Document& document) {
  for (NodeId id = 0; id < document.size(); ++id) {
    const Value value = document.at(id);
    const Node& node = document.node(id);
    require(node.parent == no_node ? id == 0 : node.parent < id);
    require(node.next == no_node || (node.next > id && document.node(node.next).parent == node.parent));
    for (const Place place :
         {value.place(), value.key(), value.label(), value.stretch(0, 1), value.stretch(0, node.text.size()),
          value.stretch(node.text.size(), node.text.size()), value.key_stretch(0, node.name.size())})
      check_span(document.span(place), document.text());
  }
}

std::vector<Change> changes_of(Value value) {
  const std::string name(new_name), json = "{\"a\": [1, \"b\"], \"c d\": null}";
  return {rename_key(value, name),
          set_value(value, json),
          insert_member(value, name, json),
          insert_item(value, json),
          remove(value),
          wrap(value),
          enclose(value, {"a", "b c"}),
          move(value, value.parent(), name),
          replace_text(value.stretch(0, 1), name),
          replace_text(value.key_stretch(0, 1), name)};
}

void check_changes(const Document& document) {
  const size_t step = document.size() / most_nodes + 1;
  for (size_t id = 0; id < document.size(); id += step)
    for (const Change& change : changes_of(document.at(static_cast<NodeId>(id)))) {
      const auto edits = document.render({"", Safety::safe, {change}});
      if (!edits) continue;
      uint32_t after = 0;
      for (const Edit& edit : *edits) {
        check_span(edit.span, document.text());
        require(after <= edit.span.begin);
        after = edit.span.end;
      }
      const std::string text = applied(document.text(), *edits);
      require(!hcl::parse(text)->fault);
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const Source source("fuzz.tf", std::string(reinterpret_cast<const char*>(data), size));
  for (const Span span : hcl::template_names(source.text())) check_span(span, source.text());
  const auto file = hcl::parse(source.text());
  if (file->fault) check_span(file->fault->span, source.text());
  for (const hcl::Resource& one : hcl::resources(source.text(), 0)) check_places(one.attributes);
  const hcl::Locals locals(*file);
  size_t values = 0;
  for (const hcl::Attribute& one : file->body.attributes) {
    if (values++ == most_values) break;
    const Document document = hcl::read_value(file, locals, one.value, 0);
    check_places(document);
    check_changes(document);
  }
  return 0;
}
