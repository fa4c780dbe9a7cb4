// Developer tool: reduces AWS API models (botocore's service-2.json) to services/MODEL.json, for the
// operations that integrations.tsv names, with the changes of corrections.tsv. What a linter can check is
// kept, and spelled as Step Functions spells it; documentation, patterns and wire names are left out.
//   schemas-import MODELS-FOLDER SCHEMAS-FOLDER
#include <simdjson.h>

#include <deque>
#include <map>
#include <set>
#include <string_view>

#include "schemas/table_file.h"

namespace sfn::schemas {
namespace {

using simdjson::dom::element;
using simdjson::dom::object;

struct Correction {
  std::string change, value;
  bool used = false;
};
/// By shape and member; the member is empty where the shape itself is changed.
using Corrections = std::map<std::pair<std::string, std::string>, std::vector<Correction>>;

std::string text_of(element value) { return std::string(std::string_view(value)); }

bool flag(const object& of, const char* name) {
  bool set = false;
  return !of[name].get(set) && set;
}

/// Step Functions spells every member with a capital first letter, whatever the service's wire format does.
std::string pascal_case(std::string name) {
  if (name[0] >= 'a' && name[0] <= 'z') name[0] = static_cast<char>(name[0] - 'a' + 'A');
  return name;
}

/// The AWS SDK for Java, from which Step Functions takes its names, lowers a leading acronym: `SSEType` is
/// `SseType` there. Definitions are seen with either, so the second spelling is accepted as well.
std::string java_spelling(const std::string& name) {
  size_t run = 0;
  while (run < name.size() && name[run] >= 'A' && name[run] <= 'Z') ++run;
  if (run < 2) return name;
  std::string spelled = name;
  const bool word_follows = run < name.size() && name[run] >= 'a' && name[run] <= 'z';
  const size_t lowered = word_follows ? run - 1 : run;
  for (size_t i = 1; i < lowered; ++i) spelled[i] = static_cast<char>(spelled[i] - 'A' + 'a');
  return spelled;
}

class Importer {
 public:
  Importer(const std::string& name, element model, Corrections& corrections)
      : name_(name), model_(model), corrections_(corrections) {
    for (auto field : object(model["shapes"])) shapes_.emplace(std::string(field.key), object(field.value));
  }

  void operation(const std::string& operation, bool result) {
    object found;
    if (model_["operations"][operation].get(found)) fail(name_ + " has no operation " + operation);
    std::string line = "{";
    if (element input; !found["input"]["shape"].get(input)) line += "\"input\": " + reach(text_of(input));
    if (element output; result && !found["output"]["shape"].get(output))
      line += ", \"output\": " + reach(text_of(output));
    std::set<std::string> errors;
    if (simdjson::dom::array list; !found["errors"].get(list))
      for (element error : list) errors.insert('"' + text_of(error["shape"]) + '"');
    operations_[operation] = line + ", \"errors\": [" + join(errors) + "]}";
  }

  std::string print() {
    for (auto& [place, changes] : corrections_)
      if (correction(place.first, "", "import")) reach(place.first);
    while (!waiting_.empty()) {
      const std::string shape = waiting_.front();
      waiting_.pop_front();
      printed_[shape] = print_shape(shape);
    }
    return "{\n\"model\": \"" + name_ + "\",\n\"operations\": {\n" + lines(operations_) +
           "},\n\"shapes\": {\n" + lines(printed_) + "}\n}\n";
  }

 private:
  static std::string join(const std::set<std::string>& parts) {
    std::string joined;
    for (const std::string& part : parts) joined += (joined.empty() ? "" : ", ") + part;
    return joined;
  }

  static std::string lines(const std::map<std::string, std::string>& entries) {
    std::string text;
    for (const auto& [key, value] : entries)
      text += (text.empty() ? "  \"" : ",\n  \"") + key + "\": " + value;
    return text + "\n";
  }

  const object& shape(const std::string& name) const {
    const auto found = shapes_.find(name);
    if (found == shapes_.end()) fail(name_ + " has no shape " + name);
    return found->second;
  }

  std::string type(const std::string& name) {
    if (const Correction* change = correction(name, "", "type")) return change->value;
    return flag(shape(name), "document") ? "document" : text_of(shape(name)["type"]);
  }

  /// Whether a shape says no more than its type, which then stands for it.
  bool bare(const std::string& name) {
    const std::string is = type(name);
    if (is == "document" || is == "boolean" || is == "timestamp") return true;
    if (is == "structure" || is == "list" || is == "map") return false;
    for (const char* limit : {"enum", "min", "max"})
      if (element unused; !shape(name)[limit].get(unused)) return false;
    return true;
  }

  /// The reference to a shape as it is printed; sees to it that the shape itself is.
  std::string reach(const std::string& name) {
    if (bare(name)) return '"' + type(name) + '"';
    if (seen_.insert(name).second) waiting_.push_back(name);
    return '"' + name + '"';
  }

  Correction* correction(const std::string& shape, const std::string& member, const std::string& change) {
    const auto found = corrections_.find({shape, member});
    if (found == corrections_.end()) return nullptr;
    for (Correction& one : found->second)
      if (one.change == change) {
        one.used = true;
        return &one;
      }
    return nullptr;
  }

  std::string print_shape(const std::string& name) {
    const object& from = shape(name);
    const std::string is = type(name);
    std::string text = "{\"type\": \"" + is + '"';
    for (const char* limit : {"min", "max"})
      if (element value; !from[limit].get(value))
        text += ", \"" + std::string(limit) + "\": " + simdjson::minify(value);
    if (simdjson::dom::array values; is == "string" && !from["enum"].get(values))
      text += ", \"enum\": " + print_enum(values);
    if (is == "list") text += ", \"member\": " + reach(text_of(from["member"]["shape"]));
    if (is == "map") text += ", \"value\": " + reach(text_of(from["value"]["shape"]));
    if (is == "structure") text += print_structure(name, from);
    return text + "}";
  }

  static std::string print_enum(simdjson::dom::array values) {
    std::string text;
    for (element value : values) text += (text.empty() ? "[" : ", ") + std::string(simdjson::minify(value));
    return text + "]";
  }

  std::string print_structure(const std::string& name, const object& from) {
    std::string text;
    if (flag(from, "union")) text += ", \"union\": true";
    for (const char* mark : {"open", "text"})
      if (correction(name, "", mark)) text += ", \"" + std::string(mark) + "\": true";
    std::set<std::string> required;
    if (simdjson::dom::array list; !from["required"].get(list))
      for (element member : list) required.insert(text_of(member));
    std::map<std::string, std::string> members;
    for (auto field : object(from["members"]))
      print_member(name, std::string(field.key), object(field.value), required, members);
    add_members(name, members);
    text += ", \"members\": {";
    std::string separator = "\n    \"";
    for (const auto& [member, printed] : members) {
      text += separator + member + "\": " + printed;
      separator = ",\n    \"";
    }
    return text + "}";
  }

  void print_member(const std::string& owner, const std::string& wire, const object& from,
                    const std::set<std::string>& required, std::map<std::string, std::string>& members) {
    const std::string name = pascal_case(wire);
    if (correction(owner, name, "remove")) return;
    std::string of = reach_member(owner, name, text_of(from["shape"]));
    std::string flags;
    const bool needed = required.count(wire) != 0 || correction(owner, name, "required");
    if (needed && !correction(owner, name, "optional")) flags += ", \"required\": true";
    if (flag(from, "idempotencyToken") && !correction(owner, name, "no-token"))
      flags += ", \"idempotencyToken\": true";
    if (flag(from, "deprecated") || flag(shape(text_of(from["shape"])), "deprecated"))
      flags += ", \"deprecated\": true";
    members[name] = flags.empty() ? of : "{\"shape\": " + of + flags + "}";
    if (const std::string other = java_spelling(name); other != name)
      members[other] = "{\"shape\": " + of + ", \"alias\": true}";
    if (const Correction* change = correction(owner, name, "alias"))
      members[change->value] = "{\"shape\": " + of + ", \"alias\": true}";
  }

  std::string reach_member(const std::string& owner, const std::string& name, const std::string& shape) {
    const Correction* change = correction(owner, name, "type");
    return change ? '"' + change->value + '"' : reach(shape);
  }

  void add_members(const std::string& owner, std::map<std::string, std::string>& members) {
    for (auto& [place, changes] : corrections_)
      for (Correction& change : changes)
        if (place.first == owner && change.change == "add") {
          change.used = true;
          members[place.second] = '"' + change.value + '"';
        }
  }

  std::string name_;
  element model_;
  Corrections& corrections_;
  std::map<std::string, object> shapes_;
  std::map<std::string, std::string> operations_, printed_;
  std::set<std::string> seen_;
  std::deque<std::string> waiting_;
};

std::map<std::string, Corrections> read_corrections(const std::string& path) {
  std::map<std::string, Corrections> by_model;
  for (const Row& row : read_table(path, 6)) by_model[row[0]][{row[1], row[2]}].push_back({row[3], row[4]});
  return by_model;
}

void check_used(const std::string& model, const Corrections& corrections) {
  for (const auto& [place, changes] : corrections)
    for (const Correction& change : changes)
      if (!change.used)
        fail("corrections.tsv: nothing to change at " + model + " " + place.first + "." + place.second);
}

void write(const std::string& path, const std::string& text) {
  std::ofstream out(path, std::ios::binary);
  out << text;
  if (!out.flush()) fail("cannot write " + path);
}

void import_all(const std::string& models, const std::string& schemas) {
  std::map<std::string, std::map<std::string, bool>> wanted;  // model, operation, whether its result too
  for (const Row& row : read_table(schemas + "/integrations.tsv", 8))
    if (row[6] != "wrapper") wanted[row[4]][row[5]] |= row[6] == "result";
  auto corrections = read_corrections(schemas + "/corrections.tsv");
  for (const auto& [name, operations] : wanted) {
    simdjson::dom::parser parser;
    element model;
    if (parser.load(models + "/" + name + ".service-2.json").get(model))
      fail("cannot read the model of " + name);
    Importer importer(name, model, corrections[name]);
    for (const auto& [operation, result] : operations) importer.operation(operation, result);
    write(schemas + "/services/" + name + ".json", importer.print());
    check_used(name, corrections[name]);
  }
}

}  // namespace
}  // namespace sfn::schemas

int main(int argc, char** argv) {
  if (argc != 3) sfn::schemas::fail("usage: schemas-import MODELS-FOLDER SCHEMAS-FOLDER");
  sfn::schemas::import_all(argv[1], argv[2]);
}
