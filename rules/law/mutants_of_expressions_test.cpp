#include <cctype>
#include <string>

#include "lint/json/string.h"
#include "rules/law/mutants.h"

namespace sfn::law {

namespace {

struct Slip {
  std::string_view kind, from, to;
};

// Each is made once in a text, at the first place where it can be.
constexpr Slip in_paths[] = {
    {"context-as-input", "$$.", "$."},
    {"dollar-missing", "$.", "."},
    {"dollar-and-dot-missing", "$.", ""},
    {"dot-missing", "$.", "$"},
    {"dot-doubled", "$.", "$.."},
    {"dot-before-bracket", "[", ".["},
    {"hyphen-in-name", ".", ".my-"},
    {"context-name-case", "$$.Execution", "$$.execution"},
    {"context-name-case", "$$.Map.Item.Value", "$$.Map.Item.value"},
    {"quote-missing", "'", ""},
    {"quotes-doubled", "'", "\\\""},
    {"bracket-missing", "]", ""},
};
constexpr Slip in_functions[] = {
    {"function-case", "States.Format", "States.format"},
    {"function-prefix-missing", "States.", ""},
    {"function-prefix-case", "States.", "states."},
    {"parenthesis-missing", "(", ""},
    {"comma-missing", ", ", " "},
    {"comma-doubled", ", ", ",, "},
    {"escape-doubled", "\\", "\\\\"},
    {"brace-missing", "{}", "{"},
    {"brace-filled", "{}", "{0}"},
};
constexpr Slip in_jsonata[] = {
    {"opening-missing", "{%", ""},
    {"percent-missing", "{%", "{"},
    {"moustaches", "{%", "{{%"},
    {"blank-before-closing", "%}", "% }"},
    {"states-as-path", "$states.input.", "$."},
    {"states-without-dollar", "$states.", "states."},
    {"states-name-case", "$states.context", "$states.Context"},
    {"equals-doubled", " = ", " == "},
    {"and-as-in-c", " and ", " && "},
    {"plus-for-texts", " & ", " + "},
    {"function-without-dollar", "$string(", "string("},
    {"function-case", "$string(", "$String("},
    {"path-of-context", "$states.context.", "$$."},
};
constexpr Slip in_resources[] = {
    {"colon-missing", ":::", "::"},
    {"colon-added", ":::", "::::"},
    {"service-letter-missing", ":::", ":::x"},
    {"sync-case", ".sync", ".Sync"},
    {"sync-version-dot", ".sync:2", ".sync.2"},
    {"sync-as-colon", ".sync", ":sync"},
    {"token-case", ".waitForTaskToken", ".waitForTasktoken"},
    {"token-short", ".waitForTaskToken", ".waitForToken"},
    {"token-letter-missing", ".waitForTaskToken", ".waitForTaskTken"},
    {"sdk-prefix-missing", "aws-sdk:", ""},
    {"sdk-prefix-case", "aws-sdk:", "aws-SDK:"},
    {"sdk-prefix-added", ":::", ":::aws-sdk:"},
};

template <size_t N>
void slip(Value value, const std::string& text, const Slip (&slips)[N], const Mutants& take) {
  for (const Slip& one : slips) {
    std::string now = text;
    const size_t at = one.from == ")" ? now.rfind(one.from) : now.find(one.from);
    if (at == npos) continue;
    take(one.kind, {set_value(value, json::quote(now.replace(at, one.from.size(), one.to)))});
  }
}

void around(Value value, const std::string& text, const Mutants& take) {
  const auto become = [&](std::string_view kind, std::string now) {
    take(kind, {set_value(value, json::quote(now))});
  };
  become("last-character-missing", text.substr(0, text.size() - 1));
  become("blanks-around", " " + text + " ");
  become("text-before", "prefix/" + text);
  become("text-behind", text + "/suffix");
  become("quotes-around", "'" + text + "'");
  become("braces-around", "{" + text + "}");
}

// A path inside a text, under the key of a literal.
void in_literal(Value value, const std::string& text, const Mutants& take) {
  std::string name(value.name());
  if (!name.ends_with(".$")) return;
  name.resize(name.size() - 2);
  take("text-before-under-plain-key",
       {rename_key(value, name), set_value(value, json::quote("s3://b/" + text))});
  take("two-in-one-text", {rename_key(value, name), set_value(value, json::quote(text + "/" + text))});
}

// `runTask` as `RunTask`, `runtask`, `runTsk`; `ecs` as `ECS`, `ecss`.
void mutants_of_call(Value value, const std::string& text, const Mutants& take) {
  const auto become = [&](std::string_view kind, std::string now) {
    if (now != text) take(kind, {set_value(value, json::quote(now))});
  };
  const size_t service = text.find(":::") + 3, action = text.rfind(':', text.find(".sync:2")) + 1;
  if (action <= service) return;
  const auto upper = [&](size_t at) {
    std::string now = text;
    now[at] = static_cast<char>(std::toupper(static_cast<unsigned char>(now[at])));
    return now;
  };
  become("action-capital", upper(action));
  become("service-capital", upper(service));
  std::string lower = text, missing = text, doubled = text;
  for (size_t i = action; i < lower.size() && lower[i] != '.'; ++i)
    lower[i] = static_cast<char>(std::tolower(static_cast<unsigned char>(lower[i])));
  become("action-lower-case", lower);
  become("action-letter-missing", missing.erase(action + 2, 1));
  become("service-letter-doubled", doubled.insert(service, 1, text[service]));
}

}  // namespace

void mutants_of_expression(Value value, const Mutants& take) {
  const auto literal = value.literal();
  if (!literal || literal->size() < 2) return;
  const std::string text(*literal);
  const bool jsonata = text.starts_with("{%"), function = text.starts_with("States.") && text.ends_with(")");
  if (jsonata) slip(value, text, in_jsonata, take);
  if (function) slip(value, text, in_functions, take);
  if (function || text.starts_with("$")) slip(value, text, in_paths, take);
  if (jsonata || function || text.starts_with("$")) around(value, text, take);
  if (function || text.starts_with("$")) in_literal(value, text, take);
  if (text.starts_with("arn:aws:states:::")) {
    slip(value, text, in_resources, take);
    mutants_of_call(value, text, take);
  }
}

void mutants_of(const Document& document, const Mutants& take) {
  for (NodeId id = 0; id < document.size(); ++id) {
    const Value value = document.at(id);
    if (value.is_opaque()) continue;
    mutants_of_key(value, take);
    mutants_of_place(value, take);
    mutants_of_scalar(value, take);
    mutants_of_expression(value, take);
  }
}

}  // namespace sfn::law
