#include "lint/read.h"

#include "lint/json/parse.h"

namespace sfn {

Form form_of(std::string_view) { return Form::json; }

Reading read(const Source& source, FileId file, Form) {
  json::Parsed parsed = json::parse(source, file);
  Reading reading;
  reading.definitions.push_back({std::move(parsed.document), std::move(parsed.fault)});
  return reading;
}

}  // namespace sfn
