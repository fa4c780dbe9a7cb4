#include "cli/check/nothing_found.h"

#include <fmt/core.h>

#include <algorithm>
#include <filesystem>

#include "cli/check/one_file.h"
#include "cli/report/printable.h"

namespace sfn::cli {

namespace {

// Of more generated files than this, the message counts only those that were looked at.
constexpr size_t most_looked_at = 2000;

std::string normal(std::string_view path) {
  std::string text = std::filesystem::path(path).lexically_normal().native();
  while (text.size() > 1 && text.ends_with('/')) text.pop_back();
  return text;
}

struct Hidden {
  size_t count = 0;
  std::string first, top;  // the first file with a definition, and what git ignores that holds it
};

bool holds_definition(File file, const RunContext& context) {
  file.named = false;
  const FileResult result = look_at_file(file, context);
  return result.checked && result.failure.empty();
}

Hidden look_into_ignored(const std::string& folder, const Files& files, const RunContext& context) {
  Hidden hidden;
  size_t left = most_looked_at;
  for (const std::string& top : files.ignored) {
    if (!is_below(folder, top)) continue;
    for (const File& file : find_files({top}, false).files) {
      if (left-- == 0) return hidden;
      if (!holds_definition(file, context)) continue;
      if (hidden.count++ > 0) continue;
      hidden.first = file.path;
      hidden.top = top;
    }
  }
  return hidden;
}

size_t count_excluded(const std::string& folder, const Files& files, const RunContext& context) {
  return static_cast<size_t>(std::count_if(files.files.begin(), files.files.end(), [&](const File& file) {
    return !file.named && is_below(folder, file.path) && context.configs.choice(file.path).excluded;
  }));
}

std::string of_git(const Hidden& hidden) {
  const bool one = hidden.count == 1;
  const std::string such =
      hidden.first == hidden.top
          ? fmt::format("`{}` (name it", printable(hidden.top))
          : fmt::format("`{}` (name `{}`", printable(hidden.first), printable(hidden.top));
  return fmt::format("; git ignores {} {} {} one, {}{} to check it, or add --no-gitignore)", hidden.count,
                     one ? "file" : "files", one ? "that holds" : "that hold", one ? "" : "among them ",
                     such);
}

std::string nothing_found_in(const std::string& folder, const Files& files, const RunContext& context) {
  std::string text = fmt::format("no definition found in `{}`", printable(folder));
  const Hidden hidden = look_into_ignored(folder, files, context);
  if (hidden.count > 0) text += of_git(hidden);
  else if (const size_t excluded = count_excluded(folder, files, context); excluded > 0)
    text +=
        fmt::format("; the configuration excludes {} {} there", excluded, excluded == 1 ? "file" : "files");
  else if (std::filesystem::exists(std::filesystem::path(folder) / "cdk.json"))
    text += "; run `cdk synth`, which writes the definitions of a CDK project to `cdk.out`";
  else text += "; a file that is named is checked, whatever its name";
  return "sfn-lint: " + text + "\n";
}

}  // namespace

bool is_below(std::string_view folder, std::string_view path) {
  const std::string above = normal(folder), text = normal(path);
  if (above == ".") return !text.starts_with('/') && text != ".." && !text.starts_with("../");
  return text == above || above == "/" || text.starts_with(above + "/");
}

bool print_nothing_found(const Files& files, const std::vector<const File*>& checked,
                         const RunContext& context, Messages& messages) {
  if (checked.empty() && messages.status() >= misuse) return false;  // a message has said why
  std::string text;
  for (const std::string& folder : files.folders)
    if (std::none_of(checked.begin(), checked.end(),
                     [&](const File* file) { return is_below(folder, file->path); }))
      text += nothing_found_in(folder, files, context);
  if (checked.empty() && text.empty()) text = "sfn-lint: no file is named\n";
  messages.print(text);
  return !text.empty();
}

}  // namespace sfn::cli
