// Build-time tool: integrations.tsv, permissions.tsv, services/*.json and wrappers/*.json become the integer
// rows of tables.h.
//   schemas-compile SCHEMAS-FOLDER OUTPUT
#include "schemas/tables.h"

#include <simdjson.h>

#include <filesystem>
#include <map>
#include <string_view>
#include <tuple>
#include <unordered_map>

#include "schemas/schemas.h"
#include "schemas/table_file.h"

namespace sfn::schemas {
namespace {

using simdjson::dom::array;
using simdjson::dom::element;
using simdjson::dom::object;
using tables::Name;
using tables::ShapeId;

/// The types by the names that the files use, in the order of `Type`.
constexpr const char* type_names[] = {"",     "structure", "list",    "map",       "string", "integer",
                                      "long", "number",    "boolean", "timestamp", "blob",   "document"};

std::string text_of(element value) { return std::string(std::string_view(value)); }

bool flag(const object& of, const char* name) {
  bool set = false;
  return !of[name].get(set) && set;
}

uint8_t type_named(std::string name) {
  if (name == "float" || name == "double") name = "number";
  for (uint8_t i = 1; i < std::size(type_names); ++i)
    if (name == type_names[i]) return i;
  return 0;
}

/// All that is printed in the end.
class Tables {
 public:
  Tables() {
    for (uint8_t type = 0; type < std::size(type_names); ++type) shapes.push_back({0, 0, 0, type, 0});
    ranges.emplace_back("NAN", "NAN");
  }

  Name name(const std::string& text) {
    const auto [known, added] = names_.try_emplace(text, 0);
    if (!added) return known->second;
    if (text.size() > 255) fail("a name of more than 255 bytes: " + text);
    if (blob.size() >= (1u << 24)) fail("the blob of names is full");
    known->second = static_cast<Name>(blob.size() << 8 | text.size());
    blob += text;
    return known->second;
  }

  uint16_t range(const object& of) {
    std::pair<std::string, std::string> limits{"NAN", "NAN"};
    if (element value; !of["min"].get(value)) limits.first = simdjson::minify(value);
    if (element value; !of["max"].get(value)) limits.second = simdjson::minify(value);
    for (size_t i = 0; i < ranges.size(); ++i)
      if (ranges[i] == limits) return static_cast<uint16_t>(i);
    ranges.push_back(limits);
    return static_cast<uint16_t>(ranges.size() - 1);
  }

  std::string blob;
  std::vector<tables::ShapeRow> shapes;
  std::vector<tables::MemberRow> members;
  std::vector<Name> enum_values, errors;
  std::vector<std::pair<std::string, std::string>> ranges;
  std::vector<tables::OperationRow> operations;
  std::vector<tables::IntegrationRow> integrations;
  std::vector<tables::PermissionRow> permissions;

 private:
  std::unordered_map<std::string, Name> names_;
};

/// One model: the file in services/ and, laid over it, the one in wrappers/ of the same name.
class Model {
 public:
  Model(Tables& into, const std::string& folder, std::string name) : into_(into), name_(std::move(name)) {
    read(folder + "/services/" + name_ + ".json");
    read(folder + "/wrappers/" + name_ + ".json");
    for (const auto& [shape, from] : shapes_) ids_[shape] = reserve();
    for (const auto& [shape, from] : shapes_) fill(shape, from);
  }

  uint16_t operation(const std::string& operation) {
    const auto found = operations_.find(operation);
    if (found == operations_.end()) fail(name_ + ": no operation " + operation);
    tables::OperationRow row{into_.name(name_),
                             into_.name(operation),
                             shape_at(found->second, "input"),
                             shape_at(found->second, "output"),
                             0,
                             0};
    row.first_error = static_cast<uint16_t>(into_.errors.size());
    if (array errors; !found->second["errors"].get(errors))
      for (element error : errors) into_.errors.push_back(into_.name(text_of(error)));
    row.errors = static_cast<uint16_t>(into_.errors.size() - row.first_error);
    into_.operations.push_back(row);
    return static_cast<uint16_t>(into_.operations.size() - 1);
  }

 private:
  void read(const std::string& path) {
    if (!std::filesystem::exists(path)) return;
    parsers_.push_back(std::make_unique<simdjson::dom::parser>());
    element root;
    if (parsers_.back()->load(path).get(root)) fail("cannot read " + path);
    for (auto field : object(root["operations"])) operations_[std::string(field.key)] = object(field.value);
    for (auto field : object(root["shapes"])) shapes_[std::string(field.key)] = object(field.value);
  }

  ShapeId reserve() {
    if (into_.shapes.size() >= tables::no_shape) fail("more than 65,534 shapes");
    into_.shapes.push_back({});
    return static_cast<ShapeId>(into_.shapes.size() - 1);
  }

  /// The shape of that name: one of the model, or one of the types, which are the first shapes of all.
  ShapeId shape_named(const std::string& shape) const {
    if (const auto found = ids_.find(shape); found != ids_.end()) return found->second;
    const uint8_t type = type_named(shape);
    if (type == 0) fail(name_ + ": no shape " + shape);
    return type;
  }

  ShapeId shape_at(const object& of, const char* key) const {
    element shape;
    return of[key].get(shape) ? tables::no_shape : shape_named(text_of(shape));
  }

  void fill(const std::string& shape, const object& from) {
    tables::ShapeRow row{};
    row.type = type_named(text_of(from["type"]));
    if (row.type == 0) fail(name_ + ": a type that is unknown in " + shape);
    row.range = into_.range(from);
    if (flag(from, "open")) row.flags |= tables::open_shape;
    if (flag(from, "text")) row.flags |= tables::text_shape;
    if (flag(from, "union")) row.flags |= tables::union_shape;
    const auto type = static_cast<Type>(row.type);
    if (type == Type::list) row.first = shape_at(from, "member");
    if (type == Type::map) row.first = shape_at(from, "value");
    if (type == Type::structure) fill_members(row, from);
    if (array values; !from["enum"].get(values)) fill_enum(row, values);
    into_.shapes[ids_[shape]] = row;
  }

  void fill_members(tables::ShapeRow& row, const object& from) {
    std::map<std::string, element> sorted;
    if (object members; !from["members"].get(members))
      for (auto field : members) sorted[std::string(field.key)] = field.value;
    row.first = static_cast<uint32_t>(into_.members.size());
    row.count = static_cast<uint16_t>(sorted.size());
    for (const auto& [name, value] : sorted) into_.members.push_back(member(name, value));
  }

  tables::MemberRow member(const std::string& name, element value) {
    object from;
    if (value.get(from)) return {into_.name(name), shape_named(text_of(value)), 0};
    int flags = 0;
    if (flag(from, "required") && !flag(from, "idempotencyToken")) flags |= tables::required_member;
    if (flag(from, "deprecated")) flags |= tables::deprecated_member;
    if (flag(from, "idempotencyToken")) flags |= tables::token_member;
    if (flag(from, "alias")) flags |= tables::alias_member;
    return {into_.name(name), shape_named(text_of(from["shape"])), static_cast<uint8_t>(flags)};
  }

  void fill_enum(tables::ShapeRow& row, array values) {
    row.first = static_cast<uint32_t>(into_.enum_values.size());
    for (element value : values) into_.enum_values.push_back(into_.name(text_of(value)));
    row.count = static_cast<uint16_t>(into_.enum_values.size() - row.first);
  }

  Tables& into_;
  std::string name_;
  std::vector<std::unique_ptr<simdjson::dom::parser>> parsers_;
  std::map<std::string, object> operations_, shapes_;
  std::map<std::string, ShapeId> ids_;
};

uint8_t patterns(const std::string& cell) {
  int bits = 0;
  if (cell == "any") return request_response | sync | sync2 | wait_for_task_token;
  for (const std::string& pattern : split(cell, ',')) {
    if (pattern == "request_response") bits |= request_response;
    else if (pattern == "sync") bits |= sync;
    else if (pattern == "sync2") bits |= sync2;
    else if (pattern == "wait_for_task_token") bits |= wait_for_task_token;
    else fail("unknown pattern " + pattern);
  }
  return static_cast<uint8_t>(bits);
}

Standing standing(const std::string& cell) {
  if (cell == "task") return Standing::task;
  if (cell == "item_reader") return Standing::item_reader;
  if (cell == "result_writer") return Standing::result_writer;
  fail("integrations.tsv: unknown place " + cell);
}

/// In the order of the file, which is that of statements in a policy.
void add_permissions(Tables& made, const std::string& folder) {
  for (const Row& row : read_table(folder + "/permissions.tsv", 10)) {
    if (row[8] != "needed" && row[8] != "usual") fail("permissions.tsv: unknown level " + row[8]);
    made.permissions.push_back({made.name(row[0]), made.name(row[1]), made.name(row[3]), made.name(row[4]),
                                made.name(row[5]), made.name(row[6]), made.name(row[7]), made.name(row[9]),
                                patterns(row[2]), row[8] == "usual"});
  }
}

Tables compile(const std::string& folder) {
  Tables made;
  std::map<std::string, Model> models;
  std::map<std::pair<std::string, std::string>, uint16_t> operations;  // by model and operation: sorted rows
  std::map<std::pair<std::string, std::string>, Row> integrations;
  for (Row& row : read_table(folder + "/integrations.tsv", 8)) {
    operations[{row[4], row[5]}] = 0;
    integrations[{row[0], row[1]}] = row;
  }
  for (auto& [key, row] : operations)
    row = models.try_emplace(key.first, made, folder, key.first).first->second.operation(key.second);
  for (const auto& [key, row] : integrations)
    made.integrations.push_back({made.name(row[0]), made.name(row[1]), made.name(row[7]),
                                 operations[{row[4], row[5]}], patterns(row[3]),
                                 static_cast<uint8_t>(standing(row[2])),
                                 row[6] == "wrapper" || row[6] == "changed"});
  add_permissions(made, folder);
  return made;
}

/// Numbers separated by commas; an empty array is no C++, so one row of zeros stands for it.
template <typename Items, typename Print>
void print(std::ostream& out, const char* type, const char* name, const Items& items, Print each) {
  out << "const " << type << ' ' << name << "[] = {";
  size_t column = 0;
  for (const auto& item : items) {
    out << (column++ % 12 == 0 ? "\n" : "");
    each(item);
    out << ',';
  }
  out << (items.empty() ? "{}" : "") << "};\n";
}

void print_blob(std::ostream& out, const std::string& blob) {
  out << "const char blob[] =";
  for (size_t i = 0; i < blob.size(); i += 96) {
    out << "\n\"";
    for (char c : blob.substr(i, 96)) {
      if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) fail("a control character in a name");
      out << (c == '"' || c == '\\' ? "\\" : "") << c;
    }
    out << '"';
  }
  out << ";\n";
}

void write(std::ostream& out, const Tables& made) {
  out << "// Made by schemas/compile.cpp from integrations.tsv, services/*.json and wrappers/*.json.\n"
         "#include <cmath>\nnamespace sfn::schemas::tables {\n";
  print_blob(out, made.blob);
  print(out, "ShapeRow", "shapes", made.shapes, [&](const tables::ShapeRow& row) {
    out << '{' << row.first << ',' << row.count << ',' << row.range << ',' << int{row.type} << ','
        << int{row.flags} << '}';
  });
  print(out, "MemberRow", "members", made.members, [&](const tables::MemberRow& row) {
    out << '{' << row.name << ',' << row.shape << ',' << int{row.flags} << '}';
  });
  print(out, "Name", "enum_values", made.enum_values, [&](Name name) { out << name; });
  print(out, "Name", "errors", made.errors, [&](Name name) { out << name; });
  print(out, "RangeRow", "ranges", made.ranges,
        [&](const auto& row) { out << '{' << row.first << ',' << row.second << '}'; });
  print(out, "OperationRow", "operations", made.operations, [&](const tables::OperationRow& row) {
    out << '{' << row.model << ',' << row.operation << ',' << row.input << ',' << row.output << ','
        << row.first_error << ',' << row.errors << '}';
  });
  print(out, "IntegrationRow", "integrations", made.integrations, [&](const tables::IntegrationRow& row) {
    out << '{' << row.service << ',' << row.action << ',' << row.see << ',' << row.operation << ','
        << int{row.patterns} << ',' << int{row.place} << ',' << int{row.wrapper} << '}';
  });
  print(out, "PermissionRow", "permissions", made.permissions, [&](const tables::PermissionRow& row) {
    out << '{';
    for (const Name name :
         {row.service, row.action, row.actions, row.resource, row.dynamic, row.passed, row.when, row.see})
      out << name << ',';
    out << int{row.patterns} << ',' << int{row.usual} << '}';
  });
  out << "const size_t permission_count = " << made.permissions.size() << ";\n";
  out << "const size_t operation_count = " << made.operations.size()
      << ";\nconst size_t integration_count = " << made.integrations.size() << ";\n}\n";
}

}  // namespace
}  // namespace sfn::schemas

int main(int argc, char** argv) {
  if (argc != 3) sfn::schemas::fail("usage: schemas-compile SCHEMAS-FOLDER OUTPUT");
  const auto made = sfn::schemas::compile(argv[1]);
  std::ofstream out(argv[2], std::ios::binary);
  sfn::schemas::write(out, made);
  if (!out.flush()) sfn::schemas::fail(std::string("cannot write ") + argv[2]);
}
