#include "schemas/import_service.h"

#include <simdjson.h>

#include <algorithm>
#include <deque>
#include <functional>
#include <map>

#include "schemas/java_names.h"
#include "schemas/table_file.h"

namespace sfn::schemas {
namespace {

using simdjson::dom::array;
using simdjson::dom::element;
using simdjson::dom::object;

std::string text_of(element value) { return std::string(std::string_view(value)); }

bool flag(const object& of, const char* name) {
  bool set = false;
  return !of[name].get(set) && set;
}

/// The shapes that a shape names: its members', items' and values'.
void for_each_part(const object& shape, const std::function<void(const std::string&)>& use) {
  for (const char* part : {"member", "value"})
    if (element name; !shape[part]["shape"].get(name)) use(text_of(name));
  if (object members; !shape["members"].get(members))
    for (auto field : members) use(text_of(field.value["shape"]));
}

/// An enum value as it is, or in quotes where a character of it has a meaning in the text.
std::string quoted(const std::string& value) {
  constexpr std::string_view plain = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-.:/*@+";
  if (!value.empty() && value.find_first_not_of(plain) == std::string::npos) return value;
  std::string text = "\"";
  for (const char c : value) text += (c == '"' || c == '\\' ? "\\" : "") + std::string(1, c);
  return text + '"';
}

template <typename Parts>
std::string join(const Parts& parts, const char* separator) {
  std::string joined;
  for (const std::string& part : parts) joined += (joined.empty() ? "" : separator) + part;
  return joined;
}

class Importer {
 public:
  Importer(element model, Corrections& corrections, const ImportRequest& request)
      : model_(model), corrections_(corrections), request_(request) {
    for (auto field : object(model["shapes"])) shapes_.emplace(std::string(field.key), object(field.value));
    object operations;
    if (!request.shapes_only && !model["operations"].get(operations))
      for (auto field : operations) operations_.emplace(std::string(field.key), object(field.value));
    for (const std::string& shape : corrections_.shapes("import")) imported_.insert(shape);
    count_uses();
  }

  std::string print() {
    std::string text = "# Made by `./dev schemas` from the API model; do not edit.\n";
    text += "service " + service() + "\n";
    text += print_error_lists();  // which names the lists
    std::string operations, shapes;
    for (const auto& [name, operation] : operations_) operations += print_operation(name, operation);
    for (const auto& [name, uses] : uses_)
      if (is_named(name)) shapes += name + " = " + print_shape(name) + "\n";
    return text + operations + shapes;
  }

 private:
  std::string service() const {
    element id;
    if (model_["metadata"]["serviceId"].get(id)) fail("a model without a service id");
    const std::string prefix = java::service(text_of(id));
    std::string name = prefix;
    std::transform(name.begin(), name.end(), name.begin(), [](unsigned char c) { return std::tolower(c); });
    return name + " " + prefix + " " + signing_name();
  }

  /// What signs the requests; IAM calls the service by that name too, with few exceptions.
  std::string signing_name() const {
    element name;
    for (const char* key : {"signingName", "endpointPrefix"})
      if (!model_["metadata"][key].get(name)) return text_of(name);
    fail("a model without a signing name");
  }

  const object& shape(const std::string& name) const {
    const auto found = shapes_.find(name);
    if (found == shapes_.end()) fail("no shape " + name);
    return found->second;
  }

  // How often each shape is used from what is imported, and which are reached from optimized operations.
  void count_uses() {
    for (const std::string& name : imported_) reach(name, true);
    for (const auto& [name, operation] : operations_)
      for (const char* part : {"input", "output"})
        if (element of; !operation[part]["shape"].get(of))
          reach(text_of(of), request_.optimized.count(name) != 0);
    for (const auto& [name, operation] : operations_) ++error_uses_[errors_of(operation)];
  }

  void reach(const std::string& root, bool with_limits) {
    std::deque<std::string> waiting{root};
    ++uses_[root];
    while (!waiting.empty()) {
      const std::string name = waiting.front();
      waiting.pop_front();
      const bool is_new = seen_.insert(name).second;
      if (!(with_limits && limited_.insert(name).second) && !is_new) continue;
      for_each_part(shape(name), [&](const std::string& part) {
        uses_[part] += is_new ? 1 : 0;
        waiting.push_back(part);
      });
    }
  }

  std::string type(const std::string& name) {
    if (const Correction* change = corrections_.find(name, "", "type")) return change->value;
    if (flag(shape(name), "document")) return "document";
    const std::string is = text_of(shape(name)["type"]);
    return is == "float" || is == "double" ? "number" : is;
  }

  static bool is_container(const std::string& type) {
    return type == "structure" || type == "list" || type == "map";
  }

  std::string limits(const std::string& name) const {
    if (limited_.count(name) == 0) return "";
    std::string minimum, maximum;
    if (element value; !shape(name)["min"].get(value)) minimum = simdjson::minify(value);
    if (element value; !shape(name)["max"].get(value)) maximum = simdjson::minify(value);
    return minimum.empty() && maximum.empty() ? "" : "<" + minimum + ".." + maximum + ">";
  }

  /// Whether a shape says no more than its type.
  bool is_bare(const std::string& name) {
    const std::string is = type(name);
    if (is == "document" || is == "boolean" || is == "timestamp") return true;
    element unused;
    return !is_container(is) && limits(name).empty() && (is != "string" || shape(name)["enum"].get(unused));
  }

  /// Whether a shape has a line of its own. A list or map of bare things is as short as its name would be.
  bool is_named(const std::string& name) {
    if (imported_.count(name) != 0) return true;
    if (uses_[name] < 2 || is_bare(name)) return false;
    const std::string is = type(name);
    if ((is != "list" && is != "map") || !limits(name).empty()) return true;
    return !is_bare(text_of(shape(name)[is == "list" ? "member" : "value"]["shape"]));
  }

  std::string reference(const std::string& name) { return is_named(name) ? name : print_shape(name); }

  std::string print_shape(const std::string& name) {
    const object& from = shape(name);
    const std::string is = type(name);
    if (is == "list") return "[" + reference(text_of(from["member"]["shape"])) + "]" + limits(name);
    if (is == "map") return "{*:" + reference(text_of(from["value"]["shape"])) + "}" + limits(name);
    if (is == "structure") return print_structure(name, from);
    std::vector<std::string> values;
    if (array list; is == "string" && !from["enum"].get(list))
      for (element value : list) values.push_back(quoted(text_of(value)));
    return is + (values.empty() ? "" : "(" + join(values, "|") + ")") +
           (is == "document" || is == "boolean" || is == "timestamp" ? "" : limits(name));
  }

  std::string print_structure(const std::string& name, const object& from) {
    std::set<std::string> required;
    if (array list; !from["required"].get(list))
      for (element member : list) required.insert(text_of(member));
    std::map<std::string, std::string> members;
    for (auto field : object(from["members"]))
      print_member(name, std::string(field.key), object(field.value), required, members);
    for (const auto& [member, type] : corrections_.members(name, "add"))
      members[member] = member + (type == "string" ? "?" : "?:" + type);
    std::vector<std::string> parts;
    for (const auto& [member, printed] : members) parts.push_back(printed);
    if (flag(from, "union")) parts.push_back("/union");
    for (const char* mark : {"open", "text"})
      if (corrections_.find(name, "", mark)) parts.push_back("/" + std::string(mark));
    return "{" + join(parts, " ") + "}";
  }

  void print_member(const std::string& owner, const std::string& wire, const object& from,
                    const std::set<std::string>& required, std::map<std::string, std::string>& members) {
    const std::string name = java::capitalized(wire);
    if (corrections_.find(owner, name, "remove")) return;
    const std::vector<std::string> spelled = spellings(owner, name);
    std::string text = join(spelled, "|");
    const bool needed = required.count(wire) != 0 || corrections_.find(owner, name, "required");
    if (!needed || corrections_.find(owner, name, "optional") || corrections_.find("*", name, "optional"))
      text += "?";
    if (flag(from, "idempotencyToken") && !corrections_.find(owner, name, "no-token")) text += "~";
    const std::string of = text_of(from["shape"]);
    if (flag(from, "deprecated") || flag(shape(of), "deprecated")) text += "^";
    const Correction* change = corrections_.find(owner, name, "type");
    const std::string is = change ? change->value : reference(of);
    members[spelled.front()] = is == "string" ? text : text + ":" + is;
  }

  /// The spelling of the SDK for Java comes first, unless a correction prefers the model's own.
  std::vector<std::string> spellings(const std::string& owner, const std::string& name) {
    std::vector<std::string> all{java::member(name)};
    if (all[0] != name) all.push_back(name);
    if (corrections_.find(owner, name, "plain")) std::reverse(all.begin(), all.end());
    if (const Correction* change = corrections_.find(owner, name, "alias")) all.push_back(change->value);
    if (java::is_reserved(name)) all.push_back(name + "Value");
    if (const auto other = request_.spelled.find(name); other != request_.spelled.end())
      all = {other->second, name};
    return all;
  }

  std::string errors_of(const object& operation) const {
    std::set<std::string> names;
    if (array list; !operation["errors"].get(list))
      for (element error : list) names.insert(java::exception(text_of(error["shape"])));
    return join(names, " ");
  }

  /// Lists that more than one operation declares have a name.
  std::string print_error_lists() {
    std::string text;
    for (const auto& [list, uses] : error_uses_)
      if (uses > 1 && list.find(' ') != std::string::npos) {
        error_names_[list] = "E" + std::to_string(error_names_.size() + 1);
        text += error_names_[list] + " ! " + list + "\n";
      }
    return text;
  }

  std::string print_operation(const std::string& name, const object& operation) {
    std::string text = java::action(name) + " ";
    element input, output;
    text += operation["input"]["shape"].get(input) ? "{}" : reference(text_of(input));
    if (!operation["output"]["shape"].get(output)) text += " > " + reference(text_of(output));
    if (const std::string errors = errors_of(operation); !errors.empty()) {
      const auto named = error_names_.find(errors);
      text += " ! " + (named == error_names_.end() ? errors : named->second);
    }
    return text + (streams(operation) ? " /stream\n" : "\n");
  }

  /// Whether a part of the operation is an event stream, which Step Functions cannot read or send.
  bool streams(const object& operation) const {
    bool found = false;
    for (const char* part : {"input", "output"})
      if (element of; !operation[part]["shape"].get(of))
        for_each_part(shape(text_of(of)),
                      [&](const std::string& name) { found |= flag(shape(name), "eventstream"); });
    return found;
  }

  element model_;
  Corrections& corrections_;
  const ImportRequest& request_;
  std::map<std::string, object> shapes_, operations_;
  std::set<std::string> imported_, seen_, limited_;
  std::map<std::string, int> uses_, error_uses_;
  std::map<std::string, std::string> error_names_;
};

}  // namespace

std::string import_service(std::string_view json, Corrections& corrections, const ImportRequest& request) {
  simdjson::dom::parser parser;
  element model;
  if (parser.parse(simdjson::padded_string(json)).get(model)) fail("not an API model");
  return Importer(model, corrections, request).print();
}

std::string service_of(std::string_view json) {
  simdjson::dom::parser parser;
  element id;
  const simdjson::padded_string padded(json);
  if (parser.parse(padded)["metadata"]["serviceId"].get(id)) fail("a model without a service id");
  std::string name = java::service(text_of(id));
  std::transform(name.begin(), name.end(), name.begin(), [](unsigned char c) { return std::tolower(c); });
  return name;
}

}  // namespace sfn::schemas
