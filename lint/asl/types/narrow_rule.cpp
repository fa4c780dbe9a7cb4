#include "lint/asl/fields.h"
#include "lint/asl/types/narrow.h"

namespace sfn::asl::types {

namespace {

Truth truth_of(bool is) { return is ? Truth::yes : Truth::no; }

Truth opposite(Truth truth) {
  return truth == Truth::unknown ? truth : truth == Truth::yes ? Truth::no : Truth::yes;
}

Roots joined(Types& types, Roots a, const Roots& b) {
  a.data = types.join(a.data, b.data);
  a.variables = types.join(a.variables, b.variables);
  return a;
}

// The kind that a comparison holds for; nothing for IsPresent and what is no comparison.
Kinds compared_kind(std::string_view name) {
  if (name.starts_with("String") || name.starts_with("Timestamp")) return intrinsic::string;
  if (name.starts_with("Numeric")) return intrinsic::number;
  if (name.starts_with("Boolean")) return intrinsic::boolean;
  return 0;
}

// The kind that IsString and its like ask for.
Kinds asked_kind(std::string_view name) {
  if (name == "IsNull") return intrinsic::null;
  if (name == "IsString") return intrinsic::string;
  if (name == "IsNumeric") return intrinsic::number;
  return name == "IsBoolean" ? intrinsic::boolean : Kinds{0};
}

Truth compare_numbers(std::string_view name, double a, double b) {
  if (name == "NumericEquals") return truth_of(a == b);
  if (name == "NumericLessThan") return truth_of(a < b);
  if (name == "NumericLessThanEquals") return truth_of(a <= b);
  if (name == "NumericGreaterThan") return truth_of(a > b);
  return name == "NumericGreaterThanEquals" ? truth_of(a >= b) : Truth::unknown;
}

// Of two literals of the kind that the operator compares.
Truth compare_literals(Value left, Value wanted) {
  const std::string_view name = wanted.name();
  if (name == "StringEquals" || name == "BooleanEquals")
    return kinds_of(wanted) == compared_kind(name) ? truth_of(left.text() == wanted.text()) : Truth::unknown;
  const auto a = left.number(), b = wanted.number();
  return a && b ? compare_numbers(name, *a, *b) : Truth::unknown;
}

class RuleNarrowing {
 public:
  explicit RuleNarrowing(Typing& typing) : typing_(typing), types_(typing.types()) {}

  // The reader bounds the depth.
  Narrowed rule(Value rule, const Roots& roots, bool asked) {
    if (rule.open()) return {Truth::unknown, roots, roots};
    if (const Value rules = rule["And"]) return all(rules, roots, Truth::yes, asked);
    if (const Value rules = rule["Or"]) return all(rules, roots, Truth::no, asked);
    if (const Value inner = rule["Not"]) {
      Narrowed found = this->rule(inner, roots, asked);
      std::swap(found.yes, found.no);
      return {opposite(found.truth), found.yes, found.no};
    }
    return comparison(rule, roots, asked);
  }

 private:
  // And goes on while rules hold, Or while they do not.
  Narrowed all(Value rules, Roots roots, Truth neutral, bool asked) {
    Narrowed result{neutral, roots, roots};
    if (!rules.is_array() || !rules.first_child()) return {Truth::unknown, roots, roots};
    std::optional<Roots> stopped;
    for (Value rule : rules) {
      const Narrowed one = this->rule(rule, roots, asked);
      const Roots& stops = neutral == Truth::yes ? one.no : one.yes;
      if (one.truth != neutral) stopped = stopped ? joined(types_, *stopped, stops) : stops;
      if (one.truth == opposite(neutral)) {
        result.truth = one.truth;
        break;
      }
      if (one.truth == Truth::unknown) result.truth = Truth::unknown;
      roots = neutral == Truth::yes ? one.yes : one.no;
      asked = asked && one.truth == neutral;
    }
    (neutral == Truth::yes ? result.yes : result.no) = roots;
    (neutral == Truth::yes ? result.no : result.yes) = stopped.value_or(roots);
    return result;
  }

  Narrowed comparison(Value rule, const Roots& roots, bool asked) {
    const Expression* variable = typing_.find(rule["Variable"]);
    if (!variable || !variable->path() || variable->path()->fault) return {Truth::unknown, roots, roots};
    const path::Path& path = variable->path()->path;
    const Value wanted = rule["IsPresent"];
    const Resolved left = read(*variable, path, roots, asked, !wanted);
    if (wanted) return is_present(path, left, wanted, roots);
    if (left.existence == Existence::missing) return {Truth::unknown, roots, roots};
    for (Value member : rule)
      if (is_comparison(member.name())) return compare(*variable, path, left, member, roots);
    return {Truth::unknown, roots, roots};
  }

  Resolved read(const Expression& variable, const path::Path& path, const Roots& roots, bool asked,
                bool needed) {
    typing_.quiet += needed ? 0 : 1;
    typing_.sure = asked;
    const Resolved resolved = typing_.follow(variable, path, roots);
    typing_.sure = true;
    typing_.quiet -= needed ? 0 : 1;
    return resolved;
  }

  Narrowed is_present(const path::Path& path, const Resolved& left, Value wanted, const Roots& roots) {
    if (!wanted.is_boolean()) return {Truth::unknown, roots, roots};
    Narrowed found{Truth::unknown, with_existence(path, roots, true), with_existence(path, roots, false)};
    if (left.existence != Existence::maybe) found.truth = truth_of(left.existence == Existence::present);
    if (*wanted.boolean()) return found;
    return {opposite(found.truth), found.no, found.yes};
  }

  // The part of the roots that a path begins with; null where it leads elsewhere, or not only by members.
  static Type* root_of(const path::Path& path, Roots& roots) {
    if (path::leading_members(path).size() != path.steps.size()) return nullptr;
    if (path.root == path::Root::data) return &roots.data;
    return path.root == path::Root::variable ? &roots.variables : nullptr;
  }
  static std::vector<std::string_view> names_of(const path::Path& path) {
    std::vector<std::string_view> names = path::leading_members(path);
    if (path.root == path::Root::variable) names.insert(names.begin(), path.variable);
    return names;
  }

  Roots with_existence(const path::Path& path, Roots roots, bool exists) {
    if (Type* root = root_of(path, roots)) *root = types_.with_existence(*root, names_of(path), exists);
    return roots;
  }

  // The operator was asked, so the path led somewhere.
  Narrowed compare(const Expression& variable, const path::Path& path, const Resolved& left, Value member,
                   const Roots& roots) {
    const Roots there = with_existence(path, roots, true);
    const Kinds kind = compared_kind(member.name()), asked = asked_kind(member.name());
    Narrowed found{Truth::unknown, there, there};
    if (kind != 0) {
      found.yes = with_kinds(path, there, left, kind);
      found.truth = compared(variable, left, kind, member);
    } else if (asked != 0 && member.is_boolean()) {
      found.yes = with_kinds(path, there, left, asked);
      found.no = with_kinds(path, there, left, static_cast<Kinds>(intrinsic::any & ~asked));
      found.truth = is(left, asked);
      if (!*member.boolean()) found = {opposite(found.truth), found.no, found.yes};
    }
    return found;
  }

  Roots with_kinds(const path::Path& path, Roots roots, const Resolved& left, Kinds kinds) {
    Type* root = root_of(path, roots);
    if (!root || !types_.can_be(left.type, kinds) || (types_.kinds(left.type) & ~kinds) == 0) return roots;
    const auto names = names_of(path);
    if (!names.empty()) *root = types_.with(*root, names, types_.narrowed(left.type, kinds));
    return roots;
  }

  Truth is(const Resolved& left, Kinds kind) const {
    if (!types_.can_be(left.type, kind)) return Truth::no;
    return types_.kinds(left.type) == kind ? Truth::yes : Truth::unknown;
  }

  Truth compared(const Expression& variable, const Resolved& left, Kinds kind, Value member) {
    const bool path = member.name().ends_with("Path");
    if (!types_.can_be(left.type, kind)) {
      if (typing_.recording && types_.kinds(left.type) != 0)
        typing_.facts.never_true.push_back({member, &variable, left.type});
      return left.existence == Existence::present ? Truth::no : Truth::unknown;
    }
    if (path || left.existence != Existence::present || !types_.literal(left.type)) return Truth::unknown;
    return compare_literals(types_.literal(left.type), member);
  }

  Typing& typing_;
  Types& types_;
};

}  // namespace

Narrowed narrow_rule(Typing& typing, Value rule, const Roots& roots, bool asked) {
  return RuleNarrowing(typing).rule(rule, roots, asked);
}

}  // namespace sfn::asl::types
