#include "cli/files/walk.h"
#include "cli/files/gitignore.h"

#include <doctest/doctest.h>
#include <stdlib.h>
#include <sys/stat.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <set>

using namespace sfn::cli;

namespace {

namespace fs = std::filesystem;
using Words = std::vector<std::string>;

// A folder of its own as the current one, which goes with the test.
class Place {
 public:
  Place() : before_(fs::current_path()) {
    std::string name = (fs::temp_directory_path() / "sfn-lint-XXXXXX").string();
    path_ = ::mkdtemp(name.data());
    fs::current_path(path_);
    ::setenv("GIT_CONFIG_GLOBAL", "/dev/null", 1);  // no excludes of whoever runs the tests
  }
  ~Place() {
    fs::current_path(before_);
    std::error_code ignored;
    fs::remove_all(path_, ignored);
    ::unsetenv("GIT_CONFIG_GLOBAL");
  }
  Place(const Place&) = delete;

  void write(const std::string& name, const std::string& text = "") const {
    if (const fs::path folder = fs::path(name).parent_path(); !folder.empty()) fs::create_directories(folder);
    std::ofstream(name, std::ios::binary) << text;
  }
  void write_all(const Words& names) const {
    for (const std::string& name : names) write(name);
  }
  const fs::path& path() const { return path_; }

 private:
  fs::path path_, before_;
};

bool shell(const std::string& command) { return ::system((command + " >/dev/null 2>&1").c_str()) == 0; }
bool git(const std::string& arguments) { return shell("git " + arguments); }

Words found(const Words& paths, bool gitignore = true) {
  Words names;
  for (const File& file : find_files(paths, gitignore).files) names.push_back(file.path);
  return names;
}

Words failed(const Words& paths) {
  Words lines;
  for (const Failure& failure : find_files(paths).failures)
    lines.push_back(failure.path + ": " + failure.reason);
  return lines;
}

}  // namespace

TEST_SUITE("cli/files/walk") {
  TEST_CASE("folders: sorted, without hidden ones, node_modules and links to folders") {
    const Place place;
    place.write_all(
        {"b.json", "a/x.asl.json", "a/n.txt", ".h/a.json", "node_modules/a.json", ".a.json", "a.json"});
    fs::create_directory_symlink("a", "link");
    CHECK(found({"."}) == Words{".a.json", "a/x.asl.json", "a.json", "b.json"});
    CHECK(found({"a", "b.json", "./b.json", "."}) == Words{"a/x.asl.json", "b.json", ".a.json", "a.json"});
    CHECK(found({"link", ".h"}) == Words{"link/x.asl.json", ".h/a.json"});
    CHECK(found({"none.json", "a/n.txt", "-"}) == Words{"none.json", "a/n.txt", "-"});
    CHECK(find_files({"a.json", "a"}).files[0].named);
    CHECK_FALSE(find_files({"a.json", "a"}).files[1].named);
  }

  TEST_CASE("an escaped wildcard is none, and what is not closed is no pattern") {
    const Place place;
    place.write_all({"a*.json", "ab.json"});
    CHECK(found({"a\\*.js*"}) == Words{"a*.json"});
    CHECK(found({"a[.json", "{a"}) == Words{"a[.json", "{a"});
  }

  TEST_CASE("what cannot be looked at is a failure where it would have been checked") {
    const Place place;
    fs::create_symlink("nowhere", "gone.asl.json");
    fs::create_symlink("nowhere", "gone.json");
    CHECK(failed({"."}) == Words{"gone.asl.json: No such file or directory"});
  }

  TEST_CASE("patterns: as a shell expands them") {
    const Place place;
    place.write_all({"a.json", "b.yaml", "s/one/m.json", "s/two/m.json", "s/two/d/m.json", "s/.h/m.json",
                     "s/node_modules/m.json", ".h.json", "[x].json"});
    fs::create_directory_symlink("s/one", "link");
    CHECK(found({"*.json"}) == Words{"[x].json", "a.json"});
    CHECK(found({"*.{yaml,json}"}) == Words{"[x].json", "a.json", "b.yaml"});
    CHECK(found({"s/*/m.json"}) == Words{"s/node_modules/m.json", "s/one/m.json", "s/two/m.json"});
    CHECK(found({"**/m.json"}) == Words{"s/one/m.json", "s/two/d/m.json", "s/two/m.json"});
    CHECK(found({"s/**/d/*"}) == Words{"s/two/d/m.json"});
    CHECK(found({"s/t*"}) == Words{"s/two/d/m.json", "s/two/m.json"});
    CHECK(found({"s/o?e/**"}) == Words{"s/one/m.json"});
    CHECK(found({".h*"}) == Words{".h.json"});
    CHECK(found({"s/.[a-z]/*.json"}) == Words{"s/.h/m.json"});
    CHECK(found({"s/{one,two}/m.json", "s/two/m.json"}) == Words{"s/one/m.json", "s/two/m.json"});
    CHECK(found({"l*/m.json"}) == Words{"link/m.json"});
    CHECK(found({"./*.json"}) == Words{"./[x].json", "./a.json"});
    CHECK(found({"*/../a.json"}) == Words{"s/../a.json"});
    CHECK(found({(place.path() / "*.yaml").string()}) == Words{(place.path() / "b.yaml").string()});
    CHECK(find_files({"*.json"}).files[0].named);
    CHECK_FALSE(find_files({"s/*"}).files[0].named);
  }

  TEST_CASE("a file that has the name of a pattern is that file; a pattern without a match is a failure") {
    const Place place;
    place.write_all({"[x].json", "x.json"});
    CHECK(found({"[x].json"}) == Words{"[x].json"});
    CHECK(failed({"*.asl.json", "none/**/*.json", "x.json/*"}) ==
          Words{"*.asl.json: no file matches the pattern", "none/**/*.json: no file matches the pattern",
                "x.json/*: no file matches the pattern"});
    CHECK(failed({"none.json"}).empty());  // it shows when it is read
    std::string many = "x";
    for (int i = 0; i < 13; ++i) many += "{a,b}";
    CHECK(failed({many}).size() == 1);
  }
}

TEST_SUITE("cli/gitignore" * doctest::skip(!git("--version"))) {
  TEST_CASE("folders leave out what git ignores, and nothing else") {
    const Place place;
    REQUIRE(git("init -q"));
    place.write(".gitignore",
                "cdk.out/\n*.tmp.json\n!keep.tmp.json\n/top.json\n\\#x.json\nd/**/e.json\n ü*\n");
    place.write("a/.gitignore", "/m.json\n!b.tmp.json\n*.log.json\n!/deep\n");
    place.write(".git/info/exclude", "local.json\n");
    place.write_all({"cdk.out/a.asl.json",
                     "a/cdk.out/x.json",
                     "a.tmp.json",
                     "keep.tmp.json",
                     "top.json",
                     "a/top.json",
                     "#x.json",
                     "d/e.json",
                     "d/f/g/e.json",
                     "a/m.json",
                     "a/b.tmp.json",
                     "a/deep/m.json",
                     "a/x.log.json",
                     "local.json",
                     "a/local.json",
                     "tracked.tmp.json",
                     "b/cdk.out/forced.json",
                     "b/cdk.out/not.json",
                     "e f\n.json",
                     " ü.json"});
    REQUIRE(git("add -f tracked.tmp.json b/cdk.out/forced.json"));
    // What git calls its own and what it would add is what is checked.
    REQUIRE(::system("git -c core.quotePath=false ls-files -z -co --exclude-standard '*.json' >list") == 0);
    std::ifstream list("list", std::ios::binary);
    std::set<std::string> expected;
    for (std::string name; std::getline(list, name, '\0');) expected.insert(name);
    const Words names = found({"."});
    CHECK(std::set<std::string>(names.begin(), names.end()) == expected);
    CHECK(expected.size() == 7);
    CHECK(found({"."}, false).size() == 20);
    CHECK(found({"a"}) == Words{"a/b.tmp.json", "a/deep/m.json", "a/top.json"});
    CHECK(found({"./a/"}).size() == 3);
    CHECK(found({place.path() / "a"}).size() == 3);
  }

  TEST_CASE("what is named is checked: a file, and a folder that is ignored or in one that is") {
    const Place place;
    REQUIRE(git("init -q"));
    place.write(".gitignore", "out\nx.json\n");
    place.write_all({"out/a.json", "out/in/b.json", "x.json", "y.json"});
    CHECK(found({"x.json"}) == Words{"x.json"});
    CHECK(found({"out"}) == Words{"out/a.json", "out/in/b.json"});
    CHECK(found({"out/in"}) == Words{"out/in/b.json"});
    CHECK(found({"."}) == Words{"y.json"});
    CHECK(found({".", "x.json"}) == Words{"y.json", "x.json"});
  }

  TEST_CASE("patterns match what git ignores only where it is written out") {
    const Place place;
    REQUIRE(git("init -q"));
    place.write(".gitignore", "out\nx.json\n");
    place.write_all({"out/a.json", "s/out/a.json", "x.json", "y.json", "s/z.json"});
    CHECK(found({"**/*.json"}) == Words{"s/z.json", "y.json"});
    CHECK(found({"*.json"}) == Words{"y.json"});
    CHECK(found({"out/*.json", "s*/out/*.json"}) == Words{"out/a.json", "s/out/a.json"});
    CHECK(find_files({"**/*.json"}, false).files.size() == 5);
  }

  TEST_CASE("a repository inside of another has its own .gitignore; one that is ignored is left out") {
    const Place place;
    REQUIRE(git("init -q"));
    REQUIRE(git("init -q in"));
    REQUIRE(git("init -q out"));
    place.write(".gitignore", "out\n");
    place.write("in/.gitignore", "b.json\n");
    place.write_all({"a.json", "b.json", "in/a.json", "in/b.json", "out/a.json"});
    CHECK(found({"."}) == Words{"a.json", "b.json", "in/a.json"});
    CHECK(found({"**/*.json"}) == Words{"a.json", "b.json", "in/a.json"});
  }

  TEST_CASE("a hook's view of one repository is not asked about another") {
    const Place place;
    REQUIRE(git("init -q here"));
    REQUIRE(git("init -q there"));
    place.write("here/.gitignore", "a.json\n");
    place.write_all({"here/a.json", "here/b.json"});
    ::setenv("GIT_DIR", (place.path() / "there/.git").c_str(), 1);
    ::setenv("GIT_INDEX_FILE", (place.path() / "there/.git/index").c_str(), 1);
    CHECK(found({"here"}) == Words{"here/b.json"});
    ::unsetenv("GIT_DIR");
    ::unsetenv("GIT_INDEX_FILE");
  }

  TEST_CASE("a repository runs nothing of its own") {
    const Place place;
    REQUIRE(git("init -q"));
    const std::string trap = (place.path() / "trap").string(), sprung = (place.path() / "sprung").string();
    place.write("trap", "#!/bin/sh\ntouch " + sprung + "\n");
    ::chmod(trap.c_str(), 0755);
    place.write_all({"a.json", "x.json"});
    place.write(".gitignore", "x.json\n");
    REQUIRE(git("add a.json .gitignore"));
    for (const char* name :
         {"core.fsmonitor", "core.pager", "pager.ls-files", "core.editor", "core.sshCommand", "core.gitProxy",
          "core.askPass", "filter.f.clean", "alias.ls-files"})
      REQUIRE(git(std::string("config ") + name + " " + trap));
    REQUIRE(git("config core.hooksPath " + place.path().string()));
    place.write(".gitattributes", "*.json filter=f\n");
    fs::copy_file(trap, "post-index-change");
    fs::remove(sprung);
    CHECK(found({"."}) == Words{"a.json"});
    CHECK_FALSE(fs::exists(sprung));
    // The trap does work: git itself steps into it.
    git("-c core.fsmonitor=" + trap + " status");
    CHECK(fs::exists(sprung));
  }

  TEST_CASE("without git, with a broken repository, or in somebody else's: nothing is ignored") {
    const Place place;
    REQUIRE(git("init -q"));
    place.write(".gitignore", "x.json\n");
    place.write_all({"x.json", "y.json"});
    const std::string path = ::getenv("PATH");
    ::setenv("PATH", "/nonexistent", 1);
    CHECK(found({"."}) == Words{"x.json", "y.json"});
    ::setenv("PATH", path.c_str(), 1);
    ::setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1", 1);
    CHECK(found({"."}) == Words{"x.json", "y.json"});
    ::unsetenv("GIT_TEST_ASSUME_DIFFERENT_OWNER");
    CHECK(found({"."}) == Words{"y.json"});
    place.write(".git/HEAD", "nonsense");
    CHECK(found({"."}) == Words{"x.json", "y.json"});
  }

  TEST_CASE("a git that does not answer is not waited for") {
    const Place place;
    place.write("git", "#!/bin/sh\nprintf 'a.json\\0'\nexec sleep 60\n");
    ::chmod("git", 0755);
    const std::string path = ::getenv("PATH");
    ::setenv("PATH", (place.path().string() + ":" + path).c_str(), 1);
    const auto begin = std::chrono::steady_clock::now();
    CHECK_FALSE(ask_git(".", std::chrono::milliseconds(200)).holds("a.json"));
    CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds(30));
    ::setenv("PATH", path.c_str(), 1);
  }

  TEST_CASE("no process is started for a named file, nor outside of a work tree") {
    const Place place;
    place.write_all({"bin/git", "repo/a.json", "plain/a.json"});
    place.write("bin/git", "#!/bin/sh\n: >" + (place.path() / "started").string() + "\n");
    ::chmod("bin/git", 0755);
    REQUIRE(git("init -q repo"));
    const std::string path = ::getenv("PATH");
    ::setenv("PATH", ((place.path() / "bin").string() + ":" + path).c_str(), 1);
    found({"repo/a.json", "plain", "plain/*.json"});
    CHECK_FALSE(fs::exists("started"));
    found({"repo"}, false);
    CHECK_FALSE(fs::exists("started"));
    CHECK(found({"repo"}) == Words{"repo/a.json"});
    CHECK(fs::exists("started"));
    ::setenv("PATH", path.c_str(), 1);
  }

  TEST_CASE("the answer of git") {
    using namespace std::string_literals;
    CHECK(Ignored("a\0b c/\0d/e.json\0"s).holds("b c"));
    CHECK(Ignored("a\0b c/\0d/e.json"s).holds("d/e.json"));
    CHECK_FALSE(Ignored("a\0b c/\0"s).holds("b"));
    CHECK_FALSE(Ignored("./\0a\0"s).holds("a"));
    CHECK_FALSE(Ignored("").holds(""));
  }
}
