#include "rules/json/shared/repairs.h"

namespace sfn::rules::json {

Place place_of(Span bytes, FileId file) { return {file, no_node, Part::bytes, bytes.begin, bytes.end}; }

void fix_bytes(Diagnostic& found, const sfn::json::Fault& fault, FileId file) {
  if (fault.repairs.empty()) return;
  std::vector<Change> changes;
  for (const sfn::json::Repair& repair : fault.repairs)
    changes.push_back(replace_bytes(file, repair.span, repair.text));
  // `010` without its quotes may have been a text.
  const bool guess = fault.kind == sfn::json::Fault::Kind::bad_number;
  found.offer("correct the JSON", guess ? Safety::unsafe : Safety::safe, std::move(changes));
}

}  // namespace sfn::rules::json
