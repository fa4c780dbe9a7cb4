// What the AWS services accept: all operations of all services, which of them Step Functions has optimized
// integrations for, and the shapes of their parameters and results. Look-ups over tables that compile.cpp
// makes at build time; nothing here allocates unless it returns a vector. Names are those that a definition
// spells: PascalCase at every level. Sources: services/*.txt (from the AWS API models), integrations.tsv and
// wrappers/*.txt (documentation).
#pragma once

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sfn::schemas {

/// Bits of `Integration::patterns`.
enum Pattern : uint8_t {
  request_response = 1,
  sync = 2,                // .sync
  sync2 = 4,               // .sync:2
  wait_for_task_token = 8  // .waitForTaskToken
};

/// Where an integration can be used.
enum class Standing : uint8_t { task, item_reader, result_writer };

enum class Type : uint8_t {
  absent,
  structure,
  list,
  map,
  string,
  integer,       // 32 bits
  long_integer,  // 64 bits
  number,        // float or double
  boolean,
  timestamp,  // written as a string or a number
  blob,       // written as a string
  document    // any JSON at all: never look inside
};

/// Some rows of a table, read one by one: `Row::at(i)` says what each is. For range-for and for algorithms.
template <typename Row>
class Rows {
 public:
  using Item = decltype(Row::at(0));
  Rows() = default;
  Rows(uint32_t first, uint32_t count) : first_(first), count_(count) {}
  size_t size() const { return count_; }
  bool empty() const { return count_ == 0; }
  Item operator[](size_t i) const { return Row::at(first_ + static_cast<uint32_t>(i)); }

  class Iterator {
   public:
    using iterator_category = std::input_iterator_tag;
    using value_type = Item;
    using difference_type = std::ptrdiff_t;
    using pointer = const Item*;
    using reference = Item;
    explicit Iterator(uint32_t row) : row_(row) {}
    Item operator*() const { return Row::at(row_); }
    Iterator& operator++() {
      ++row_;
      return *this;
    }
    Iterator operator++(int) { return Iterator(row_++); }
    friend bool operator==(Iterator a, Iterator b) { return a.row_ == b.row_; }

   private:
    uint32_t row_;
  };
  Iterator begin() const { return Iterator(first_); }
  Iterator end() const { return Iterator(first_ + count_); }

 private:
  uint32_t first_ = 0, count_ = 0;
};

/// Values of an enum, as the service spells them.
struct EnumRow {
  static std::string_view at(uint32_t row);
};
/// Names of errors that an operation declares, without a service prefix: `ClientException`.
struct ErrorRow {
  static std::string_view at(uint32_t row);
};
/// Members of a structure.
struct MemberRow {
  static class Member at(uint32_t row);
};
/// Optimized integrations.
struct IntegrationRow {
  static class Integration at(uint32_t row);
};

/// Operations of an API.
struct OperationRow {
  static class Operation at(uint32_t row);
};
/// Services of the AWS SDK.
struct ServiceRow {
  static class Service at(uint32_t row);
};

/// A handle to one shape, or to none: an absent shape answers every question with "no", empty or absent. Four
/// bytes; valid forever. Shapes may be recursive (a DynamoDB attribute value).
class Shape {
 public:
  Shape() = default;
  explicit operator bool() const { return id_ != none; }
  Type type() const;
  bool is_structure() const { return type() == Type::structure; }
  /// A structure whose members are not all known: an unknown name in it is not an error, unless it differs
  /// from a known one only in case.
  bool open() const;
  /// A structure that can be replaced by a plain string: a DynamoDB attribute value (`"id": "a"` for `{"S":
  /// "a"}`).
  bool accepts_text() const;
  /// A structure that accepts exactly one of its members.
  bool is_union() const;

  /// Of a structure, sorted by name; other spellings of the same member (`Member::alias`) among them.
  Rows<MemberRow> members() const;
  /// The member of exactly that name; absent if it does not exist, or if this is not a structure. The keys of
  /// a map are data, so a map has no members: use `value`.
  Member member(std::string_view name) const;
  /// The member whose name differs at most in case (ASCII); an alias only if nothing else fits.
  Member member_ignoring_case(std::string_view name) const;
  /// Of a list the shape of an item.
  Shape item() const;
  /// Of a map the shape of a value.
  Shape value() const;

  /// Of a string; empty if it accepts any text. In the order of the model.
  Rows<EnumRow> enum_values() const;
  bool accepts(std::string_view enum_value) const;
  /// A number's least and greatest value, a string's length in characters, a list's or map's count.
  std::optional<double> minimum() const;
  std::optional<double> maximum() const;

  friend bool operator==(Shape, Shape) = default;
  /// A number for the shape, for as long as the program runs; `none` for an absent one.
  uint32_t id() const { return id_; }
  static Shape at(uint32_t id);
  static constexpr uint32_t none = 0xffffff;

 private:
  uint32_t id_ = none;
};

/// One member of a structure, or nothing.
class Member {
 public:
  Member() = default;
  explicit operator bool() const { return row_ != UINT32_MAX; }
  /// As a definition spells it; empty if absent.
  std::string_view name() const;
  Shape shape() const;
  /// Required. Never true for an idempotency token, because Step Functions fills it in.
  bool required() const;
  bool deprecated() const;
  bool idempotency_token() const;
  /// A second spelling that is also accepted; never suggested.
  bool alias() const;
  /// Whether both are the same member of a structure in two spellings, or one and the same.
  bool stands_for(Member other) const;
  friend bool operator==(Member, Member) = default;
  static Member at(uint32_t row);

 private:
  uint8_t flags() const;
  uint32_t row_ = UINT32_MAX;
};

/// One operation of an API: `arn:aws:states:::aws-sdk:SERVICE:ACTION`.
class Operation {
 public:
  /// `runTask`.
  std::string_view action() const;
  /// Always present.
  Shape parameters() const;
  /// Absent if the operation returns nothing.
  Shape result() const;
  /// As in `Ecs.ClientException`; see `Integration::errors`.
  Rows<ErrorRow> errors() const;
  /// Part of it is an event stream, so that Step Functions cannot call it.
  bool streams() const;
  static Operation at(uint32_t row);

 private:
  uint32_t row_ = 0;
};

/// One service of the AWS SDK.
class Service {
 public:
  /// As in an ARN: `cognitoidentityprovider`.
  std::string_view name() const;
  /// What the names of its errors begin with: `CognitoIdentityProvider`.
  std::string_view error_prefix() const;
  /// What signs its requests, and what IAM calls it with few exceptions: `cognito-idp`.
  std::string_view signing_name() const;
  /// The API model, as in `services/MODEL.txt`.
  std::string_view model() const;
  /// Sorted by action.
  Rows<OperationRow> operations() const;
  /// The operation of exactly that action (case-sensitive); absent if there is none.
  std::optional<Operation> find(std::string_view action) const;
  static Service at(uint32_t row);

 private:
  uint32_t row_ = 0;
};

/// One optimized integration: `arn:aws:states:::SERVICE:ACTION`.
class Integration {
 public:
  std::string_view service() const;
  std::string_view action() const;
  uint8_t patterns() const;
  bool supports(Pattern pattern) const { return (patterns() & pattern) != 0; }
  Standing standing() const;
  /// Step Functions' own interface, not the plain API of a service.
  bool wrapper() const;
  /// Page that describes it.
  std::string_view see() const;
  /// The shape of `Parameters` or `Arguments`; always present, maybe `open`.
  Shape parameters() const;
  /// The shape of a request-response result, which also holds `SdkHttpMetadata` and `SdkResponseMetadata`;
  /// absent if not known. With `.sync` the result is another (for ecs one item of `Tasks`): see the service's
  /// page.
  Shape result() const;
  /// The errors that the API operation declares, as in `ECS.ClientException`; empty if not known. Not all
  /// that can be raised: throttling and client errors of the SDK are never declared.
  Rows<ErrorRow> errors() const;
  /// The API's operation, or what the documentation of a wrapper says.
  class Operation operation() const;
  static Integration at(uint32_t row);

 private:
  uint32_t row_ = 0;
};

/// The optimized integration of exactly that service and action (case-sensitive); absent if it does not
/// exist. `aws-sdk` is not a service here: see `sdk_service`.
std::optional<Integration> find(std::string_view service, std::string_view action);
Rows<IntegrationRow> integrations();
/// The names of all services, each once, sorted, including those that cannot be used in a Task (s3).
std::vector<std::string_view> services();
/// The actions of one service; empty if it does not exist.
std::vector<std::string_view> actions(std::string_view service);

/// Short for `find(...)->parameters()` and so on; absent or empty if there is no such integration.
Shape parameters(std::string_view service, std::string_view action);
Shape result(std::string_view service, std::string_view action);

/// Why Step Functions cannot call an operation through the AWS SDK.
enum class SdkStanding : uint8_t { supported, stream, unsupported, retired };
struct SdkException {
  SdkStanding standing = SdkStanding::supported;
  /// An action of the same service that can be called in its place; empty if none is known.
  std::string_view instead;
};
/// What is known of `aws-sdk:SERVICE:ACTION`, whether or not the models have it. `retired` holds for all
/// actions of a service that AWS has ended: models of today no longer have it.
SdkException sdk_exception(std::string_view service, std::string_view action);

/// The service of exactly that name in `aws-sdk:SERVICE:ACTION`; absent if the models have none.
std::optional<Service> sdk_service(std::string_view name);
/// All services of the models, sorted by name.
Rows<ServiceRow> sdk_services();
/// The operation that `aws-sdk:SERVICE:ACTION` calls; absent if the models have none.
std::optional<Operation> sdk_operation(std::string_view service, std::string_view action);
/// Its parameters, or absent.
Shape sdk_parameters(std::string_view service, std::string_view action);
/// The date of the API models, `2026-08-07`: what AWS added later is not known.
std::string_view models_date();

/// A place below a shape that has a member of some name.
struct Position {
  std::string path;  // "Overrides.ContainerOverrides[].Command"; "*" for the keys of a map
  Shape owner;       // the structure that has the member
  Member member;
};
/// Where below `root` a member of exactly that name exists, nearest to the root first, at most `limit`.
std::vector<Position> positions(Shape root, std::string_view member, size_t limit = 8);

}  // namespace sfn::schemas
