// Hashes of several parts.
#pragma once

#include <cstddef>
#include <functional>
#include <string_view>

namespace sfn::asl::types {

class Hash {
 public:
  template <typename... Parts>
  void add(const Parts&... parts) {
    (mix(std::hash<
         std::conditional_t<std::is_convertible_v<Parts, std::string_view>, std::string_view, size_t>>{}(
         parts)),
     ...);
  }
  size_t value() const { return value_; }

 private:
  void mix(size_t part) { value_ ^= part + 0x9e3779b97f4a7c15ULL + (value_ << 6) + (value_ >> 2); }
  size_t value_ = 0;
};

}  // namespace sfn::asl::types
