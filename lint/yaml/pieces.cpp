#include "lint/yaml/pieces.h"

#include <algorithm>

namespace sfn::yaml {
namespace {

/// Bytes that a line break stands for: LS and PS stay, the others become one `\n`.
uint32_t decoded_break(size_t length) { return length == 3 ? 3 : 1; }

uint32_t utf8_length(uint32_t code) { return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4; }

/// The escape whose backslash is at `at`: its bytes, and those it stands for.
Piece escape_at(std::string_view file, uint32_t at, uint32_t end) {
  const char kind = at + 1 < end ? file[at + 1] : '\\';
  const uint32_t hex = kind == 'x' ? 2 : kind == 'u' ? 4 : kind == 'U' ? 8 : 0;
  const uint32_t last = std::min(end, at + 2 + hex);
  if (kind == 'N' || kind == '_') return {{at, last}, 2};  // NEL, a blank that holds words together
  if (kind == 'L' || kind == 'P') return {{at, last}, 3};
  uint32_t code = 0;
  for (uint32_t i = at + 2; i < last; ++i) {
    const auto c = static_cast<uint32_t>(static_cast<unsigned char>(file[i]));
    code = code * 16 + (c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10);
  }
  return {{at, last}, utf8_length(code)};
}

/// Plain and quoted scalars, where line breaks are folded.
class FlowScalar {
 public:
  FlowScalar(std::string_view file, Span content, Style style)
      : file_(file), at_(content.begin), end_(content.end), style_(style) {}

  std::vector<Piece> read() {
    while (at_ < end_) {
      if (is_blank(file_[at_]) || break_length(file_, at_) > 0) blanks(false);
      else if (style_ == Style::single_quoted && file_[at_] == '\'') add({{at_, std::min(at_ + 2, end_)}, 1});
      else if (style_ == Style::double_quoted && file_[at_] == '\\') backslash();
      else verbatim();
    }
    return std::move(pieces_);
  }

 private:
  void add(Piece piece) {
    at_ = piece.raw.end;
    pieces_.push_back(piece);
  }

  void verbatim() {
    const uint32_t begin = at_;
    while (at_ < end_ && !is_blank(file_[at_]) && break_length(file_, at_) == 0) {
      if (style_ == Style::single_quoted && file_[at_] == '\'') break;
      if (style_ == Style::double_quoted && file_[at_] == '\\') break;
      ++at_;
    }
    pieces_.push_back({{begin, at_}, at_ - begin});
  }

  void backslash() {
    if (at_ + 1 < end_ && break_length(file_, at_ + 1) > 0) return blanks(true);
    add(escape_at(file_, at_, end_));
  }

  /// Blanks and line breaks up to the next character; `escaped` where a backslash takes the first break away.
  void blanks(bool escaped) {
    const uint32_t begin = at_;
    size_t first = 0, breaks = 0;
    uint32_t more = 0;
    if (escaped) at_ += static_cast<uint32_t>(1 + break_length(file_, at_ + 1)), breaks = 1;
    while (at_ < end_) {
      const size_t length = break_length(file_, at_);
      if (length == 0 && !is_blank(file_[at_])) break;
      if (length > 0 && breaks++ == 0) first = length;
      else if (length > 0) more += decoded_break(length);
      at_ += static_cast<uint32_t>(std::max<size_t>(length, 1));
    }
    if (breaks == 0) return pieces_.push_back({{begin, at_}, at_ - begin});
    if (first == 0) return pieces_.push_back({{begin, at_}, more});
    if (first == 3) return pieces_.push_back({{begin, at_}, 3 + more});
    pieces_.push_back({{begin, at_}, more == 0 ? 1 : more});
  }

  std::string_view file_;
  uint32_t at_, end_;
  Style style_;
  std::vector<Piece> pieces_;
};

/// The first line with something on it: how many blanks it begins with, and where it begins.
struct FirstLine {
  uint32_t indent = 0, begin = 0;
  bool found = false;
};

FirstLine first_line(std::string_view text, uint32_t at, uint32_t end) {
  while (at < end) {
    uint32_t i = at;
    while (i < end && text[i] == ' ') ++i;
    if (i == end) break;
    const size_t length = break_length(text, i);
    if (length == 0) return {i - at, at, true};
    at = i + static_cast<uint32_t>(length);
  }
  return {};
}

uint32_t after_header(std::string_view file, Span scalar) {
  uint32_t at = scalar.begin;
  while (at < scalar.end && break_length(file, at) == 0) ++at;
  return at < scalar.end ? at + static_cast<uint32_t>(break_length(file, at)) : at;
}

bool has_indent_in_header(std::string_view file, Span scalar) {
  for (uint32_t at = scalar.begin + 1; at < scalar.end; ++at) {
    if (file[at] >= '1' && file[at] <= '9') return true;
    if (file[at] != '+' && file[at] != '-') return false;
  }
  return false;
}

/// Literal and folded scalars. A line break and all up to the next line's text is one piece.
class BlockScalar {
 public:
  BlockScalar(std::string_view file, Span scalar, std::string_view decoded)
      : file_(file),
        size_(static_cast<uint32_t>(decoded.size())),
        at_(after_header(file, scalar)),
        end_(scalar.end),
        indent_(block_indent(file, scalar, decoded)),
        folded_(file[scalar.begin] == '>') {}

  std::vector<Piece> read() {
    bool first = true, was_blank = false;
    while (true) {
      const uint32_t begin = at_;
      const auto [breaks, leading] = blank_lines();
      if (at_ >= end_) {
        add({{begin, end_}, size_ - std::min(size_, taken_)});
        return std::move(pieces_);
      }
      const bool folds = folded_ && !first && leading == 1 && !was_blank && !is_blank(file_[at_]);
      add({{begin, at_}, !folds ? breaks : breaks == 1 ? 1 : breaks - 1});
      was_blank = is_blank(file_[at_]);
      first = false;
      line();
    }
  }

 private:
  struct Breaks {
    uint32_t decoded = 0, first = 0;  // bytes that all of them, and the first, become
  };

  void add(Piece piece) {
    if (piece.raw.begin == piece.raw.end && piece.decoded == 0) return;
    taken_ += piece.decoded;
    pieces_.push_back(piece);
  }

  void line() {
    const uint32_t begin = at_;
    while (at_ < end_ && break_length(file_, at_) == 0) ++at_;
    add({{begin, at_}, at_ - begin});
  }

  /// Goes to the text of the next line, past its indentation.
  Breaks blank_lines() {
    Breaks breaks;
    while (at_ < end_) {
      const uint32_t line = at_;
      while (at_ < end_ && at_ - line < indent_ && file_[at_] == ' ') ++at_;
      const size_t length = at_ < end_ ? break_length(file_, at_) : 0;
      if (length == 0) break;
      const uint32_t decoded = decoded_break(length);
      if (breaks.first == 0) breaks.first = decoded;
      breaks.decoded += decoded;
      at_ += static_cast<uint32_t>(length);
    }
    return breaks;
  }

  std::string_view file_;
  uint32_t size_, at_, end_, indent_, taken_ = 0;
  bool folded_;
  std::vector<Piece> pieces_;
};

/// Byte `offset` of the decoded text in the file; `last` asks for the end of what stands for the byte before
/// it.
uint32_t raw_of(const std::vector<Piece>& all, uint32_t offset, bool last, uint32_t end) {
  uint32_t decoded = 0;
  for (const Piece& piece : all) {
    const bool here = last ? offset <= decoded + piece.decoded : offset < decoded + piece.decoded;
    if (here && piece.decoded > 0) {
      const bool same = piece.raw.end - piece.raw.begin == piece.decoded;
      if (same) return piece.raw.begin + (offset - decoded);
      return last ? piece.raw.end : piece.raw.begin;
    }
    decoded += piece.decoded;
  }
  return end;
}

}  // namespace

size_t break_length(std::string_view text, size_t at) {
  const auto byte = [&](size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0; };
  if (byte(at) == '\r') return byte(at + 1) == '\n' ? 2 : 1;
  if (byte(at) == '\n') return 1;
  if (byte(at) == 0xC2 && byte(at + 1) == 0x85) return 2;
  return byte(at) == 0xE2 && byte(at + 1) == 0x80 && (byte(at + 2) == 0xA8 || byte(at + 2) == 0xA9) ? 3 : 0;
}

Style style_of(std::string_view written) {
  const char first = written.empty() ? ' ' : written[0];
  if (first == '\'') return Style::single_quoted;
  if (first == '"') return Style::double_quoted;
  if (first == '|') return Style::literal;
  return first == '>' ? Style::folded : Style::plain;
}

uint32_t block_indent(std::string_view file, Span scalar, std::string_view decoded) {
  const FirstLine written = first_line(file, after_header(file, scalar), scalar.end);
  if (!written.found || !has_indent_in_header(file, scalar)) return written.indent;
  const FirstLine kept = first_line(decoded, 0, static_cast<uint32_t>(decoded.size()));
  return written.indent - std::min(written.indent, kept.indent);
}

std::vector<Piece> pieces(std::string_view file, Span scalar, std::string_view decoded) {
  const Style style = style_of(file.substr(scalar.begin, scalar.end - scalar.begin));
  if (style == Style::literal || style == Style::folded) return BlockScalar(file, scalar, decoded).read();
  if (style != Style::plain) scalar = {scalar.begin + 1, scalar.end - 1};
  return FlowScalar(file, scalar, style).read();
}

Span stretch(std::string_view file, Span scalar, std::string_view decoded, uint32_t begin, uint32_t end) {
  const auto size = static_cast<uint32_t>(decoded.size());
  begin = std::min(begin, size);
  end = std::clamp(end, begin, size);
  const Style style = style_of(file.substr(scalar.begin, scalar.end - scalar.begin));
  const bool quoted = style == Style::single_quoted || style == Style::double_quoted;
  const std::vector<Piece> all = pieces(file, scalar, decoded);
  const uint32_t first = raw_of(all, begin, false, scalar.end - (quoted ? 1 : 0));
  if (end == begin) return {first, first};
  return {first, std::max(first, raw_of(all, end, true, scalar.end))};
}

}  // namespace sfn::yaml
