// "Did you mean": the known name that a wrong name most probably stands for.
#pragma once

#include <optional>
#include <span>
#include <string_view>

namespace sfn {

/// The name in `names` that is nearest to `wrong`: one that differs only in letter case (ASCII), or else the
/// one with the fewest edits (a byte inserted, dropped, replaced, or two neighbours swapped; letter case
/// costs nothing). At most 2 edits, and never more than a third of the bytes of `wrong`. The first one wins a
/// tie. Absent if nothing is near. The result is a view of what `names` views.
std::optional<std::string_view> nearest(std::string_view wrong, std::span<const std::string_view> names);

/// Whether two texts are equal except for the case of ASCII letters.
bool equal_without_case(std::string_view a, std::string_view b);

/// The number of edits between two texts as `nearest` counts them; `limit + 1` for anything beyond `limit`
/// (at most 2).
unsigned edit_distance(std::string_view a, std::string_view b, unsigned limit = 2);

}  // namespace sfn
