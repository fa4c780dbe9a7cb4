#include <fmt/core.h>

#include "cli/generate/generate.h"
#include "cli/version.h"

namespace sfn::cli {

namespace {

// A text for roff: no letter of it is an instruction, and each `-` can be copied into a shell.
std::string roff(std::string_view text) {
  std::string safe;
  for (const char c : text) {
    if (c == '\\') safe += "\\e";
    else if (c == '-') safe += "\\-";
    else if ((c == '.' || c == '\'') && (safe.empty() || safe.back() == '\n'))
      safe.append("\\&").push_back(c);
    else safe += c;
  }
  return safe;
}

std::string option_heading(const OptionAbout& option) {
  std::string heading = option.letter.empty() ? "" : "\\fB" + roff(option.letter) + "\\fR, ";
  if (option.positional) heading += "\\fI" + roff(option.name) + "\\fR";
  else heading += "\\fB" + roff(option.name) + "\\fR";
  if (!option.value.empty()) heading += " \\fI" + roff(option.value) + "\\fR";
  return heading;
}

// Options in the order of the help, each group under its heading.
std::string option_list(const CommandAbout& command) {
  std::string text, group;
  for (const OptionAbout& option : command.options) {
    const bool plain = option.positional || option.group == "OPTIONS" || option.group == "Options";
    if (!plain && option.group != group) text += ".SS " + roff(option.group) + "\n";
    if (!plain) group = option.group;
    text += ".TP\n" + option_heading(option) + "\n" + roff(option.text) + "\n";
  }
  return text;
}

std::string synopsis(const CommandAbout& command, bool first) {
  std::string text =
      std::string(first ? "" : ".br\n") + ".B sfn\\-lint" + (first ? "\n" : " " + command.name + "\n");
  text += "[\\fIOPTION\\fR]...";
  for (const OptionAbout& option : command.options)
    if (option.positional)
      text += " " + (first ? "[\\fI" + option.name + "\\fR]..." : "\\fI" + option.name + "\\fR");
  return text + "\n";
}

constexpr const char* description = R"(.SH DESCRIPTION
.B sfn\-lint
finds what is wrong in AWS Step Functions definitions (Amazon States Language), above all in their Amazon ECS and
Fargate tasks. It needs no network and no AWS account.
.PP
Files that are named are checked whatever they hold. In a folder the definitions are found by their names and by what
they hold; hidden folders, node_modules and what git ignores are left out. A quoted pattern works as in a shell:
.B *
and
.B ?
match in one name,
.B **
any folders,
.B [a\-z]
one character and
.B {a,b}
one of several texts.
)";

constexpr const char* rest = R"(.SH "EXIT STATUS"
The highest that applies:
.TP
.B 0
nothing at or above
.B \-\-fail\-on
.TP
.B 1
findings, or
.B \-\-diff
would change something
.TP
.B 2
wrong usage or configuration
.TP
.B 3
a file could not be read or written
.SH FILES
.TP
.B .sfn\-lint.json
Configuration of the files in its folder and below it.
.TP
.I NAME\fB.input.json
A sample execution input for
.IR NAME\fB.asl.json\fR.
.TP
.B .gitignore
What it names is left out in folders.
.SH ENVIRONMENT
.TP
.B NO_COLOR
No colour on a terminal, if it is set and not empty.
.SH EXAMPLES
.TP
Check the definitions below the current folder:
.B sfn\-lint
.TP
Check a file and a folder, and fail for warnings as well:
.B sfn\-lint \-\-fail\-on warning order.asl.json flows/
.TP
Make the safe fixes:
.B sfn\-lint \-\-fix order.asl.json
.TP
What a rule finds, and why:
.B sfn\-lint explain ecs/fargate\-no\-network
)";

}  // namespace

std::string man_page(const std::vector<CommandAbout>& commands) {
  std::string text = fmt::format(
      ".TH SFN\\-LINT 1 \"\" \"sfn\\-lint {}\" \"User Commands\"\n"
      ".SH NAME\nsfn\\-lint \\- linter for AWS Step Functions definitions\n.SH SYNOPSIS\n",
      version);
  for (const CommandAbout& command : commands) text += synopsis(command, &command == &commands.front());
  text += description;
  text += ".SH OPTIONS\n" + option_list(commands.front()) + ".SH COMMANDS\n";
  for (const CommandAbout& command : commands) {
    if (&command == &commands.front()) continue;
    text += ".SS \"sfn\\-lint " + roff(command.name) + "\"\n" + roff(command.summary) + "\n" +
            option_list(command);
  }
  return text + rest;
}

}  // namespace sfn::cli
