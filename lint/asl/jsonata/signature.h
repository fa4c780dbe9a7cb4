// Signatures of lambdas: `function($a, $b)<s-n?:s>{ ... }`.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace sfn::asl::jsonata {

struct SignatureFault {
  std::string_view code;  // as Fault::code
  std::string message;
};

/// What is wrong with a signature, given with its angle brackets; absent if the reference accepts it.
/// It ignores letters that it does not know.
std::optional<SignatureFault> signature_fault(std::string_view signature);

}  // namespace sfn::asl::jsonata
