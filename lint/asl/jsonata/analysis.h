// What rules ask of an expression that parsed. Pure functions over a tree, each linear or nearly so; nodes
// come in the order of the tree, and a node's stretch of text is Node::begin to Node::end.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lint/asl/jsonata/functions.h"
#include "lint/asl/jsonata/tree.h"

namespace sfn::asl::jsonata {

// Variables

/// A use of `$name` that nothing in the expression binds: no parameter, no `:=` before it in its block or one
/// around it, no `@` or `#` of its path. So it reads a workflow variable, `$states`, or a function.
/// `$` and `$$` are not among them.
struct VariableUse {
  NodeIndex node;
  std::string_view name;  // without `$`
  bool called;            // `$name(...)`
};
std::vector<VariableUse> free_variables(const Tree& tree);

/// A field behind a variable: `input` and `a` in `$states.input[0].a`.
struct Member {
  NodeIndex node;
  std::string_view name;
  bool filtered;  // a filter follows: the value behind it may be an item
};
/// The fields named directly behind a node, up to the first step that is no plain name. A string as a step
/// counts only where it holds no escape.
std::vector<Member> members_behind(const Tree& tree, NodeIndex node);

// What reads the input document, which Step Functions does not give

enum class Document : uint8_t { dollar, double_dollar, field, wildcard };
/// A use of the context where there is none: outside of filters, later steps, groupings, sorts, transforms
/// and bodies of functions. `$$` is one everywhere.
struct DocumentUse {
  NodeIndex node;
  Document what;
  std::string_view name;  // of a field
  bool called;            // `name(...)`: a function without its `$`
  bool key;               // the key of an object: `{name: ...}`, which wants quotes
};
std::vector<DocumentUse> document_uses(const Tree& tree);
/// Of each node whether a name there would read a context.
std::vector<bool> contexts(const Tree& tree);

// Calls

struct Call {
  NodeIndex node;      // the call or partial application
  NodeIndex function;  // the variable that names the function
  std::string_view name;
  size_t given;                      // arguments, with the one that `~>` puts first
  bool applied;                      // `x ~> $f(...)`
  bool partial;                      // has placeholders, which count as given
  bool local;                        // the expression itself binds the name
  std::vector<NodeIndex> arguments;  // as written
};
/// All calls `$name(...)`.
std::vector<Call> calls(const Tree& tree);

/// `States.Format(...)`: an intrinsic function of JSONPath, which JSONata reads as a path.
struct IntrinsicUse {
  NodeIndex node;         // the whole of it
  std::string_view name;  // "Format"
};
std::vector<IntrinsicUse> intrinsics(const Tree& tree);

/// `$states.input.delivery-partner`: a subtraction of two fields written without blanks, which was most
/// likely meant as one name.
struct Hyphen {
  uint32_t begin, end;  // the supposed name
  std::string quoted;   // the same in backquotes
  bool in_context;  // inside a filter, a later step, ...: the right side can be a field, so it may be meant
};
std::vector<Hyphen> hyphens(const Tree& tree);

// Values

/// The expression inside parentheses that hold nothing else.
NodeIndex bare(const Tree& tree, NodeIndex node);
/// Whether the value is known from the text alone: literals, and arrays and objects of them.
bool is_constant(const Tree& tree, NodeIndex node);
/// The value of a constant number, with its signs; absent for anything else.
std::optional<double> constant_number(const Tree& tree, NodeIndex node);
/// Whether every evaluation of the expression evaluates the node: it stands in no branch of `?:`, on no right
/// side of `and` or `or`, in no body of a function, predicate, later step, grouping, sort or transform.
bool always_evaluated(const Tree& tree, NodeIndex node);
/// The kind of value that an expression gives whenever it gives one, as far as its outermost operator or
/// function tells. Only trust what is free of local functions of the same name.
ValueKind result_kind(const Tree& tree, NodeIndex node);
/// The part because of which a list of one item becomes that item: a filter, a mapping, a wildcard, or a
/// function such as `$map`. Absent where the value is wrapped (`[...]`), kept (`[]`) or not such a list.
std::optional<NodeIndex> may_unwrap(const Tree& tree, NodeIndex node);

}  // namespace sfn::asl::jsonata
