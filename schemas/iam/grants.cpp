#include "schemas/iam/grants.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "lint/json/json_text.h"
#include "schemas/arn.h"
#include "schemas/iam/resource_template.h"
#include "schemas/iam/wildcard.h"

namespace sfn::schemas::iam {

namespace {

void replace_all(std::string& text, std::string_view part, const std::string& by) {
  if (by.empty()) return;
  for (size_t at = 0; (at = text.find(part, at)) != std::string::npos; at += by.size())
    text.replace(at, part.size(), by);
}

// A value is known as long as all that is seen agrees.
class Agreed {
 public:
  void see(std::string_view value) {
    if (value.empty() || !is_plain(value)) return;
    differ_ = differ_ || (!value_.empty() && value_ != value);
    value_ = value;
  }
  std::string value() const { return differ_ ? "" : value_; }

 private:
  std::string value_;
  bool differ_ = false;
};

std::string_view prefix(const std::string& action) {
  return std::string_view(action).substr(0, action.find(':'));
}

struct Merging {
  std::set<std::string> resources;
  size_t order = SIZE_MAX;
};

// Of two resources of which one covers the other, the wider one is enough.
std::vector<std::string> widest(const std::set<std::string>& resources) {
  std::vector<std::string> kept;
  for (const std::string& resource : resources) {
    const bool covered = std::any_of(resources.begin(), resources.end(), [&](const std::string& other) {
      return other != resource && covers(other, resource) == Answer::yes;
    });
    if (!covered) kept.push_back(resource);
  }
  return kept;
}

std::string json_list(const std::vector<std::string>& texts) {
  std::string json = "[";
  for (const std::string& text : texts) json += (json.size() > 1 ? ",\n    " : "\n    ") + json::quote(text);
  return json + "\n  ]";
}

std::string indented(std::string_view text, std::string_view indent) {
  std::string result;
  for (const char c : text) {
    result += c;
    if (c == '\n') result += indent;
  }
  return result;
}

}  // namespace

std::string KnownValues::fill(std::string text) const {
  replace_all(text, "${Partition}", partition);
  replace_all(text, "${Region}", region);
  replace_all(text, "${Account}", account);
  replace_all(text, "${StateMachineName}", state_machine);
  return text;
}

KnownValues known_values(const asl::Machine& machine) {
  Agreed partition, region, account;
  for (const asl::State& state : machine.states()) {
    if (state.value.has("Credentials")) return {};
    const std::string_view named = state.resource.partition;
    if (named.starts_with("aws")) partition.see(named);
  }
  const Document& document = machine.document();
  for (NodeId id = 0; id < document.size(); ++id) {
    const Value value = document.at(id);
    const auto text = value.literal();
    const auto arn = text && text->starts_with("arn:") ? read_arn(*text) : std::nullopt;
    if (!arn || arn->service == "iam" || arn->service == "s3") continue;
    if (arn->service != "states" || !arn->region.empty()) partition.see(arn->partition);
    region.see(arn->region);
    account.see(arn->account);
  }
  return {partition.value(), region.value(), account.value(), ""};
}

std::vector<Grant> grants(const std::vector<Need>& needs, const KnownValues& known_values) {
  std::map<std::pair<std::string, std::string>, Merging> by_action;  // action and condition
  std::map<std::string, size_t> first;                               // where an action was first needed
  std::vector<const Need*> sorted;
  for (const Need& need : needs) sorted.push_back(&need);
  std::stable_sort(sorted.begin(), sorted.end(),
                   [](const Need* a, const Need* b) { return a->order < b->order; });
  for (const Need* need : sorted) {
    Merging& merging = by_action[{need->action, std::string(need->passed)}];
    merging.order = std::min(merging.order, need->order);
    first.emplace(need->action, first.size());
    for (const NeededResource& resource : need->resources)
      merging.resources.insert(known_values.fill(resource.granted));
  }
  // Actions of one service on the same resources under the same condition are one statement.
  std::map<std::tuple<std::string, std::vector<std::string>, std::string>, Grant> merged;
  for (const auto& [key, merging] : by_action) {
    const auto& [action, passed] = key;
    std::vector<std::string> resources = widest(merging.resources);
    Grant& grant = merged[{std::string(prefix(action)), resources, passed}];
    grant.order = grant.actions.empty() ? merging.order : std::min(grant.order, merging.order);
    grant.actions.push_back(action);
    grant.resources = std::move(resources);
    grant.passed = passed;
  }
  std::vector<Grant> all;
  for (auto& [key, grant] : merged) {
    std::sort(grant.actions.begin(), grant.actions.end(),
              [&](const std::string& a, const std::string& b) { return first[a] < first[b]; });
    all.push_back(std::move(grant));
  }
  std::stable_sort(all.begin(), all.end(), [](const Grant& a, const Grant& b) { return a.order < b.order; });
  return all;
}

std::string to_json(const Grant& grant) {
  std::string json = "{\n  \"Effect\": \"Allow\",\n  \"Action\": " + json_list(grant.actions);
  json += ",\n  \"Resource\": ";
  json += grant.resources == std::vector<std::string>{"*"} ? "\"*\"" : json_list(grant.resources);
  if (!grant.passed.empty())
    json += ",\n  \"Condition\": {\n    \"StringEquals\": {\n      \"iam:PassedToService\": " +
            json::quote(grant.passed) + "\n    }\n  }";
  return json + "\n}";
}

std::string to_json(const std::vector<Grant>& grants) {
  std::string json = "{\n  \"Version\": \"2012-10-17\",\n  \"Statement\": [";
  for (size_t i = 0; i < grants.size(); ++i)
    json += (i > 0 ? ",\n    " : "\n    ") + indented(to_json(grants[i]), "    ");
  return json + "\n  ]\n}\n";
}

}  // namespace sfn::schemas::iam
