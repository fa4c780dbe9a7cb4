// A machine read from a text, for tests.
#pragma once

#include <memory>
#include <stdexcept>
#include <string>

#include "lint/asl/machine.h"
#include "lint/json/parse.h"

namespace sfn::asl {

struct Trial {
  explicit Trial(std::string text, Surroundings known = {})
      : source("t.asl.json", std::move(text)), around(known) {
    json::Parsed parsed = json::parse(source, 0);
    if (!parsed.document) throw std::runtime_error("the text of the trial is not JSON");
    document = std::make_unique<Document>(std::move(*parsed.document));
    machine = std::make_unique<Machine>(*document, around);
  }
  /// The state of that name in any scope; throws where there is none.
  const State& state(std::string_view name) const {
    for (const State& one : machine->states())
      if (one.name == name) return one;
    throw std::runtime_error("no such state in the trial");
  }
  std::string_view bytes(Place place) const {
    const Span span = document->span(place);
    return document->text().substr(span.begin, span.end - span.begin);
  }

  Source source;
  Surroundings around;
  std::unique_ptr<Document> document;
  std::unique_ptr<Machine> machine;
};

}  // namespace sfn::asl
