#include "cli/files/write_file.h"

#include <doctest/doctest.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "cli/scratch.h"

using namespace sfn::cli;

namespace {

namespace fs = std::filesystem;

mode_t mode_of(const fs::path& path) {
  struct stat about;
  REQUIRE(::stat(path.c_str(), &about) == 0);
  return about.st_mode & 07777;
}

size_t entries(const fs::path& folder) {
  return static_cast<size_t>(std::distance(fs::directory_iterator(folder), fs::directory_iterator()));
}

}  // namespace

TEST_SUITE("cli/files/write_file") {
  TEST_CASE("a new file, and an old one whose mode stays") {
    const Scratch scratch;
    const std::string path = scratch.path("a.json");
    CHECK(write_file(path, "new") == "");
    CHECK(scratch.read("a.json") == "new");
    REQUIRE(::chmod(path.c_str(), 0640) == 0);
    CHECK(write_file(path, "") == "");
    CHECK(scratch.read("a.json") == "");
    CHECK(mode_of(path) == 0640);
    CHECK(entries(scratch.folder()) == 1);
  }

  TEST_CASE("a symbolic link stays, and the file behind it is written") {
    const Scratch scratch;
    fs::create_directory(scratch.path("deep"));
    scratch.write("deep/real.json", "old");
    fs::create_symlink("deep/real.json", scratch.path("link.json"));
    CHECK(write_file(scratch.path("link.json"), "new") == "");
    CHECK(fs::is_symlink(scratch.path("link.json")));
    CHECK(scratch.read("deep/real.json") == "new");
  }

  TEST_CASE("what cannot be written is left alone and said") {
    const Scratch scratch;
    scratch.write("read-only.json", "old");
    REQUIRE(::chmod(scratch.path("read-only.json").c_str(), 0444) == 0);
    CHECK(write_file(scratch.path("read-only.json"), "new") == "cannot be written: Permission denied");
    CHECK(scratch.read("read-only.json") == "old");
    CHECK(write_file(scratch.folder(), "new") == "not a regular file");
    CHECK(write_file("/dev/null", "new") == "not a regular file");
    CHECK(write_file(scratch.path("none/a.json"), "new") == "cannot be written: No such file or directory");
    CHECK(entries(scratch.folder()) == 1);
  }

  TEST_CASE("what somebody else wrote meanwhile is not lost") {
    const Scratch scratch;
    scratch.write("a.json", "theirs");
    CHECK(rewrite_file(scratch.path("a.json"), "old", "new") == "changed while it was checked; not written");
    CHECK(scratch.read("a.json") == "theirs");
    CHECK(rewrite_file(scratch.path("a.json"), "theirs", "new") == "");
    CHECK(scratch.read("a.json") == "new");
  }

  TEST_CASE("a kill at any moment leaves one text or the other") {
    const Scratch scratch;
    const std::string path = scratch.path("a.json");
    const std::string one(300'000, 'a'), other(500'000, 'b');
    scratch.write("a.json", one);
    int changed = 0;
    for (int round = 0; round < 60; ++round) {
      int written[2];
      REQUIRE(::pipe(written) == 0);
      const pid_t child = ::fork();
      if (child == 0) {
        for (bool odd = true;; odd = !odd) {
          write_file(path, odd ? other : one);
          if (::write(written[1], "", 1) != 1) ::_exit(1);
        }
      }
      ::close(written[1]);
      char byte;
      REQUIRE(::read(written[0], &byte, 1) == 1);  // it has begun, however busy the machine is
      ::usleep(static_cast<useconds_t>(200 + 331 * (round % 29)));
      ::kill(child, SIGKILL);
      ::waitpid(child, nullptr, 0);
      ::close(written[0]);
      const std::string now = scratch.read("a.json");
      REQUIRE((now == one || now == other));
      if (now == other) ++changed;
    }
    CHECK(changed > 0);
  }
}
