#include "lint/nearest.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace sfn {
namespace {

constexpr std::string_view members[] = {"Cluster", "TaskDefinition", "LaunchType", "Tags", "Task", "Token"};

std::string_view guess(std::string_view wrong) { return nearest(wrong, members).value_or("-"); }

}  // namespace

TEST_SUITE("lint/nearest") {
  TEST_CASE("letter case alone wins over every edit") {
    constexpr std::string_view names[] = {"tasl", "TASK"};
    CHECK(nearest("task", names) == "TASK");
    CHECK(guess("launchtype") == "LaunchType");
  }

  TEST_CASE("one or two edits, a swap counting as one") {
    CHECK(guess("Clusters") == "Cluster");
    CHECK(guess("Clsuter") == "Cluster");
    CHECK(guess("TaskDefintion") == "TaskDefinition");
    CHECK(guess("LaunhcTyp") == "LaunchType");
    CHECK(edit_distance("ab", "ba") == 1);
    CHECK(edit_distance("kitten", "sitting") == 3);
    CHECK(edit_distance("", "ab") == 2);
    CHECK(edit_distance("same", "SAME") == 0);
    CHECK(edit_distance("abcdef", "badcfe", 2) == 3);
  }

  TEST_CASE("never more than a third of the name") {
    CHECK(guess("Tap") == "-");     // one edit of three bytes is to `Tags` two
    CHECK(guess("Tas") == "Tags");  // one edit of three
    CHECK(guess("Ta") == "-");      // a name of two bytes has no edits to spend
    CHECK(guess("Taken") == "Token");
    CHECK(guess("Tahen") == "-");    // two edits of five
    CHECK(guess("ClXXXer") == "-");  // three edits
    CHECK(guess("") == "-");
    CHECK(nearest("x", {}) == std::nullopt);
  }

  TEST_CASE("the first of equals, whatever its length") {
    constexpr std::string_view names[] = {"Items", "Itemx", "Item"};
    CHECK(nearest("Itema", names) == "Items");
    constexpr std::string_view turned[] = {"Itemx", "Items"};
    CHECK(nearest("Itema", turned) == "Itemx");
    constexpr std::string_view closer[] = {"Definitxox", "Definitiox"};
    CHECK(nearest("Definition", closer) == "Definitiox");
  }

  TEST_CASE("a very long name is compared with nothing but itself") {
    const std::string name(5000, 'a'), other(5001, 'a');
    const std::vector<std::string_view> names = {other, name};
    CHECK(nearest(name, names) == name);
    CHECK(nearest(other + "aaa", names) == std::nullopt);
  }
}

}  // namespace sfn
