// The rows that compile.cpp writes into tables.inc: integers only, so that nothing is relocated or built at
// start. A name is `offset << 8 | length` into one blob of all names.
#pragma once

#include <cstddef>
#include <cstdint>

namespace sfn::schemas::tables {

using Name = uint32_t;
using ShapeId = uint16_t;
inline constexpr ShapeId no_shape = UINT16_MAX;

enum ShapeFlags : uint8_t { open_shape = 1, union_shape = 2, text_shape = 4 };
enum MemberFlags : uint8_t { required_member = 1, deprecated_member = 2, token_member = 4, alias_member = 8 };

struct ShapeRow {
  uint32_t first;  // structure: first member; list: shape of an item; map: shape of a value; string: first
                   // enum value
  uint16_t count;  // structure: members; string: enum values
  uint16_t range;  // row of `ranges`; 0 for none
  uint8_t type;    // Type
  uint8_t flags;   // ShapeFlags
};

/// Sorted by name within a structure.
struct MemberRow {
  Name name;
  ShapeId shape;
  uint8_t flags;  // MemberFlags
};

/// NaN where there is no limit.
struct RangeRow {
  double minimum, maximum;
};

/// Sorted by model, then operation.
struct OperationRow {
  Name model, operation;
  ShapeId input, output;
  uint16_t first_error, errors;
};

/// Sorted by service, then action.
struct IntegrationRow {
  Name service, action, see;
  uint16_t operation;  // row of `operations`
  uint8_t patterns;    // Pattern bits
  uint8_t place;       // Standing
  uint8_t wrapper;
};

/// In the order of permissions.tsv.
struct PermissionRow {
  Name service, action, actions, resource, dynamic, passed, when, see;
  uint8_t patterns;  // Pattern bits
  uint8_t usual;
};

extern const char blob[];
extern const ShapeRow shapes[];
extern const MemberRow members[];
extern const Name enum_values[];
extern const Name errors[];
extern const RangeRow ranges[];
extern const OperationRow operations[];
extern const size_t operation_count;
extern const IntegrationRow integrations[];
extern const size_t integration_count;
extern const PermissionRow permissions[];
extern const size_t permission_count;

}  // namespace sfn::schemas::tables
