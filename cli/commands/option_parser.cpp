#include "cli/commands/option_parser.h"

#include <CLI/CLI.hpp>
#include <algorithm>

#include "cli/commands/command_words.h"
#include "cli/commit.h"
#include "cli/config/mistakes.h"
#include "cli/exit_status.h"
#include "cli/report/printable.h"
#include "cli/version.h"
#include "lint/nearest.h"
#include "lint/wording.h"

namespace sfn::cli {

struct OptionParser::App : CLI::App {
  using CLI::App::App;
  bool version = false;
};

namespace {

using Words = OptionParser::Words;

std::string joined(const Words& words) {
  std::string all;
  for (const std::string& word : words) all += (all.empty() ? "" : "|") + word;
  return all;
}

std::string usage(const Command& command) {
  if (&command != &commands().front()) return "sfn-lint " + std::string(command.name);
  Words names;
  for (const Command& one : commands()) names.emplace_back(one.name);
  return "sfn-lint [" + joined(names) + "]";
}

std::string version_line() {
  const std::string line = std::string("sfn-lint ") + version;
  return line + (*commit ? std::string(" (") + commit + ")\n" : "\n");
}

// CLI11's own transformers print the enumerators' numbers in the help.
size_t index_of(const std::string& word, const Words& words, const std::string& option,
                const std::string& what_is_wrong) {
  const auto found = std::find(words.begin(), words.end(), word);
  if (found != words.end()) return static_cast<size_t>(found - words.begin());
  const std::vector<std::string_view> names(words.begin(), words.end());
  throw CLI::ValidationError(option,
                             what_is_wrong + joined(words) + wording::did_you_mean(nearest(word, names)));
}

OptionAbout about_option(const CLI::Option& option) {
  const std::string letter = option.get_snames().empty() ? "" : "-" + option.get_snames()[0];
  const bool positional = option.get_lnames().empty();
  return {positional ? option.get_name(true) : "--" + option.get_lnames()[0],
          letter,
          option.get_items_expected_max() == 0 || positional ? "" : option.get_type_name(),
          option.get_description(),
          option.get_group(),
          positional};
}

}  // namespace

Choices<Color> colors() {
  return {{"auto", Color::automatic}, {"always", Color::always}, {"never", Color::never}};
}

OptionParser::OptionParser(const Command& command, Words words, const Host& host, Purpose purpose)
    : command_(command), words_(std::move(words)), host_(host), purpose_(purpose) {}

OptionParser::~OptionParser() = default;

OptionParser::App& OptionParser::app() {
  if (app_) return *app_;
  app_ = std::make_unique<App>(std::string(command_.summary) + ".", usage(command_));
  app_->get_formatter()->column_width(40);
  app_->get_formatter()->label("OPTIONS", "OPTION...");
  app_->set_help_flag("--help,-h", "Print this help");
  app_->add_flag("--version", app_->version, "Print the version");
  return *app_;
}

const OptionParser::Words* OptionParser::only_arguments() const {
  const bool options = std::any_of(words_.begin(), words_.end(), is_option);
  return purpose_ == Purpose::run && !options ? &words_ : nullptr;
}

void OptionParser::set_help(const std::string& description, const std::string& footer) {
  app().description(description);
  app().footer(footer);
}

void OptionParser::begin_group(const std::string& heading) { app().option_defaults()->group(heading); }

void OptionParser::add_flag(const std::string& names, bool& target, const std::string& text) {
  app().add_flag(names, target, text);
}

void OptionParser::add_value(const std::string& name, std::string& target, const std::string& value,
                             const std::string& text, std::string (*fault)(std::string_view)) {
  CLI::Option* option = app().add_option(name, target, text)->type_name(value);
  if (fault) option->check([fault](const std::string& given) { return printable(fault(given)); });
}

void OptionParser::add_number(const std::string& names, unsigned& target, unsigned least, unsigned most,
                              const std::string& text) {
  app().add_option(names, target, text)->type_name("N")->check(CLI::Range(least, most).description(""));
}

// Without allow_extra_args(false), the path that follows would be a value too.
void OptionParser::add_list(const std::string& name, Words& target, const std::string& value,
                            const std::string& text) {
  app().add_option(name, target, text)->type_name(value)->delimiter(',')->allow_extra_args(false);
}

void OptionParser::add_repeatable(const std::string& name, Words& target, const std::string& value,
                                  const std::string& text) {
  app().add_option(name, target, text)->type_name(value)->allow_extra_args(false);
}

void OptionParser::add_argument(const std::string& name, std::string& target, bool required,
                                const std::string& text) {
  app().add_option(name, target, text)->type_name("")->required(required);
}

void OptionParser::add_arguments(const std::string& name, Words& target, const std::string& text) {
  app().add_option(name, target, text)->type_name("");
}

void OptionParser::add_word(const std::string& name, const Words& words,
                            const std::function<void(size_t)>& chosen, const std::string& text) {
  const auto take = [=](const std::string& word) {
    chosen(index_of(word, words, name, "`" + printable(word) + "` is not one of "));
  };
  app().add_option_function<std::string>(name, take, text)->type_name(joined(words));
}

void OptionParser::add_rule_words(const std::string& name, const Words& words,
                                  const std::function<void(std::string, size_t)>& chosen,
                                  const std::string& value, const std::string& text) {
  const auto take = [=](const Words& given) {
    for (const std::string& one : given) {
      const size_t equals = one.find('=');
      const std::string word = equals == std::string::npos ? "" : one.substr(equals + 1);
      chosen(one.substr(0, equals), index_of(word, words, name, "`" + printable(one) + "` is not RULE="));
    }
  };
  app()
      .add_option_function<Words>(name, take, text)
      ->type_name(value)
      ->delimiter(',')
      ->allow_extra_args(false);
}

void OptionParser::exclude(const std::string& name, const std::string& other) {
  app().get_option(name)->excludes(other);
}

bool OptionParser::parse() {
  if (purpose_ == Purpose::describe) return false;
  Words words(words_.rbegin(), words_.rend());  // as CLI11 takes them
  try {
    app().parse(words);
  } catch (const CLI::CallForHelp&) {
    status_ = print(app().help());
    return false;
  } catch (const CLI::ExtrasError&) {
    wrong_usage(unexpected_word(app().remaining().front(), about()));
    return false;
  } catch (const CLI::ParseError& error) {
    wrong_usage(error.what());
    return false;
  }
  if (app().version) status_ = print(version_line());
  return purpose_ == Purpose::run && !app().version;
}

int OptionParser::print(const std::string& text) { return host_.out(text) ? clean : unreadable; }

int OptionParser::wrong_usage(const std::string& message) {
  host_.err("sfn-lint: " + message + "\nTry `sfn-lint --help`.\n");
  return status_ = misuse;
}

CommandAbout OptionParser::about() {
  CommandAbout about{std::string(command_.name), std::string(command_.summary), {}};
  for (const CLI::Option* option : app().get_options())
    if (!option->get_group().empty()) about.options.push_back(about_option(*option));
  return about;
}

}  // namespace sfn::cli
