// `./dev bench --scale`: how time grows while a definition of one shape doubles in size. AWS takes
// definitions up to 1 MiB, so that whatever is looked for by a loop in a loop takes minutes in some of them.
#include <fmt/core.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/bench.h"

namespace {

namespace fs = std::filesystem;

// `n` pieces with commas between them; `{}` in a piece is its number.
std::string repeated(size_t n, const std::function<std::string(size_t)>& piece) {
  std::string text;
  for (size_t i = 0; i < n; ++i) text.append(i == 0 ? "" : ",").append(piece(i));
  return text;
}

std::string machine(const std::string& states) {
  return R"({"StartAt": "S0", "States": {)" + states + R"(, "End": {"Type": "Succeed"}}})";
}

std::string task(const std::string& parameters, const std::string& fields = "") {
  return machine(
      R"("S0": {"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync", "End": true, "Parameters": {"TaskDefinition": "a:1")" +
      parameters + "}" + fields + "}");
}

std::string containers(const std::string& overrides) {
  return task(R"(, "Overrides": {"ContainerOverrides": [)" + overrides + "]}");
}

std::string pass(const std::string& fields) {
  return machine(R"("S0": {"Type": "Pass", "End": true, )" + fields + "}");
}

std::string choice(size_t n, const std::function<std::string(size_t)>& rule,
                   std::string_view language = "JSONPath") {
  return machine(
      fmt::format(R"("S0": {{"Type": "Choice", "QueryLanguage": "{}", "Default": "End", "Choices": [{}]}})",
                  language, repeated(n, rule)));
}

struct Shape {
  const char* name;
  std::string (*text)(size_t n);
};

const Shape shapes[] = {
    {"environment variables",
     [](size_t n) {
       return containers(
           R"({"Name": "a", "Environment": [)" +
           repeated(n, [](size_t i) { return fmt::format(R"({{"Name": "V{}", "Value": "x"}})", i); }) + "]}");
     }},
    {"one variable many times",
     [](size_t n) {
       return containers(R"({"Name": "a", "Environment": [)" +
                         repeated(n, [](size_t) { return R"({"Name": "V", "Value": "x"})"; }) + "]}");
     }},
    {"container overrides",
     [](size_t n) {
       return containers(
           repeated(n, [](size_t i) { return fmt::format(R"({{"Name": "c{}", "Cpu": 1}})", i); }));
     }},
    {"tags",
     [](size_t n) {
       return task(R"(, "Tags": [)" +
                   repeated(n, [](size_t i) { return fmt::format(R"({{"Key": "k{}", "Value": "x"}})", i); }) +
                   "]");
     }},
    {"subnets",
     [](size_t n) {
       return task(R"(, "NetworkConfiguration": {"AwsvpcConfiguration": {"Subnets": [)" +
                   repeated(n, [](size_t i) { return fmt::format(R"("subnet-{:08x}")", i); }) + "]}}");
     }},
    {"capacity providers",
     [](size_t n) {
       return task(
           R"(, "CapacityProviderStrategy": [)" +
           repeated(
               n, [](size_t i) { return fmt::format(R"({{"CapacityProvider": "p{}", "Weight": 1}})", i); }) +
           "]");
     }},
    {"retriers",
     [](size_t n) {
       return task("", R"(, "Retry": [)" + repeated(n, [](size_t i) {
                         return fmt::format(R"({{"ErrorEquals": ["E{}"]}})", i);
                       }) + "]");
     }},
    {"catchers",
     [](size_t n) {
       return task("", R"(, "Catch": [)" + repeated(n, [](size_t i) {
                         return fmt::format(R"({{"ErrorEquals": ["E{}"], "Next": "End"}})", i);
                       }) + "]");
     }},
    {"names in one retrier",
     [](size_t n) {
       return task("", R"(, "Retry": [{"ErrorEquals": [)" +
                           repeated(n, [](size_t i) { return fmt::format(R"("E{}")", i); }) + "]}]");
     }},
    {"choice rules",
     [](size_t n) {
       return choice(n, [](size_t i) {
         return fmt::format(R"({{"Variable": "$.a", "StringEquals": "x{}", "Next": "End"}})", i);
       });
     }},
    {"one choice rule many times",
     [](size_t n) {
       return choice(n, [](size_t) { return R"({"Variable": "$.a", "StringEquals": "x", "Next": "End"})"; });
     }},
    {"one condition many times",
     [](size_t n) {
       return choice(
           n, [](size_t) { return R"({"Condition": "{% $states.input.a = 1 %}", "Next": "End"})"; },
           "JSONata");
     }},
    {"paths in Parameters",
     [](size_t n) {
       return pass(R"("Parameters": {)" +
                   repeated(n, [](size_t i) { return fmt::format(R"("a{0}.$": "$.b{0}")", i); }) + "}");
     }},
    {"paths inside texts",
     [](size_t n) {
       return pass(R"("Parameters": {)" +
                   repeated(n, [](size_t i) { return fmt::format(R"("a{0}": "x $.b{0} y")", i); }) + "}");
     }},
    {"one key many times",
     [](size_t n) {
       return pass(R"("Parameters": {)" + repeated(n, [](size_t) { return R"("a": 1)"; }) + "}");
     }},
    {"unknown fields",
     [](size_t n) { return pass(repeated(n, [](size_t i) { return fmt::format(R"("Foo{}": 1)", i); })); }},
    {"a chain",
     [](size_t n) {
       return machine(repeated(n, [&](size_t i) {
         return fmt::format(R"("S{}": {{"Type": "Pass", "Next": "{}"}})", i,
                            i + 1 == n ? "End" : fmt::format("S{}", i + 1));
       }));
     }},
    {"wrong names of states",
     [](size_t n) {
       return machine(repeated(
           n, [](size_t i) { return fmt::format(R"("S{}": {{"Type": "Pass", "Next": "T{}x"}})", i, i); }));
     }},
    {"states that nothing leads to",
     [](size_t n) {
       return machine(
           repeated(n, [](size_t i) { return fmt::format(R"("S{}": {{"Type": "Succeed"}})", i); }));
     }},
    {"suppressions",
     [](size_t n) {
       return machine(repeated(n, [](size_t i) {
         return fmt::format(
             R"("S{}": {{"Type": "Succeed", "Comment": "sfn-lint: ignore=flow/unreachable-state why"}})", i);
       }));
     }},
};

double seconds(const std::string& binary, const std::string& file) {
  double best = 1e9;
  for (int round = 0; round < 3; ++round)
    best = std::min(best, run_process({binary, "check", "--no-config", "--min-severity", "info", "--format",
                                       "json", file}));
  return best / 1e6;
}

}  // namespace

bool bench_scale(const std::string& binary, const fs::path& folder) {
  constexpr size_t sizes[] = {2000, 4000, 8000, 16000};
  constexpr double most = 1.25;
  // What a process takes at the least says nothing about growth.
  std::ofstream(folder / "empty.json") << machine(R"("S0": {"Type": "Succeed"})");
  const double least = seconds(binary, folder / "empty.json");
  bool within = true;
  fmt::print("{:32} {:>8}  seconds for 2,000 to 16,000\n", "", "exponent");
  for (const Shape& shape : shapes) {
    std::vector<double> times;
    for (const size_t n : sizes) {
      std::ofstream(folder / "shape.asl.json") << shape.text(n);
      times.push_back(std::max(seconds(binary, folder / "shape.asl.json") - least, 1e-4));
    }
    const double exponent = std::log2(times.back() / times[2]);
    within = within && exponent <= most;
    fmt::print("{:32} {:8.2f} ", shape.name, exponent);
    for (const double time : times) fmt::print(" {:6.3f}", time);
    fmt::print("{}\n", exponent <= most ? "" : "  OVER");
  }
  return within;
}
