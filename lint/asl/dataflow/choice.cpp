#include "lint/asl/dataflow/choice.h"

namespace sfn::asl::dataflow {

namespace {

enum class Truth : uint8_t { no, yes, unknown };

Truth truth(bool is) { return is ? Truth::yes : Truth::no; }

class Rules {
 public:
  Rules(const Roots& roots, Evaluator& evaluator) : roots_(roots), evaluator_(evaluator) {}

  // `asked`: whether the rule is surely evaluated. The reader bounds the depth.
  Truth evaluate(Value rule, bool asked) {
    if (rule.open()) return Truth::unknown;
    if (const Value rules = rule["And"]) return all(rules, Truth::yes, asked);
    if (const Value rules = rule["Or"]) return all(rules, Truth::no, asked);
    if (const Value inner = rule["Not"]) return opposite(evaluate(inner, asked));
    return comparison(rule, asked);
  }

 private:
  // And goes on while rules hold, Or while they do not.
  Truth all(Value rules, Truth neutral, bool asked) {
    if (!rules.is_array()) return Truth::unknown;
    Truth result = neutral;
    for (Value rule : rules) {
      const Truth one = evaluate(rule, asked);
      if (one == opposite(neutral)) return one;
      if (one == Truth::unknown) result = Truth::unknown;
      asked = asked && one == neutral;
    }
    return result;
  }

  static Truth opposite(Truth truth) {
    return truth == Truth::unknown ? truth : truth == Truth::yes ? Truth::no : Truth::yes;
  }

  Truth comparison(Value rule, bool asked) {
    const Expression* variable = evaluator_.find(rule["Variable"]);
    if (!variable || !variable->path() || variable->path()->fault) return Truth::unknown;
    const Resolved left = evaluator_.resolved(variable->path()->path, roots_);
    if (const Value wanted = rule["IsPresent"]) return is_present(left, wanted);
    if (left.existence == Existence::missing) {
      if (asked) evaluator_.miss(*variable, variable->path()->path, left);
      return Truth::unknown;
    }
    if (left.existence == Existence::maybe) return Truth::unknown;
    for (Value member : rule)
      if (is_comparison(member.name())) return compare(left.datum, member);
    return Truth::unknown;
  }

  static Truth is_present(const Resolved& left, Value wanted) {
    if (left.existence == Existence::maybe || !wanted.is_boolean()) return Truth::unknown;
    return truth((left.existence == Existence::present) == *wanted.boolean());
  }

  static Truth compare(const Datum& left, Value member) {
    const std::string_view name = member.name();
    if (name == "IsNull") return is(left, intrinsic::null, member);
    if (name == "IsString") return is(left, intrinsic::string, member);
    if (name == "IsNumeric") return is(left, intrinsic::number, member);
    if (name == "IsBoolean") return is(left, intrinsic::boolean, member);
    if (name == "StringEquals") return equals(left, intrinsic::string, member);
    if (name == "BooleanEquals") return equals(left, intrinsic::boolean, member);
    if (name.starts_with("Numeric") && !name.ends_with("Path")) return numeric(left, member);
    return Truth::unknown;
  }

  static Truth is(const Datum& left, Kinds kind, Value wanted) {
    if (!wanted.is_boolean()) return Truth::unknown;
    if (!left.can_be(kind)) return truth(!*wanted.boolean());
    return left.kinds() == kind ? truth(*wanted.boolean()) : Truth::unknown;
  }

  // Values of other types than the operator's compare as false.
  static Truth equals(const Datum& left, Kinds kind, Value wanted) {
    if (!left.can_be(kind)) return Truth::no;
    if (!left.node() || kinds_of(wanted) != kind) return Truth::unknown;
    return truth(left.node().text() == wanted.text());
  }

  static Truth numeric(const Datum& left, Value wanted) {
    if (!left.can_be(intrinsic::number)) return Truth::no;
    const auto a = left.node().number(), b = wanted.number();
    if (!a || !b) return Truth::unknown;
    const std::string_view name = wanted.name();
    if (name == "NumericEquals") return truth(*a == *b);
    if (name == "NumericLessThan") return truth(*a < *b);
    if (name == "NumericLessThanEquals") return truth(*a <= *b);
    if (name == "NumericGreaterThan") return truth(*a > *b);
    return name == "NumericGreaterThanEquals" ? truth(*a >= *b) : Truth::unknown;
  }

  const Roots& roots_;
  Evaluator& evaluator_;
};

}  // namespace

Decision decide(const State& choice, const Roots& roots, Evaluator& evaluator) {
  Decision decision;
  Rules rules(roots, evaluator);
  for (const Transition& way : choice.transitions) {
    if (way.kind == TransitionKind::fallback) decision.ways.push_back(&way);
    if (way.kind != TransitionKind::rule) continue;
    const Truth truth = choice.jsonata()
                            ? Truth::unknown
                            : rules.evaluate(way.holder, decision.certain && decision.ways.empty());
    if (truth == Truth::no) continue;
    decision.ways.push_back(&way);
    if (truth == Truth::yes) return decision;
    decision.certain = false;
  }
  return decision;
}

}  // namespace sfn::asl::dataflow
