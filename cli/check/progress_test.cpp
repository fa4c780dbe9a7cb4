#include "cli/check/progress.h"

#include <doctest/doctest.h>

#include <string>

using namespace sfn::cli;
using namespace std::chrono_literals;

namespace {

// A terminal whose clock only moves when a test moves it.
struct Terminal {
  std::string out, err;
  std::chrono::nanoseconds now = 5s;
  Host host(bool terminal = true) {
    Host host{[this](std::string_view text) { return out += text, true; },
              [this](std::string_view text) { return err += text, true; }};
    host.err_is_terminal = terminal;
    host.now = [this] { return now; };
    return host;
  }
};

}  // namespace

TEST_SUITE("cli/check/progress") {
  TEST_CASE("nothing in the first second, then ten times a second") {
    Terminal terminal;
    const Host host = terminal.host();
    Progress progress(host, true);
    progress.show(1, 9);
    terminal.now += 999ms;
    progress.show(2, 9);
    CHECK(terminal.err.empty());
    terminal.now += 1ms;
    progress.show(3, 9);
    CHECK(terminal.err == "\r\x1b[K3 of 9 files checked");
    terminal.now += 99ms;
    progress.show(4, 9);
    CHECK(terminal.err == "\r\x1b[K3 of 9 files checked");
    terminal.now += 1ms;
    progress.show(5, 9);
    CHECK(terminal.err == "\r\x1b[K3 of 9 files checked\r\x1b[K5 of 9 files checked");
  }

  TEST_CASE("the line goes before anything else is written, and at the end") {
    Terminal terminal;
    const Host host = terminal.host();
    {
      Progress progress(host, true);
      terminal.now += 2s;
      const Host erasing = progress.host();
      erasing.err("a\n");
      progress.show(1, 2);
      erasing.out("");
      erasing.out("b\n");
      erasing.err("c\n");
      CHECK(terminal.err == "a\n\r\x1b[K1 of 2 files checked\r\x1b[Kc\n");
      CHECK(terminal.out == "b\n");
      terminal.now += 1s;
      progress.show(2, 2);
    }
    CHECK(terminal.err.ends_with("2 of 2 files checked\r\x1b[K"));
  }

  TEST_CASE("silent where it is not wanted, and where there is no terminal") {
    Terminal terminal;
    for (const bool is_terminal : {true, false}) {
      const Host host = terminal.host(is_terminal);
      Progress progress(host, !is_terminal);
      terminal.now += 5s;
      progress.show(1, 2);
      progress.host().err("x");
    }
    CHECK(terminal.err == "xx");
  }
}
