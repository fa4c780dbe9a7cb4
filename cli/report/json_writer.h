// JSON out, for every report whose form is JSON. The one user of RapidJSON among the reports.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace sfn::cli {

/// Writes one JSON value, piece by piece. ASCII out: no control character, nor one that turns the direction
/// of writing, ever appears raw; bytes that are not UTF-8 become U+FFFD. Inside an object each piece has a
/// `key`, inside an array none has.
class JsonWriter {
 public:
  JsonWriter();
  ~JsonWriter();
  JsonWriter(const JsonWriter&) = delete;

  void open_object(const char* key = nullptr);
  void close_object();
  void open_array(const char* key = nullptr);
  void close_array();
  void text(const char* key, std::string_view value);
  void text(std::string_view value);
  void number(const char* key, uint64_t value);
  void truth(const char* key, bool value);
  /// A scalar that is written in JSON already.
  void written(const char* key, std::string_view json);

  /// Appends to `out` everything written since the last call.
  void pass_on(std::string& out);
  /// The same for people: one member or item a line.
  void pass_on_indented(std::string& out);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// A text as a string of JSON, quotes included.
std::string json_string(std::string_view text);

}  // namespace sfn::cli
