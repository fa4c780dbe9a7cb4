#include "cli/report/json_writer.h"

#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include "cli/report/printable.h"

namespace sfn::cli {

struct JsonWriter::State {
  rapidjson::StringBuffer buffer;
  rapidjson::Writer<rapidjson::StringBuffer, rapidjson::UTF8<>, rapidjson::ASCII<>> json{buffer};

  void key(const char* name) {
    if (name) json.Key(name);
  }
};

JsonWriter::JsonWriter() : state_(std::make_unique<State>()) {}
JsonWriter::~JsonWriter() = default;

void JsonWriter::open_object(const char* key) {
  state_->key(key);
  state_->json.StartObject();
}

void JsonWriter::close_object() { state_->json.EndObject(); }

void JsonWriter::open_array(const char* key) {
  state_->key(key);
  state_->json.StartArray();
}

void JsonWriter::close_array() { state_->json.EndArray(); }

void JsonWriter::text(const char* key, std::string_view value) {
  state_->key(key);
  const std::string valid = valid_utf8(value);
  state_->json.String(valid.data(), static_cast<rapidjson::SizeType>(valid.size()));
}

void JsonWriter::text(std::string_view value) { text(nullptr, value); }

void JsonWriter::number(const char* key, uint64_t value) {
  state_->key(key);
  state_->json.Uint64(value);
}

void JsonWriter::truth(const char* key, bool value) {
  state_->key(key);
  state_->json.Bool(value);
}

void JsonWriter::written(const char* key, std::string_view json) {
  state_->key(key);
  state_->json.RawValue(json.data(), json.size(), rapidjson::kStringType);
}

// Outside strings there is neither DEL, which RapidJSON takes for a character like any other, nor `#`, of
// which two begin a command to the machine that shows the log of a CI job.
void JsonWriter::pass_on(std::string& out) {
  const std::string_view written(state_->buffer.GetString(), state_->buffer.GetSize());
  for (size_t at = 0; at < written.size(); ++at)
    if (written[at] == 0x7F) out += "\\u007F";
    else if (written.substr(at).starts_with("##")) out += "\\u0023";
    else out += written[at];
  state_->buffer.Clear();
}

namespace {

// Of JSON without blanks.
std::string indented(std::string_view json) {
  std::string text;
  size_t depth = 0;
  const auto begin_line = [&] { text.append("\n").append(2 * depth, ' '); };
  for (size_t at = 0; at < json.size(); ++at) {
    const char c = json[at];
    if (c == '"') {
      const size_t begin = at++;
      while (json[at] != '"') at += json[at] == '\\' ? 2 : 1;
      text += json.substr(begin, at + 1 - begin);
    } else if (c == '{' || c == '[') {
      text += c;
      if (json[at + 1] == c + 2) text += json[++at];
      else ++depth, begin_line();
    } else if (c == '}' || c == ']') {
      --depth, begin_line();
      text += c;
    } else {
      text += c;
      if (c == ',') begin_line();
      if (c == ':') text += ' ';
    }
  }
  return text;
}

}  // namespace

void JsonWriter::pass_on_indented(std::string& out) {
  std::string json;
  pass_on(json);
  out += indented(json) + "\n";
}

std::string json_string(std::string_view text) {
  JsonWriter writer;
  writer.text(text);
  std::string json;
  writer.pass_on(json);
  return json;
}

}  // namespace sfn::cli
