#include "lint/yaml/origins.h"

#include <algorithm>

namespace sfn::yaml {

const Copy* Origins::copy_of(NodeId node) const {
  const auto behind = std::upper_bound(copies.begin(), copies.end(), node,
                                       [](NodeId id, const Copy& copy) { return id < copy.begin; });
  if (behind == copies.begin() || node >= std::prev(behind)->end) return nullptr;
  return &*std::prev(behind);
}

const Origins::Properties* Origins::properties_of(NodeId node) const {
  const auto found = std::lower_bound(properties.begin(), properties.end(), node,
                                      [](const Properties& one, NodeId id) { return one.node < id; });
  return found != properties.end() && found->node == node ? &*found : nullptr;
}

}  // namespace sfn::yaml
