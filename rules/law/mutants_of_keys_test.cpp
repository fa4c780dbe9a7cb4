#include <cctype>
#include <string>

#include "rules/law/mutants.h"

namespace sfn::law {

namespace {

char other_case(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return static_cast<char>(std::isupper(byte) ? std::tolower(byte) : std::toupper(byte));
}

std::string lower(std::string text) {
  for (char& c : text) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return text;
}

std::string with_first(std::string text) {
  text[0] = other_case(text[0]);
  return text;
}

// One key too few, too many, or two in the wrong order, in the middle of a word.
std::string without_one(std::string text) { return text.erase(text.size() / 2, 1); }
std::string with_one_twice(std::string text) {
  return text.insert(text.size() / 2, 1, text[text.size() / 2]);
}
std::string swapped(std::string text) {
  std::swap(text[text.size() / 2], text[text.size() / 2 - 1]);
  return text;
}

bool is_word(std::string_view text) {
  return text.size() > 2 && std::isalpha(static_cast<unsigned char>(text[0])) != 0;
}

}  // namespace

void mutants_of_key(Value member, const Mutants& take) {
  const std::string name(member.name());
  // How a state is called is free: what names it can follow.
  if (name.empty() || member.parent().name() == "States") return;
  const auto rename = [&](std::string_view kind, std::string now) {
    if (now != name) take(kind, {rename_key(member, std::move(now))});
  };
  const bool dynamic = name.ends_with(".$");
  const std::string word = dynamic ? name.substr(0, name.size() - 2) : name, suffix = dynamic ? ".$" : "";
  if (dynamic) rename("suffix-missing", word);
  rename("suffix-added", name + ".$");
  if (!is_word(word)) return;
  rename("key-first-letter-case", with_first(word) + suffix);
  rename("key-lower-case", lower(word) + suffix);
  rename("key-letter-missing", without_one(word) + suffix);
  rename("key-letter-doubled", with_one_twice(word) + suffix);
  rename("key-letters-swapped", swapped(word) + suffix);
}

}  // namespace sfn::law
