#include "lint/yaml/tags.h"

#include <algorithm>

namespace sfn::yaml {
namespace {

bool before(const Tag& tag, NodeId node) { return tag.node < node; }

}  // namespace

std::string_view Tags::of(NodeId node) const {
  const auto found = std::lower_bound(all_.begin(), all_.end(), node, before);
  return found != all_.end() && found->node == node ? found->tag : std::string_view();
}

void Tags::copy(NodeId from, NodeId count, NodeId to) {
  auto at = static_cast<size_t>(std::lower_bound(all_.begin(), all_.end(), from, before) - all_.begin());
  for (; at < all_.size() && all_[at].node < from + count; ++at)
    all_.push_back({all_[at].node - from + to, all_[at].tag});
}

}  // namespace sfn::yaml
