#include "cli/report/finding.h"

#include <algorithm>
#include <unordered_map>

#include "lint/asl/enclosing_state.h"
#include "lint/json/pointer.h"
#include "lint/utf8.h"

namespace sfn::cli {

namespace {

// What an excerpt keeps on either side of a mark's begin; reports cut further.
constexpr size_t excerpt_reach = 400;

Excerpt excerpt(std::string_view line, size_t begin, size_t end) {
  size_t first = begin > excerpt_reach ? begin - excerpt_reach : 0;
  size_t last = std::min(line.size(), begin + excerpt_reach);
  while (first < begin && utf8::continues(line[first])) ++first;
  while (last > begin && last < line.size() && utf8::continues(line[last])) --last;
  return {std::string(line.substr(first, last - first)), begin - first, std::clamp(end, begin, last) - first,
          first > 0, last < line.size()};
}

// A text that did not parse has no nodes, and all that a fix can change is bytes.
std::vector<Edit> byte_edits(const Fix& fix) {
  std::vector<Edit> edits;
  for (const Change& change : fix.changes)
    edits.push_back({{change.place.begin, change.place.end}, change.name});
  return edits;
}

class Resolver {
 public:
  explicit Resolver(std::span<const Reference> files) : files_(files) {
    for (const Reference& file : files) lines_.emplace_back(file.text);
  }

  Finding finding(const Diagnostic& diagnostic) {
    const Span span = bytes(diagnostic.place);
    Finding found{diagnostic.rule, diagnostic.rule->severity, diagnostic.message,
                  range(diagnostic.place.file, span), excerpt_of(diagnostic.place.file, span)};
    found.pointer = pointer(diagnostic.place);
    found.state = state(diagnostic.place);
    for (const Note& note : diagnostic.notes) found.notes.push_back(resolve(note));
    if (diagnostic.fix) found.fix = fix(*diagnostic.fix);
    return found;
  }

 private:
  const Document* document(const Place& place) const { return files_[place.file].document; }

  Span bytes(const Place& place) const {
    const Document* nodes = document(place);
    return nodes ? nodes->span(place) : Span{place.begin, place.end};
  }

  const LineIndex& lines_of(FileId file) const {
    return (files_[file].lines ? *files_[file].lines : lines_[file]).index();
  }

  Range range(FileId file, Span span) const {
    const LineIndex& lines = lines_of(file);
    return {files_[file].path, span, lines.position(span.begin), lines.position(span.end)};
  }

  // A fix that the source map declines is none. All changes of a fix are in one file.
  std::optional<FindingFix> fix(const Fix& fix) const {
    if (fix.changes.empty()) return std::nullopt;
    const FileId file = fix.changes.front().place.file;
    const std::optional<std::vector<Edit>> edits =
        files_[file].document ? files_[file].document->render(fix) : byte_edits(fix);
    if (!edits) return std::nullopt;
    FindingFix found{fix.title, fix.safety, {}};
    for (const Edit& edit : *edits) found.edits.push_back({range(file, edit.span), edit.text});
    return found;
  }

  Excerpt excerpt_of(FileId file, Span span) const {
    const std::string_view line = lines_of(file).line(lines_of(file).position(span.begin).line);
    const auto offset = static_cast<size_t>(line.data() - files_[file].text.data());
    const size_t begin = std::min(line.size(), span.begin - std::min<size_t>(offset, span.begin));
    return excerpt(line, begin, std::min(line.size(), span.end - std::min<size_t>(offset, span.end)));
  }

  FindingNote resolve(const Note& note) const {
    if (!note.place) return {note.message, std::nullopt, {}};
    const Span span = bytes(*note.place);
    return {note.message, range(note.place->file, span), excerpt_of(note.place->file, span)};
  }

  std::string pointer(const Place& place) {
    const Document* nodes = document(place);
    return nodes && place.node != no_node ? pointers_[place.file].of(nodes->at(place.node)) : "";
  }

  std::string state(const Place& place) {
    const Document* nodes = document(place);
    if (!nodes || place.node == no_node) return {};
    return std::string(states_.try_emplace(place.file, *nodes).first->second.name(place.node));
  }

  std::span<const Reference> files_;
  std::vector<Lines> lines_;
  // Of definitions that findings are in:
  std::unordered_map<FileId, asl::EnclosingState> states_;
  std::unordered_map<FileId, json::Pointers> pointers_;
};

}  // namespace

std::vector<Finding> resolve(std::span<const Diagnostic> diagnostics, std::span<const Reference> files) {
  std::vector<Finding> found;
  std::optional<Resolver> resolver;
  for (const Diagnostic& diagnostic : diagnostics) {
    if (!resolver) resolver.emplace(files);  // most files are clean: their lines need no index
    found.push_back(resolver->finding(diagnostic));
  }
  return found;
}

}  // namespace sfn::cli
