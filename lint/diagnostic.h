// What a rule says: a place, a message, notes, and the changes that would fix it. Data only; printing is the
// cli's.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lint/document.h"

namespace sfn {

struct Rule;

enum class Severity : uint8_t { info, warning, error };

/// Whether a fix can change what a definition does: `safe` ones cannot, or only fix what fails anyway.
enum class Safety : uint8_t { safe, unsafe };

/// One change to a document, in its terms; the editor of the document's reader renders it as text edits.
struct Change {
  enum class Kind : uint8_t {
    rename_key,     // the key of `place.node` becomes `name`
    set_value,      // the value of `place.node` becomes `json`
    insert_member,  // a member `name`: `json` at the end of the object `place.node`
    insert_item,    // an item `json` at the end of the array `place.node`
    remove,         // the member or item `place.node` goes
    move,           // the member `place.node` becomes a member `name` of the object `into`
    wrap,           // the value of `place.node` becomes the only item of an array
    enclose,        // the value of `place.node` becomes that of the last of `names`, each in an object in the
                    // one before
    replace_text,   // the stretch of decoded text that `place` names becomes `name`
    replace_bytes,  // bytes of the file; only to fix what does not parse
  };
  Kind kind;
  Place place;
  std::string name = {};
  std::string json = {};
  NodeId into = no_node;
  std::vector<std::string> names = {};
};

Change rename_key(Value member, std::string name);
/// `json` is the new value as JSON text.
Change set_value(Value value, std::string json);
Change insert_member(Value object, std::string name, std::string json);
Change insert_item(Value array, std::string json);
Change remove(Value member_or_item);
Change move(Value member, Value into, std::string name);
Change wrap(Value value);
/// Keeps the bytes of the value, which a placeholder's quotes depend on.
Change enclose(Value member, std::vector<std::string> names);
/// `stretch` is a place made by Value::stretch, Value::key_stretch, or one of a key or value.
Change replace_text(Place stretch, std::string text);
Change replace_bytes(FileId file, Span span, std::string text);

struct Fix {
  std::string title;  // what it does, as a command: "rename to `Cluster`"
  Safety safety = Safety::safe;
  std::vector<Change> changes;
};

/// Says more about a finding, at a place of its own where it has one.
struct Note {
  std::string message;
  std::optional<Place> place;
};

struct Diagnostic {
  const Rule* rule = nullptr;
  Place place;
  std::string
      message;  // lower case, no full stop, code in backticks; the fault first, then what would be right
  std::vector<Note> notes = {};
  std::optional<Fix> fix = {};

  Diagnostic& note(std::string text, std::optional<Place> at = {});
  Diagnostic& offer(std::string title, Safety safety, std::vector<Change> changes);
  Diagnostic& offer(std::string title, Change change);         // safe
  Diagnostic& offer_unsafe(std::string title, Change change);  // needs --unsafe-fixes
};

}  // namespace sfn
