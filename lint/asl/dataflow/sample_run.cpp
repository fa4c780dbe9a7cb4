#include "lint/asl/dataflow/sample_run.h"

#include <deque>

#include "lint/asl/dataflow/post_dominators.h"
#include "lint/asl/dataflow/state_data.h"

namespace sfn::asl::dataflow {

namespace {

// What a scope begins with.
struct ScopeInput {
  Datum data, execution_input;
};
using ScopeInputs = std::unordered_map<const Scope*, ScopeInput>;

class ScopeRun {
 public:
  ScopeRun(const Scope& scope, const ScopeInput& begin, Evaluator& evaluator)
      : scope_(scope),
        begin_(begin),
        evaluator_(evaluator),
        entries_(scope.states.size()),
        end_(static_cast<uint32_t>(scope.states.size())) {
    for (uint32_t i = 0; i < end_; ++i) index_.emplace(scope.states[i], i);
  }

  void run(ScopeInputs& begins) {
    if (!scope_.start) return;
    settle();
    for (uint32_t i = 0; i < end_; ++i)
      if (entries_[i].reached) find_ways(i);
    follow_sure_ways(begins);
  }

 private:
  // What loops make may never settle. After so many changes of a state's data only its top is compared, and
  // after more nothing is known of it.
  static constexpr uint8_t most_full_changes = 8, most_changes = 64;

  struct Entry {
    Datum data;
    uint8_t changes = 0;
    bool reached = false, waiting = false, sure = false;
    // Where the state can lead; `end_` is the end of the scope.
    std::vector<uint32_t> ways;
    bool decided = true;
  };

  uint32_t index_of(const State* state) const {
    const auto found = index_.find(state);
    return found == index_.end() ? end_ : found->second;
  }
  Roots roots(const Entry& entry) const { return {entry.data, begin_.execution_input, {}}; }

  void settle() {
    evaluator_.begin(false);
    enter(scope_.start, begin_.data);
    while (!queue_.empty()) {
      const uint32_t at = queue_.front();
      queue_.pop_front();
      entries_[at].waiting = false;
      hand_on(at);
    }
  }

  void enter(const State* state, const Datum& data) {
    const uint32_t at = index_of(state);
    if (at == end_) return;
    Entry& entry = entries_[at];
    const uint32_t levels = entry.changes < most_full_changes ? Datum::all_levels : 2;
    Datum merged = entry.reached ? merge(entry.data, data, evaluator_.work(), levels) : data;
    if (evaluator_.work().spent()) merged = Datum();
    if (entry.reached && same(merged, entry.data)) return;
    entry.data = ++entry.changes > most_changes ? Datum() : std::move(merged);
    entry.reached = true;
    if (entry.waiting) return;
    entry.waiting = true;
    queue_.push_back(at);
  }

  void hand_on(uint32_t at) {
    const State& state = *scope_.states[at];
    const Datum input = entries_[at].data;
    const auto passage = pass_through(state, roots(entries_[at]), evaluator_);
    for (const Transition& way : state.transitions) {
      if (way.kind == TransitionKind::catcher) enter(way.to, caught(state, way.holder, input, evaluator_));
      if (way.kind == TransitionKind::next && passage) enter(way.to, passage->output);
    }
    if (passage)
      for (const Transition* way : passage->decision.ways) enter(way->to, passage->output);
  }

  // Ways that are open to the data that the state has in the end, whether or not it fails itself.
  void find_ways(uint32_t at) {
    const State& state = *scope_.states[at];
    Entry& entry = entries_[at];
    if (state.is(StateType::choice)) {
      const auto passage = pass_through(state, roots(entry), evaluator_);
      entry.decided = passage && passage->decision.certain;
      if (passage)
        for (const Transition* way : passage->decision.ways) entry.ways.push_back(index_of(way->to));
      if (!entry.decided && !state.value.has("Default")) entry.ways.push_back(end_);
    } else {
      for (const Transition& way : state.transitions)
        if (way.kind == TransitionKind::next) entry.ways.push_back(index_of(way.to));
    }
    if (entry.ways.empty()) entry.ways.push_back(end_);
  }

  uint32_t meeting_of_ways(uint32_t at) {
    if (meetings_.empty()) {
      Graph graph(end_ + 1);
      for (uint32_t i = 0; i < end_; ++i) graph[i] = entries_[i].ways;
      meetings_ = post_dominators(graph, end_, evaluator_.work());
    }
    return meetings_[at];
  }

  void make_sure(uint32_t at) {
    if (at >= end_ || entries_[at].sure || !entries_[at].reached) return;
    entries_[at].sure = true;
    queue_.push_back(at);
  }

  void follow_sure_ways(ScopeInputs& begins) {
    make_sure(index_of(scope_.start));
    while (!queue_.empty()) {
      const uint32_t at = queue_.front();
      queue_.pop_front();
      record(at, begins);
      if (!entries_[at].decided) make_sure(meeting_of_ways(at));
      else make_sure(entries_[at].ways.front());
      for (const Transition& way : scope_.states[at]->transitions)
        if (way.kind == TransitionKind::catcher) make_sure(index_of(way.to));
    }
  }

  void record(uint32_t at, ScopeInputs& begins) {
    const State& state = *scope_.states[at];
    evaluator_.begin(true);
    const auto passage = pass_through(state, roots(entries_[at]), evaluator_);
    evaluator_.begin(false);
    if (!passage || !passage->inner) return;
    for (const Scope* inner : state.inner)
      begins.emplace(inner,
                     ScopeInput{*passage->inner, inner->distributed() ? Datum() : begin_.execution_input});
  }

  const Scope& scope_;
  const ScopeInput& begin_;
  Evaluator& evaluator_;
  std::vector<Entry> entries_;
  uint32_t end_;
  std::unordered_map<const State*, uint32_t> index_;
  std::deque<uint32_t> queue_;
  std::vector<uint32_t> meetings_;
};

}  // namespace

SampleRun::SampleRun(const Machine& machine, const Document& input)
    : evaluator_(std::make_unique<Evaluator>(machine, work_)) {
  ScopeInputs begins;
  const Datum whole(input.root());
  begins.emplace(&machine.root_scope(), ScopeInput{whole, whole});
  // Outer scopes stand before inner ones.
  for (const Scope& scope : machine.scopes()) {
    const auto begin = begins.find(&scope);
    if (begin == begins.end()) continue;
    const ScopeInput own = begin->second;
    ScopeRun(scope, own, *evaluator_).run(begins);
  }
}

SampleRun::~SampleRun() = default;

const std::vector<Missing>& SampleRun::missing() const {
  static const std::vector<Missing> none;
  return work_.spent() ? none : evaluator_->missing();
}

const Datum* SampleRun::value(Value expression) const {
  if (work_.spent()) return nullptr;
  const auto found = evaluator_->values().find(expression.id());
  return found == evaluator_->values().end() ? nullptr : &found->second;
}

SampleRuns::SampleRuns(const Machine& machine) {
  for (const Document* input : machine.surroundings().inputs) all_.emplace_back(machine, *input);
}

}  // namespace sfn::asl::dataflow
