#include "cli/check/nothing_found.h"

#include <doctest/doctest.h>
#include <stdlib.h>

#include "cli/scratch.h"

using namespace sfn::cli;

namespace {

const char* const no_fault = R"({"Comment": "c", "StartAt": "A", "States": {"A": {"Type": "Succeed"}}})";

// A folder in which no settings of the user are known to git.
struct Folder : Scratch {
  Folder() { ::setenv("GIT_CONFIG_GLOBAL", "/dev/null", 1); }
  ~Folder() { ::unsetenv("GIT_CONFIG_GLOBAL"); }
  bool is_repository() const {
    return ::system(("git init -q " + folder() + " >/dev/null 2>&1").c_str()) == 0;
  }
};

}  // namespace

TEST_SUITE("cli/check/nothing_found") {
  TEST_CASE("what git ignores is named") {
    const Folder folder;
    REQUIRE(folder.is_repository());
    folder.write(".gitignore", "cdk.out\n");
    folder.write("cdk.out/a.asl.json", no_fault);
    folder.write("cdk.out/b.json", no_fault);
    folder.write("cdk.out/manifest.json", "{}");
    const Trial trial = folder.run({});
    CHECK(trial.status == 0);
    CHECK(trial.err ==
          "sfn-lint: no definition found in `.`; git ignores 2 files that hold one, among them "
          "`cdk.out/a.asl.json` (name `cdk.out` to check it, or add --no-gitignore)\n");
    CHECK(folder.run({"--require-files"}).status == 2);
    CHECK(folder.run({"--require-files", "--show-files"}).status == 2);
    CHECK(folder.run({"--require-files", "cdk.out"}).status == 0);
    CHECK(folder.run({"--require-files", "--no-gitignore"}).err == "2 files checked, nothing found\n");
  }

  TEST_CASE("a file that git ignores") {
    const Folder folder;
    REQUIRE(folder.is_repository());
    folder.write(".gitignore", "*.asl.json\n");
    folder.write("a.asl.json", no_fault);
    CHECK(folder.run({"."}).err ==
          "sfn-lint: no definition found in `.`; git ignores 1 file that holds one, `a.asl.json` (name it to "
          "check it, or add --no-gitignore)\n");
  }

  TEST_CASE("each folder that is named must hold a definition") {
    const Folder folder;
    folder.write("a/x.asl.json", no_fault);
    folder.write("b/readme.json", "{}");
    const Trial trial = folder.run({"a", "b"});
    CHECK(trial.status == 0);
    CHECK(trial.err.starts_with("sfn-lint: no definition found in `b`; "));
    CHECK(trial.err.ends_with("\n1 file checked, nothing found\n"));
    CHECK(folder.run({"--require-files", "a", "b"}).status == 2);
    CHECK(folder.run({"--require-files", "a"}).status == 0);
    CHECK(folder.run({"--require-files", "b", "--format", "json"}).status == 2);
  }

  TEST_CASE("an empty list, and files that the configuration leaves out") {
    const Folder folder;
    folder.write("list", "");
    CHECK(folder.run({"--files-from", "list"}).status == 0);
    CHECK(folder.run({"--files-from", "list"}).err == "sfn-lint: no file is named\n");
    CHECK(folder.run({"--files-from", "list", "--require-files"}).status == 2);
    folder.write("x/a.asl.json", no_fault);
    folder.write("x/.sfn-lint.json", R"({"exclude": ["*.asl.json"]})");
    CHECK(folder.run({"x"}).err ==
          "sfn-lint: no definition found in `x`; the configuration excludes 1 file there\n");
  }

  TEST_CASE("paths below a folder") {
    CHECK(is_below(".", "a/b.json"));
    CHECK(is_below("a/", "a/b.json"));
    CHECK(is_below("./a", "a/b.json"));
    CHECK(is_below("/", "/a"));
    CHECK_FALSE(is_below("a", "ab/c.json"));
    CHECK_FALSE(is_below(".", "../a.json"));
    CHECK_FALSE(is_below(".", "/a.json"));
  }
}
