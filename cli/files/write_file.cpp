#include "cli/files/write_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <memory>

#include "cli/files/files.h"
#include "cli/host.h"

namespace sfn::cli {

namespace {

namespace fs = std::filesystem;

std::string reason() { return std::strerror(errno); }

/// Where a path leads, through all links; the path itself if there is nothing yet.
std::string target_of(const std::string& path) {
  const std::unique_ptr<char, void (*)(void*)> real(::realpath(path.c_str(), nullptr), std::free);
  return real ? std::string(real.get()) : path;
}

std::string folder_of(const std::string& path) {
  const std::string folder = fs::path(path).parent_path().native();
  return folder.empty() ? "." : folder;
}

/// A new file next to the one that it will replace; removed again unless it took its place.
class Temporary {
 public:
  explicit Temporary(const std::string& target)
      : path_(folder_of(target) + "/." + fs::path(target).filename().native() + ".XXXXXX"),
        file_(::mkostemp(path_.data(), O_CLOEXEC)) {}
  ~Temporary() {
    if (file_ < 0) return;
    ::close(file_);
    if (!placed_) ::unlink(path_.c_str());
  }
  Temporary(const Temporary&) = delete;

  bool made() const { return file_ >= 0; }

  bool take_mode(const struct stat* old) {
    if (!old) {
      const mode_t mask = ::umask(0);
      ::umask(mask);
      return ::fchmod(file_, 0666 & ~mask) == 0;
    }
    // Only root can give a file away; the group at least may be one of ours. The mode comes after: a change
    // of the owner takes bits from it.
    if (::fchown(file_, old->st_uid, old->st_gid) != 0 &&
        ::fchown(file_, static_cast<uid_t>(-1), old->st_gid) != 0)
      errno = 0;
    return ::fchmod(file_, old->st_mode & 07777) == 0;
  }

  bool fill(std::string_view bytes) { return write_all(file_, bytes) && ::fsync(file_) == 0; }

  bool place(const std::string& target) {
    placed_ = ::rename(path_.c_str(), target.c_str()) == 0;
    return placed_;
  }

 private:
  std::string path_;
  int file_;
  bool placed_ = false;
};

/// The new name is on the disk only when its folder is; a file system that cannot do it loses nothing by
/// that.
void flush_folder(const std::string& folder) {
  const int open = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (open < 0) return;
  ::fsync(open);
  ::close(open);
}

bool writable(const struct stat& old, const std::string& target) {
  constexpr mode_t any_write = S_IWUSR | S_IWGRP | S_IWOTH;
  if ((old.st_mode & any_write) != 0 && ::access(target.c_str(), W_OK) == 0) return true;
  if (errno == 0 || (old.st_mode & any_write) == 0) errno = EACCES;
  return false;
}

}  // namespace

std::string write_file(const std::string& path, std::string_view bytes) {
  const std::string target = target_of(path);
  struct stat old;
  const bool exists = ::stat(target.c_str(), &old) == 0;
  if (exists && !S_ISREG(old.st_mode)) return "not a regular file";
  if (exists && !writable(old, target)) return "cannot be written: " + reason();
  Temporary temporary(target);
  const bool done = temporary.made() && temporary.take_mode(exists ? &old : nullptr) &&
                    temporary.fill(bytes) && temporary.place(target);
  if (!done) return "cannot be written: " + reason();
  flush_folder(folder_of(target));
  return {};
}

std::string rewrite_file(const std::string& path, std::string_view before, std::string_view bytes) {
  const Bytes now = read_file(path);
  if (!now.bytes) return now.reason;
  if (*now.bytes != before) return "changed while it was checked; not written";
  return write_file(path, bytes);
}

}  // namespace sfn::cli
