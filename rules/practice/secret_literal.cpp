// Environment variables of containers are for family ecs.
#include <algorithm>
#include <string>

#include "lint/asl/machine.h"
#include "lint/asl/resource.h"
#include "lint/characters.h"
#include "lint/rule.h"

namespace sfn::rules::practice::secret_literal {

namespace {

bool is_key_character(char c) { return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); }

// Where an access key id of AWS stands: AKIA or ASIA and 16 capitals and digits; npos if there is none.
size_t access_key(std::string_view text) {
  if (text.size() < 20) return std::string_view::npos;
  for (const std::string_view stem : {"AKIA", "ASIA"}) {
    const size_t at = text.find(stem);
    if (at == std::string_view::npos || at + 20 > text.size()) continue;
    const std::string_view key = text.substr(at, 20);
    const bool ends = at + 20 == text.size() || !is_key_character(text[at + 20]);
    if (ends && !key.ends_with("EXAMPLE") && std::all_of(key.begin(), key.end(), is_key_character)) return at;
  }
  return std::string_view::npos;
}

std::string letters(std::string_view name) {
  std::string text;
  for (const char c : name)
    if (is_letter(c)) text += static_cast<char>(c | 0x20);
  return text;
}

constexpr std::string_view names[] = {"password",           "passwd",       "secretaccesskey",
                                      "awssecretaccesskey", "apikey",       "privatekey",
                                      "masteruserpassword", "clientsecret", "dbpassword"};

bool names_secret(std::string_view name) {
  return name.size() >= 6 && !name.ends_with(".$") &&
         std::find(std::begin(names), std::end(names), letters(name)) != std::end(names);
}

// Whether a text may be a secret at all, and no expression, path, reference or sample.
bool may_be_secret(std::string_view text) {
  if (text.size() < 6 || text.find_first_of(" <>{}*$") != std::string_view::npos) return false;
  return !text.starts_with("arn:") && !text.starts_with("{{");
}

void check_text(Value value, std::string_view text, Report& report) {
  if (const size_t at = access_key(text); at != std::string_view::npos)
    report.add(value.stretch(at, at + 20),
               "this looks like an AWS access key; keep credentials out of definitions");
  else if (text.find("PRIVATE KEY-----") != std::string_view::npos)
    report.add(value.place(), "this looks like a private key; keep credentials out of definitions");
  else if (names_secret(value.name()) && may_be_secret(text))
    report.add(value.place(), "this looks like a secret in plain text; fetch it from AWS Secrets Manager");
}

void walk(Value value, Report& report) {
  for (Value child : value) {
    if (child.name() == "Comment" || child.name() == "ContainerOverrides") continue;
    if (const auto text = child.literal()) check_text(child, *text, report);
    else walk(child, report);
  }
}

void check(const asl::State& state, Report& report) {
  for (const std::string_view field :
       {"Parameters", "Arguments", "Result", "Output", "Assign", "ResultSelector"})
    walk(state[field], report);
}

constexpr std::string_view yields_to[] = {"ecs/environment-secret"};

constexpr Example examples[] = {
    {"an access key", R"({"Type": "Pass", "End": true, "Result": {"Key": "«AKIAZ7Q2WXYB4N5M6P8R»"}})"},
    {"a password",
     R"({"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:rds:createDBInstance", "End": true,
           "Parameters": {"MasterUserPassword": «"hunter2hunter2"»}})"},
    {"a path to one",
     R"({"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:rds:createDBInstance", "End": true,
           "Parameters": {"MasterUserPassword.$": "$.password"}})"},
    {"the name of a secret",
     R"({"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:secretsmanager:getSecretValue", "End": true,
           "Parameters": {"SecretId": "database/password"}})"},
};

}  // namespace

extern const Rule rule{
    .id = "practice/secret-literal",
    .severity = Severity::warning,
    .summary = "a literal that looks like a credential",
    .why =
        "Everyone who may describe the state machine can see its definition, and its literals are copied "
        "into the history of every execution. Keep the secret in AWS Secrets Manager and let the program "
        "that needs it fetch it.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/sfn-best-practices.html",
    .examples = examples,
    .yields_to = yields_to,
    .state = check,
};

}  // namespace sfn::rules::practice::secret_literal
