// Developer tool: reduces a folder of AWS API models to services/NAME.txt, with the changes of
// corrections.tsv.
//   schemas-import MODELS-FOLDER SCHEMAS-FOLDER
// The folder is a checkout of boto/botocore, its botocore/data, or holds files named NAME.service-2.json.
#include <filesystem>
#include <map>
#include <set>

#include "schemas/import_service.h"
#include "schemas/table_file.h"

namespace sfn::schemas {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view tail = ".service-2.json";

void write(const std::string& path, const std::string& text) {
  std::ofstream out(path, std::ios::binary);
  out << text;
  if (!out.flush()) fail("cannot write " + path);
}

/// The newest version of a service: versions are dates.
fs::path newest(const fs::path& service) {
  std::set<fs::path> found;
  for (const fs::directory_entry& version : fs::directory_iterator(service))
    if (fs::exists(version.path() / "service-2.json")) found.insert(version.path() / "service-2.json");
  return found.empty() ? fs::path() : *found.rbegin();
}

/// The models by the name of their folder in botocore.
std::map<std::string, fs::path> find_models(fs::path folder) {
  if (fs::is_directory(folder / "botocore/data")) folder /= "botocore/data";
  std::map<std::string, fs::path> models;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder)) {
    const std::string name = entry.path().filename();
    if (name.size() > tail.size() && name.ends_with(tail))
      models[name.substr(0, name.size() - tail.size())] = entry.path();
    else if (entry.is_directory())
      if (const fs::path model = newest(entry.path()); !model.empty()) models[name] = model;
  }
  if (models.empty()) fail("no models in " + folder.string());
  return models;
}

/// By model; what a wrapper describes is no operation of the API.
std::map<std::string, ImportRequest> optimized_operations(const std::string& path) {
  std::map<std::string, ImportRequest> requests;
  for (const Row& row : read_table(path, 8))
    if (row[6] != "wrapper") requests[row[4]].optimized.insert(row[5]);
  return requests;
}

void import_all(const std::string& folder, const std::string& schemas) {
  auto corrections = read_corrections(schemas + "/corrections.tsv");
  auto requests = optimized_operations(schemas + "/integrations.tsv");
  const auto spelled = corrections["*"].members("*", "spelled");
  std::set<std::string> services;
  for (const auto& [name, path] : find_models(folder)) {
    const std::string json = read_file(path);
    // botocore has one service in two folders: Pinpoint SMS Voice.
    if (!services.insert(service_of(json)).second) continue;
    requests[name].spelled = spelled;
    write(schemas + "/services/" + name + ".txt", import_service(json, corrections[name], requests[name]));
    if (const auto wrapper = corrections.find(name + ".wrapper"); wrapper != corrections.end())
      write(schemas + "/wrappers/" + name + ".model.txt",
            import_service(json, wrapper->second, {{}, spelled, true}));
  }
  for (const auto& [name, changes] : corrections) changes.check_used(name);
}

}  // namespace
}  // namespace sfn::schemas

int main(int argc, char** argv) {
  if (argc != 3) sfn::schemas::fail("usage: schemas-import MODELS-FOLDER SCHEMAS-FOLDER");
  sfn::schemas::import_all(argv[1], argv[2]);
}
