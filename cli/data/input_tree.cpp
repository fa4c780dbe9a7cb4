#include "cli/data/input_tree.h"

#include <fmt/core.h>

#include <algorithm>

#include "cli/data/wanted_jsonata.h"
#include "schemas/results.h"

namespace sfn::cli {

namespace {

namespace kind = asl::intrinsic;
using asl::types::InputReading;
using asl::types::InputStep;

// Of an item of an array the name of what is around it.
std::string_view name_around(Value value) {
  while (value && value.name().empty()) value = value.parent();
  return value.name();
}

std::string reader(const asl::Expression& expression) {
  return fmt::format("`{}` of state `{}`", name_around(expression.value), expression.state()->name);
}

// Two readers that disagree: the service converts, or one of them is wrong; the first counts.
void merge(Wanted& into, const Wanted& wanted) {
  const auto both = static_cast<kind::Kinds>(into.kinds & wanted.kinds);
  if (both == 0) return;
  into.kinds = both;
  if (into.suits.empty()) into.suits = wanted.suits;
  if (!into.shape) into.shape = wanted.shape;
  into.timestamp = into.timestamp || wanted.timestamp;
}

bool is_passed(const InputReading& reading) {
  const auto* jsonata = reading.expression->jsonata();
  return jsonata && cli::is_on_the_way(jsonata->tree, reading.span);
}

class Builder {
 public:
  explicit Builder(const asl::Machine& machine)
      : flow_(machine.derive<schemas::DataFlow>()),
        steps_(flow_.types().input_steps()),
        places_(machine),
        sure_(asl::types::sure_states(machine, flow_, false)),
        nodes_(steps_.size()) {}

  InputNode build() {
    for (const InputReading& reading : flow_.facts().input_readings)
      if (reading.expression->state()) add(reading);
    for (size_t step = 0; step < steps_.size(); ++step) nodes_[step].name = steps_[step].name;
    // A path comes after the one before it.
    for (size_t step = steps_.size(); step-- > 1;)
      put_below(std::move(nodes_[step]), nodes_[steps_[step].parent]);
    sort(nodes_.front());
    return std::move(nodes_.front());
  }

 private:
  void add(const InputReading& reading) {
    const asl::Expression& expression = *reading.expression;
    if (reading.needed && sure_[expression.state()->index]) require(reading.path);
    if (is_passed(reading)) return;
    InputNode& node = nodes_[reading.path];
    merge(node.wanted, places_.find(reading));
    std::string text = reader(expression);
    if (std::find(node.readers.begin(), node.readers.end(), text) == node.readers.end() &&
        node.readers.size() < most_readers)
      node.readers.push_back(std::move(text));
  }

  void require(uint32_t path) {
    while (!nodes_[path].required) {
      nodes_[path].required = true;
      path = steps_[path].parent;
    }
  }

  static void put_below(InputNode node, InputNode& parent) {
    if (node.is_read()) (node.name.empty() ? parent.item : parent.members).push_back(std::move(node));
  }

  // Types bound the depth.
  static void sort(InputNode& node) {
    std::sort(node.members.begin(), node.members.end(),
              [](const InputNode& a, const InputNode& b) { return a.name < b.name; });
    for (InputNode& member : node.members) sort(member);
    for (InputNode& item : node.item) sort(item);
  }

  static constexpr size_t most_readers = 8;

  const asl::types::Flow& flow_;
  const std::vector<InputStep>& steps_;
  WantedValues places_;
  std::vector<bool> sure_;
  std::vector<InputNode> nodes_;
};

}  // namespace

InputNode input_tree(const asl::Machine& machine) { return Builder(machine).build(); }

}  // namespace sfn::cli
