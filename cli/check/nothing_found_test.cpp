#include "cli/check/nothing_found.h"

#include <doctest/doctest.h>
#include <stdlib.h>

#include <filesystem>
#include <fstream>

#include "cli/trial.h"

using namespace sfn::cli;

namespace {

namespace fs = std::filesystem;

const char* const good = R"({"Comment": "c", "StartAt": "A", "States": {"A": {"Type": "Succeed"}}})";

struct Folder {
  Folder() {
    std::string name = (fs::temp_directory_path() / "sfn-lint-XXXXXX").string();
    path = ::mkdtemp(name.data());
    ::setenv("GIT_CONFIG_GLOBAL", "/dev/null", 1);
  }
  ~Folder() {
    fs::remove_all(path);
    ::unsetenv("GIT_CONFIG_GLOBAL");
  }
  Folder(const Folder&) = delete;

  void write(const std::string& name, const std::string& text) const {
    fs::create_directories((path / name).parent_path());
    std::ofstream(path / name, std::ios::binary) << text;
  }
  bool is_repository() const {
    return ::system(("git init -q " + path.string() + " >/dev/null 2>&1").c_str()) == 0;
  }
  Trial run(const std::vector<std::string>& arguments) const { return run_in(path, arguments); }

  fs::path path;
};

}  // namespace

TEST_SUITE("cli/check/nothing_found") {
  TEST_CASE("what git ignores is named") {
    const Folder folder;
    REQUIRE(folder.is_repository());
    folder.write(".gitignore", "cdk.out\n");
    folder.write("cdk.out/a.asl.json", good);
    folder.write("cdk.out/b.json", good);
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
    folder.write("a.asl.json", good);
    CHECK(folder.run({"."}).err ==
          "sfn-lint: no definition found in `.`; git ignores 1 file that holds one, `a.asl.json` (name it to "
          "check it, or add --no-gitignore)\n");
  }

  TEST_CASE("each folder that is named must hold a definition") {
    const Folder folder;
    folder.write("a/x.asl.json", good);
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
    folder.write("x/a.asl.json", good);
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
