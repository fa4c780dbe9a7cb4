// A search that found nothing to check must not look like success.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cli/check_one.h"
#include "cli/files/walk.h"

namespace sfn::cli {

/// Whether a path is a folder's or below it, by their texts.
bool is_below(std::string_view folder, std::string_view path);

/// Says that no definition was found in a folder, and what to name instead. Looks into what git ignores.
std::string nothing_found(const std::string& folder, const Files& files, const Check& check);

}  // namespace sfn::cli
