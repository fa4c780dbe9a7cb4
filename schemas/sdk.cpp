// The services and operations of the AWS SDK, and what each takes and returns.
#include <algorithm>

#include "schemas/schemas.h"
#include "schemas/tables.h"

namespace sfn::schemas {
namespace {

using tables::text;

/// The row whose name, which `name_of` reads, is `wanted`, in rows that are sorted by it; else `end`.
template <typename Row, typename NameOf>
const Row* find_row(const Row* begin, const Row* end, std::string_view wanted, NameOf name_of) {
  const Row* row = std::lower_bound(
      begin, end, wanted, [&](const Row& one, std::string_view name) { return text(name_of(one)) < name; });
  return row != end && text(name_of(*row)) == wanted ? row : end;
}

}  // namespace

Operation OperationRow::at(uint32_t row) { return Operation::at(row); }
Service ServiceRow::at(uint32_t row) { return Service::at(row); }

Operation Operation::at(uint32_t row) {
  Operation operation;
  operation.row_ = row;
  return operation;
}

std::string_view Operation::action() const { return text(tables::operations[row_].action); }
Shape Operation::parameters() const { return Shape::at(tables::operations[row_].input); }
Shape Operation::result() const { return Shape::at(tables::operations[row_].output); }
Rows<ErrorRow> Operation::errors() const {
  return {tables::operations[row_].first_error, tables::operations[row_].errors};
}
bool Operation::streams() const { return (tables::operations[row_].flags & tables::stream_operation) != 0; }

Service Service::at(uint32_t row) {
  Service service;
  service.row_ = row;
  return service;
}

std::string_view Service::name() const { return text(tables::services[row_].name); }
std::string_view Service::error_prefix() const { return text(tables::services[row_].error_prefix); }
std::string_view Service::signing_name() const { return text(tables::services[row_].signing_name); }
std::string_view Service::model() const { return text(tables::services[row_].model); }
Rows<OperationRow> Service::operations() const {
  return {tables::services[row_].first, tables::services[row_].count};
}

std::optional<Operation> Service::find(std::string_view action) const {
  const tables::OperationRow* begin = tables::operations + tables::services[row_].first;
  const tables::OperationRow* end = begin + tables::services[row_].count;
  const auto* row = find_row(begin, end, action, [](const tables::OperationRow& one) { return one.action; });
  if (row == end) return std::nullopt;
  return Operation::at(static_cast<uint32_t>(row - tables::operations));
}

std::optional<Service> sdk_service(std::string_view name) {
  const tables::ServiceRow* end = tables::services + tables::service_count;
  const auto* row =
      find_row(tables::services, end, name, [](const tables::ServiceRow& one) { return one.name; });
  if (row == end) return std::nullopt;
  return Service::at(static_cast<uint32_t>(row - tables::services));
}

Rows<ServiceRow> sdk_services() { return {0, static_cast<uint32_t>(tables::service_count)}; }

std::optional<Operation> sdk_operation(std::string_view service, std::string_view action) {
  const auto found = sdk_service(service);
  return found ? found->find(action) : std::nullopt;
}

Shape sdk_parameters(std::string_view service, std::string_view action) {
  const auto found = sdk_operation(service, action);
  return found ? found->parameters() : Shape();
}

SdkException sdk_exception(std::string_view service, std::string_view action) {
  for (size_t i = 0; i < tables::sdk_exception_count; ++i) {
    const tables::SdkExceptionRow& row = tables::sdk_exceptions[i];
    if (text(row.service) == service && (text(row.action) == "*" || text(row.action) == action))
      return {static_cast<SdkStanding>(row.standing), text(row.instead)};
  }
  const auto operation = sdk_operation(service, action);
  return {operation && operation->streams() ? SdkStanding::stream : SdkStanding::supported, {}};
}

std::string_view models_date() { return text(tables::models[0]); }

}  // namespace sfn::schemas
