#include "schemas/iam/resource_template.h"

#include <algorithm>
#include <optional>

#include "lint/asl/payload.h"
#include "lint/characters.h"
#include "schemas/arn.h"

namespace sfn::schemas::iam {

namespace {

// `arn:${Partition}:ecs:...:task-definition/{TaskDefinition|revision}` in its parts.
struct Template {
  std::string_view before, name, filter, after;

  explicit Template(std::string_view text) {
    size_t open = 0;
    while ((open = text.find('{', open)) != text.npos && open > 0 && text[open - 1] == '$') ++open;
    if (open == text.npos) {
      before = text;
      return;
    }
    const size_t close = text.find('}', open);
    before = text.substr(0, open);
    name = text.substr(open + 1, close - open - 1);
    after = text.substr(close + 1);
    if (const size_t bar = name.find('|'); bar != name.npos) {
      filter = name.substr(bar + 1);
      name = name.substr(0, bar);
    }
  }
};

// Without the placeholders that a policy leaves open too, or that are of one resource.
std::string without_names(std::string_view text) {
  std::string rest;
  for (size_t at = 0; at < text.size(); ++at) {
    const size_t end = text.substr(at, 2) == "${" ? text.find('}', at) : text.npos;
    const std::string_view name = end == text.npos ? "" : text.substr(at + 2, end - at - 2);
    const bool left = name.starts_with('@') || name == "Partition" || name == "Region" || name == "Account" ||
                      name == "Revision" || name == "StackName";
    rest += left ? 'x' : text[at];
    if (left) at = end;
  }
  return rest;
}

std::string replaced(std::string text, std::string_view part, std::string_view by) {
  if (const size_t at = text.find(part); at != text.npos) text.replace(at, part.size(), by);
  return text;
}

// `arn:aws:states:eu-west-1:1:stateMachine:order:PROD` without its version or alias.
std::string without_qualifier(const std::string& arn) {
  const size_t name = arn.find(":stateMachine:");
  return name == arn.npos ? arn : arn.substr(0, arn.find(':', name + 14));
}

// `https://sqs.eu-west-1.amazonaws.com/123456789012/jobs` as its ARN.
std::optional<NeededResource> queue(std::string_view url) {
  const size_t host = url.find("://sqs."), end = host == url.npos ? url.npos : url.find('/', host + 7);
  if (end == url.npos) return std::nullopt;
  const std::string_view region = url.substr(host + 7, url.find('.', host + 7) - host - 7);
  const size_t slash = url.find('/', end + 1);
  if (slash == url.npos) return std::nullopt;
  std::string arn = "arn:${Partition}:sqs:";
  arn.append(region).append(":").append(url.substr(end + 1, slash - end - 1)).append(":");
  arn += url.substr(slash + 1);
  return NeededResource{arn, arn};
}

NeededResource both(std::string text) { return {text, text}; }

// A revision is none where the name has none: the newest is authorized.
NeededResource revision(std::string resource, size_t name_at) {
  if (resource.find(':', name_at) != std::string::npos) return both(resource);
  return {resource + ":*", resource + ":${Revision}"};
}

bool is_foundation_model(std::string_view id) {
  for (const std::string_view area : {"us.", "eu.", "apac.", "global.", "us-gov.", "jp.", "au.", "ca."})
    if (id.starts_with(area)) return false;
  return id.find('.') != id.npos;
}

std::optional<NeededResource> literal(const Template& parts, std::string_view text) {
  if (!is_plain(without_names(text))) return std::nullopt;
  const bool arn = text.starts_with("arn:");
  std::string whole(arn ? std::string(text) : std::string(parts.before).append(text));
  if (parts.filter == "revision") return revision(whole, whole.find("task-definition/") + 16);
  if (parts.filter == "role") return both(role_arn(text));
  if (parts.filter == "queue") return arn ? both(whole) : queue(text);
  if (parts.filter == "model" && !arn && !is_foundation_model(text)) return std::nullopt;
  if (parts.filter == "function" && !arn) {
    const size_t function = text.find("function:");  // `ACCOUNT:function:NAME`
    if (function != text.npos) whole = std::string(parts.before).append(text.substr(function + 9));
  }
  if (parts.filter == "machine") {
    if (!arn) return std::nullopt;
    whole = without_qualifier(whole);
    return NeededResource{whole, whole + "${Qualifier}"};
  }
  if (parts.filter == "execution") {
    if (!arn) return std::nullopt;
    return both(replaced(without_qualifier(whole), ":stateMachine:", ":execution:") + ":*");
  }
  if (parts.filter == "prefix") whole += whole.ends_with('/') ? "*" : "/*";
  return both(whole.append(parts.after));
}

// What stands where a parameter is: nothing, a literal, or something that is not known.
struct Found {
  Value value;
  std::vector<std::string> texts;
  bool known = true;
};

/// Looks for parameters by their paths.
struct Finder {
  asl::QueryLanguage language;
  const Deployment& deployment;

  Found find(Value object, std::string_view path) const;
  Found find_in_items(const asl::Parameter& array, std::string_view rest) const;
};

// `Entries[].EventBusName`: of every item; one that has none goes to the default bus.
Found Finder::find_in_items(const asl::Parameter& array, std::string_view rest) const {
  Found all{array.value, {}, array.literal().is_array()};
  for (Value item : array.literal()) {
    const Found one = find(item, rest);
    all.known = all.known && one.known && item.is_object();
    if (one.texts.empty() && one.known) all.texts.push_back("default");
    all.texts.insert(all.texts.end(), one.texts.begin(), one.texts.end());
  }
  return all;
}

Found Finder::find(Value object, std::string_view path) const {
  const size_t dot = path.find('.');
  std::string_view name = path.substr(0, dot);
  const std::string_view rest = dot == path.npos ? std::string_view() : path.substr(dot + 1);
  const bool items = name.ends_with("[]");
  if (items) name.remove_suffix(2);
  const asl::Parameter parameter = asl::parameter(object, name, language);
  if (!parameter) return {{}, {}, !object.open()};
  if (items) return find_in_items(parameter, rest);
  if (!rest.empty())
    return parameter.literal() ? find(parameter.literal(), rest) : Found{parameter.value, {}, false};
  const auto text = parameter.dynamic ? std::nullopt : known_text(parameter.value, deployment);
  if (text) return {parameter.value, {*text}, true};
  return {parameter.value, {}, false};
}

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  while (!text.empty()) {
    parts.push_back(text.substr(0, text.find(separator)));
    text.remove_prefix(std::min(text.size(), parts.back().size() + 1));
  }
  return parts;
}

std::string unknown_name(std::string_view path) {
  const size_t dot = path.rfind('.');
  return std::string("${").append(dot == path.npos ? path : path.substr(dot + 1)).append("}");
}

// `*=arn:...` is granted as `*`.
NeededResource fixed(std::string_view text) {
  if (text.starts_with("*=")) return {"*", std::string(text.substr(2))};
  return {std::string(text), text == "*" ? "${Resource}" : std::string(text)};
}

// `{Name|filter}` as `${Name}`.
std::string opened(std::string_view text) {
  std::string result;
  while (!text.empty()) {
    const Template parts(text);
    result += parts.before;
    if (parts.name.empty()) break;
    result += unknown_name(parts.name);
    text = parts.after;
  }
  return result;
}

// The ARN with the parameter left open.
std::string open_arn(const Template& parts) {
  if (parts.filter == "role") return "arn:${Partition}:iam::${Account}:role/" + unknown_name(parts.name);
  if (parts.before.empty() || parts.filter == "queue") return unknown_name(parts.name);
  return std::string(parts.before).append(unknown_name(parts.name)).append(opened(parts.after)) + "${More}";
}

class Filling {
 public:
  Filling(const Permission& permission, Value payload, const Finder& finder)
      : permission_(permission), payload_(payload), finder_(finder) {}

  Filled run() {
    for (const std::string_view text : split(permission_.resource, ' ')) add(text);
    if (!filled_.dynamic) return filled_;
    // One that is dynamic makes all of them so: the documentation has another list for them.
    std::vector<NeededResource> dynamic;
    const auto granted = split(permission_.dynamic, ' ');
    for (size_t i = 0; i < granted.size(); ++i)
      dynamic.push_back({std::string(granted[i]), i < filled_.resources.size() ? filled_.resources[i].acted_on
                                                                               : std::string(granted[i])});
    if (!dynamic.empty()) filled_.resources = std::move(dynamic);
    return filled_;
  }

 private:
  void add(std::string_view text, bool inner = false) {
    const Template parts(text);
    if (parts.name.empty()) return filled_.resources.push_back(fixed(text));
    const Found found = payload_ ? finder_.find(payload_, parts.name) : Found{{}, {}, false};
    filled_.parameter = found.value;
    if (found.known && found.texts.empty() && parts.filter == "role") return;  // no role, none to pass
    std::vector<NeededResource> made;
    bool known = found.known && !found.texts.empty();
    for (const std::string& one : found.texts) {
      auto resource = literal(parts, one);
      known = known && resource.has_value();
      if (resource) made.push_back(std::move(*resource));
    }
    // The object in a known bucket may be any.
    if (!known && inner)
      return filled_.resources.push_back({std::string(parts.before) + "*", open_arn(parts)});
    for (const NeededResource& one : made)
      if (known && !Template(one.granted).name.empty()) return add(one.granted, true);
    if (!known) {
      filled_.dynamic = true;
      made = {both(open_arn(parts))};
    }
    filled_.resources.insert(filled_.resources.end(), made.begin(), made.end());
  }

  const Permission& permission_;
  Value payload_;
  Finder finder_;
  Filled filled_;
};

}  // namespace

bool is_plain(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
    return is_letter(c) || is_digit(c) || std::string_view("-_./:+=,@!# ").find(c) != std::string_view::npos;
  });
}

std::string role_arn(std::string_view role) {
  if (role.starts_with("arn:")) return std::string(role);
  return std::string("arn:${Partition}:iam::${Account}:role/").append(role);
}

std::optional<std::string> known_text(Value value, const Deployment& deployment) {
  if (const auto literal = value.literal()) return std::string(*literal);
  if (!deployment.declarations || (!value.is_string() && !value.is_opaque())) return std::nullopt;
  std::string text = deployment.deployed(value.text());
  return is_plain(without_names(text)) ? std::optional(std::move(text)) : std::nullopt;
}

Filled fill(const Permission& permission, Value payload, asl::QueryLanguage language,
            const Deployment& deployment) {
  return Filling(permission, payload, {language, deployment}).run();
}

}  // namespace sfn::schemas::iam
