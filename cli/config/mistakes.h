// Reports mistakes in a file that the user wrote for sfn-lint, such as the configuration, the way a compiler
// does.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lint/document.h"
#include "lint/json/fault.h"

namespace sfn::cli {

class Mistakes {
 public:
  void add(Place place, std::string message);
  bool empty() const { return all_.empty(); }
  /// Each with its place and its line, ready to print, in the order of the file; only the first of very many.
  std::string print(std::string_view path, const Document& document) const;

 private:
  struct Mistake {
    Place place;
    std::string message;
  };
  std::vector<Mistake> all_;
};

/// "; did you mean `x`?"; empty for absent.
std::string did_you_mean(std::optional<std::string_view> meant);

/// The same for a text that is not JSON.
std::string print_fault(std::string_view path, std::string_view text, const json::Fault& fault);

}  // namespace sfn::cli
