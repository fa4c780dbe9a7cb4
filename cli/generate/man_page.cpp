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
finds mistakes in AWS Step Functions definitions (Amazon States Language), especially in their Amazon ECS and
Fargate tasks. It needs neither a network nor an AWS account.
.PP
Files given by name are checked whatever they contain. In a folder, definitions are recognized by their names and
their contents; hidden folders, node_modules and files that git ignores are skipped. A quoted pattern works as in a
shell:
.B *
and
.B ?
match within one name,
.B **
matches any folders,
.B [a\-z]
one character and
.B {a,b}
one of several alternatives.
)";

constexpr const char* rest = R"(.SH "EXIT STATUS"
The highest status that applies:
.TP
.B 0
no findings at or above
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
Configuration for the files in and below its folder.
.TP
.I NAME\fB.input.json
A sample execution input for
.IR NAME\fB.asl.json\fR.
.TP
.B .gitignore
Files that it lists are skipped in folders.
.SH ENVIRONMENT
.TP
.B NO_COLOR
If it is set and not empty, terminal output is not colored.
.SH EXAMPLES
.TP
Check the definitions below the current folder:
.B sfn\-lint
.TP
Check a file and a folder, and also fail on warnings:
.B sfn\-lint \-\-fail\-on warning order.asl.json flows/
.TP
Apply the safe fixes:
.B sfn\-lint \-\-fix order.asl.json
.TP
Explain what a rule finds, and why:
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
