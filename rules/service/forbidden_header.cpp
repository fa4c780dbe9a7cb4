// The list is the Developer Guide's, page connect-api-gateway.
#include <fmt/core.h>

#include <algorithm>
#include <iterator>

#include "lint/asl/payload.h"
#include "lint/asl/resource.h"
#include "lint/nearest.h"
#include "lint/rule.h"

namespace sfn::rules::service::forbidden_header {

namespace {

constexpr std::string_view forbidden[] = {
    "Authorization",
    "Connection",
    "Content-md5",
    "Expect",
    "Host",
    "Max-Forwards",
    "Proxy-Authenticate",
    "Server",
    "TE",
    "Transfer-Encoding",
    "Trailer",
    "Upgrade",
    "Via",
    "Www-Authenticate",
};
constexpr std::string_view forbidden_prefixes[] = {"X-Forwarded", "X-Amz", "X-Amzn"};

bool refused(std::string_view header) {
  const auto same = [&](std::string_view name) { return equal_without_case(name, header); };
  const auto begins = [&](std::string_view prefix) {
    return equal_without_case(prefix, header.substr(0, prefix.size()));
  };
  return std::any_of(std::begin(forbidden), std::end(forbidden), same) ||
         std::any_of(std::begin(forbidden_prefixes), std::end(forbidden_prefixes), begins);
}

void check(const asl::State& state, Report& report) {
  if (!asl::resource(state).is_integration("apigateway", "invoke")) return;
  const Value headers = asl::parameter(state.arguments(), "Headers", state.language).literal();
  if (!headers.is_object()) return;
  for (Value member : headers) {
    const asl::Parameter header = asl::parameter(member, state.language);
    if (refused(header.name))
      report.add(header.key(), fmt::format("a task cannot set the header `{}`", header.name));
  }
}

constexpr Example examples[] = {
    {"credentials by hand",
     R"({"Type": "Task", "Resource": "arn:aws:states:::apigateway:invoke", "Parameters": {"ApiEndpoint": "e",
 "Method": "GET", "Headers": {«"Authorization"»: ["x"], "Accept": ["text/plain"]}}, "End": true})"},
    {"a custom header",
     R"({"Type": "Task", "Resource": "arn:aws:states:::apigateway:invoke", "Parameters": {"ApiEndpoint": "e",
 "Method": "GET", "Headers": {"Trace": ["x"]}, "AuthType": "IAM_ROLE"}, "End": true})"},
};

}  // namespace

extern const Rule rule{
    .id = "service/forbidden-header",
    .severity = Severity::error,
    .summary = "a header that a task cannot set",
    .why =
        "Step Functions keeps some headers for itself. It refuses a definition that sets one when it is "
        "deployed, or the state fails when it runs. For credentials there is `AuthType`.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/connect-api-gateway.html",
    .examples = examples,
    .state = check,
};

}  // namespace sfn::rules::service::forbidden_header
