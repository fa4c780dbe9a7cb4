#include "lint/templates/terraform.h"

#include <algorithm>
#include <optional>
#include <string>

#include "lint/diagnostic.h"
#include "lint/templates/definitions.h"
#include "lint/templates/found.h"

namespace sfn::templates {

namespace {

constexpr std::string_view blanks = " \t", machine_resource = "aws_sfn_state_machine";

/// Texts that stand in the file as they are: nothing is escaped.
class VerbatimSourceMap : public SourceMap {
 public:
  Span span(const Document& document, Place place) const override {
    if (place.part == Part::bytes) return {place.begin, place.end};
    if (place.node >= document.size()) return {};
    const Node& node = document.node(place.node);
    const uint32_t begin = node.value.begin, end = node.value.end;
    if (place.part != Part::text) return place.part == Part::value ? node.value : Span{begin, begin};
    return {std::min(begin + place.begin, end), std::min(begin + place.end, end)};
  }

  std::optional<std::vector<Edit>> render(const Document& document, const Fix& fix) const override {
    std::vector<Edit> edits;
    for (const Change& change : fix.changes) {
      if (change.kind != Change::Kind::replace_text || change.place.part != Part::text) return std::nullopt;
      edits.push_back({span(document, change.place), change.name});
    }
    return edits;
  }
};

/// The text behind `name =` on the line, with the blanks before it gone; absent where the line is another.
struct Attribute {
  std::string_view name, value;
};
std::optional<Attribute> attribute(std::string_view line) {
  const size_t begin = line.find_first_not_of(blanks);
  const size_t equals = line.find('=');
  if (begin == npos || equals == npos || equals < begin) return std::nullopt;
  std::string_view name = line.substr(begin, equals - begin);
  name = name.substr(0, name.find_last_not_of(blanks) + 1);
  if (name.empty() || name.find_first_of(" \t\"{}()#/") != npos) return std::nullopt;
  const size_t value = line.find_first_not_of(blanks, equals + 1);
  return Attribute{name, value == npos ? std::string_view() : line.substr(value)};
}

std::string_view trimmed(std::string_view line) {
  const size_t begin = line.find_first_not_of(" \t\r");
  return begin == npos ? std::string_view() : line.substr(begin, line.find_last_not_of(" \t\r") + 1 - begin);
}

/// The word that ends the heredoc which begins at the end of a line: `<<-EOF`; empty if none does.
std::string_view heredoc_word(std::string_view line) {
  const size_t at = line.rfind("<<");
  if (at == npos) return {};
  std::string_view word = trimmed(line.substr(at + 2));
  if (word.starts_with('-')) word.remove_prefix(1);
  const bool plain =
      word.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-") == npos;
  return plain ? word : std::string_view();
}

/// `"${path.module}/a.json"` as the first argument of `file(` or `templatefile(`; empty for what is no path
/// in this folder.
std::string_view named_file(std::string_view call) {
  for (const std::string_view function : {"templatefile(", "file("}) {
    if (!call.starts_with(function)) continue;
    std::string_view path = trimmed(call.substr(function.size()));
    if (!path.starts_with('"')) return {};
    path = path.substr(1, path.find('"', 1) - 1);
    constexpr std::string_view here = "${path.module}/";
    if (path.starts_with(here)) path.remove_prefix(here.size());
    return path.find("${") == npos ? path : std::string_view();
  }
  return {};
}

/// Reads a configuration line by line.
class Reader {
 public:
  Reader(const Source& source, FileId file)
      : text_(source.text()),
        outer_(std::make_shared<Document>(file, text_, std::make_unique<VerbatimSourceMap>())),
        found_{outer_, {}} {
    Node root;
    root.kind = Kind::object;
    root.value = {0, static_cast<uint32_t>(text_.size())};
    outer_->add(root);
  }

  std::vector<Definition> read() {
    while (at_ < text_.size()) read_line(next_line());
    end_block();
    std::vector<Definition> definitions;
    for (Resource& resource : found_.resources) definitions.push_back(definition_of(std::move(resource)));
    if (definitions.empty()) definitions.push_back({std::move(*outer_)});
    return definitions;
  }

 private:
  std::string_view next_line() {
    const size_t end = std::min(text_.find('\n', at_), text_.size());
    const std::string_view line = text_.substr(at_, end - at_);
    at_ = std::min(end + 1, text_.size());
    return line;
  }

  void read_line(std::string_view line) {
    if (line.starts_with("resource \"")) begin_block(line);
    if (line.starts_with('}')) end_block();
    const auto field = attribute(line);
    if (const std::string_view word = heredoc_word(line); !word.empty())
      return read_heredoc(word, field ? field->name : "");
    if (!field) return;
    if (in_machine_ && field->name == "type") type_ = trimmed(field->value);
    if (is_machine_definition(field->name)) read_expression(*field);
  }

  bool is_machine_definition(std::string_view name) const {
    return name.ends_with("definition") && (in_machine_ || name.find("state_machine") != npos);
  }

  // resource "aws_sfn_state_machine" "orders" {
  void begin_block(std::string_view line) {
    end_block();
    const size_t type = line.find('"') + 1, type_end = line.find('"', type);
    if (type_end == npos || line.substr(type, type_end - type) != machine_resource) return;
    const size_t name = line.find('"', type_end + 1);
    if (name == npos) return;
    in_machine_ = true;
    name_ = std::string(machine_resource) + "." +
            std::string(line.substr(name + 1, line.find('"', name + 1) - name - 1));
  }

  // The type of the machine may stand behind its definition.
  void end_block() {
    for (; first_in_block_ < found_.resources.size(); ++first_in_block_) {
      if (!in_machine_) continue;
      asl::MachineType& type = found_.resources[first_in_block_].type;
      if (type_.empty() || type_ == "\"STANDARD\"") type = asl::MachineType::standard;
      if (type_ == "\"EXPRESS\"") type = asl::MachineType::express;
    }
    in_machine_ = false;
    type_ = {};
  }

  void read_heredoc(std::string_view word, std::string_view field) {
    const size_t begin = at_;
    size_t end = at_;
    while (at_ < text_.size()) {
      end = at_;
      if (trimmed(next_line()) == word) break;
      end = at_;
    }
    const std::string_view content = text_.substr(begin, end - begin);
    if (content.find("\"StartAt\"") == npos || content.find("\"States\"") == npos) return;
    add(content, field, Written::text);
  }

  void read_expression(const Attribute& field) {
    if (const std::string_view path = named_file(field.value); !path.empty())
      return add(path, field.name, Written::file);
    if (field.value.starts_with("jsonencode("))
      add(field.value.substr(0, std::string_view("jsonencode").size()), field.name, Written::elsewhere);
  }

  void add(std::string_view text, std::string_view field, Written written) {
    const auto begin = static_cast<uint32_t>(text.data() - text_.data());
    Node node;
    node.kind = Kind::string;
    node.parent = 0;
    node.value = {begin, begin + static_cast<uint32_t>(text.size())};
    node.text = text;
    node.name = outer_->keep(in_machine_ ? name_ : std::string(field));
    if (last_ != no_node) outer_->edit(last_).next = static_cast<NodeId>(outer_->size());
    last_ = outer_->add(node);
    Resource& resource = found_.add(Dialect::terraform, node.name);
    resource.written = written;
    resource.definition = outer_->at(last_);
  }

  std::string_view text_;
  std::shared_ptr<Document> outer_;
  Found found_;
  size_t at_ = 0;
  NodeId last_ = no_node;
  bool in_machine_ = false;
  std::string name_;
  std::string_view type_;
  size_t first_in_block_ = 0;
};

}  // namespace

std::vector<Definition> terraform_definitions(const Source& source, FileId file) {
  return Reader(source, file).read();
}

}  // namespace sfn::templates
