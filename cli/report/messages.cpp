#include "cli/report/messages.h"

#include <algorithm>

#include "cli/report/destination.h"

namespace sfn::cli {

int Messages::raise(int status) { return status_ = std::max(status_, status); }

int Messages::print(std::string_view text) {
  host_.err(text);
  return status_;
}

int Messages::fail(const Fault& fault) {
  host_.err(fault.text);
  return raise(fault.status);
}

int Messages::fail_once(const Fault& fault) { return printed_.insert(&fault).second ? fail(fault) : status_; }

int Messages::unreadable_file(std::string_view path, std::string_view reason) {
  return fail({unreadable, failure_line(path, reason)});
}

}  // namespace sfn::cli
