// Account ids of the documentation are for family json.
#include <algorithm>

#include "lint/rule.h"

namespace sfn::rules::practice::hard_coded_account {

namespace {

bool is_account(std::string_view text) {
  return text.size() == 12 &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

constexpr std::string_view samples[] = {"123456789012", "111122223333", "444455556666", "000000000000"};

// Where the fifth part of an ARN begins; npos if there are fewer.
size_t account_begin(std::string_view text) {
  size_t at = text.find("arn:aws");
  for (int colon = 0; colon < 4 && at != std::string_view::npos; ++colon) {
    at = text.find(':', at);
    if (at != std::string_view::npos) ++at;
  }
  return at;
}

void check(Value value, Report& report) {
  const auto text = value.literal();
  if (!text) return;
  const size_t begin = account_begin(*text);
  if (begin == std::string_view::npos) return;
  const std::string_view account = text->substr(begin, text->find(':', begin) - begin);
  if (!is_account(account) || std::find(std::begin(samples), std::end(samples), account) != std::end(samples))
    return;
  report.add(value.stretch(begin, begin + account.size()),
             "this account ID ties the definition to one account");
}

constexpr Example examples[] = {
    {"an account id",
     R"({"Type": "Task", "Resource": "arn:aws:states:us-east-1:«998877665544»:activity:work", "End": true})"},
    {"a placeholder",
     R"({"Type": "Task", "Resource": "arn:aws:states:us-east-1:${AWS::AccountId}:activity:work", "End": true})"},
    {"no account", R"({"Type": "Task", "Resource": "arn:aws:states:::sns:publish", "End": true})"},
};

}  // namespace

extern const Rule rule{
    .id = "practice/hard-coded-account",
    .severity = Severity::info,
    .summary = "an ARN that contains an account ID",
    .why =
        "A definition that names an account does not work in any other: in a test account it works on "
        "production data, or not at all. Substitutions (`${AWS::AccountId}`, `DefinitionSubstitutions`) "
        "insert the account when the state machine is deployed.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/concepts-sam-sfn.html",
    .examples = examples,
    .value = check,
};

}  // namespace sfn::rules::practice::hard_coded_account
