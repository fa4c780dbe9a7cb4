#include "lint/asl/context_object.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace sfn::asl::context_object {
namespace {

std::vector<std::string_view> split(std::string_view path) {
  std::vector<std::string_view> names;
  while (!path.empty()) {
    const size_t end = std::min(path.find('.'), path.size());
    names.push_back(path.substr(0, end));
    path.remove_prefix(std::min(end + 1, path.size()));
  }
  return names;
}

// "ok", or the index of the unknown name, how many names are replaced and by what.
std::string verdict(std::string_view path) {
  const auto names = split(path);
  const Reading reading = read(names);
  if (!reading.unknown) return "ok";
  return std::to_string(*reading.unknown) + " " + std::to_string(reading.replaces) + " " +
         std::string(reading.meant.value_or("-"));
}

}  // namespace

TEST_SUITE("asl/context_object") {
  TEST_CASE("every field of the table is known, and its object stands before it") {
    std::vector<std::string_view> seen;
    for (const Field& field : fields()) {
      CAPTURE(field.path);
      CHECK(verdict(field.path) == "ok");
      const size_t dot = field.path.rfind('.');
      if (dot != field.path.npos)
        CHECK(std::find(seen.begin(), seen.end(), field.path.substr(0, dot)) != seen.end());
      seen.push_back(field.path);
    }
    CHECK(fields().size() == 23);
  }

  TEST_CASE("the whole object, and what lies inside free fields") {
    CHECK(verdict("") == "ok");
    CHECK(verdict("Execution.Input.anything.at.all") == "ok");
    CHECK(verdict("Map.Item.Value.x") == "ok");
    CHECK(read(split("Execution.Input.a")).field->path == "Execution.Input");
    CHECK(read(split("Task.Token")).field->present == Present::in_callback_task);
  }

  TEST_CASE("a text or number has no members") {
    CHECK(verdict("Execution.Id.x") == "2 0 -");
    CHECK(verdict("Map.Item.Index.x") == "3 0 -");
  }

  TEST_CASE("letter case and small slips") {
    CHECK(verdict("execution.id") == "0 2 Execution.Id");
    CHECK(verdict("task.token") == "0 2 Task.Token");
    CHECK(verdict("Task.token") == "1 2 Task.Token");
    CHECK(verdict("Execution.StartTIme") == "1 2 Execution.StartTime");
    CHECK(verdict("Exection.Id") == "0 1 Execution");
    CHECK(verdict("State.Nam") == "1 2 State.Name");
    CHECK(verdict("Map.Item.Indx") == "2 3 Map.Item.Index");
    CHECK(verdict("map.item.value.name") == "0 3 Map.Item.Value");
  }

  TEST_CASE("names from elsewhere") {
    CHECK(verdict("Execution.Arn") == "1 2 Execution.Id");
    CHECK(verdict("StateMachine.Arn") == "1 2 StateMachine.Id");
    CHECK(verdict("Task.TaskToken") == "1 2 Task.Token");
    CHECK(verdict("TaskToken") == "0 1 Task.Token");
    CHECK(verdict("Token") == "0 1 Task.Token");
    CHECK(verdict("Map.Index") == "1 2 Map.Item.Index");
    CHECK(verdict("Execution.Whatever") == "1 0 -");
    CHECK(verdict("Nothing.Like.It") == "0 0 -");
  }

  TEST_CASE("every alias leads to a field, and is none itself") {
    for (const std::string_view alias :
         {"ExecutionName", "Execution.StateMachine", "Item.Value", "State.TaskToken"}) {
      CAPTURE(alias);
      const Reading reading = read(split(alias));
      REQUIRE(reading.meant);
      CHECK(verdict(*reading.meant) == "ok");
    }
  }

  TEST_CASE("data that looks like the context object") {
    CHECK(looks_like_context(split("Execution.Id")));
    CHECK(looks_like_context(split("Map.Item.Value.name")));
    CHECK(looks_like_context(split("Task.Token")));
    CHECK_FALSE(looks_like_context(split("Execution")));
    CHECK_FALSE(looks_like_context(split("Execution.Foo")));
    CHECK_FALSE(looks_like_context(split("Map.Item")));
    CHECK_FALSE(looks_like_context(split("")));
  }
}

}  // namespace sfn::asl::context_object
