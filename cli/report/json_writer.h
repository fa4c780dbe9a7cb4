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

  /// Appends to `out` everything written since the last call.
  void pass_on(std::string& out);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace sfn::cli
