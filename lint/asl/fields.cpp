#include "lint/asl/fields.h"

#include <array>

namespace sfn::asl {

namespace {

using enum ConstructKind;

template <typename... Kinds>
constexpr uint32_t in(Kinds... kinds) {
  return ((1u << static_cast<unsigned>(kinds)) | ...);
}

constexpr uint32_t scopes = in(machine, branch, processor);
constexpr uint32_t states = in(task, pass, choice, wait, succeed, fail, parallel, map);
constexpr uint32_t flowing = in(task, pass, wait, parallel, map);  // states with Next and End
constexpr uint32_t working = in(task, parallel, map);              // states that may fail and be retried
constexpr uint32_t rules = in(choice_rule, nested_rule);

constexpr std::string_view versions[] = {"1.0"};
constexpr std::string_view query_languages[] = {"JSONPath", "JSONata"};
constexpr std::string_view types[] = {"Task", "Pass", "Choice", "Wait", "Succeed", "Fail", "Parallel", "Map"};
constexpr std::string_view modes[] = {"INLINE", "DISTRIBUTED"};
constexpr std::string_view execution_types[] = {"STANDARD", "EXPRESS"};
constexpr std::string_view jitters[] = {"FULL", "NONE"};
constexpr std::string_view input_types[] = {"CSV", "JSON", "JSONL", "PARQUET", "MANIFEST"};
constexpr std::string_view header_locations[] = {"FIRST_ROW", "GIVEN"};
constexpr std::string_view delimiters[] = {"COMMA", "PIPE", "SEMICOLON", "SPACE", "TAB"};
constexpr std::string_view transformations[] = {"NONE", "LOAD_AND_FLATTEN"};
constexpr std::string_view manifest_types[] = {"ATHENA_DATA", "S3_INVENTORY"};
constexpr std::string_view writer_transformations[] = {"NONE", "COMPACT", "FLATTEN"};
constexpr std::string_view output_types[] = {"JSON", "JSONL"};

constexpr double year = 31'622'400, longest = 99'999'999, unlimited = 1e15;
constexpr auto P = Languages::jsonpath;
constexpr auto A = Languages::jsonata;
constexpr auto B = Languages::both;
constexpr auto opt = Presence::optional;
constexpr auto req = Presence::required;
constexpr auto old = Presence::deprecated;
constexpr auto far = MapMode::distributed;

constexpr Field table[] = {
    // Scopes
    {scopes, "StartAt", Content::state_name, B, req},
    {scopes, "States", Content::named_states, B, req},
    {in(machine), "Version", Content::choice, B, opt, 0, 0, versions},
    {in(machine), "TimeoutSeconds", Content::integer, B, opt, 1, longest},
    {in(processor), "ProcessorConfig", Content::construct},
    {in(processor_config), "Mode", Content::choice, B, opt, 0, 0, modes},
    {in(processor_config), "ExecutionType", Content::choice, B, opt, 0, 0, execution_types},

    // Every construct that people annotate
    {scopes | states | in(choice_rule, nested_rule, retrier, catcher), "Comment", Content::text},
    {in(machine) | states, "QueryLanguage", Content::choice, B, opt, 0, 0, query_languages},

    // Every state
    {states, "Type", Content::choice, B, req, 0, 0, types},
    {flowing, "Next", Content::state_name},
    {flowing, "End", Content::boolean},
    {states & ~in(fail), "InputPath", Content::path, P, opt, 0, 0, {}, false, true},
    {states & ~in(fail), "OutputPath", Content::path, P, opt, 0, 0, {}, false, true},
    {in(task, pass, parallel), "Parameters", Content::payload, P},
    {in(map), "Parameters", Content::payload, P, old},
    {working, "ResultSelector", Content::payload, P},
    {in(task, pass, parallel, map), "ResultPath", Content::result_path, P, opt, 0, 0, {}, false, true},
    {in(task, parallel), "Arguments", Content::payload, A, opt, 0, 0, {}, true, true},
    {states & ~in(fail), "Output", Content::payload, A, opt, 0, 0, {}, true, true},
    {states & ~in(succeed, fail), "Assign", Content::assignments},
    {working, "Retry", Content::constructs},
    {working, "Catch", Content::constructs},

    // Task
    {in(task), "Resource", Content::resource, B, req},
    {in(task), "TimeoutSeconds", Content::integer, B, opt, 1, longest, {}, true},
    {in(task), "TimeoutSecondsPath", Content::reference_path, P},
    {in(task), "HeartbeatSeconds", Content::integer, B, opt, 1, longest, {}, true},
    {in(task), "HeartbeatSecondsPath", Content::reference_path, P},
    {in(task), "Credentials", Content::construct},
    {in(credentials), "RoleArn", Content::text, B, req, 0, 0, {}, true},
    {in(credentials), "RoleArn.$", Content::path, P},

    // Pass
    {in(pass), "Result", Content::literal, P, opt, 0, 0, {}, false, true},

    // Choice
    {in(choice), "Choices", Content::constructs, B, req},
    {in(choice), "Default", Content::state_name},
    {in(choice_rule), "Next", Content::state_name, B, req},
    {in(choice_rule), "Assign", Content::assignments},
    {in(choice_rule), "Output", Content::payload, A, opt, 0, 0, {}, true, true},
    {in(choice_rule), "Condition", Content::condition, A, req, 0, 0, {}, true},
    {rules, "And", Content::constructs, P},
    {rules, "Or", Content::constructs, P},
    {rules, "Not", Content::construct, P},
    {rules, "Variable", Content::path, P},
    {rules, "StringEquals", Content::text, P},
    {rules, "StringEqualsPath", Content::path, P},
    {rules, "StringLessThan", Content::text, P},
    {rules, "StringLessThanPath", Content::path, P},
    {rules, "StringGreaterThan", Content::text, P},
    {rules, "StringGreaterThanPath", Content::path, P},
    {rules, "StringLessThanEquals", Content::text, P},
    {rules, "StringLessThanEqualsPath", Content::path, P},
    {rules, "StringGreaterThanEquals", Content::text, P},
    {rules, "StringGreaterThanEqualsPath", Content::path, P},
    {rules, "StringMatches", Content::text, P},
    {rules, "NumericEquals", Content::number, P, opt, -1e308, 1e308},
    {rules, "NumericEqualsPath", Content::path, P},
    {rules, "NumericLessThan", Content::number, P, opt, -1e308, 1e308},
    {rules, "NumericLessThanPath", Content::path, P},
    {rules, "NumericGreaterThan", Content::number, P, opt, -1e308, 1e308},
    {rules, "NumericGreaterThanPath", Content::path, P},
    {rules, "NumericLessThanEquals", Content::number, P, opt, -1e308, 1e308},
    {rules, "NumericLessThanEqualsPath", Content::path, P},
    {rules, "NumericGreaterThanEquals", Content::number, P, opt, -1e308, 1e308},
    {rules, "NumericGreaterThanEqualsPath", Content::path, P},
    {rules, "BooleanEquals", Content::boolean, P},
    {rules, "BooleanEqualsPath", Content::path, P},
    {rules, "TimestampEquals", Content::timestamp, P},
    {rules, "TimestampEqualsPath", Content::path, P},
    {rules, "TimestampLessThan", Content::timestamp, P},
    {rules, "TimestampLessThanPath", Content::path, P},
    {rules, "TimestampGreaterThan", Content::timestamp, P},
    {rules, "TimestampGreaterThanPath", Content::path, P},
    {rules, "TimestampLessThanEquals", Content::timestamp, P},
    {rules, "TimestampLessThanEqualsPath", Content::path, P},
    {rules, "TimestampGreaterThanEquals", Content::timestamp, P},
    {rules, "TimestampGreaterThanEqualsPath", Content::path, P},
    {rules, "IsNull", Content::boolean, P},
    {rules, "IsPresent", Content::boolean, P},
    {rules, "IsNumeric", Content::boolean, P},
    {rules, "IsString", Content::boolean, P},
    {rules, "IsBoolean", Content::boolean, P},
    {rules, "IsTimestamp", Content::boolean, P},

    // Wait
    {in(wait), "Seconds", Content::integer, B, opt, 0, longest, {}, true},
    {in(wait), "SecondsPath", Content::reference_path, P},
    {in(wait), "Timestamp", Content::timestamp, B, opt, 0, 0, {}, true},
    {in(wait), "TimestampPath", Content::reference_path, P},

    // Fail
    {in(fail), "Error", Content::text, B, opt, 0, 0, {}, true},
    {in(fail), "ErrorPath", Content::text_path, P},
    {in(fail), "Cause", Content::text, B, opt, 0, 0, {}, true},
    {in(fail), "CausePath", Content::text_path, P},

    // Parallel
    {in(parallel), "Branches", Content::constructs, B, req},

    // Map
    {in(map), "ItemProcessor", Content::construct},
    {in(map), "Iterator", Content::construct, B, old},
    {in(map), "Items", Content::items, A, opt, 0, 0, {}, true},
    {in(map), "ItemsPath", Content::reference_path, P},
    {in(map), "ItemSelector", Content::payload, B, opt, 0, 0, {}, true},
    {in(map), "MaxConcurrency", Content::integer, B, opt, 0, unlimited, {}, true},
    {in(map), "MaxConcurrencyPath", Content::reference_path, P},
    {in(map), "Label", Content::text, B, opt, 0, 0, {}, false, false, far},
    {in(map), "ToleratedFailurePercentage", Content::number, B, opt, 0, 100, {}, true, false, far},
    {in(map), "ToleratedFailurePercentagePath", Content::reference_path, P, opt, 0, 0, {}, false, false, far},
    {in(map), "ToleratedFailureCount", Content::integer, B, opt, 0, unlimited, {}, true, false, far},
    {in(map), "ToleratedFailureCountPath", Content::reference_path, P, opt, 0, 0, {}, false, false, far},
    {in(map), "ItemReader", Content::construct, B, opt, 0, 0, {}, false, false, far},
    {in(map), "ItemBatcher", Content::construct, B, opt, 0, 0, {}, false, false, far},
    {in(map), "ResultWriter", Content::construct, B, opt, 0, 0, {}, false, false, far},
    {in(item_reader), "Resource", Content::resource, B, req},
    {in(item_reader, result_writer), "Parameters", Content::payload, P},
    {in(item_reader, result_writer), "Arguments", Content::payload, A, opt, 0, 0, {}, true},
    {in(item_reader), "ReaderConfig", Content::construct},
    {in(reader_config), "InputType", Content::choice, B, opt, 0, 0, input_types},
    {in(reader_config), "CSVHeaderLocation", Content::choice, B, opt, 0, 0, header_locations},
    {in(reader_config), "CSVHeaders", Content::texts},
    {in(reader_config), "CSVDelimiter", Content::choice, B, opt, 0, 0, delimiters},
    {in(reader_config), "MaxItems", Content::integer, B, opt, 0, 100'000'000, {}, true},
    {in(reader_config), "MaxItemsPath", Content::reference_path, P},
    {in(reader_config), "Transformation", Content::choice, B, opt, 0, 0, transformations},
    {in(reader_config), "ManifestType", Content::choice, B, opt, 0, 0, manifest_types},
    {in(reader_config), "ItemsPointer", Content::text},
    {in(item_batcher), "MaxItemsPerBatch", Content::integer, B, opt, 0, unlimited, {}, true},
    {in(item_batcher), "MaxItemsPerBatchPath", Content::reference_path, P},
    {in(item_batcher), "MaxInputBytesPerBatch", Content::integer, B, opt, 0, 262'144, {}, true},
    {in(item_batcher), "MaxInputBytesPerBatchPath", Content::reference_path, P},
    {in(item_batcher), "BatchInput", Content::payload, B, opt, 0, 0, {}, true},
    {in(result_writer), "Resource", Content::resource},
    {in(result_writer), "WriterConfig", Content::construct},
    {in(writer_config), "Transformation", Content::choice, B, opt, 0, 0, writer_transformations},
    {in(writer_config), "OutputType", Content::choice, B, opt, 0, 0, output_types},

    // Error handling
    {in(retrier, catcher), "ErrorEquals", Content::error_names, B, req},
    {in(retrier), "IntervalSeconds", Content::integer, B, opt, 1, longest},
    {in(retrier), "MaxAttempts", Content::integer, B, opt, 0, longest},
    {in(retrier), "BackoffRate", Content::number, B, opt, 1, 1e308},
    {in(retrier), "MaxDelaySeconds", Content::integer, B, opt, 1, year},
    {in(retrier), "JitterStrategy", Content::choice, B, opt, 0, 0, jitters},
    {in(catcher), "Next", Content::state_name, B, req},
    {in(catcher), "ResultPath", Content::result_path, P, opt, 0, 0, {}, false, true},
    {in(catcher), "Output", Content::payload, A, opt, 0, 0, {}, true, true},
    {in(catcher), "Assign", Content::assignments},
};

constexpr std::string_view transition[] = {"Next", "End"};
constexpr std::string_view timeout[] = {"TimeoutSeconds", "TimeoutSecondsPath"};
constexpr std::string_view heartbeat[] = {"HeartbeatSeconds", "HeartbeatSecondsPath"};
constexpr std::string_view role[] = {"RoleArn", "RoleArn.$"};
constexpr std::string_view duration[] = {"Seconds", "SecondsPath", "Timestamp", "TimestampPath"};
constexpr std::string_view error[] = {"Error", "ErrorPath"};
constexpr std::string_view cause[] = {"Cause", "CausePath"};
constexpr std::string_view processors[] = {"ItemProcessor", "Iterator"};
constexpr std::string_view selector[] = {"ItemSelector", "Parameters"};
constexpr std::string_view concurrency[] = {"MaxConcurrency", "MaxConcurrencyPath"};
constexpr std::string_view percentage[] = {"ToleratedFailurePercentage", "ToleratedFailurePercentagePath"};
constexpr std::string_view count[] = {"ToleratedFailureCount", "ToleratedFailureCountPath"};
constexpr std::string_view items[] = {"Items", "ItemsPath"};
constexpr std::string_view most_items[] = {"MaxItems", "MaxItemsPath"};
constexpr std::string_view batch_items[] = {"MaxItemsPerBatch", "MaxItemsPerBatchPath"};
constexpr std::string_view batch_bytes[] = {"MaxInputBytesPerBatch", "MaxInputBytesPerBatchPath"};

constexpr Group group_table[] = {
    {flowing, transition, true},
    {in(task), timeout},
    {in(task), heartbeat},
    {in(credentials), role, true},
    {in(wait), duration, true},
    {in(fail), error},
    {in(fail), cause},
    {in(map), processors, true},
    {in(map), selector},
    {in(map), concurrency},
    {in(map), percentage},
    {in(map), count},
    {in(map), items},
    {in(reader_config), most_items},
    {in(item_batcher), batch_items},
    {in(item_batcher), batch_bytes},
};

constexpr std::string_view descriptions[construct_kinds] = {
    "a state machine",  "a branch",       "an item processor", "ProcessorConfig",      "a Task state",
    "a Pass state",     "a Choice state", "a Wait state",      "a Succeed state",      "a Fail state",
    "a Parallel state", "a Map state",    "a choice rule",     "a nested choice rule", "a retrier",
    "a catcher",        "Credentials",    "ItemReader",        "ReaderConfig",         "ItemBatcher",
    "ResultWriter",     "WriterConfig",
};

// Rows by name, in an open hash table: every member of every construct is looked up, by several rules.
constexpr size_t slots = 512;
constexpr uint8_t no_row = UINT8_MAX;
static_assert(std::size(table) < no_row);

struct NameIndex {
  std::array<uint8_t, slots> first;               // the first row of a name
  std::array<uint8_t, std::size(table)> another;  // by row: the next one of the same name
};

constexpr NameIndex make_index() {
  NameIndex index{};
  index.first.fill(no_row);
  index.another.fill(no_row);
  for (uint8_t row = 0; row < std::size(table); ++row) {
    size_t slot = name_hash(table[row].name) / 2 % slots;
    while (index.first[slot] != no_row && table[index.first[slot]].name != table[row].name)
      slot = (slot + 1) % slots;
    uint8_t* end = &index.first[slot];
    while (*end != no_row) end = &index.another[*end];
    *end = row;
  }
  return index;
}

constexpr NameIndex by_name = make_index();

uint8_t first_row(std::string_view name) {
  for (size_t slot = name_hash(name) / 2 % slots;; slot = (slot + 1) % slots) {
    const uint8_t row = by_name.first[slot];
    if (row == no_row || table[row].name == name) return row;
  }
}

}  // namespace

std::string_view describe(ConstructKind kind) { return descriptions[static_cast<size_t>(kind)]; }

std::span<const Field> fields() { return table; }

std::span<const Group> groups() { return group_table; }

const Field* find_field(ConstructKind kind, std::string_view name) {
  for (uint8_t row = first_row(name); row != no_row; row = by_name.another[row])
    if (table[row].in(kind)) return &table[row];
  return nullptr;
}

bool known_field(std::string_view name) { return first_row(name) != no_row; }

bool is_comparison(std::string_view name) {
  const Field* field = find_field(nested_rule, name);
  return field && name != "And" && name != "Or" && name != "Not" && name != "Variable" && name != "Comment";
}

}  // namespace sfn::asl
