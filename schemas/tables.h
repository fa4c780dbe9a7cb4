// The rows that compile.cpp writes: integers only, so that nothing is relocated or built at start. They are
// in one binary file, tables.bin, which tables.cpp makes a part of the program; the compiler never reads
// them. A name is an offset and a length in one blob of all names. No row has padding, whose bytes would not
// be the same in every build.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace sfn::schemas::tables {

using ShapeId = uint32_t;
/// 24 bits, so that a shape and eight flags fit in a word.
inline constexpr ShapeId no_shape = 0xffffff;

struct Name {
  uint32_t offset : 24;
  uint32_t length : 8;
};

enum ShapeFlags : uint8_t { open_shape = 1, union_shape = 2, text_shape = 4 };
enum MemberFlags : uint8_t { required_member = 1, deprecated_member = 2, token_member = 4, alias_member = 8 };
enum OperationFlags : uint8_t { stream_operation = 1 };

struct ShapeRow {
  uint32_t first : 24;  // structure: first member; list: shape of an item; map: shape of a value; string:
                        // first enum value
  uint32_t type : 4;    // Type
  uint32_t flags : 4;   // ShapeFlags
  uint16_t count;       // structure: members; string: enum values
  uint16_t range;       // row of `ranges`; 0 for none
};

/// Sorted by name within a structure.
struct MemberRow {
  Name name;
  uint32_t shape : 24;
  uint32_t flags : 8;  // MemberFlags
};

/// NaN where there is no limit.
struct RangeRow {
  double minimum, maximum;
};

/// Sorted by action within a service.
struct OperationRow {
  Name action;
  uint32_t input : 24;
  uint32_t flags : 8;  // OperationFlags
  uint32_t output;
  uint32_t first_error : 24;
  uint32_t errors : 8;
};

/// Sorted by name. What wrappers describe is in operations of no service, after those of all services.
struct ServiceRow {
  Name name, error_prefix, signing_name, model;
  uint32_t first, count;  // operations
};

/// Sorted by service, then action.
struct IntegrationRow {
  Name service, action, see;
  uint16_t operation;  // row of `operations`
  uint8_t patterns;    // Pattern bits
  uint8_t place;       // Standing
  uint16_t wrapper, has_result;
};

/// In the order of sdk_exceptions.tsv. An action `*` is all of them.
struct SdkExceptionRow {
  Name service, action, instead;
  uint32_t standing;  // SdkStanding
};

/// In the order of permissions.tsv.
struct PermissionRow {
  Name service, action, actions, resource, dynamic, passed, when, see;
  uint16_t patterns;  // Pattern bits
  uint16_t usual;
};

using Text = char;

/// Calls X(name, row) for each table.
#define SFN_LINT_TABLES(X)                          \
  X(shapes, ShapeRow)                               \
  X(members, MemberRow)                             \
  X(ranges, RangeRow)                               \
  X(enum_values, Name)                              \
  X(errors, Name)                                   \
  X(operations, OperationRow)                       \
  X(services, ServiceRow)                           \
  X(integrations, IntegrationRow)                   \
  X(sdk_exceptions, SdkExceptionRow)                \
  X(permissions, PermissionRow)                     \
  X(models, Name) /* one: the date of the models */ \
  X(blob, Text)

#define SFN_LINT_DECLARE(name, Row) extern const Row name[] __asm__("sfn_lint_" #name);
SFN_LINT_TABLES(SFN_LINT_DECLARE)
#undef SFN_LINT_DECLARE

extern const size_t operation_count, service_count, integration_count, sdk_exception_count, permission_count;

inline std::string_view text(Name name) { return {blob + name.offset, name.length}; }

}  // namespace sfn::schemas::tables
