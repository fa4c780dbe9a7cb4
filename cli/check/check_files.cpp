#include "cli/check/check_files.h"

#include "cli/check/progress.h"
#include "cli/check/run.h"
#include "cli/check/show_files.h"
#include "cli/report/messages.h"
#include "schemas/deployment.h"

namespace sfn::cli {

namespace {

Configs::Wanted wanted_configuration(const RuleOptions& options) {
  Configs::Wanted wanted{Configs::Source::search, options.config, options.settings, options.fail_on};
  if (options.no_config) wanted.source = Configs::Source::none;
  else if (!options.config.empty()) wanted.source = Configs::Source::named;
  return wanted;
}

// Absent, after a message, if the list of --files-from cannot be read.
std::optional<Files> list_files(const FileOptions& options, Messages& messages) {
  std::vector<std::string> paths = options.paths;
  if (!options.files_from.empty()) {
    const Bytes list = read_file(options.files_from);
    if (!list.bytes) return messages.unreadable_file(options.files_from, list.reason), std::nullopt;
    for (std::string& path : split_list(*list.bytes)) paths.push_back(std::move(path));
  } else if (paths.empty()) {
    paths.push_back(".");
  }
  Files files = find_files(paths, !options.no_gitignore);
  for (const Failure& failure : files.failures) messages.unreadable_file(failure.path, failure.reason);
  return files;
}

}  // namespace

int check_files(const CheckOptions& options, const Host& host) {
  Progress progress(host, !options.output.quiet);
  const Host erasing = progress.host();
  Messages messages(erasing);
  Configs configs(wanted_configuration(options.rules));
  if (!options.rules.config.empty())
    if (const Fault* fault = configs.choice("").fault) return messages.fail(*fault);
  Inputs inputs;
  if (const Fault fault = inputs.read(options.inputs)) return messages.fail(fault);
  KnownFindings known;
  if (const Fault fault = known.begin(options.rules.baseline, options.rules.write_baseline))
    return messages.fail(fault);
  const std::optional<Files> files = list_files(options.files, messages);
  if (!files) return messages.status();
  const RunFiles run_files(files->files);
  RunContext context{configs,
                     inputs,
                     run_files,
                     inputs.surroundings(options.type),
                     options.files.stdin_filename,
                     options.fixes.level()};
  if (files->files.size() != 1) schemas::share_policies(context.surroundings);
  if (options.files.show_files) return show_files(options, *files, context, erasing, messages);
  return Run(options, *files, context, known, erasing, messages).run(progress);
}

}  // namespace sfn::cli
