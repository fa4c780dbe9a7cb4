#include "lint/templates/placeholders.h"

#include <algorithm>

#include "lint/hcl/template_names.h"
#include "lint/templates/intrinsic.h"

namespace sfn::templates {

namespace {

class Collector {
 public:
  explicit Collector(const Resource& resource) : resource_(resource) {}

  std::vector<Placeholder> collect() {
    if (resource_.dialect == Dialect::terraform) collect_template();
    else if (resource_.written == Written::object) collect_object(resource_.definition, false);
    else if (resource_.document) collect_document(*resource_.document);
    return std::move(found_);
  }

 private:
  // What `templatefile` reads is a text, whatever the definition makes of it.
  void collect_template() {
    if (resource_.written != Written::file || !resource_.document) return;
    const std::string_view text = resource_.document->text();
    for (const Span name : hcl::template_names(text))
      found_.push_back({text.substr(name.begin, name.end - name.begin),
                        {resource_.document->file(), no_node, Part::bytes, name.begin, name.end},
                        text.substr(name.begin, name.end - name.begin)});
  }

  // The objects of the template, since what stands in a function is not the substitutions' to replace.
  void collect_object(Value value, bool in_function) {
    const auto call = intrinsic(value);
    in_function = in_function || call.has_value();
    add(value.name(), in_function,
        [&](size_t begin, size_t end) { return resource_.place(value.key_stretch(begin, end)); });
    if (value.is_string() || value.is_opaque())
      add(value.text(), in_function,
          [&](size_t begin, size_t end) { return resource_.place(value.stretch(begin, end)); });
    for (const Value child : value) collect_object(child, in_function);
  }

  void collect_document(const Document& document) {
    const bool in_function = resource_.written == Written::text && !resource_.substituted;
    for (NodeId id = 0; id < document.size(); ++id) {
      const Value value = document.at(id);
      add(value.name(), in_function, [&](size_t begin, size_t end) { return value.key_stretch(begin, end); });
      if (value.is_string() || value.is_opaque())
        add(value.text(), in_function, [&](size_t begin, size_t end) { return value.stretch(begin, end); });
    }
  }

  template <typename MakePlace>
  void add(std::string_view text, bool in_function, MakePlace make_place) {
    for (size_t at = text.find("${"); at != npos; at = text.find("${", at + 2)) {
      const size_t end = text.find('}', at);
      if (end == npos) return;
      add_names(text, at + 2, end, in_function, make_place);
    }
  }

  template <typename MakePlace>
  void add_names(std::string_view text, size_t begin, size_t end, bool in_function, MakePlace make_place) {
    if (text.substr(begin, 1) == "!") ++begin;  // `${!Name}` in Fn::Sub is `${Name}`
    while (begin < end) {
      const size_t comma = std::min(text.find(',', begin), end);
      std::string_view name = text.substr(begin, comma - begin);
      const size_t blanks = std::min(name.find_first_not_of(' '), name.size());
      name.remove_prefix(blanks);
      name = name.substr(0, name.find_last_not_of(' ') + 1);
      if (!name.empty())
        found_.push_back({name, make_place(begin + blanks, begin + blanks + name.size()), text, in_function});
      begin = comma + 1;
    }
  }

  const Resource& resource_;
  std::vector<Placeholder> found_;
};

}  // namespace

std::vector<Placeholder> placeholders(const Resource& resource) { return Collector(resource).collect(); }

}  // namespace sfn::templates
