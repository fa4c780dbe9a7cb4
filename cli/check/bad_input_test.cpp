// Files and folders as they should not be: a clear word, the right exit status, the other files still
// checked.
#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <thread>

#include "cli/files/files.h"
#include "cli/report/report.h"
#include "cli/scratch.h"
#include "cli/trial.h"

using namespace sfn::cli;

namespace {

namespace fs = std::filesystem;

const std::string good = R"({"Comment": "c", "StartAt": "A", "States": {"A": {"Type": "Succeed"}}})";

bool contains(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

// One file of that text: a finding of json/syntax, at that place if one is given, and status 1.
void check_refused(std::string_view text, std::string_view place = "") {
  const Scratch folder;
  folder.write("bad.asl.json", text);
  const Trial trial = folder.run({"bad.asl.json"});
  CAPTURE(trial.out);
  CHECK(trial.status == 1);
  CHECK(contains(trial.out, "[json/syntax]"));
  CHECK(trial.out.starts_with("bad.asl.json:" + std::string(place)));
  CHECK(trial.err == "1 error in 1 file\n");
}

}  // namespace

TEST_SUITE("cli/check/bad_input") {
  TEST_CASE("texts that are not JSON are findings") {
    check_refused("", "1:1: ");
    check_refused(" \n ");
    check_refused(std::string("\x7f\x45\x4c\x46\x02\x01\x01\x00\x00\xff\xfe", 11), "1:8: ");
    check_refused(std::string("\xff\xfe{\0}\0", 6), "1:1: ");
    check_refused(std::string("\xfe\xff\0{\0}", 6), "1:1: ");
    check_refused(std::string("{\0}\0", 4), "1:");
    check_refused(std::string(100000, '['));
    check_refused(std::string(100000, '[') + std::string(100000, ']'));
    check_refused("{\"a\":" + std::string(10 << 20, ' '));
    check_refused("{\"" + std::string(10 << 20, 'x'));
  }

  TEST_CASE("a definition cut off at any byte is a finding") {
    for (size_t length = 0; length < good.size(); ++length) {
      CAPTURE(length);
      check_refused(good.substr(0, length));
    }
  }

  TEST_CASE("odd texts that are JSON do not crash, and nothing of them reaches the terminal raw") {
    const std::string states = R"({"StartAt": "A", "States": {"A": {"Type": "Succeed", "Comment": "c"}, )";
    const std::string odd[] = {
        states + R"("\ud800": {"Type": "Succeed"}}})",                                // a lone surrogate
        states + R"("A": {"Type": "Succeed"}}})",                                     // a double
        states + R"("\u0000\u001b[31m\u0085\u202e": {"Type": "Nonsense"}}})",         // control characters
        states + "\"\u0085\u202e\": {\"Type\": \"\u009b31m\"}}}",                     // and raw ones
        states + "\"" + std::string(1 << 20, 'x') + "\": {\"Type\": \"Succeed\"}}}",  // a name of 1 MB
        R"({"StartAt": ")" + std::string(1 << 20, 'x') + R"(", "States": {}})",
        "[]",
        "null",
        "1e999",
        "\"StartAt\"",
        R"({"StartAt": [], "States": 7})",
    };
    for (const std::string& text : odd) {
      const Scratch folder;
      folder.write("odd.asl.json", text);
      for (const std::string& format : report_formats()) {
        const Trial trial = folder.run({"--min-severity", "info", "--format", format, "odd.asl.json"});
        CAPTURE(text.substr(0, 200));
        CHECK(trial.status <= 1);
        for (const char* raw : {"\x1b", "\u0085", "\u202e", "\u009b", "\x7f"})
          CHECK_FALSE(contains(trial.out, raw));
        CHECK(trial.out.size() < 20 << 20);
      }
    }
  }

  TEST_CASE("a file that is much too large is refused unread, and the others are still checked") {
    const Scratch folder;
    folder.write("good.asl.json", good);
    folder.write("large.asl.json", "");
    folder.write("data.json", "");
    fs::resize_file(folder / "large.asl.json", 200 << 20);
    fs::resize_file(folder / "data.json", 200 << 20);  // no definition by its name: no business of ours
    const Trial trial = folder.run({"."});
    CHECK(trial.status == 3);
    CHECK(trial.err ==
          "sfn-lint: large.asl.json: larger than 64 MiB; a definition can have at most 1 MiB\n1 file "
          "checked, nothing found\n");
    CHECK(folder.run({"data.json"}).status == 3);
  }

  TEST_CASE("a device without end is refused") {
    const Trial trial = run({"/dev/zero"});
    CHECK(trial.status == 3);
    CHECK(contains(trial.err, "sfn-lint: /dev/zero: larger than 64 MiB"));
  }

  TEST_CASE("paths that cannot be read: a message with the path, status 3, the other files checked") {
    const Scratch folder;
    folder.write("good.asl.json", good);
    fs::create_symlink("nowhere", folder / "dangling.asl.json");
    fs::create_symlink("loop.asl.json", folder / "loop.asl.json");
    const auto check = [&](const std::string& path, const std::string& reason) {
      const Trial trial = folder.run({path, "good.asl.json"});
      CHECK(trial.status == 3);
      CHECK(trial.err == "sfn-lint: " + path + ": " + reason + "\n1 file checked, nothing found\n");
    };
    check("missing.asl.json", "No such file or directory");
    check("good.asl.json/x", "Not a directory");
    check("dangling.asl.json", "No such file or directory");
    check("loop.asl.json", "Too many levels of symbolic links");
    const Trial all = folder.run({"."});
    CHECK(all.status == 3);
    CHECK(contains(all.err, "sfn-lint: dangling.asl.json: No such file or directory\n"));
    CHECK(contains(all.err, "1 file checked"));
  }

  TEST_CASE("a name with control characters is printed escaped") {
    const Trial trial = run({"a\x1b[31m\n.json"});
    CHECK(trial.err == "sfn-lint: a\\u001b[31m\\n.json: No such file or directory\n");
  }

  TEST_CASE("DEL in a definition reaches no report raw") {
    const Scratch folder;
    folder.write("del.asl.json", "{\"StartAt\": \"A\x7f\", \"States\": {\"A\": {\"Type\": \"Succeed\"}}}");
    for (const std::string& format : report_formats()) {
      const Trial trial = folder.run({"--format", format, "del.asl.json"});
      CHECK(trial.out.find('\x7f') == std::string::npos);
      CHECK((contains(trial.out, "\\u007F") || contains(trial.out, "\\u007f")));
    }
  }

  TEST_CASE("no permission") {
    if (::geteuid() == 0) return;  // root may read everything
    const Scratch folder;
    folder.write("closed/a.asl.json", good);
    folder.write("closed.asl.json", good);
    fs::permissions(folder / "closed", fs::perms::none);
    fs::permissions(folder / "closed.asl.json", fs::perms::none);
    const Trial trial = folder.run({"."});
    fs::permissions(folder / "closed", fs::perms::owner_all);
    CHECK(trial.status == 3);
    CHECK(contains(trial.err, "sfn-lint: closed: Permission denied\n"));
    CHECK(contains(trial.err, "sfn-lint: closed.asl.json: Permission denied\n"));
  }

  TEST_CASE("a FIFO that is named is read; one in a folder is not") {
    const Scratch folder;
    REQUIRE(::mkfifo((folder / "pipe.asl.json").c_str(), 0600) == 0);
    CHECK(folder.run({"."}).err ==
          "sfn-lint: no definition found in `.`; a file that is named is checked, whatever its name\n");
    std::thread writer([&] { std::ofstream(folder / "pipe.asl.json") << good; });
    const Trial trial = folder.run({"pipe.asl.json"});
    writer.join();
    CHECK(trial.status == 0);
    CHECK(trial.err == "1 file checked, nothing found\n");
  }

  TEST_CASE("a path named like a command is a path anywhere but first") {
    const Scratch folder;
    for (const char* name : {"check", "rules", "explain"}) folder.write(name, good);
    CHECK(folder.run({"check", "check"}).err == "1 file checked, nothing found\n");
    CHECK(folder.run({"check", "rules", "explain"}).err == "2 files checked, nothing found\n");
    CHECK(folder.run({"--quiet", "rules"}).status == 0);
    CHECK(folder.run({"./rules"}).err == "1 file checked, nothing found\n");
  }
}

TEST_SUITE("cli/files") {
  TEST_CASE(
      "in a folder: definitions by name or by root; not hidden ones, nor node_modules, nor through links") {
    const Scratch folder;
    for (const char* name :
         {"b.asl.json", "a.json", "sub/c.asl.json", ".hidden/d.asl.json", "node_modules/e.asl.json"})
      folder.write(name, good);
    folder.write("package.json", R"({"name": "p"})");
    folder.write("nested.json", R"({"x": {"StartAt": "A", "States": {}}})");
    folder.write("broken.json", R"({"StartAt": "A", "States": {)");
    folder.write("broken2.json", "{");
    folder.write("notes.txt", good);
    fs::create_directory_symlink("..", folder / "sub/up");
    fs::create_symlink("a.json", folder / "link.json");
    CHECK(folder.run({"--show-files"}).out == "a.json\nb.asl.json\nbroken.json\nlink.json\nsub/c.asl.json\n");
    CHECK(folder.run({"--show-files", "sub", "package.json", "./sub"}).out ==
          "sub/c.asl.json\npackage.json\n");
    CHECK(folder.run({"--show-files", "b.asl.json", "."}).out ==
          "b.asl.json\na.json\nbroken.json\nlink.json\nsub/c.asl.json\n");
  }

  TEST_CASE("paths from a list") {
    using Paths = std::vector<std::string>;
    CHECK(split_list("a\nb c\r\n\nd") == Paths{"a", "b c", "d"});
    CHECK(split_list(std::string_view("a\nb\0c", 5)) == Paths{"a\nb", "c"});
    const Scratch folder;
    folder.write("list", "a.asl.json\nmissing\n");
    folder.write("a.asl.json", good);
    const Trial trial = folder.run({"--files-from", "list"});
    CHECK(trial.status == 3);
    CHECK(trial.err == "sfn-lint: missing: No such file or directory\n1 file checked, nothing found\n");
    CHECK(folder.run({"--files-from", "nolist"}).status == 3);
  }

  TEST_CASE("threads do not change the order of the output") {
    const Scratch folder;
    for (int i = 0; i < 600; ++i)
      folder.write("f" + std::to_string(i) + ".asl.json",
                   i % 3 == 0 ? "{" + std::string(size_t(i) * 50, ' ') : good);
    const Trial one = folder.run({"--jobs", "1"});
    CHECK(contains(one.err, "200 errors in 600 files"));
    CHECK(folder.run({"--jobs", "4"}).out == one.out);
    CHECK(folder.run({"--jobs", "16", "--format", "json"}).out ==
          folder.run({"-j1", "--format", "json"}).out);
  }
}
