// A search that found nothing to check must not look like success.
#pragma once

#include <string_view>
#include <vector>

#include "cli/check/run_context.h"
#include "cli/files/walk.h"
#include "cli/report/messages.h"

namespace sfn::cli {

/// Whether a path is a folder's or below it, by their texts.
bool is_below(std::string_view folder, std::string_view path);

/// Prints messages about the folders in which no file was checked, with what to name instead, or that no file
/// was named. False if there was nothing to print. Looks into what git ignores.
bool print_nothing_found(const Files& files, const std::vector<const File*>& checked,
                         const RunContext& context, Messages& messages);

}  // namespace sfn::cli
