#include <fmt/core.h>

#include <optional>

#include "lint/characters.h"
#include "lint/rule.h"
#include "lint/wording.h"
#include "rules/structure/shared/vocabulary.h"

namespace sfn::rules::structure::bad_timestamp {

namespace {

// Reads the text from its front, one part after another.
class Reader {
 public:
  explicit Reader(std::string_view text) : rest_(text) {}
  std::optional<int> digits(size_t count) {
    if (rest_.size() < count) return std::nullopt;
    int number = 0;
    for (size_t i = 0; i < count; ++i) {
      if (!is_digit(rest_[i])) return std::nullopt;
      number = number * 10 + (rest_[i] - '0');
    }
    rest_.remove_prefix(count);
    return number;
  }
  bool within(int low, int high) {
    const auto number = digits(2);
    return number && *number >= low && *number <= high;
  }
  bool one(char wanted) {
    if (!rest_.starts_with(wanted)) return false;
    rest_.remove_prefix(1);
    return true;
  }
  // Any number of digits, at least one.
  bool fraction() {
    const size_t before = rest_.size();
    while (!rest_.empty() && is_digit(rest_[0])) rest_.remove_prefix(1);
    return rest_.size() < before;
  }
  bool done() const { return rest_.empty(); }

 private:
  std::string_view rest_;
};

int days_in(int year, int month) {
  constexpr int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return month == 2 && leap ? 29 : days[month - 1];
}

bool read_date(Reader& reader) {
  const auto year = reader.digits(4);
  if (!year || !reader.one('-')) return false;
  const auto month = reader.digits(2);
  if (!month || *month < 1 || *month > 12 || !reader.one('-')) return false;
  return reader.within(1, days_in(*year, *month));
}

bool read_time(Reader& reader) {
  // The second 60 is a leap second.
  if (!(reader.within(0, 23) && reader.one(':') && reader.within(0, 59) && reader.one(':') &&
        reader.within(0, 60)))
    return false;
  return !reader.one('.') || reader.fraction();
}

bool read_zone(Reader& reader) {
  if (reader.one('Z')) return true;
  return (reader.one('+') || reader.one('-')) && reader.within(0, 23) && reader.one(':') &&
         reader.within(0, 59);
}

bool is_timestamp(std::string_view text) {
  Reader reader(text);
  return read_date(reader) && reader.one('T') && read_time(reader) && read_zone(reader) && reader.done();
}

// The same time with an upper-case `T` and `Z`; empty where that is not all that is wrong.
std::string fixed(std::string_view text) {
  std::string better(text);
  if (better.size() > 10 && (better[10] == ' ' || better[10] == 't')) better[10] = 'T';
  if (better.ends_with('z')) better.back() = 'Z';
  return is_timestamp(better) ? better : std::string();
}

void check(const asl::Construct& construct, Report& report) {
  for (const Value member : construct.value) {
    const auto text = member.literal();
    if (!text) continue;
    const asl::Field* field = asl::field_of(construct, member);
    if (!field || field->content != asl::Content::timestamp || !field->in(construct.language)) continue;
    if ((construct.jsonata() && holds_expression(member)) || is_timestamp(*text)) continue;
    Diagnostic& found = report.add(
        member.place(),
        fmt::format("{} must be {}, not `{}`", wording::code(field->name), accepted(*field), *text));
    if (const std::string better = fixed(*text); !better.empty())
      found.offer(fmt::format("write `{}`", better), set_value(member, fmt::format("\"{}\"", better)));
  }
}

constexpr Example examples[] = {
    {"a blank between date and time",
     R"({"Type": "Wait", "Timestamp": «"2016-03-14 01:59:00Z"», "End": true})",
     R"({"Type": "Wait", "Timestamp": "2016-03-14T01:59:00Z", "End": true})"},
    {"no zone", R"({"Type": "Wait", "Timestamp": «"2016-03-14T01:59:00"», "End": true})"},
    {"a day that is not",
     R"({"Type": "Choice", "Default": "S",
         "Choices": [{"Variable": "$.a", "TimestampEquals": «"2025-02-29T00:00:00Z"», "Next": "S"}]})"},
    {"an offset and a fraction",
     R"({"Type": "Wait", "Timestamp": "2016-03-14T01:59:00.25+09:00", "End": true})"},
};

}  // namespace

extern const Rule rule{
    .id = "structure/bad-timestamp",
    .severity = Severity::error,
    .summary = "a timestamp that is not RFC 3339",
    .why =
        "Step Functions refuses the definition when it is deployed (`String does not match RFC3339 "
        "timestamp`). An upper-case `T` separates date and time, and the text ends with `Z` or an offset "
        "such as `+09:00`.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/state-wait.html",
    .examples = examples,
    .construct = check,
};

}  // namespace sfn::rules::structure::bad_timestamp
