#include <fmt/core.h>

#include <algorithm>

#include "cli/data/input_shape.h"
#include "cli/report/json_writer.h"
#include "cli/report/printable.h"

namespace sfn::cli {

namespace {

namespace kind = asl::intrinsic;

constexpr std::pair<kind::Kinds, const char*> type_names[] = {
    {kind::object, "object"}, {kind::array, "array"},     {kind::string, "string"},
    {kind::number, "number"}, {kind::boolean, "boolean"}, {kind::null, "null"}};

class SchemaWriter {
 public:
  std::string write(const InputNode& input, std::string_view subject) {
    json_.open_object();
    json_.text("$schema", "https://json-schema.org/draft/2020-12/schema");
    json_.text("title", fmt::format("Execution input of {}", subject));
    if (kinds_of(input) == kind::any) type(kind::object);
    else fields(input);
    json_.close_object();
    std::string text;
    json_.pass_on_indented(text);
    return text;
  }

 private:
  void fields(const InputNode& node) {
    type(kinds_of(node));
    if (!node.readers.empty()) json_.text("description", description(node));
    if (kinds_of(node) == kind::array) return items(node);
    if (!node.members.empty()) return properties(node);
    if (node.wanted.timestamp) json_.text("format", "date-time");
    if (!node.wanted.suits.empty()) examples(node.wanted.suits);
  }

  void type(kind::Kinds kinds) {
    if (kinds == kind::any) return;
    const bool one = (kinds & (kinds - 1)) == 0;
    if (!one) json_.open_array("type");
    for (const auto& [bit, name] : type_names)
      if ((kinds & bit) != 0) json_.text(one ? "type" : nullptr, name);
    if (!one) json_.close_array();
  }

  static std::string description(const InputNode& node) {
    std::string text = "read by " + node.readers.front();
    for (size_t i = 1; i < node.readers.size(); ++i) text += ", " + node.readers[i];
    return text;
  }

  void items(const InputNode& node) {
    const schemas::Shape of_item = node.wanted.shape.item();
    if (node.item.empty() && node.members.empty() && !of_item) return;
    json_.open_object("items");
    if (!node.item.empty()) fields(node.item.front());
    else if (!node.members.empty()) type(kind::object), properties(node);
    else type(wanted_by(of_item).kinds);
    json_.close_object();
  }

  void properties(const InputNode& node) {
    json_.open_object("properties");
    for (const InputNode& member : node.members) {
      json_.open_object(std::string(member.name).c_str());
      fields(member);
      json_.close_object();
    }
    json_.close_object();
    const auto required = [](const InputNode& member) { return member.required; };
    if (std::none_of(node.members.begin(), node.members.end(), required)) return;
    json_.open_array("required");
    for (const InputNode& member : node.members)
      if (member.required) json_.text(member.name);
    json_.close_array();
  }

  void examples(const std::string& json) {
    json_.open_array("examples");
    json_.written(nullptr, json);
    json_.close_array();
  }

  JsonWriter json_;
};

}  // namespace

std::string input_schema(const InputNode& input, std::string_view subject) {
  return SchemaWriter().write(input, subject);
}

}  // namespace sfn::cli
