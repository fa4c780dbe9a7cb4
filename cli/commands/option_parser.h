// The options of one command, and its arguments parsed by them. Hides CLI11, which takes long to compile.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "cli/commands/commands.h"

namespace sfn::cli {

/// The words that an option accepts, with what each means.
template <typename T>
using Choices = std::vector<std::pair<std::string, T>>;

/// Of --color.
Choices<Color> colors();

/// Targets must outlive parse(). The help lists options in the order in which they are added. `names` are
/// such as "--jobs,-j"; `value` is what the help calls the value.
class OptionParser {
 public:
  enum class Purpose : uint8_t { run, validate, describe };
  using Words = std::vector<std::string>;

  /// `words` are the arguments behind the name of the command. Only if the purpose is to run it can parse()
  /// return true. `host` must outlive this.
  OptionParser(const Command& command, Words words, const Host& host, Purpose purpose = Purpose::run);
  ~OptionParser();
  OptionParser(const OptionParser&) = delete;

  /// The words, if the command is to be run and none of them is an option; otherwise null. A command that
  /// takes any arguments can then do without its options: to set them up takes longer than to check a small
  /// file.
  const Words* only_arguments() const;

  /// In place of the summary of the command, above its options; and a text below them.
  void set_help(const std::string& description, const std::string& footer);
  /// The heading in the help for the options that are added from now on.
  void begin_group(const std::string& heading);

  void add_flag(const std::string& names, bool& target, const std::string& text);
  /// `fault` says what is wrong with a value; empty if nothing is.
  void add_value(const std::string& name, std::string& target, const std::string& value,
                 const std::string& text, std::string (*fault)(std::string_view) = nullptr);
  void add_number(const std::string& names, unsigned& target, unsigned least, unsigned most,
                  const std::string& text);
  /// Several values with commas between them; repeatable.
  void add_list(const std::string& name, Words& target, const std::string& value, const std::string& text);
  /// Repeatable, one value each time: file names may contain commas.
  void add_repeatable(const std::string& name, Words& target, const std::string& value,
                      const std::string& text);
  template <typename T>
  void add_choice(const std::string& name, T& target, const Choices<T>& choices, const std::string& text) {
    add_word(
        name, names_of(choices), [&target, choices](size_t i) { target = choices[i].second; }, text);
  }
  /// Each word means itself.
  void add_choice(const std::string& name, std::string& target, const Words& words, const std::string& text) {
    add_word(
        name, words, [&target, words](size_t i) { target = words[i]; }, text);
  }
  /// RULE=CHOICE, several of them with commas between them; repeatable.
  template <typename T>
  void add_rule_choices(const std::string& name, Choices<T>& target, const Choices<T>& choices,
                        const std::string& value, const std::string& text) {
    const auto chosen = [&target, choices](std::string rule, size_t i) {
      target.emplace_back(std::move(rule), choices[i].second);
    };
    add_rule_words(name, names_of(choices), chosen, value, text);
  }
  /// Arguments that are no options.
  void add_argument(const std::string& name, std::string& target, bool required, const std::string& text);
  void add_arguments(const std::string& name, Words& target, const std::string& text);
  void exclude(const std::string& name, const std::string& other);

  /// False if the command must return status() at once: the help, the version or a message about wrong usage
  /// has been printed, or the command is not to be run.
  bool parse();
  int status() const { return status_; }
  /// Prints a message about wrong usage. Returns the exit status.
  int wrong_usage(const std::string& message);
  /// The options that the help lists.
  CommandAbout about();

 private:
  struct App;

  template <typename T>
  static Words names_of(const Choices<T>& choices) {
    Words names;
    for (const auto& choice : choices) names.push_back(choice.first);
    return names;
  }
  void add_word(const std::string& name, const Words& words, const std::function<void(size_t)>& chosen,
                const std::string& text);
  void add_rule_words(const std::string& name, const Words& words,
                      const std::function<void(std::string, size_t)>& chosen, const std::string& value,
                      const std::string& text);
  App& app();  // made when it is first needed
  int print(const std::string& text);

  const Command& command_;
  Words words_;
  const Host& host_;
  Purpose purpose_;
  int status_ = 0;
  std::unique_ptr<App> app_;
};

}  // namespace sfn::cli
