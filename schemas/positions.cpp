// Where below a shape a member of some name stands; and the names by which aws-sdk calls reach our tables.
#include <deque>

#include "schemas/schemas.h"

namespace sfn::schemas {
namespace {

/// Deeper than any path that a message could show; also what ends the walk through recursive shapes.
constexpr size_t depth_limit = 8;
/// Shapes looked at in one search; mediaconvert's parameters are about 3,000.
constexpr size_t visit_limit = 20000;

struct Step {
  Shape shape;
  std::string path;
  size_t depth;
};

std::string joined(const std::string& path, std::string_view name) {
  return path.empty() ? std::string(name) : path + "." + std::string(name);
}

/// What is below a step: the members of a structure; lists and maps are passed through.
void descend(const Step& from, std::deque<Step>& waiting) {
  if (from.depth >= depth_limit) return;
  if (Shape item = from.shape.item()) waiting.push_back({item, from.path + "[]", from.depth});
  if (Shape value = from.shape.value()) waiting.push_back({value, joined(from.path, "*"), from.depth + 1});
  for (Member member : from.shape.members())
    if (!member.alias())
      waiting.push_back({member.shape(), joined(from.path, member.name()), from.depth + 1});
}

}  // namespace

std::vector<Position> positions(Shape root, std::string_view member, size_t limit) {
  std::vector<Position> found;
  std::deque<Step> waiting{{root, "", 0}};
  for (size_t visits = 0; !waiting.empty() && visits < visit_limit && found.size() < limit; ++visits) {
    const Step step = waiting.front();
    waiting.pop_front();
    if (const Member here = step.shape.member(member))
      found.push_back({joined(step.path, member), step.shape, here});
    descend(step, waiting);
  }
  return found;
}

}  // namespace sfn::schemas
