// How a state is followed: the base of both query languages. Internal to this folder.
#pragma once

#include "lint/asl/payload.h"
#include "lint/asl/types/transfer.h"

namespace sfn::asl::types {

class StateTransfer {
 protected:
  StateTransfer(const State& state, const Entry& entry, Typing& typing, const Surrounding& around);

  /// The variables after the Assign of a state, rule or catcher. All its values are of the time before.
  Type assigned(Value holder, const Roots& roots, Type variables);
  Type error_output();
  /// What the service returns.
  Type task_result();
  Type parallel_result(Type input);
  /// `item` is what each iteration begins with.
  Type map_result(Type items, Type item, bool batched);
  /// `Map.Item.Value` while ItemSelector is evaluated, and in the iterations.
  Type map_item(Type items);
  Type context_with_item(Type item);
  /// The way to the next state, or the end of the scope.
  void leave(Passage& passage, Type output, Type variables);

  const State& state_;
  const Entry& raw_;
  Typing& typing_;
  Types& types_;
  const Surrounding& around_;
  Roots roots_;

 private:
  Type batch_of(Type item);
  Type written_result();
  bool enters_ = true;
};

class JsonpathTransfer : StateTransfer {
 public:
  JsonpathTransfer(const State& state, const Entry& entry, Typing& typing, const Surrounding& around)
      : StateTransfer(state, entry, typing, around) {}
  Passage run();

 private:
  Type filtered(std::string_view field, Type data);
  void read_fields(const Roots& roots);
  void read_path_fields(Value holder, const Roots& roots);
  Type parameters(const Roots& effective);
  Type result(const Roots& effective);
  Type pass_result(const Roots& effective);
  Type map(const Roots& effective);
  Type placed(Value result_path, Type result);
  void choose(const Roots& effective, Passage& passage);
  void catch_errors(Passage& passage);
};

class JsonataTransfer : StateTransfer {
 public:
  JsonataTransfer(const State& state, const Entry& entry, Typing& typing, const Surrounding& around)
      : StateTransfer(state, entry, typing, around) {}
  Passage run();

 private:
  Type evaluate(Value value, const Roots& roots);
  void read_fields();
  Type result();
  Type map();
  void choose(Passage& passage);
  void catch_errors(Passage& passage);
};

}  // namespace sfn::asl::types
