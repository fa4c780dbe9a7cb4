#include "cli/check/show_files.h"

#include <algorithm>

#include "cli/check/nothing_found.h"
#include "cli/check/one_file.h"
#include "cli/report/destination.h"
#include "cli/report/printable.h"
#include "cli/report/repository_path.h"

namespace sfn::cli {

namespace {

std::vector<const File*> files_to_check(const Files& files, const RunContext& context, Messages& messages) {
  std::vector<const File*> wanted;
  for (const File& file : files.files) {
    const FileResult result = look_at_file(file, context);
    if (result.misconfigured) messages.fail_once(*result.misconfigured);
    if (!result.failure.empty()) messages.unreadable_file(file.path, result.failure);
    if (result.checked) wanted.push_back(&file);
  }
  return wanted;
}

// A list for programs, whatever the format: if a path contains a line break, paths are terminated by NUL, as
// --files-from reads them. A terminal gets names that are safe to print.
std::string list_of(const std::vector<const File*>& files, bool terminal) {
  std::string text;
  for (const File* file : files) text += at_line_begin(terminal ? printable(file->path) : file->path) + '\0';
  if (terminal || text.find('\n') == std::string::npos) std::replace(text.begin(), text.end(), '\0', '\n');
  return text;
}

}  // namespace

int show_files(const CheckOptions& options, const Files& files, const RunContext& context, const Host& host,
               Messages& messages) {
  Destination destination(options.output.path, host);
  const std::vector<const File*> wanted = files_to_check(files, context, messages);
  std::string text = list_of(wanted, host.out_is_terminal && options.output.path.empty());
  destination.write(text);
  if (!destination.failure().empty()) return messages.fail({unreadable, destination.failure()});
  if (print_nothing_found(files, wanted, context, messages) && options.files.require_files)
    messages.raise(misuse);
  return messages.status();
}

}  // namespace sfn::cli
