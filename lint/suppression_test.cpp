#include "lint/suppression.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <memory>

#include "lint/edit.h"
#include "lint/json/parse.h"
#include "lint/json/pointer.h"
#include "lint/json/source_map.h"
#include "lint/rule.h"

using namespace sfn;

namespace {

using Mistake = Suppression::Mistake;

const Rule launch{"ecs/launch-type", Severity::error, "", "", "", {}};
const Rule target{"flow/next-target", Severity::error, "", "", "", {}};

struct Read {
  explicit Read(std::string text)
      : source("a.asl.json", std::move(text)), document(std::move(*json::parse(source, 0).document)) {}
  std::string_view at(const Suppression& one) const { return bytes(document.span(one.place)); }
  std::string_view bytes(Span span) const { return source.text().substr(span.begin, span.end - span.begin); }
  std::string without(const Suppression& one) const {
    const Fix fix{"", Safety::safe, {one.removal}};
    const auto edits = document.render(fix);
    return edits ? applied(source.text(), *edits) : "declined";
  }

  Source source;
  Document document;
};

// Lines `key: value # comment`, as a YAML reader would give them.
struct Yaml {
  explicit Yaml(std::string_view text) : document(0, text, std::make_unique<json::JsonSourceMap>()) {
    document.append().kind = Kind::object;
    for (size_t at = 0; at < text.size(); at = std::min(text.find('\n', at), text.size() - 1) + 1)
      read(text.substr(at, text.find('\n', at) - at), static_cast<uint32_t>(at));
  }
  void read(std::string_view line, uint32_t at) {
    if (const size_t hash = line.find('#'); hash != std::string_view::npos)
      document.add_comment({{at + static_cast<uint32_t>(hash), at + static_cast<uint32_t>(line.size())},
                            line.substr(hash + 1)});
    if (line.empty() || line[0] < 'a') return;
    if (document.size() > 1)
      document.edit(static_cast<NodeId>(document.size() - 1)).next = static_cast<NodeId>(document.size());
    Node& node = document.append();
    node.value = {at + 3, at + 4};
    node.key = {at, at + 1};
    node.parent = 0;
    node.name = line.substr(0, 1);
    node.text = line.substr(3, 1);
    node.kind = Kind::number;
  }
  std::string without(size_t index) const {
    const Fix fix{"", Safety::safe, {find_suppressions(document).at(index).removal}};
    const auto edits = document.render(fix);
    return edits ? applied(document.text(), *edits) : "declined";
  }

  Document document;
};

std::string comment(const std::string& text) { return R"({"Comment": ")" + text + R"("})"; }

// "ecs flow/next-target" for two ids; "?sfn-lint: ignore" for a mistake there.
std::string found_in(const std::string& text) {
  const Read read(comment(text));
  std::string all;
  for (const Suppression& one : find_suppressions(read.document)) {
    all += all.empty() ? "" : " ";
    if (one.mistake != Mistake::none) all += "?";
    all += read.at(one);
  }
  return all;
}

Mistake mistake_in(const std::string& text) {
  const Read read(comment(text));
  const auto found = find_suppressions(read.document);
  REQUIRE(!found.empty());
  return found.back().mistake;
}

// What stays of findings at the pointers, and the suppressions that were used.
std::string kept(Read& read, const std::vector<std::pair<const Rule*, std::string>>& at, std::string& used) {
  std::vector<Diagnostic> found;
  for (const auto& [rule, pointer] : at)
    found.push_back({rule, json::find(read.document, pointer).place(), pointer});
  auto suppressions = find_suppressions(read.document);
  suppress(read.document, suppressions, found);
  for (const Suppression& one : suppressions) used += one.used ? '1' : '0';
  std::string all;
  for (const Diagnostic& one : found) all += one.message + " ";
  return all;
}

}  // namespace

TEST_SUITE("lint/suppression") {
  TEST_CASE("markers in a comment") {
    CHECK(found_in("sfn-lint: ignore=ecs") == "ecs");
    CHECK(found_in("Runs it. sfn-lint: ignore=ecs,flow/next-target because of it") == "ecs flow/next-target");
    CHECK(found_in("sfn-lint:ignore=ecs/a-b: because") == "ecs/a-b");
    CHECK(found_in("(sfn-lint: ignore=ecs).") == "ecs");
    CHECK(found_in("sfn-lint: ignore=ecs one sfn-lint: ignore=flow two") == "ecs flow");
    CHECK(found_in(R"(\"a\" sfn-lint: ignore=ecs\/launch-type)") == R"(ecs\/launch-type)");
    CHECK(found_in("sfn-lint: ignore=W3002,E1") == "W3002 E1");
    CHECK(found_in("${Who} sfn-lint: ignore=ecs") == "ecs");
  }

  TEST_CASE("texts that only speak of the program") {
    for (const char* text : {"", "sfn-lint", "sfn-lint:", "sfn-lint: see README", "run sfn-lint to ignore it",
                             ".sfn-lint.json ignore=ecs", "my-sfn-lint: ignore=ecs", "sfn-lint; ignore=ecs",
                             "SFN-LINT: ignore=ecs", "sfn-lintignore=ecs"})
      CHECK_MESSAGE(found_in(text).empty(), std::string(text));
  }

  TEST_CASE("mistakes") {
    CHECK(found_in("sfn-lint: ignore") == "?sfn-lint: ignore");
    CHECK(mistake_in("sfn-lint: ignore ecs") == Mistake::no_equals);
    CHECK(mistake_in("sfn-lint: ignore =ecs") == Mistake::no_equals);
    CHECK(found_in("a sfn-lint: ignore= ecs") == "?sfn-lint: ignore=");
    CHECK(mistake_in("sfn-lint: ignore=") == Mistake::no_ids);
    CHECK(mistake_in("sfn-lint: ignore=,") == Mistake::no_ids);
    CHECK(found_in("sfn-lint: ignore=ecs, flow") == "ecs ?,");
    CHECK(found_in("sfn-lint: ignore=ecs,,flow") == "ecs flow ?,,");
    CHECK(mistake_in("sfn-lint: ignore=ecs,") == Mistake::empty_id);
    CHECK(mistake_in("sfn-lint ignore=ecs") == Mistake::no_colon);
    CHECK(mistake_in("sfn-lint: disable=ecs") == Mistake::other_word);
    CHECK(mistake_in("sfn-lint: Ignore=ecs") == Mistake::other_word);
  }

  TEST_CASE("a Comment covers its object and what is inside it, in whatever object it is") {
    Read read(R"({"States": {
      "A": {"Comment": "sfn-lint: ignore=ecs", "Parameters": {"LaunchType": "x"}, "Next": "?"},
      "B": {"Parameters": {"Comment": "sfn-lint: ignore=ecs/launch-type", "LaunchType": "x"}, "Next": "?"}}})");
    std::string used;
    CHECK(kept(read,
               {{&launch, "/States/A"},
                {&launch, "/States/A/Parameters/LaunchType"},
                {&target, "/States/A/Next"},
                {&launch, "/States/B/Parameters/LaunchType"},
                {&launch, "/States/B"},
                {&launch, "/States"}},
               used) == "/States/A/Next /States/B /States ");
    CHECK(used == "11");
  }

  TEST_CASE("the innermost is the one that was used, and of one list the first") {
    Read read(R"({"Comment": "sfn-lint: ignore=ecs",
      "A": {"Comment": "sfn-lint: ignore=ecs/launch-type,ecs"}, "B": {}})");
    std::string used;
    CHECK(kept(read, {{&launch, "/A"}}, used).empty());
    CHECK(used == "010");
    used.clear();
    CHECK(kept(read, {{&launch, "/A"}, {&launch, "/B"}}, used).empty());
    CHECK(used == "110");
  }

  TEST_CASE("a finding in a file beside the definition is covered by the Comment of the root") {
    Read read(R"({"Comment": "sfn-lint: ignore=ecs", "A": {"Comment": "sfn-lint: ignore=flow"}})");
    auto suppressions = find_suppressions(read.document);
    std::vector<Diagnostic> found{{&launch, {1, 2}, "a"}, {&target, {1, 2}, "b"}};
    suppress(read.document, suppressions, found);
    REQUIRE(found.size() == 1);
    CHECK(found[0].message == "b");
  }

  TEST_CASE("what cannot be suppressed: the rules about suppressions") {
    Rule meta{"ecs/meta", Severity::error, "", "", "", {}};
    meta.suppression = [](const Suppression&, Report&) {};
    Read read(comment("sfn-lint: ignore=ecs,ecs/meta"));
    std::string used;
    CHECK(kept(read, {{&meta, ""}}, used) == " ");
    CHECK(used == "00");
  }

  TEST_CASE("removal takes the id with its comma, then the marker with its reason, then the member") {
    const auto without = [](const std::string& text, size_t index) {
      const Read read(text);
      return read.without(find_suppressions(read.document).at(index));
    };
    CHECK(without(comment("sfn-lint: ignore=a,b,c why"), 0) == comment("sfn-lint: ignore=b,c why"));
    CHECK(without(comment("sfn-lint: ignore=a,b,c why"), 2) == comment("sfn-lint: ignore=a,b why"));
    CHECK(without(comment("Text. sfn-lint: ignore=a why"), 0) == comment("Text."));
    CHECK(without(comment("sfn-lint: ignore=a why sfn-lint: ignore=b"), 0) == comment("sfn-lint: ignore=b"));
    CHECK(without(comment(R"(\u0041 sfn-lint: ignore=a \"why\")"), 0) == comment(R"(\u0041)"));
    CHECK(without("{\n  \"A\": 1,\n  \"Comment\": \" sfn-lint: ignore=a\"\n}", 0) == "{\n  \"A\": 1\n}");
  }

  TEST_CASE("a comment of YAML covers its line, or the next with code if it stands alone") {
    const Yaml read(
        "a: 1 # sfn-lint: ignore=ecs why\n"
        "# sfn-lint: ignore=flow\n"
        "  # more\n"
        "\n"
        "b: 2\n"
        "c: 3\n");
    auto suppressions = find_suppressions(read.document);
    REQUIRE(suppressions.size() == 2);
    CHECK(suppressions[0].line == 1);
    CHECK(suppressions[1].line == 5);
    CHECK(read.document.span(suppressions[1].place) == Span{51, 55});
    std::vector<Diagnostic> found;
    for (const char* name : {"a", "b", "c"})
      for (const Rule* rule : {&launch, &target})
        found.push_back({rule, read.document.root()[name].key(), name + std::string(" ") + rule->id.data()});
    suppress(read.document, suppressions, found);
    std::string left;
    for (const Diagnostic& one : found) left += one.message + ", ";
    CHECK(left == "a flow/next-target, b ecs/launch-type, c ecs/launch-type, c flow/next-target, ");
  }

  TEST_CASE("a comment of YAML goes with the blanks before it, or with its line") {
    CHECK(Yaml("a: 1  # sfn-lint: ignore=ecs why\nb: 2\n").without(0) == "a: 1\nb: 2\n");
    CHECK(Yaml("a: 1\n  # sfn-lint: ignore=ecs why\nb: 2\n").without(0) == "a: 1\nb: 2\n");
    CHECK(Yaml("a: 1\nb: 2\n# sfn-lint: ignore=ecs").without(0) == "a: 1\nb: 2\n");
    CHECK(Yaml("a: 1 # One. sfn-lint: ignore=ecs why\n").without(0) == "a: 1 # One.\n");
    CHECK(Yaml("a: 1 # sfn-lint: ignore=ecs,flow why\n").without(1) == "a: 1 # sfn-lint: ignore=ecs why\n");
  }
}
