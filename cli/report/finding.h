// Findings in the form that reports need: places of documents are converted to lines, columns, pointers and
// excerpts of the text, so that a file's text and nodes can be freed before the next file is read.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "lint/lint.h"

namespace sfn::cli {

/// A range of a file. Offsets are bytes; lines and columns are those of Position.
struct Range {
  std::string_view file;  // a path that lives as long as the run
  Span bytes;
  Position start, end;
};

/// The line on which a range begins, cut around the mark where it is long.
struct Excerpt {
  std::string text;
  size_t mark_begin = 0, mark_end = 0;  // bytes of `text`
  bool cut_left = false, cut_right = false;
};

struct FindingNote {
  std::string message;
  std::optional<Range> range;
  Excerpt excerpt;
};

struct FindingEdit {
  Range range;
  std::string text;
};

struct FindingFix {
  std::string title;
  Safety safety;
  std::vector<FindingEdit> edits;
};

struct Finding {
  const Rule* rule;
  Severity severity;
  std::string message;
  Range range;
  Excerpt excerpt;
  std::string pointer =
      {};                  // JSON pointer to the value; empty for the root and for a text that did not parse
  std::string state = {};  // the innermost state around the place; empty outside states
  // Of a definition in a template, see Definition; otherwise empty.
  std::string resource = {}, definition = {};
  std::vector<FindingNote> notes = {};
  std::optional<FindingFix> fix = {};
  std::string page = {};  // the address of the page of its rule; empty where none is configured
};

/// The lines of a text, counted when they are first asked for. Belongs to one thread.
class Lines {
 public:
  /// `text` must outlive this.
  explicit Lines(std::string_view text) : text_(text) {}
  const LineIndex& index() const {
    if (!index_) index_.emplace(text_);
    return *index_;
  }

 private:
  std::string_view text_;
  mutable std::optional<LineIndex> index_ = {};
};

/// A file that findings may point into.
struct Reference {
  std::string_view path;  // must outlive the findings
  std::string_view text;
  const Document* document = nullptr;  // null where the text did not parse
  const Lines* lines = nullptr;  // those of `text`, where several findings' worth of references share it
};

/// `files` by FileId. Severities are those of the rules.
std::vector<Finding> resolve(std::span<const Diagnostic> diagnostics, std::span<const Reference> files);

}  // namespace sfn::cli
