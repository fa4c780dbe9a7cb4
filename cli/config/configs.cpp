#include "cli/config/configs.h"

#include <sys/stat.h>

#include <algorithm>
#include <filesystem>

#include "cli/files/files.h"
#include "cli/report/destination.h"

namespace sfn::cli {

namespace {

namespace fs = std::filesystem;

bool exists(const std::string& path) {
  struct stat about;
  return ::stat(path.c_str(), &about) == 0;
}

// Without `.`, `..` and doubled slashes. Links are not followed: a path means what the user sees.
std::string normal(const std::string& path) { return fs::path(path).lexically_normal().native(); }

std::string_view folder_of(std::string_view path) { return path.substr(0, path.rfind('/') + 1); }

}  // namespace

Configs::Configs(Wanted wanted) : wanted_(std::move(wanted)) {
  if (wanted_.source == Source::none) {
    loaded_.emplace_back();
    return;
  }
  std::error_code ignored;
  current_ = fs::current_path(ignored).native();
  if (!current_.ends_with('/')) current_ += '/';
  if (wanted_.source == Source::named) {
    const std::string& path = wanted_.path;
    load(path, std::string(folder_of(normal(path.starts_with('/') ? path : current_ + path))));
  }
}

Configs::Choice Configs::choice(std::string_view path) {
  const std::lock_guard lock(mutex_);
  Loaded& loaded = loaded_for(path);
  if (loaded.fault) return {nullptr, nullptr, false, &loaded.fault};
  const Config& config = loaded.config;
  std::vector<bool> overrides(config.overrides.size());
  bool excluded = false;
  if (!overrides.empty() || !config.exclude.empty()) {
    const std::string place = below(loaded, path);
    for (size_t i = 0; i < overrides.size(); ++i)
      overrides[i] = !place.empty() && config.overrides[i].files.match(place);
    excluded = !place.empty() && config.exclude.match(place);
  }
  return {&setup(loaded, overrides), &config.placeholders, excluded, nullptr};
}

Configs::Loaded& Configs::loaded_for(std::string_view path) {
  if (wanted_.source != Source::search) return loaded_.front();
  const std::string given(folder_of(path));
  const auto [entry, fresh] = by_given_.try_emplace(given, nullptr);
  if (fresh) entry->second = &find_above(normal(given.starts_with('/') ? given : current_ + given));
  return *entry->second;
}

// The parents of a folder have the same answer, up to the one that has the file.
Configs::Loaded& Configs::find_above(const std::string& folder) {
  if (const auto known = by_absolute_.find(folder); known != by_absolute_.end()) return *known->second;
  const std::string path = folder + std::string(config_name);
  Loaded* found = nullptr;
  if (exists(path)) {
    found = &load(path, folder);
  } else if (folder.size() > 1) {
    found = &find_above(std::string(folder_of(std::string_view(folder).substr(0, folder.size() - 1))));
  } else {
    found = &loaded_.emplace_back();
  }
  by_absolute_.emplace(folder, found);
  return *found;
}

Configs::Loaded& Configs::load(const std::string& path, std::string folder) {
  Loaded& loaded = loaded_.emplace_back();
  loaded.folder = std::move(folder);
  Bytes bytes = read_file(path);
  if (!bytes.bytes) {
    loaded.fault = {unreadable, failure_line(shown(path), bytes.reason)};
    return loaded;
  }
  ConfigReading reading = read_config(shown(path), std::move(*bytes.bytes));
  if (reading.config) loaded.config = std::move(*reading.config);
  else loaded.fault = {misuse, std::move(reading.mistakes)};
  return loaded;
}

// As people would name it from where they are.
std::string Configs::shown(const std::string& path) const {
  return path.size() > current_.size() && path.starts_with(current_) ? path.substr(current_.size()) : path;
}

// The path relative to the folder of the configuration; empty for one that is elsewhere.
std::string Configs::below(const Loaded& loaded, std::string_view path) const {
  const std::string given(path);
  const std::string absolute = normal(given.starts_with('/') ? given : current_ + given);
  if (!absolute.starts_with(loaded.folder)) return {};
  return absolute.substr(loaded.folder.size());
}

const Setup& Configs::setup(Loaded& loaded, const std::vector<bool>& overrides) {
  std::unique_ptr<const Setup>& kept = loaded.setups[overrides];
  if (kept) return *kept;
  std::vector<const RuleSettings*> settings{&loaded.config.settings};
  for (size_t i = 0; i < overrides.size(); ++i)
    if (overrides[i]) settings.push_back(&loaded.config.overrides[i].settings);
  settings.push_back(&wanted_.command_line);
  Selection selection = select_rules(settings, least(settings));
  RuleSet rules(selection.rules);
  auto type = asl::MachineType::unknown;
  std::string rule_pages;
  for (const RuleSettings* one : settings) {
    type = one->type.value_or(type);
    if (!one->rule_pages.empty()) rule_pages = one->rule_pages;
  }
  kept = std::make_unique<const Setup>(
      Setup{std::move(selection), std::move(rules), type, std::move(rule_pages)});
  return *kept;
}

Severity Configs::least(const std::vector<const RuleSettings*>& settings) const {
  if (wanted_.command_line.min_severity) return *wanted_.command_line.min_severity;
  Severity least = Severity::warning;
  for (const RuleSettings* one : settings) least = one->min_severity.value_or(least);
  return std::min(least, wanted_.fail_on.value_or(least));
}

}  // namespace sfn::cli
