// The form of services/*.txt and wrappers/*.txt, which the schema tools write and read. A file has lines of
// five kinds:
//
//   # a comment
//   service NAME PREFIX SIGNER           the service in `aws-sdk:NAME:ACTION`, the prefix of its errors, and
//   the name that
//                                        signs its requests
//   E1 ! NAME NAME                       a list of errors that several operations declare
//   ACTION INPUT > OUTPUT ! ERRORS       an operation; without output or errors these parts are missing; `
//   /stream` at the
//                                        end says that a part of it is an event stream
//   NAME = TYPE                          a shape that is used more than once
//
// A type is the name of a shape or
//   string(A|"B C")<1..64>               with its enum values and limits; also integer, long, number,
//   boolean, timestamp,
//                                        blob and document
//   [TYPE]<1..10>                        a list
//   {*:TYPE}                             a map
//   {A B?:integer C|D?~^:[string] /open} a structure: `?` is optional, `~` an idempotency token, `^`
//   deprecated, `|` further
//                                        spellings; a member without a type is a string. /open: it may have
//                                        other members; /union: exactly one member may be given; /text: a
//                                        string may stand for it
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "schemas/schemas.h"

namespace sfn::schemas {

struct MemberText;

struct TypeText {
  Type type = Type::absent;  // absent: `name` is that of a shape
  std::string name;
  std::string minimum, maximum;        // as in the model; empty for no limit
  std::vector<std::string> values;     // of an enum
  std::shared_ptr<const TypeText> of;  // items, or values of a map
  std::vector<MemberText> members;
  bool open = false, is_union = false, text = false;
};

struct MemberText {
  std::vector<std::string> names;  // the first is the one that is suggested
  bool required = true, token = false, deprecated = false;
  TypeText type;
};

struct OperationText {
  std::string action;
  TypeText input;
  std::optional<TypeText> output;
  std::vector<std::string> errors;
  bool stream = false;
};

struct ServiceText {
  std::string name, error_prefix, signing_name;  // empty in wrappers/
  std::vector<OperationText> operations;
  std::map<std::string, TypeText> shapes;
};

/// Adds what a file says to `into`; `where` is its name for messages. Ends the program where the text is not
/// in the form.
void read_service(std::string_view text, const std::string& where, ServiceText& into);

}  // namespace sfn::schemas
