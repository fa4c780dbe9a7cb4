// The rows of tables.h in the making. Part of the build-time tool.
#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "schemas/service_text.h"
#include "schemas/tables.h"

namespace sfn::schemas {

class Tables {
 public:
  Tables();
  tables::Name name(const std::string& text);

  std::string blob;
  std::vector<tables::ShapeRow> shapes;
  std::vector<tables::MemberRow> members;
  std::vector<tables::RangeRow> ranges;
  std::vector<tables::Name> enum_values, errors, models;
  std::vector<tables::OperationRow> operations;
  std::vector<tables::ServiceRow> services;
  std::vector<tables::IntegrationRow> integrations;
  std::vector<tables::SdkExceptionRow> sdk_exceptions;
  std::vector<tables::PermissionRow> permissions;

  /// The row of a list of names, of enum values or errors: equal ones are kept once.
  uint32_t list(std::vector<tables::Name>& rows, const std::vector<std::string>& names);
  uint16_t range(const std::string& minimum, const std::string& maximum);

 private:
  std::unordered_map<std::string, tables::Name> names_;
  std::unordered_map<std::string, uint32_t> lists_;
  std::unordered_map<std::string, uint16_t> range_rows_;
};

/// Adds the shapes of one file. Equal shapes are kept once, whatever services they are from; only those that
/// contain themselves are kept once a service.
class ShapeCompiler {
 public:
  using Known =
      std::unordered_map<std::string, tables::ShapeId>;  // by the bytes of the row and what it refers to
  ShapeCompiler(Tables& into, Known& known, const ServiceText& service, std::string where)
      : into_(into), known_(known), service_(service), where_(std::move(where)) {}

  tables::ShapeId shape(const TypeText& type);

 private:
  tables::ShapeId named(const std::string& name);
  tables::ShapeId keep(const tables::ShapeRow& row, const std::vector<tables::MemberRow>& members);
  tables::ShapeId reserve();
  void add_members(const TypeText& type, std::vector<tables::MemberRow>& members);

  Tables& into_;
  Known& known_;
  const ServiceText& service_;
  std::string where_;
  std::unordered_map<std::string, tables::ShapeId> done_, reserved_;
  std::unordered_map<std::string, bool> open_;
};

}  // namespace sfn::schemas
