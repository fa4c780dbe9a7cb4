#include "lint/yaml/parse.h"

#include <yaml.h>

#include <algorithm>
#include <memory>

#include "lint/characters.h"
#include "lint/utf8.h"
#include "lint/yaml/builder.h"
#include "lint/yaml/comments.h"
#include "lint/yaml/fault.h"
#include "lint/yaml/pieces.h"
#include "lint/yaml/source_map.h"

namespace sfn::yaml {
namespace {

constexpr std::string_view bom = "\xEF\xBB\xBF";

std::string_view view(const yaml_char_t* text) {
  return text ? std::string_view(reinterpret_cast<const char*>(text)) : std::string_view();
}

/// libyaml counts characters; this counts their bytes. It goes to and fro, as events are nearly in order.
class Marks {
 public:
  Marks(std::string_view text, uint32_t begin)
      : text_(text), begin_(begin), at_(begin), ascii_(std::all_of(text.begin(), text.end(), [](char c) {
          return static_cast<unsigned char>(c) < 0x80;
        })) {}

  uint32_t byte(size_t character) {
    if (ascii_) return static_cast<uint32_t>(std::min(character + begin_, text_.size()));
    while (character_ < character && at_ < text_.size()) {
      do ++at_;
      while (at_ < text_.size() && utf8::continues(text_[at_]));
      ++character_;
    }
    while (character_ > character && at_ > begin_) {
      do --at_;
      while (at_ > begin_ && utf8::continues(text_[at_]));
      --character_;
    }
    return at_;
  }

 private:
  std::string_view text_;
  uint32_t begin_, at_;
  size_t character_ = 0;
  bool ascii_;
};

/// Of the name of an anchor.
bool is_name(char c) { return is_word(c) || c == '-'; }

struct Event {
  Event() = default;
  Event(const Event&) = delete;
  ~Event() { yaml_event_delete(&it); }
  yaml_event_t it = {};
};

class Reader {
 public:
  Reader(std::string_view text, Document& document, Origins& origins)
      : text_(text),
        begin_(text.starts_with(bom) ? static_cast<uint32_t>(bom.size()) : 0),
        marks_(text, begin_),
        document_(document),
        builder_(document, origins) {
    yaml_parser_initialize(&parser_);
    yaml_parser_set_encoding(&parser_, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(&parser_, reinterpret_cast<const unsigned char*>(text.data()) + begin_,
                                 text.size() - begin_);
  }
  Reader(const Reader&) = delete;
  ~Reader() { yaml_parser_delete(&parser_); }

  std::optional<json::Fault> read() {
    bool done = false;
    while (!done && !builder_.fault) {
      Event event;
      if (!yaml_parser_parse(&parser_, &event.it)) return refused();
      done = event.it.type == YAML_STREAM_END_EVENT;
      take(event.it);
    }
    if (builder_.fault) return std::move(builder_.fault);
    if (documents_ == 0)
      return json::Fault{json::Fault::Kind::empty, {0, 0}, "the file is empty; expected a definition"};
    add_comments(document_, scalars_);
    return std::nullopt;
  }

 private:
  void take(const yaml_event_t& event) {
    switch (event.type) {
      case YAML_DOCUMENT_START_EVENT:
        return begin_document(event);
      case YAML_ALIAS_EVENT: {
        const Span span = span_of(event);
        return builder_.alias(view(event.data.alias.anchor), span);
      }
      case YAML_SCALAR_EVENT:
        return scalar(event);
      case YAML_SEQUENCE_START_EVENT: {
        const auto& start = event.data.sequence_start;
        return open(Kind::array, event, start.anchor, start.tag, start.style == YAML_FLOW_SEQUENCE_STYLE);
      }
      case YAML_MAPPING_START_EVENT: {
        const auto& start = event.data.mapping_start;
        return open(Kind::object, event, start.anchor, start.tag, start.style == YAML_FLOW_MAPPING_STYLE);
      }
      case YAML_SEQUENCE_END_EVENT:
      case YAML_MAPPING_END_EVENT:
        return close(event);
      default:
        return;
    }
  }

  void begin_document(const yaml_event_t& event) {
    if (++documents_ == 1) return;
    builder_.fault = json::Fault{json::Fault::Kind::several_documents, span_of(event),
                                 "a second document starts here, but a file can contain only one "
                                 "definition"};
  }

  Span span_of(const yaml_event_t& event) {
    const uint32_t begin = marks_.byte(event.start_mark.index);
    return {begin, std::max(begin, marks_.byte(event.end_mark.index))};
  }

  Properties properties(Span span, const yaml_char_t* anchor, const yaml_char_t* tag) const {
    return {view(anchor), view(tag), span.begin};
  }

  /// What stands behind the anchor and tag of a node that begins at `at`.
  uint32_t content_begin(uint32_t at, const Properties& properties) const {
    size_t left = (properties.anchor.empty() ? 0u : 1u) + (properties.tag.empty() ? 0u : 1u);
    const auto size = static_cast<uint32_t>(text_.size());
    const auto is_break = [&] { return break_length(text_, at) > 0; };
    const auto is_blank = [&] { return text_[at] == ' ' || text_[at] == '\t'; };
    while (at < size) {
      if (is_break()) {
        at += static_cast<uint32_t>(break_length(text_, at));
      } else if (is_blank()) {
        ++at;
      } else if (left > 0 && text_[at] == '&') {
        --left;
        do ++at;
        while (at < size && is_name(text_[at]));
      } else if (left > 0 && text_[at] == '!') {
        --left;
        const std::string_view ends = text_.substr(at, 2) == "!<" ? ">" : ",[]{}";
        while (at < size && !is_break() && !is_blank() && ends.find(text_[at]) == std::string_view::npos)
          ++at;
        if (at < size && text_[at] == '>' && ends == ">") ++at;
      } else if (text_[at] == '#') {
        while (at < size && !is_break()) ++at;
      } else {
        break;
      }
    }
    return at;
  }

  /// Blanks and line breaks behind a block scalar are no part of what people see as it.
  uint32_t trimmed(Span span) const {
    uint32_t end = span.end;
    while (end > span.begin + 1) {
      if (text_[end - 1] == ' ' || text_[end - 1] == '\t' || text_[end - 1] == '\n' || text_[end - 1] == '\r')
        --end;
      else if (text_.substr(0, end).ends_with("\xC2\x85")) end -= 2;
      else if (text_.substr(0, end).ends_with("\xE2\x80\xA8") ||
               text_.substr(0, end).ends_with("\xE2\x80\xA9"))
        end -= 3;
      else break;
    }
    return std::max(end, span.begin + 1);
  }

  void scalar(const yaml_event_t& event) {
    const auto& scalar = event.data.scalar;
    Span span = span_of(event);
    ScalarEvent taken;
    taken.properties = properties(span, scalar.anchor, scalar.tag);
    taken.plain = scalar.style == YAML_PLAIN_SCALAR_STYLE;
    taken.value = {reinterpret_cast<const char*>(scalar.value), scalar.length};
    const bool has_properties = !taken.properties.anchor.empty() || !taken.properties.tag.empty();
    if (taken.plain && scalar.length == 0) span.begin = span.end;
    else if (has_properties) span.begin = std::min(content_begin(span.begin, taken.properties), span.end);
    const bool block = scalar.style == YAML_LITERAL_SCALAR_STYLE || scalar.style == YAML_FOLDED_SCALAR_STYLE;
    if (block) span.end = trimmed(span);
    taken.span = span;
    uint32_t begin = span.begin;
    while (block && begin < span.end && break_length(text_, begin) == 0) ++begin;
    if (span.end > begin) scalars_.push_back({begin, span.end});
    builder_.scalar(taken);
  }

  void open(Kind kind, const yaml_event_t& event, const yaml_char_t* anchor, const yaml_char_t* tag,
            bool flow) {
    Span span = span_of(event);
    const Properties own = properties(span, anchor, tag);
    if (anchor || tag) span.begin = content_begin(span.begin, own);
    span.end = std::min(span.begin + 1, static_cast<uint32_t>(text_.size()));
    is_flow_.push_back(flow);
    builder_.open(kind, span, own);
  }

  void close(const yaml_event_t& event) {
    const bool flow = is_flow_.back();
    is_flow_.pop_back();
    builder_.close(flow ? std::optional<uint32_t>(span_of(event).end) : std::nullopt);
  }

  json::Fault refused() {
    Problem problem;
    problem.problem = parser_.problem ? parser_.problem : "not YAML";
    problem.context = parser_.context ? parser_.context : "";
    if (parser_.error == YAML_READER_ERROR) {
      problem.at = static_cast<uint32_t>(std::min(parser_.problem_offset + begin_, text_.size()));
    } else {
      problem.at = marks_.byte(parser_.problem_mark.index);
      problem.context_at = marks_.byte(parser_.context_mark.index);
    }
    return explain(text_, problem);
  }

  std::string_view text_;
  uint32_t begin_;
  Marks marks_;
  Document& document_;
  Builder builder_;
  yaml_parser_t parser_ = {};
  std::vector<Span> scalars_;
  std::vector<bool> is_flow_;
  size_t documents_ = 0;
};

}  // namespace

Parsed parse(const Source& source, FileId file, LocalTags local_tags) {
  const std::string_view text = source.text();
  Parsed parsed;
  parsed.fault = not_readable(text);
  if (parsed.fault) return parsed;
  auto source_map = std::make_unique<YamlSourceMap>();
  Origins& origins = source_map->origins();
  origins.local_tags = local_tags;
  Document document(file, text, std::move(source_map));
  document.reserve(text.size() / 24 + 8);
  parsed.fault = Reader(text, document, origins).read();
  if (parsed.fault) return parsed;
  document.index_names();
  parsed.document = std::move(document);
  parsed.origins = &origins;
  return parsed;
}

}  // namespace sfn::yaml
