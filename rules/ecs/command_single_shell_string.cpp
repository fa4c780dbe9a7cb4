#include <algorithm>

#include "lint/json/json_text.h"
#include "lint/rule.h"
#include "schemas/ecs/run_task.h"

namespace sfn::rules::ecs::command_single_shell_string {

using namespace schemas::ecs;

namespace {

// A word, a blank, and more: a sentence of data has no place as the only argument, but a path with blanks
// may.
bool is_command_line(std::string_view text) {
  const size_t blank = text.find(' ');
  if (blank == text.npos || blank == 0 || blank + 1 == text.size()) return false;
  return text.find_first_of("$.{[<\n") > blank || text.starts_with("./");
}

// Absent where quotes or a shell's own characters forbid a plain split.
std::optional<std::string> split(std::string_view text) {
  if (text.find_first_of("'\"\\|&;<>()$`*?#~{}[]\n\t") != text.npos) return std::nullopt;
  std::string list = "[";
  while (!text.empty()) {
    const size_t end = std::min(text.find(' '), text.size());
    if (end > 0) list += (list.size() > 1 ? ", " : "") + json::quote(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return list + "]";
}

void check(const RunTask& task, Report& report) {
  for (Value container : task.containers()) {
    const Value command = task.literal(container, "Command");
    const Value item = command.is_array() && command.child_count() == 1 ? command.first_child() : Value();
    // A placeholder behind the first blank changes nothing.
    if (!item.is_string() || !is_command_line(item.text()) || asl::is_jsonata(item)) continue;
    Diagnostic& found =
        report.add(item.place(),
                   "the whole command line is one argument, and no shell splits it; make each word an item");
    const auto text = item.literal();
    if (const auto list = text ? split(*text) : std::nullopt)
      found.offer_unsafe("split it at the blanks", set_value(command, *list));
  }
}

constexpr Example examples[] = {
    {"one text",
     R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"TaskDefinition": "web:7", "Overrides": {"ContainerOverrides": [{"Name": "app",
  "Command": [«"python app.py --day 1"»]}]}}, "End": true})json",
     R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"TaskDefinition": "web:7", "Overrides": {"ContainerOverrides": [{"Name": "app",
  "Command": ["python", "app.py", "--day", "1"]}]}}, "End": true})json"},
    {"with a placeholder in it",
     R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"TaskDefinition": "web:7", "Overrides": {"ContainerOverrides": [{"Name": "app",
  "Command": [«"python app.py --stage ${Stage}"»]}]}}, "End": true})json"},
    {"a shell is asked to split it",
     R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"TaskDefinition": "web:7", "Overrides": {"ContainerOverrides": [{"Name": "app",
  "Command": ["sh", "-c", "python app.py"]}]}}, "End": true})json"},
    {"arguments, in JSONata",
     R"json({"Type": "Task", "QueryLanguage": "JSONata", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Arguments": {"TaskDefinition": "web:7", "Overrides": {"ContainerOverrides": [{"Name": "app",
  "Command": ["python", "app.py", "{% $states.input.day %}"]}]}}, "End": true})json"},
};

}  // namespace

extern const Rule rule{
    .id = "ecs/command-single-shell-string",
    .severity = Severity::warning,
    .summary = "a command line in a single string",
    .why =
        "No shell reads the command: the whole string is taken as the name of one program, and the "
        "container stops with `exec: no such file`.",
    .see = "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerOverride.html",
    .examples = examples,
    .about = ecs_run_task,
    .state = on_run_task<check>,
};

}  // namespace sfn::rules::ecs::command_single_shell_string
