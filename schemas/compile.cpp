// Build-time tool: services/*.txt, wrappers/*.txt and the tables beside them become the rows of tables.h.
//   schemas-compile SCHEMAS-FOLDER OUTPUT-FOLDER
// writes tables.bin, and tables.inc, which makes it a part of the program.
#include <algorithm>
#include <cstring>
#include <deque>
#include <filesystem>
#include <map>
#include <memory>
#include <set>
#include <type_traits>

#include "schemas/compile_tables.h"
#include "schemas/java_names.h"
#include "schemas/table_file.h"

namespace sfn::schemas {
namespace {

namespace fs = std::filesystem;

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

SdkStanding sdk_standing(const std::string& cell) {
  if (cell == "stream") return SdkStanding::stream;
  if (cell == "unsupported") return SdkStanding::unsupported;
  if (cell == "retired") return SdkStanding::retired;
  fail("sdk_exceptions.tsv: unknown standing " + cell);
}

std::vector<fs::path> files_of(const std::string& folder) {
  std::vector<fs::path> files;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder))
    if (entry.path().extension() == ".txt") files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  return files;
}

class Compiler {
 public:
  explicit Compiler(std::string folder) : folder_(std::move(folder)) {}

  Tables compile() {
    read_services();
    read_wrappers();
    add_optimized_shapes();
    add_services();
    for (const Loaded& loaded : wrappers_) add_operations(loaded);
    add_integrations();
    add_sdk_exceptions();
    add_permissions();
    made_.models.push_back(made_.name(models_date()));
    return std::move(made_);
  }

 private:
  void add_operation(ShapeCompiler& shapes, const std::string& model, const OperationText& text) {
    if (text.errors.size() > 255) fail(model + ": more than 255 errors of " + text.action);
    tables::OperationRow row{};
    row.action = made_.name(text.action);
    row.input = shapes.shape(text.input) & tables::no_shape;
    row.flags = text.stream ? tables::stream_operation : 0;
    row.output = text.output ? shapes.shape(*text.output) : tables::no_shape;
    row.first_error = made_.list(made_.errors, text.errors) & 0xffffff;
    row.errors = text.errors.size() & 0xff;
    operations_[{model, text.action}] = made_.operations.size();
    made_.operations.push_back(row);
  }

  /// A file of services/ or wrappers/ and its shapes as far as they are in the tables.
  struct Loaded {
    std::string model;
    ServiceText text;
    std::unique_ptr<ShapeCompiler> shapes;
  };

  void take(Loaded& loaded, std::string model) {
    loaded.model = std::move(model);
    loaded.shapes = std::make_unique<ShapeCompiler>(made_, known_, loaded.text, loaded.model);
    std::sort(loaded.text.operations.begin(), loaded.text.operations.end(),
              [](const OperationText& a, const OperationText& b) { return a.action < b.action; });
  }

  void add_operations(const Loaded& loaded) {
    for (const OperationText& operation : loaded.text.operations)
      add_operation(*loaded.shapes, loaded.model, operation);
  }

  void read_services() {
    for (const fs::path& path : files_of(folder_ + "/services")) {
      ServiceText text;
      read_service(read_file(path), path, text);
      const std::string name = text.name;
      Loaded& loaded = services_[name];
      if (loaded.shapes) fail("two services " + name);
      loaded.text = std::move(text);
      take(loaded, path.stem());
    }
  }

  /// wrappers/NAME.txt may use the shapes of wrappers/NAME.model.txt.
  void read_wrappers() {
    for (const fs::path& path : files_of(folder_ + "/wrappers")) {
      if (path.stem().extension() == ".model") continue;
      Loaded& loaded = wrappers_.emplace_back();
      read_service(read_file(path), path, loaded.text);
      fs::path model = path;
      if (model.replace_extension(".model.txt"); fs::exists(model))
        read_service(read_file(model), model, loaded.text);
      take(loaded, "wrappers/" + path.stem().string());
    }
  }

  /// The names and shapes of optimized integrations come first: most runs read no others, and so few pages.
  void add_optimized_shapes() {
    std::set<std::pair<std::string, std::string>> optimized;
    for (const Row& row : read_table(folder_ + "/integrations.tsv", 8)) {
      made_.name(row[0]);
      made_.name(row[1]);
      optimized.insert({(row[6] == "wrapper" ? "wrappers/" : "") + row[4], java::action(row[5])});
    }
    const auto add = [&](const Loaded& loaded) {
      for (const OperationText& operation : loaded.text.operations)
        if (optimized.count({loaded.model, operation.action}) != 0) loaded.shapes->shape(operation.input);
    };
    for (const auto& [name, loaded] : services_) add(loaded);
    for (const Loaded& loaded : wrappers_) add(loaded);
  }

  void add_services() {
    for (const auto& [name, loaded] : services_) {
      const auto first = static_cast<uint32_t>(made_.operations.size());
      add_operations(loaded);
      made_.services.push_back({made_.name(name), made_.name(loaded.text.error_prefix),
                                made_.name(loaded.text.signing_name), made_.name(loaded.model), first,
                                static_cast<uint32_t>(made_.operations.size()) - first});
    }
  }

  void add_integrations() {
    std::map<std::pair<std::string, std::string>, Row> sorted;
    for (Row& row : read_table(folder_ + "/integrations.tsv", 8)) sorted[{row[0], row[1]}] = row;
    for (const auto& [key, row] : sorted) {
      const bool wrapper = row[6] == "wrapper";
      const auto operation = operations_.find({(wrapper ? "wrappers/" : "") + row[4], java::action(row[5])});
      if (operation == operations_.end()) fail("integrations.tsv: no operation " + row[4] + " " + row[5]);
      made_.integrations.push_back({made_.name(row[0]), made_.name(row[1]), made_.name(row[7]),
                                    static_cast<uint16_t>(operation->second), patterns(row[3]),
                                    static_cast<uint8_t>(standing(row[2])), wrapper, row[6] != "parameters"});
    }
  }

  void add_sdk_exceptions() {
    for (const Row& row : read_table(folder_ + "/sdk_exceptions.tsv", 5))
      made_.sdk_exceptions.push_back({made_.name(row[0]), made_.name(row[1]), made_.name(row[3]),
                                      static_cast<uint32_t>(sdk_standing(row[2]))});
  }

  /// In the order of the file, which is that of statements in a policy.
  void add_permissions() {
    for (const Row& row : read_table(folder_ + "/permissions.tsv", 10)) {
      if (row[8] != "needed" && row[8] != "usual") fail("permissions.tsv: unknown level " + row[8]);
      made_.permissions.push_back(
          {made_.name(row[0]), made_.name(row[1]), made_.name(row[3]), made_.name(row[4]), made_.name(row[5]),
           made_.name(row[6]), made_.name(row[7]), made_.name(row[9]), patterns(row[2]), row[8] == "usual"});
    }
  }

  std::string models_date() const {
    const std::string sources = read_file(folder_ + "/sources.json"), key = "\"date\": \"";
    const size_t at = sources.find(key);
    if (at == std::string::npos) fail("sources.json: no date");
    return sources.substr(at + key.size(), 10);
  }

  std::string folder_;
  Tables made_;
  ShapeCompiler::Known known_;
  std::map<std::string, Loaded> services_;  // by name in an ARN: sorted rows
  std::deque<Loaded> wrappers_;
  std::map<std::pair<std::string, std::string>, size_t> operations_;
};

/// One file of all rows, and the assembler's directives that give each table its name.
class Output {
 public:
  explicit Output(const std::string& folder)
      : binary_path_(folder + "/tables.bin"),
        binary_(binary_path_, std::ios::binary),
        include_(folder + "/tables.inc", std::ios::binary) {}

  void write(const Tables& made) {
    include_ << "// Made by schemas/compile.cpp.\n__asm__(\".pushsection .rodata\\n\"\n";
#define SFN_LINT_WRITE(name, Row) table(#name, made.name.data(), made.name.size() * sizeof(tables::Row));
    SFN_LINT_TABLES(SFN_LINT_WRITE)
#undef SFN_LINT_WRITE
    include_ << "  \".popsection\");\nnamespace sfn::schemas::tables {\n";
    count("operation_count", made.operations.size());
    count("service_count", made.services.size());
    count("integration_count", made.integrations.size());
    count("sdk_exception_count", made.sdk_exceptions.size());
    count("permission_count", made.permissions.size());
    include_ << "}\n";
    if (!binary_.flush() || !include_.flush()) fail("cannot write " + binary_path_);
  }

 private:
  template <typename Row>
  void table(const std::string& name, const Row* rows, size_t size) {
    static_assert(std::has_unique_object_representations_v<Row> || std::is_same_v<Row, tables::RangeRow>,
                  "a row has padding");
    const std::string symbol = "sfn_lint_" + name;
    include_ << "  \".balign 8\\n.globl " << symbol << "\\n.hidden " << symbol << "\\n"
             << symbol << ":\\n.incbin \\\"" << binary_path_ << "\\\", " << written_ << ", " << size
             << "\\n\"\n";
    binary_.write(reinterpret_cast<const char*>(rows), static_cast<std::streamsize>(size));
    written_ += size;
  }

  void count(const char* name, size_t rows) { include_ << "const size_t " << name << " = " << rows << ";\n"; }

  std::string binary_path_;
  std::ofstream binary_, include_;
  size_t written_ = 0;
};

}  // namespace
}  // namespace sfn::schemas

int main(int argc, char** argv) {
  if (argc != 3) sfn::schemas::fail("usage: schemas-compile SCHEMAS-FOLDER OUTPUT-FOLDER");
  const auto made = sfn::schemas::Compiler(argv[1]).compile();
  sfn::schemas::Output(argv[2]).write(made);
}
