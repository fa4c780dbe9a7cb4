#include "cli/report/unified_diff.h"

#include <doctest/doctest.h>

#include <cstdlib>
#include <random>

#include "cli/scratch.h"

using namespace sfn::cli;

namespace {

std::string diff(std::string_view before, std::string_view after, const DiffStyle& style = {}) {
  return unified_diff("a", before, after, style);
}

// What `patch` makes of the text before and the difference.
std::string patched(const Scratch& scratch, const std::string& before, const std::string& difference) {
  scratch.write("a", before);
  scratch.write("difference", difference);
  const std::string command = "cd " + scratch.folder() + " && patch -s -p0 < difference > said 2>&1";
  CAPTURE(difference);
  CHECK(std::system(command.c_str()) == 0);
  return scratch.read("a");
}

// A few letters, so that lines repeat, and no line end at the end now and then.
std::string random_text(std::minstd_rand& random) {
  std::string text;
  for (auto lines = random() % 30; lines > 0; --lines) {
    text += static_cast<char>('a' + random() % 4);
    text += lines > 1 || random() % 3 > 0 ? "\n" : "";
  }
  return text;
}

}  // namespace

TEST_SUITE("cli/report/unified_diff") {
  TEST_CASE("three lines of context, hunks of their own") {
    CHECK(diff("same\n", "same\n") == "");
    CHECK(diff("1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11\n12\n", "1\nx\n3\n4\n5\n6\n7\n8\n9\n10\n12\n13\n") ==
          "--- a\n+++ a\n@@ -1,5 +1,5 @@\n 1\n-2\n+x\n 3\n 4\n 5\n@@ -8,5 +8,5 @@\n 8\n 9\n 10\n-11\n "
          "12\n+13\n");
  }

  TEST_CASE("changes with little between them share a hunk") {
    CHECK(diff("1\n2\n3\n4\n5\n6\n7\n8\n", "x\n2\n3\n4\n5\n6\n7\ny\n") ==
          "--- a\n+++ a\n@@ -1,8 +1,8 @@\n-1\n+x\n 2\n 3\n 4\n 5\n 6\n 7\n-8\n+y\n");
  }

  TEST_CASE("no line end at the end of the file") {
    CHECK(diff("a", "b\n") == "--- a\n+++ a\n@@ -1,1 +1,1 @@\n-a\n\\ No newline at end of file\n+b\n");
    CHECK(diff("", "b") == "--- a\n+++ a\n@@ -0,0 +1,1 @@\n+b\n\\ No newline at end of file\n");
  }

  TEST_CASE("bytes stay as they are, but not on a terminal, and never in the name") {
    CHECK(diff("\x1b[2J\t1\r\n", "\t2\r\n") == "--- a\n+++ a\n@@ -1,1 +1,1 @@\n-\x1b[2J\t1\r\n+\t2\r\n");
    CHECK(diff("\x1b[2J\t1\r\n", "\t2\r\n", {false, true}) ==
          "--- a\n+++ a\n@@ -1,1 +1,1 @@\n-\\u001b[2J\t1\n+\t2\n");
    CHECK(unified_diff("a\n+++ b\x1b", "1\n", "2\n", {}).find("--- a\\n+++ b\\u001b\n") == 0);
  }

  TEST_CASE("patch takes it") {
    if (std::system("patch --version > /dev/null 2>&1") != 0) {
      MESSAGE("patch is not installed");
      return;
    }
    const Scratch scratch;
    std::minstd_rand random(7);
    for (int round = 0; round < 200; ++round) {
      const std::string before = random_text(random), after = random_text(random);
      if (before == after || before.empty() || after.empty()) continue;
      CAPTURE(before);
      CHECK(patched(scratch, before, diff(before, after)) == after);
    }
  }
}
