// One table of all fields: which construct has them, in which query language, and what values they accept.
// Source: https://states-language.net/spec.html and the Developer Guide's pages statemachine-structure,
// state-*, input-output-* and service-quotas.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "lint/asl/machine.h"

namespace sfn::asl {

/// The objects that the language defines, each with fields of its own.
enum class ConstructKind : uint8_t {
  machine,
  branch,
  processor,  // ItemProcessor, Iterator
  processor_config,
  task,
  pass,
  choice,
  wait,
  succeed,
  fail,
  parallel,
  map,
  choice_rule,  // an item of Choices
  nested_rule,  // below And, Or, Not
  retrier,
  catcher,
  credentials,
  item_reader,
  reader_config,
  item_batcher,
  result_writer,
  writer_config,
};
inline constexpr size_t construct_kinds = 22;

/// "a Task state", "a retrier", as messages name it.
std::string_view describe(ConstructKind kind);

/// The kind of value that a field accepts.
enum class Content : uint8_t {
  text,            // a string
  choice,          // one of `values`
  boolean,         //
  integer,         // from `min` to `max`
  number,          // from `min` to `max`
  timestamp,       // RFC 3339, as the specification narrows it
  state_name,      // the name of a state of the same scope
  resource,        // the Task's Resource
  path,            // a path: state data, context object or variable; may be null where `nullable`
  reference_path,  // a path that names one node
  result_path,     // a reference path into the state's input
  text_path,       // Fail's ErrorPath and CausePath: a reference path or an intrinsic function that returns a
                   // string
  payload,         // JSONPath: a payload template. JSONata: any JSON with expressions in its strings
  items,           // JSONata: an array or an expression that returns one
  condition,       // JSONata: a boolean or an expression that returns one
  assignments,     // names of variables with a payload template each
  literal,         // any JSON, never evaluated
  error_names,     // an array of error names
  texts,           // an array of strings
  construct,       // an object with fields of its own
  constructs,      // an array of such objects
  named_states,    // the object States
};

enum class Languages : uint8_t { jsonpath = 1, jsonata = 2, both = 3 };
enum class Presence : uint8_t { optional, required, deprecated };
/// The Map modes in which a field has an effect.
enum class MapMode : uint8_t { any, distributed };

struct Field {
  uint32_t holders = 0;  // bits of ConstructKind
  std::string_view name;
  Content content = Content::text;
  Languages languages = Languages::both;
  Presence presence = Presence::optional;
  /// Inclusive, for integers and numbers.
  double min = 0, max = 0;
  /// For Content::choice.
  std::span<const std::string_view> values = {};
  /// Whether a JSONata state can use a `{% %}` expression here (in addition to `content`).
  bool expression = false;
  /// Whether null is a valid value (instead of a path: empty input, or a discarded result).
  bool nullable = false;
  MapMode mode = MapMode::any;

  bool in(ConstructKind kind) const { return (holders >> static_cast<unsigned>(kind) & 1u) != 0; }
  bool in(QueryLanguage language) const {
    return (static_cast<unsigned>(languages) >> static_cast<unsigned>(language) & 1u) != 0;
  }
};

/// All rows. A name occurs more than once if its meaning depends on the construct.
std::span<const Field> fields();
/// The field of that name in such a construct, in either language; null if it does not exist.
const Field* find_field(ConstructKind kind, std::string_view name);
/// Whether any construct has a field of that name.
bool known_field(std::string_view name);
/// Whether the name is one of the 39 comparison operators of a JSONPath choice rule, which are fields too.
bool is_comparison(std::string_view name);

/// Fields of a construct that exclude each other, or of which one is required.
struct Group {
  uint32_t holders = 0;
  std::span<const std::string_view> names;
  bool one_required = false;
};
std::span<const Group> groups();

}  // namespace sfn::asl
