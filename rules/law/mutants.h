// For tests: single faults, as people make them, put into a definition that is right.
#pragma once

#include <functional>
#include <string_view>
#include <vector>

#include "lint/diagnostic.h"
#include "lint/edit.h"

namespace sfn::law {

/// Takes one mutant: what kind of fault it is, and the changes that put it in.
using Mutants = std::function<void(std::string_view kind, std::vector<Change>)>;

/// Faults in keys: letter case, typing errors, the suffix `.$`.
void mutants_of_key(Value member, const Mutants& take);
/// A member that is dropped, wrapped, unwrapped, or stands in the wrong object.
void mutants_of_place(Value value, const Mutants& take);
/// Faults in strings, numbers and booleans of any meaning.
void mutants_of_scalar(Value value, const Mutants& take);
/// Faults in paths, intrinsic functions, JSONata expressions and Resources.
void mutants_of_expression(Value value, const Mutants& take);

/// Slips in the syntax of a JSON text, each with the edit that makes it.
using Slips = std::function<void(std::string_view kind, const Edit&)>;
void slips_of(const Document& document, const Slips& take);

/// All other mutants, of all values of a definition, in the order of the text.
void mutants_of(const Document& document, const Mutants& take);

}  // namespace sfn::law
