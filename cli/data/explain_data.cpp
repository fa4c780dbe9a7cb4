#include "cli/data/explain_data.h"

#include <fmt/core.h>

#include <algorithm>

#include "cli/check/machines.h"
#include "cli/data/state_data.h"
#include "cli/report/printable.h"
#include "lint/nearest.h"
#include "lint/wording.h"
#include "schemas/results.h"

namespace sfn::cli {

namespace {

using asl::TransitionKind;
using asl::types::Entry;
using asl::types::Way;

const char* what_ends(const asl::Scope& scope) {
  switch (scope.kind) {
    case asl::ScopeKind::branch:
      return "its branch";
    case asl::ScopeKind::processor:
      return "this item of the Map";
    case asl::ScopeKind::machine:
      break;
  }
  return "the execution";
}

class Explanation {
 public:
  Explanation(const MachineInFile& one, const asl::State& state)
      : one_(one),
        state_(state),
        flow_(one.machine.derive<schemas::DataFlow>()),
        tree_(one.machine, flow_, one.lines) {}

  StateData explain() {
    const Span place = one_.machine.document().span(state_.value.label());
    StateData found{one_.path, one_.resource, std::string(state_.name),
                    one_.lines.position(place.begin).line};
    found.scope = what_ends(*state_.scope);
    found.spent = flow_.spent();
    entry_ = flow_.entry(state_);
    if (found.spent || !entry_) return found;
    found.receives = both(*entry_);
    for (const Way& way : flow_.passage(state_).ways) add(way, found);
    if (const auto end = flow_.passage(state_).end) found.gives.push_back(given(*end, entry_->variables));
    return found;
  }

 private:
  DataAndVariables both(const Entry& entry) const {
    return {tree_.describe(entry.data), tree_.describe(entry.variables)};
  }

  GivenData given(asl::types::Type data, asl::types::Type variables) const {
    return {{}, false, data == entry_->data, variables == entry_->variables, both({data, variables})};
  }

  void add(const Way& way, StateData& found) {
    const bool caught = way.transition->kind == TransitionKind::catcher;
    const std::string to(way.transition->target.text());
    for (size_t i = 0; i < entries_.size(); ++i)
      if (entries_[i] == way.entry && found.gives[i].caught == caught) return add_target(to, found.gives[i]);
    entries_.push_back(way.entry);
    found.gives.push_back(given(way.entry.data, way.entry.variables));
    found.gives.back().caught = caught;
    found.gives.back().to.push_back(to);
  }

  static void add_target(const std::string& to, GivenData& way) {
    if (std::find(way.to.begin(), way.to.end(), to) == way.to.end()) way.to.push_back(to);
  }

  const MachineInFile& one_;
  const asl::State& state_;
  const asl::types::Flow& flow_;
  DataTree tree_;
  std::optional<Entry> entry_;
  std::vector<Entry> entries_;  // of the ways in StateData::gives
};

int unknown_state(const ExplainDataOptions& options, const std::vector<std::string>& names,
                  const Host& host) {
  const std::vector<std::string_view> views(names.begin(), names.end());
  std::string meant;
  if (const auto near = nearest(options.state, views)) meant = printable(*near);
  host.err(fmt::format(
      "sfn-lint: {}: no state is named `{}`{}\n", printable(options.path), printable(options.state),
      wording::did_you_mean(meant.empty() ? std::nullopt : std::optional<std::string_view>(meant))));
  return misuse;
}

}  // namespace

int explain_data(const ExplainDataOptions& options, const Host& host) {
  Messages messages(host);
  std::vector<std::string> names;
  std::string text;
  each_machine({options.path}, {}, messages, [&](const MachineInFile& one) {
    for (const asl::State& state : one.machine.states()) {
      names.emplace_back(state.name);
      if (state.name != options.state) continue;
      const StateData found = Explanation(one, state).explain();
      if (options.format == "json") text += state_data_json(found);
      else text += (text.empty() ? "" : "\n") + state_data_text(found);
    }
  });
  if (messages.status() != clean) return messages.status();
  if (text.empty()) return unknown_state(options, names, host);
  return host.out(text) ? clean : unreadable;
}

}  // namespace sfn::cli
