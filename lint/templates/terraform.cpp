#include "lint/templates/terraform.h"

#include <algorithm>
#include <optional>
#include <set>
#include <string>

#include "lint/characters.h"
#include "lint/hcl/values.h"
#include "lint/templates/definitions.h"
#include "lint/templates/found.h"
#include "lint/templates/terraform_values.h"

namespace sfn::templates {

namespace {

using hcl::ExpressionId, hcl::no_expression;
using ExpressionKind = hcl::Expression::Kind;

constexpr std::string_view machine_resource = "aws_sfn_state_machine";

/// A definition before it is read.
struct Candidate {
  hcl::Named named;
  Written written = Written::evaluated;
  ExpressionId variables = no_expression;  // the object that `templatefile` gets
  asl::MachineType type = asl::MachineType::unknown;
  bool declared = false;  // by a resource of its own
};

class Search {
 public:
  explicit Search(std::shared_ptr<const hcl::File> file) : file_(*file), shared_(file), values_(file_) {
    for (const hcl::Expression& one : file_.expressions)
      if (one.kind == ExpressionKind::reference) note_local(file_.bytes(one.span));
  }

  std::vector<Definition> read(FileId id) {
    for (const hcl::Block& block : file_.body.blocks)
      if (is_machine(block)) add_machine(block);
    for (const hcl::Block& block : file_.body.blocks) walk_block(block);
    std::stable_sort(found_.begin(), found_.end(), [](const Candidate& a, const Candidate& b) {
      return a.named.span.begin < b.named.span.begin;
    });
    return definitions(id);
  }

 private:
  static bool is_machine(const hcl::Block& block) {
    return block.type == "resource" && block.labels.size() == 2 && block.labels[0] == machine_resource;
  }

  void note_local(std::string_view reference) {
    if (!reference.starts_with("local.")) return;
    const size_t end = reference.find_first_of(".[ \t", std::string_view("local.").size());
    used_locals_.insert(std::string(reference.substr(0, end)));
  }

  // Machines

  void add_machine(const hcl::Block& block) {
    const ExpressionId value = file_.find(block.body, "definition");
    if (value == no_expression) return;
    Candidate candidate;
    candidate.named.name = address(block);
    candidate.declared = true;
    candidate.type = type_of(block);
    read_machine(value, std::move(candidate));
  }

  asl::MachineType type_of(const hcl::Block& block) const {
    const ExpressionId value = file_.find(block.body, "type");
    if (value == no_expression) return asl::MachineType::standard;
    const auto text = hcl::literal_text(file_, values_.locals().resolve(value));
    if (text == "STANDARD") return asl::MachineType::standard;
    return text == "EXPRESS" ? asl::MachineType::express : asl::MachineType::unknown;
  }

  // What a state machine is given for its definition.
  void read_machine(ExpressionId written, Candidate candidate) {
    const ExpressionId value = values_.known(written);
    if (add_definition(value, candidate, true)) return;
    if (walk(value, candidate, true)) return;
    const hcl::Expression& expression = file_.at(value);
    const bool reference = expression.kind == ExpressionKind::reference;
    const bool call = expression.kind == ExpressionKind::call;
    candidate.written = reference ? Written::elsewhere : Written::evaluated;
    candidate.named.span = call ? expression.inner : expression.span;
    candidate.named.text = call || reference ? std::string(file_.bytes(candidate.named.span)) : "";
    add(value, std::move(candidate));
  }

  // Whether an expression is a definition, which is noted; for a `machine` any object and file is one.
  bool add_definition(ExpressionId id, const Candidate& of, bool machine) {
    const hcl::Expression& value = file_.at(id);
    Candidate candidate = of;
    const std::string_view function = hcl::function(file_, id);
    if (value.kind == ExpressionKind::text) {
      const std::string_view text = file_.bytes(value.inner);
      if (!holds_definition(text) && !(machine && is_object(text))) return false;
      candidate.written = Written::text;
    } else if (value.kind == ExpressionKind::object || function == "merge") {
      const bool whole = has(id, "StartAt") && has(id, "States");
      if (!whole && !(machine && (value.kind == ExpressionKind::object || has(id, "States")))) return false;
      candidate.written = Written::object;
      candidate.named.text = "";
    } else if (machine && (function == "file" || function == "templatefile")) {
      return add_file(id, candidate);
    } else {
      return false;
    }
    candidate.named.span = value.span;
    return add(id, std::move(candidate));
  }

  bool add_file(ExpressionId call, Candidate candidate) {
    const hcl::Expression& value = file_.at(call);
    if (value.first == no_expression) return false;
    auto path = values_.path_of(value.first);
    if (!path) return false;
    candidate.written = Written::file;
    candidate.named.text = std::move(path);
    candidate.named.span = file_.at(value.first).span;
    const ExpressionId variables = file_.at(value.first).next;
    // What several templates share need not be used by each of them.
    if (hcl::function(file_, call) == "templatefile" && variables != no_expression &&
        file_.at(variables).kind == ExpressionKind::object)
      candidate.variables = variables;
    return add(call, std::move(candidate));
  }

  // Other blocks: modules, local values, whatever else holds a definition.

  void walk_block(const hcl::Block& block) {
    if (block.type == "locals") return walk_locals(block.body);
    Candidate candidate;
    candidate.named.name = address(block);
    walk_body(block.body, candidate);
  }

  void walk_locals(const hcl::Body& body) {
    for (const hcl::Attribute& one : body.attributes) {
      Candidate candidate;
      candidate.named.name = "local." + std::string(file_.name(one));
      // A part of a definition looks like one, and is used.
      if (used_locals_.count(candidate.named.name) > 0 && file_.at(one.value).kind == ExpressionKind::object)
        walk(one.value, candidate);
      else walk_attribute(one, candidate);
    }
  }

  void walk_body(const hcl::Body& body, const Candidate& candidate) {
    for (const hcl::Attribute& one : body.attributes) walk_attribute(one, candidate);
    for (const hcl::Block& inner : body.blocks) walk_body(inner.body, candidate);
  }

  void walk_attribute(const hcl::Attribute& one, const Candidate& candidate) {
    const std::string_view name = file_.name(one);
    if (name.ends_with("definition") && name.find("state_machine") != npos && names_file(one.value)) {
      read_machine(one.value, candidate);
      return;
    }
    const hcl::Expression& value = file_.at(one.value);
    const bool object = value.kind == ExpressionKind::object || hcl::function(file_, one.value) == "merge";
    if (object && !is_ambiguous(one.value) && add_definition(one.value, candidate, false)) return;
    walk(one.value, candidate);
  }

  bool names_file(ExpressionId value) const {
    const std::string_view function = hcl::function(file_, value);
    return function == "file" || function == "templatefile";
  }

  // A part of a definition in JSONata: its language is that of the machine that it goes to.
  bool is_ambiguous(ExpressionId object) const {
    return !has(object, "QueryLanguage") && file_.bytes(file_.at(object).span).find("{%") != npos;
  }

  // Texts and arguments of `jsonencode`, and for a `machine` files too. False if there is no definition.
  bool walk(ExpressionId id, const Candidate& candidate, bool machine = false) {
    const hcl::Expression& value = file_.at(id);
    const std::string_view function = hcl::function(file_, id);
    if (value.kind == ExpressionKind::text && add_definition(id, candidate, false)) return true;
    if (machine && names_file(id)) return add_definition(id, candidate, true);
    if (function == "replace") return false;  // what it makes of a definition is another one
    if (function == "jsonencode" && value.first != no_expression &&
        add_definition(values_.locals().resolve(value.first), candidate, false))
      return true;
    bool any = false;
    for (ExpressionId inner = value.first; inner != no_expression; inner = file_.at(inner).next)
      any = walk(inner, candidate, machine) || any;
    return any;
  }

  static bool is_object(std::string_view text) {
    const size_t begin = text.find_first_not_of(blanks);
    return begin != npos && text[begin] == '{';
  }
  static bool holds_definition(std::string_view text) {
    return text.find("StartAt") != npos && text.find("States") != npos;
  }
  bool has(ExpressionId object, std::string_view name) const {
    return hcl::has_member(file_, values_.locals(), object, name);
  }

  // Once each, however many use it.
  bool add(ExpressionId id, Candidate candidate) {
    if (!taken_.insert(id).second) return true;
    candidate.named.value = id;
    found_.push_back(std::move(candidate));
    return true;
  }

  std::vector<Definition> definitions(FileId id) {
    std::vector<hcl::Named> values;
    for (const Candidate& one : found_) values.push_back(one.named);
    for (const Candidate& one : found_)
      if (one.variables != no_expression) values.push_back({"variables", one.variables});
    Found found{std::make_shared<Document>(hcl::read_values(shared_, values_.locals(), values, id)), {}};
    std::vector<Definition> definitions;
    Value node = found.outer->root().first_child(), variables = node;
    for (size_t i = 0; i < found_.size(); ++i) variables = variables.next();
    for (const Candidate& one : found_) {
      Resource& resource = found.add(Dialect::terraform, one.named.name);
      resource.type = one.type;
      resource.written = one.written;
      resource.definition = node;
      if (one.declared) resource.id = node.name();
      if (one.variables != no_expression) {
        resource.substitutions = variables;
        resource.substituted = true;
        variables = variables.next();
      }
      node = node.next();
      std::optional<Document> document;
      if (one.written == Written::object)
        document = hcl::read_value(shared_, values_.locals(), one.named.value, id);
      definitions.push_back(definition_of(std::move(resource), std::move(document)));
    }
    return definitions;
  }

  const hcl::File& file_;
  std::shared_ptr<const hcl::File> shared_;
  TerraformValues values_;
  std::set<std::string, std::less<>> used_locals_;
  std::set<ExpressionId> taken_;
  std::vector<Candidate> found_;
};

}  // namespace

std::vector<Definition> terraform_definitions(const Source& source, FileId id) {
  const auto file = hcl::parse(source.text());
  std::vector<Definition> definitions;
  if (file->fault) definitions.push_back({std::nullopt, *file->fault});
  else definitions = Search(file).read(id);
  if (definitions.empty()) definitions.push_back({hcl::read_values(file, hcl::Locals(*file), {}, id)});
  return definitions;
}

}  // namespace sfn::templates
