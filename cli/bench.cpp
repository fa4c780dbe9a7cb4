// What `./dev bench` runs: time and memory as ratios within one run, next to their budgets. The runs of the
// two sides of a ratio take turns, so that both see the same machine. Times are of the processor, so that
// what else runs on the machine counts little.
#include <fcntl.h>
#include <fmt/core.h>
#include <simdjson.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <functional>
#include <new>
#include <string>
#include <vector>

#include "cli/bench.h"
#include "lint/json/parse.h"
#include "lint/lint.h"
#include "rules/registry.h"

namespace {

std::atomic<size_t> allocated{0}, allocations{0};

}  // namespace

void* operator new(size_t size) {
  allocated += size;
  ++allocations;
  if (void* memory = std::malloc(size)) return memory;
  throw std::bad_alloc();
}
void* operator new(size_t size, std::align_val_t alignment) {
  allocated += size;
  ++allocations;
  const auto align = static_cast<size_t>(alignment);
  if (void* memory = std::aligned_alloc(align, (size + align - 1) / align * align)) return memory;
  throw std::bad_alloc();
}
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, size_t) noexcept { std::free(memory); }
void operator delete(void* memory, std::align_val_t) noexcept { std::free(memory); }
void operator delete(void* memory, size_t, std::align_val_t) noexcept { std::free(memory); }

namespace {

namespace fs = std::filesystem;
using namespace sfn;

std::string task_state(size_t number) {
  return fmt::format(R"json(    "Run job {0}": {{
      "Type": "Task",
      "Resource": "arn:aws:states:::ecs:runTask.sync",
      "Parameters": {{
        "Cluster": "arn:aws:ecs:eu-west-1:123456789012:cluster/jobs",
        "LaunchType": "FARGATE",
        "TaskDefinition": "job-{0}",
        "NetworkConfiguration": {{"AwsvpcConfiguration": {{"Subnets": ["subnet-0123"], "AssignPublicIp": "DISABLED"}}}},
        "Overrides": {{"ContainerOverrides": [{{"Name": "job", "Environment": [{{"Name": "ID", "Value.$": "$.id"}}]}}]}}
      }},
      "TimeoutSeconds": 3600,
      "Retry": [{{"ErrorEquals": ["States.TaskFailed"], "IntervalSeconds": 5, "MaxAttempts": 2, "BackoffRate": 2.0}}],
      "ResultPath": "$.jobs.run{0}",
      "Next": "Ready {0}?"
    }},
)json",
                     number);
}

std::string choice_and_pass(size_t number) {
  return fmt::format(R"json(    "Ready {0}?": {{
      "Type": "Choice",
      "Choices": [{{"Variable": "$.jobs.status", "StringEquals": "DONE", "Next": "Note {0}"}}],
      "Default": "Note {0}"
    }},
    "Note {0}": {{
      "Type": "Pass",
      "Parameters": {{"text.$": "States.Format('job {{}} is done', $.id)", "count": {0}}},
      "ResultPath": "$.note",
      "Next": "Run job {1}"
    }},
)json",
                     number, number + 1);
}

/// A definition of at least `size` bytes.
std::string definition(size_t size) {
  std::string text = "{\n  \"Comment\": \"bench\",\n  \"StartAt\": \"Run job 0\",\n  \"States\": {\n";
  size_t number = 0;
  for (; text.size() < size; ++number) text += task_state(number) + choice_and_pass(number);
  return text + fmt::format("    \"Run job {}\": {{\"Type\": \"Succeed\"}}\n  }}\n}}\n", number);
}

/// A definition of about `size` bytes that is full of expressions, in both languages.
std::string expressions(size_t size) {
  std::string text = "{\n  \"StartAt\": \"Path 0\",\n  \"States\": {\n";
  size_t number = 0;
  for (; text.size() < size; ++number)
    text += fmt::format(
        R"json(    "Path {0}": {{"Type": "Pass", "ResultPath": "$.r{0}", "Next": "Query {0}", "Parameters": {{
      "a.$": "States.Format('{{}} of {{}}', $.order.id, $$.Execution.Name)", "b.$": "$.items[?(@.price > 10)].name",
      "c.$": "States.ArrayGetItem(States.StringSplit($.list, ','), 0)"}}}},
    "Query {0}": {{"Type": "Pass", "QueryLanguage": "JSONata", "Next": "Path {1}", "Assign": {{
      "total{0}": "{{% $sum($states.input.items[price > 10].(price * quantity)) %}}"}},
      "Output": "{{% ($f := function($x) {{ $x & '-' & $string({0}) }}; $map($states.input.names, $f)[]) %}}"}},
)json",
        number, number + 1);
  return text + fmt::format("    \"Path {}\": {{\"Type\": \"Succeed\"}}\n  }}\n}}\n", number);
}

double thread_time() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) * 1e6 + static_cast<double>(now.tv_nsec) / 1e3;
}

double microseconds(const std::function<void()>& work) {
  const double begin = thread_time();
  work();
  return thread_time() - begin;
}

struct Times {
  std::vector<double> all;
  double minimum() const { return *std::min_element(all.begin(), all.end()); }
  double median() const {
    std::vector<double> sorted = all;
    std::sort(sorted.begin(), sorted.end());
    return sorted[sorted.size() / 2];
  }
};

struct Pair {
  Times ours, theirs;
};

Pair in_turns(size_t rounds, const std::function<void()>& ours, const std::function<void()>& theirs) {
  Pair pair;
  for (size_t round = 0; round < rounds; ++round) {
    pair.theirs.all.push_back(microseconds(theirs));
    pair.ours.all.push_back(microseconds(ours));
  }
  return pair;
}

bool over = false;

void row(const char* what, double ratio, double budget, const std::string& detail) {
  const bool within = ratio <= budget;
  over = over || !within;
  fmt::print("{:44} {:8.2f} {:8.1f}  {:6}  {}\n", what, ratio, budget, within ? "within" : "OVER", detail);
}

// The engine once, for profilers.
void run_engine() {
  const Source source("bench", definition(size_t{1} << 20));
  (void)check(source, 0, RuleSet(rules::all()), {});
}

void bench_engine() {
  const Source source("bench", definition(size_t{1} << 20));
  const RuleSet rules(rules::all());
  simdjson::dom::parser parser;
  const auto dom = [&] {
    if (parser.parse(source.text().data(), source.text().size(), false).error()) std::abort();
  };
  const auto parse = [&] { (void)json::parse(source, 0); };
  const auto all = [&] { (void)check(source, 0, rules, {}); };
  const Pair parsing = in_turns(30, parse, dom);
  const Pair engine = in_turns(30, all, dom);
  const size_t before = allocated, count = allocations;
  const Checked checked = check(source, 0, rules, {});
  const size_t bytes = allocated - before, calls = allocations - count;
  const double size = static_cast<double>(source.text().size());
  fmt::print("definition of {} bytes, {} nodes, {} findings, {} rules\n", source.text().size(),
             checked.document ? checked.document->size() : 0, checked.diagnostics.size(),
             rules::all().size());
  const auto times = [](const Pair& pair) {
    return fmt::format("{:.0f} us against {:.0f} us (minimum), {:.2f} by medians", pair.ours.minimum(),
                       pair.theirs.minimum(), pair.ours.median() / pair.theirs.median());
  };
  row("reader / simdjson DOM", parsing.ours.minimum() / parsing.theirs.minimum(), 15, times(parsing));
  row("engine / simdjson DOM", engine.ours.minimum() / engine.theirs.minimum(), 15, times(engine));
  std::vector<const Rule*> loud;
  for (const Rule* rule : rules::all())
    if (rule->severity != Severity::info) loud.push_back(rule);
  const RuleSet shown(loud);
  const Pair usual = in_turns(
      30, [&] { (void)check(source, 0, shown, {}); }, dom);
  row("engine without advice / simdjson DOM", usual.ours.minimum() / usual.theirs.minimum(), 15,
      times(usual));
  row("bytes allocated / byte of source", static_cast<double>(bytes) / size, 24,
      fmt::format("{} bytes in {} allocations", bytes, calls));
}

void bench_expressions() {
  const Source source("bench", expressions(size_t{1} << 18));
  std::vector<const Rule*> chosen;
  for (const Rule* rule : rules::all())
    if (const auto family = rules::family(*rule);
        family == "path" || family == "jsonata" || family == "variables")
      chosen.push_back(rule);
  const RuleSet none({}), rules(chosen);
  const Pair pair = in_turns(
      20, [&] { (void)check(source, 0, rules, {}); }, [&] { (void)check(source, 0, none, {}); });
  fmt::print("expressions: {} bytes full of them, {} rules: {:.0f} us, and {:.0f} us without (minimum)\n",
             source.text().size(), chosen.size(), pair.ours.minimum(), pair.theirs.minimum());
}

void bench_process(const std::string& binary, const fs::path& folder) {
  const std::string file = (folder / "small.asl.json").string();
  std::ofstream(file) << definition(1200);
  Pair pair;
  for (int round = 0; round < 300; ++round) {
    pair.theirs.all.push_back(run_process({"/bin/true"}));
    pair.ours.all.push_back(run_process({binary, file}));
  }
  row("process on 2 KB / true", pair.ours.median() / pair.theirs.median(), 3,
      fmt::format("{:.0f} us against {:.0f} us (medians), {} bytes", pair.ours.median(), pair.theirs.median(),
                  fs::file_size(file)));
}

void bench_files(const std::string& binary, const fs::path& folder) {
  fs::create_directories(folder / "many");
  for (int i = 0; i < 500; ++i)
    std::ofstream(folder / "many" / fmt::format("{}.asl.json", i)) << definition(1800);
  const std::string many = (folder / "many").string();
  Times times;
  for (int round = 0; round < 10; ++round) times.all.push_back(run_process({binary, many}));
  fmt::print("500 files of {} bytes in one process: {:.1f} ms (minimum {:.1f} ms)\n",
             fs::file_size(folder / "many/0.asl.json"), times.median() / 1000, times.minimum() / 1000);
}

}  // namespace

double run_process(const std::vector<std::string>& command) {
  std::vector<char*> arguments;
  for (const std::string& word : command) arguments.push_back(const_cast<char*>(word.c_str()));
  arguments.push_back(nullptr);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  for (const int output : {STDOUT_FILENO, STDERR_FILENO})
    posix_spawn_file_actions_addopen(&actions, output, "/dev/null", O_WRONLY, 0);
  pid_t child = 0;
  if (posix_spawn(&child, arguments[0], &actions, nullptr, arguments.data(), environ) != 0) std::abort();
  int status = 0;
  rusage used{};
  wait4(child, &status, 0, &used);
  posix_spawn_file_actions_destroy(&actions);
  const auto time = [](const timeval& t) {
    return static_cast<double>(t.tv_sec) * 1e6 + static_cast<double>(t.tv_usec);
  };
  return time(used.ru_utime) + time(used.ru_stime);
}

// usage: bench [PATH OF SFN-LINT]; status 1 where a budget is exceeded. bench --once: the engine once. bench
// --scale: how time grows with size.
int main(int argc, char** argv) {
  const std::string_view argument = argc > 1 ? argv[1] : "";
  if (argument == "--once") return run_engine(), 0;
  const bool scale = argument == "--scale";
  const std::string binary =
      argc > 1 && !scale ? argv[1] : (fs::path(argv[0]).parent_path() / "sfn-lint").string();
  const fs::path folder = fs::temp_directory_path() / fmt::format("sfn-lint-bench-{}", getpid());
  fs::create_directories(folder);
  if (scale) {
    over = !bench_scale(binary, folder);
    fs::remove_all(folder);
    return over ? 1 : 0;
  }
  fmt::print("{:44} {:>8} {:>8}\n", "", "ratio", "budget");
  bench_engine();
  bench_expressions();
  bench_process(binary, folder);
  bench_files(binary, folder);
  fs::remove_all(folder);
  return over ? 1 : 0;
}
