#include "schemas/service_text.h"
#include "schemas/table_file.h"

namespace sfn::schemas {
namespace {

using ErrorLists = std::map<std::string, std::vector<std::string>>;

/// The types by name, in the order of `Type`.
constexpr std::string_view type_names[] = {"",     "structure", "list",    "map",       "string", "integer",
                                           "long", "number",    "boolean", "timestamp", "blob",   "document"};

Type type_named(std::string_view name) {
  for (size_t i = static_cast<size_t>(Type::string); i < std::size(type_names); ++i)
    if (name == type_names[i]) return static_cast<Type>(i);
  return Type::absent;
}

/// Reads one line from left to right.
class Line {
 public:
  Line(std::string_view text, const std::string& where) : text_(text), where_(where) {}

  bool ended() const { return at_ >= text_.size(); }
  bool take(std::string_view token) {
    if (text_.substr(at_, token.size()) != token) return false;
    at_ += token.size();
    return true;
  }
  void expect(std::string_view token) {
    if (!take(token)) refuse("expected " + std::string(token));
  }
  std::string word() {
    const size_t end = std::min(text_.find_first_of(" |?~^:}]{[<>(),=!", at_), text_.size());
    if (end == at_) refuse("expected a name");
    const std::string found(text_.substr(at_, end - at_));
    at_ = end;
    return found;
  }

  TypeText type() {
    if (take("{*:")) return container(Type::map, "}");
    if (take("[")) return container(Type::list, "]");
    if (take("{")) return structure();
    TypeText read;
    const std::string name = word();
    read.type = type_named(name);
    if (read.type == Type::absent) read.name = name;
    if (take("(")) read.values = values();
    limits(read);
    return read;
  }

 private:
  [[noreturn]] void refuse(const std::string& why) const {
    fail(where_ + ": " + why + " at `" + std::string(text_.substr(at_, 40)) + "`");
  }

  TypeText container(Type type, std::string_view end) {
    TypeText read;
    read.type = type;
    read.of = std::make_shared<TypeText>(this->type());
    expect(end);
    limits(read);
    return read;
  }

  TypeText structure() {
    TypeText read;
    read.type = Type::structure;
    while (!take("}")) {
      if (take("/open")) read.open = true;
      else if (take("/union")) read.is_union = true;
      else if (take("/text")) read.text = true;
      else read.members.push_back(member());
      take(" ");
    }
    return read;
  }

  MemberText member() {
    MemberText read;
    do read.names.push_back(word());
    while (take("|"));
    read.required = !take("?");
    read.token = take("~");
    read.deprecated = take("^");
    if (take(":")) read.type = type();
    else read.type.type = Type::string;
    return read;
  }

  std::vector<std::string> values() {
    std::vector<std::string> read;
    do read.push_back(take("\"") ? quoted() : value());
    while (take("|"));
    expect(")");
    return read;
  }

  std::string value() {
    const size_t end = std::min(text_.find_first_of("|)", at_), text_.size());
    const std::string found(text_.substr(at_, end - at_));
    at_ = end;
    return found;
  }

  std::string quoted() {
    std::string read;
    while (!take("\"")) {
      take("\\");
      if (ended()) refuse("a quote does not end");
      read += text_[at_++];
    }
    return read;
  }

  void limits(TypeText& read) {
    if (!take("<")) return;
    const size_t dots = text_.find("..", at_), end = text_.find('>', at_);
    if (dots == std::string_view::npos || end == std::string_view::npos || dots > end)
      refuse("expected limits");
    read.minimum = text_.substr(at_, dots - at_);
    read.maximum = text_.substr(dots + 2, end - dots - 2);
    at_ = end + 1;
  }

  std::string_view text_;
  const std::string& where_;
  size_t at_ = 0;
};

std::vector<std::string> error_names(Line& line, const ErrorLists& lists) {
  std::vector<std::string> names;
  while (line.take(" ")) {
    if (line.take("/")) {
      line.expect("stream");
      names.push_back("/stream");
      break;
    }
    const std::string name = line.word();
    if (const auto list = lists.find(name); list != lists.end())
      names.insert(names.end(), list->second.begin(), list->second.end());
    else names.push_back(name);
  }
  return names;
}

OperationText operation(Line& line, std::string action, const ErrorLists& lists) {
  OperationText read{std::move(action), line.type(), {}, {}, false};
  if (line.take(" > ")) read.output = line.type();
  line.take(" !");
  read.errors = error_names(line, lists);
  if (!read.errors.empty() && read.errors.back() == "/stream") {
    read.stream = true;
    read.errors.pop_back();
  }
  return read;
}

void read_line(Line& line, ServiceText& into, ErrorLists& lists) {
  const std::string first = line.word();
  line.expect(" ");
  if (first == "service") {
    into.name = line.word();
    line.expect(" ");
    into.error_prefix = line.word();
    line.expect(" ");
    into.signing_name = line.word();
  } else if (line.take("= ")) {
    into.shapes[first] = line.type();
  } else if (line.take("!")) {
    lists[first] = error_names(line, {});
  } else {
    into.operations.push_back(operation(line, first, lists));
  }
  if (!line.ended()) line.expect("the end of the line");
}

}  // namespace

void read_service(std::string_view text, const std::string& where, ServiceText& into) {
  ErrorLists lists;
  while (!text.empty()) {
    const size_t end = std::min(text.find('\n'), text.size());
    const std::string_view content = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (content.empty() || content.starts_with('#')) continue;
    Line line(content, where);
    read_line(line, into, lists);
  }
}

}  // namespace sfn::schemas
