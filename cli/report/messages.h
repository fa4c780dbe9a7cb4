// Messages on standard error, and the exit status that they lead to.
#pragma once

#include <set>
#include <string_view>

#include "cli/exit_status.h"
#include "cli/host.h"

namespace sfn::cli {

class Messages {
 public:
  /// `host` must outlive this.
  explicit Messages(const Host& host) : host_(host) {}

  /// The highest so far.
  int status() const { return status_; }
  int raise(int status);

  // The others return the status too.
  int print(std::string_view text);
  int fail(const Fault& fault);
  /// However often the same fault is met. It must outlive this.
  int fail_once(const Fault& fault);
  int unreadable_file(std::string_view path, std::string_view reason);

 private:
  const Host& host_;
  std::set<const Fault*> printed_;
  int status_ = clean;
};

}  // namespace sfn::cli
