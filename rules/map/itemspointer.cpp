#include <fmt/core.h>

#include <string>

#include "lint/rule.h"
#include "rules/map/shared/map_state.h"

namespace sfn::rules::map::itemspointer {

namespace {

// A JSON Pointer (RFC 6901) is empty or begins with a slash; a tilde stands before 0 or 1 alone.
bool is_pointer(std::string_view text) {
  if (!text.empty() && text[0] != '/') return false;
  for (size_t at = text.find('~'); at != std::string_view::npos; at = text.find('~', at + 1))
    if (at + 1 == text.size() || (text[at + 1] != '0' && text[at + 1] != '1')) return false;
  return true;
}

// `/a/b` for the reference path `$.a.b`; empty for what is no such path.
std::string from_path(std::string_view path) {
  if (!path.starts_with("$.") || path.find_first_of("[]*?@~/'") != std::string_view::npos) return {};
  std::string pointer(path.substr(1));
  for (char& c : pointer)
    if (c == '.') c = '/';
  return pointer;
}

void check(const asl::Construct& construct, Report& report) {
  const Value pointer = construct.value["ItemsPointer"], type = construct.value["InputType"];
  const auto text = pointer.literal();
  if (text && !is_pointer(*text)) {
    Diagnostic& found =
        report.add(pointer.place(), "`ItemsPointer` must be a JSON Pointer, such as `/orders/items`");
    if (const std::string right = from_path(*text); !right.empty())
      found.offer(fmt::format("write `{}`", right), replace_text(pointer.stretch(0, text->size()), right));
  }
  if (pointer && type.literal() && *type.literal() != "JSON")
    report.add(pointer.key(),
               fmt::format("`ItemsPointer` works only with `InputType` `JSON`, not `{}`", *type.literal()));
}

constexpr Example examples[] = {
    {"a path",
     R"({"Type": "Map", "End": true, "ItemReader": {"Resource": "arn:aws:states:::s3:getObject", "Parameters": {"Bucket": "b", "Key": "k"},
           "ReaderConfig": {"InputType": "JSON", "ItemsPointer": «"$.a.b"»}},
          "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
                                      "StartAt": "P", "States": {"P": {"Type": "Pass", "End": true}}}})",
     R"({"Type": "Map", "End": true, "ItemReader": {"Resource": "arn:aws:states:::s3:getObject", "Parameters": {"Bucket": "b", "Key": "k"},
           "ReaderConfig": {"InputType": "JSON", "ItemsPointer": "/a/b"}},
          "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
                                      "StartAt": "P", "States": {"P": {"Type": "Pass", "End": true}}}})"},
    {"into a CSV file",
     R"({"Type": "Map", "End": true, "ItemReader": {"Resource": "arn:aws:states:::s3:getObject", "Parameters": {"Bucket": "b", "Key": "k"},
           "ReaderConfig": {"InputType": "CSV", "CSVHeaderLocation": "FIRST_ROW", «"ItemsPointer"»: "/a"}},
          "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
                                      "StartAt": "P", "States": {"P": {"Type": "Pass", "End": true}}}})"},
    {"a pointer",
     R"({"Type": "Map", "End": true, "ItemReader": {"Resource": "arn:aws:states:::s3:getObject", "Parameters": {"Bucket": "b", "Key": "k"},
           "ReaderConfig": {"InputType": "JSON", "ItemsPointer": "/a/b~1c"}},
          "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
                                      "StartAt": "P", "States": {"P": {"Type": "Pass", "End": true}}}})"},
};

}  // namespace

extern const Rule rule{
    .id = "map/itemspointer",
    .severity = Severity::error,
    .summary = "an `ItemsPointer` that is not a JSON Pointer, or that has no JSON to point into",
    .why =
        "`ItemsPointer` selects the array inside a JSON file by a JSON Pointer (RFC 6901), which begins "
        "with a slash. With a path such as `$.items`, or with another type of file, Step Functions refuses "
        "the definition when it is deployed.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/input-output-itemreader.html",
    .examples = examples,
    .about = {.constructs = asl::ConstructKind::reader_config},
    .construct = check,
};

}  // namespace sfn::rules::map::itemspointer
