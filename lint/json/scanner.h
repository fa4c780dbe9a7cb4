// The strict scanner: reads a JSON text token by token, builds its document, and names the first fault.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lint/json/builder.h"
#include "lint/json/fault.h"

namespace sfn::json {

/// Where a `"` inside `${...}` inside a string belongs to.
enum class QuotesInPlaceholders : uint8_t {
  close,  // it closes the string, as in JSON
  match,  // it is quoted text of the placeholder: "${jsonencode("x")}"
};

/// Accepts RFC 8259 and bare placeholders. After a fault whose fix is mechanical it goes on as if that were
/// fixed, to collect the repairs of every fault of the same kind. One use; linear in the text.
class Scanner {
 public:
  /// `builder` may be null; what it has built is whole only if there is no fault.
  Scanner(std::string_view text, Builder* builder, QuotesInPlaceholders quotes);
  std::optional<Fault> scan();

 private:
  enum class After : uint8_t { open, value, comma, placeholder };
  struct Level {
    uint32_t begin;  // the bracket
    bool object;
    After after = After::open;
    Span key = {};  // of the member that is this object or array; empty for items and the root
  };

  // scanner.cpp: structure. Those that return bool return false where scanning must stop.
  bool document();
  bool step();
  bool separator();
  bool member();
  bool colon();
  bool value();
  bool open(Kind kind);
  bool close();
  bool comment();
  bool skip_blank();

  // scanner_value.cpp: keys, scalars and placeholders.
  bool key(StringShape& shape);
  bool unquoted_key(StringShape& shape);
  bool string_value();
  bool word_value();
  bool bad_word(Span word);
  bool placeholder_here() const;
  bool placeholder_value(uint32_t begin);
  bool placeholder_member();
  bool placeholder_run(uint32_t begin);
  bool pass_placeholder();

  // scanner_string.cpp: strings in double quotes.
  bool string(StringShape& shape);
  bool string_piece(StringShape& shape);
  bool string_placeholder();
  bool goes_over_lines(uint32_t begin);
  bool raw_control();
  bool line_break();
  bool bad_escape();
  bool bad_utf8(uint32_t at);
  bool utf8(Span span);
  bool unclosed(StringShape& shape);

  // scanner_quote.cpp: strings in other quotes.
  bool other_quote_begins() const;
  bool other_quoted(StringShape& shape);
  bool single_quoted(StringShape& shape);
  bool smart_quoted(StringShape& shape);
  bool closed_by_smart_quote(Span string);
  bool ran_past_smart_quote();

  // scanner_fault.cpp: words for faults.
  bool stop(Fault::Kind kind, Span span, std::string message);
  bool fix(Fault::Kind kind, Span span, std::string_view message, std::vector<Repair> repairs);
  bool unexpected(std::string_view expected);
  bool ends_early(std::string_view expected);
  bool not_separated();
  bool member_follows() const;
  bool item_follows() const;
  std::string missing_brackets() const;
  std::string found() const;
  void relate_to_level();
  Span token_here() const;
  Span word_here() const;

  bool at_end() const { return at_ >= text_.size(); }
  char here() const { return at_ < text_.size() ? text_[at_] : '\0'; }
  bool starts(std::string_view prefix) const { return text_.substr(at_).starts_with(prefix); }
  std::string_view bytes(Span span) const { return text_.substr(span.begin, span.end - span.begin); }
  uint32_t size() const { return static_cast<uint32_t>(text_.size()); }

  std::string_view text_;
  Builder* builder_;
  bool match_quotes_;
  uint32_t at_ = 0;
  std::vector<Level> levels_;
  uint32_t comma_ = 0;                    // the last comma
  uint32_t last_end_ = 0;                 // of the last value
  Span key_ = {};                         // of the member whose value comes next
  Span string_ = {};                      // the last string, to explain what follows it
  uint32_t line_breaks_in_ = UINT32_MAX;  // the string that is known to go over lines
  std::optional<Fault> fault_;
};

/// Whether a byte can be of a number, a literal or a name without quotes.
bool is_word_byte(char c);

}  // namespace sfn::json
