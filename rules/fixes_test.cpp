// What every fix owes, over all examples, all of testdata, and real definitions where they are at hand: fixes
// settle, the result parses, and each one silences its own finding and makes no new error.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>

#include "lint/fix.h"
#include "lint/read.h"
#include "rules/example_case.h"
#include "rules/real_definitions.h"
#include "rules/registry.h"

using namespace sfn;

namespace {

namespace fs = std::filesystem;

std::string load(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

struct Offer {
  const Rule* rule;
  std::string message, title;
  std::vector<Edit> edits;
};

// Findings by rule and message: places move when text before them is fixed.
using Findings = std::map<std::pair<std::string_view, std::string>, int>;

struct Look {
  std::vector<Offer> offers;
  Findings findings;
  size_t faults = 0;
};

std::optional<std::vector<Edit>> edits_of(const Definition& definition, const Fix& fix) {
  if (definition.document) return definition.document->render(fix);
  std::vector<Edit> edits;
  for (const Change& change : fix.changes)
    edits.push_back({{change.place.begin, change.place.end}, change.name});
  return edits;
}

class Fixes {
 public:
  Fixes(std::string name, std::string file, const asl::Surroundings& surroundings)
      : name_(std::move(name)), form_(form_of(file)), surroundings_(surroundings), rules_(rules::all()) {}

  void check(const std::string& text) const {
    CAPTURE(name_);
    const Look before = look(text);
    for (const Offer& offer : before.offers) check_alone(text, before, offer);
    check_settles(text, before, Safety::safe);
    check_settles(text, before, Safety::unsafe);
  }

 private:
  Look look(const std::string& text, Safety most = Safety::unsafe) const {
    Look look;
    const Source source(name_, text);
    for (const Definition& definition : read(source, 0, form_).definitions) {
      if (definition.fault) ++look.faults;
      for (const Diagnostic& found : sfn::check(definition, 0, rules_, surroundings_)) {
        ++look.findings[{found.rule->id, found.message}];
        if (!found.fix || found.fix->safety > most) continue;
        if (auto edits = edits_of(definition, *found.fix))
          look.offers.push_back({found.rule, found.message, found.fix->title, std::move(*edits)});
      }
    }
    return look;
  }

  void check_alone(const std::string& text, const Look& before, const Offer& offer) const {
    CAPTURE(offer.rule->id);
    CAPTURE(offer.message);
    CAPTURE(offer.title);
    const Look after = look(applied(text, offer.edits));
    CHECK(after.faults <= before.faults);
    // What could not be read before shows only now, and more than one line may need the same fix.
    if (before.faults > 0) return;
    check_silenced(before, after, offer);
    for (const auto& counted : after.findings) {
      const auto& found = counted.first;
      // Advice about the better definition is welcome.
      if (rules::find(found.first)->severity < Severity::error) continue;
      CAPTURE(found.first);
      CAPTURE(found.second);
      CHECK((before.findings.count(found) > 0 || offer.rule->reveals));
    }
  }

  static void check_silenced(const Look& before, const Look& after, const Offer& offer) {
    // Of the faults of one expression only the first is found; that all go is what check_settles sees.
    if (offer.rule->id.ends_with("syntax")) return;
    const std::pair<std::string_view, std::string> key(offer.rule->id, offer.message);
    const auto still = after.findings.find(key);
    CHECK((still == after.findings.end() || still->second < before.findings.at(key)));
  }

  void check_settles(const std::string& text, const Look& before, Safety most) const {
    const auto examine = [&](const std::string& now) {
      const Look found = look(now, most);
      Examined examined{{}, found.faults};
      for (const Offer& offer : found.offers) examined.fixes.push_back(offer.edits);
      return examined;
    };
    const Fixed once = fix(text, examine);
    CHECK(once.settled);
    CHECK(look(once.text).faults <= before.faults);
    CHECK(fix(once.text, examine).text == once.text);
  }

  std::string name_;
  Form form_;
  const asl::Surroundings& surroundings_;
  RuleSet rules_;
};

void check_folder(const fs::path& folder) {
  std::vector<fs::path> files;
  for (const auto& entry : fs::recursive_directory_iterator(folder))
    if (entry.is_regular_file() && entry.file_size() < 300000) files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  const asl::Surroundings nothing;
  for (const fs::path& file : files)
    Fixes(file.filename().string(), file.string(), nothing).check(load(file));
}

}  // namespace

TEST_SUITE("rules/fixes") {
  TEST_CASE("fixes of all rules over every example") {
    for (const Rule* rule : rules::all())
      for (const Example& example : rule->examples) {
        const ExampleBeside beside(example);
        Fixes(std::string(rule->id) + ": " + std::string(example.title), std::string(example.file),
              beside.surroundings)
            .check(std::string(ExampleText(unmark(example.text).text).source.text()));
      }
  }

  TEST_CASE("fixes of all rules over the definitions of testdata") {
    check_folder(fs::path(SFN_LINT_ROOT) / "testdata");
  }

  TEST_CASE("fixes of all rules over real definitions") {
    for (const fs::path& part :
         real_definitions(SFN_LINT_ROOT, {"corpus/valid", "corpus/invalid", "corpus/unknown", "corpus/yaml",
                                          "corpus/nonstrict", "corpus/templates"}))
      check_folder(part);
  }
}
