// Work on many items by several threads whose results come back in the order of the items.
#pragma once

#include <algorithm>
#include <condition_variable>
#include <exception>
#include <map>
#include <mutex>
#include <optional>
#include <system_error>
#include <thread>
#include <vector>

namespace sfn::cli {

/// State that the threads of in_order share: blocks of results that are complete but not yet consumed. A
/// block is a range of items, which reduces contention.
template <typename Result>
class Blocks {
 public:
  explicit Blocks(size_t count) : count_(count) {}

  /// The next block to work on; waits while results wait for a slow block. Absent if none is left.
  std::optional<size_t> claim() {
    std::unique_lock lock(mutex_);
    room_.wait(lock, [&] { return stopped_ || claimed_ == count_ || claimed_ < taken_ + ahead; });
    if (stopped_ || claimed_ == count_) return std::nullopt;
    return claimed_++;
  }

  void put(size_t block, std::vector<Result> results) {
    const std::lock_guard lock(mutex_);
    done_.emplace(block, std::move(results));
    if (block == taken_) ready_.notify_one();
  }

  /// Waits for the next block in order; rethrows exceptions of the worker threads.
  std::vector<Result> take() {
    std::unique_lock lock(mutex_);
    ready_.wait(lock, [&] { return fault_ || done_.count(taken_) > 0; });
    if (fault_) std::rethrow_exception(fault_);
    auto block = done_.extract(taken_++);
    if (claimed_ + 1 >= taken_ + ahead) room_.notify_all();
    return std::move(block.mapped());
  }

  void stop(std::exception_ptr fault = nullptr) {
    const std::lock_guard lock(mutex_);
    stopped_ = true;
    if (!fault_) fault_ = fault;
    room_.notify_all();
    ready_.notify_one();
  }

 private:
  static constexpr size_t ahead = 32;

  std::mutex mutex_;
  std::condition_variable room_, ready_;
  std::map<size_t, std::vector<Result>> done_;
  size_t count_, claimed_ = 0, taken_ = 0;
  bool stopped_ = false;
  std::exception_ptr fault_;
};

/// Threads that end with this, however it ends.
template <typename Result>
class Crew {
 public:
  explicit Crew(Blocks<Result>& blocks) : blocks_(blocks) {}
  ~Crew() {
    blocks_.stop();
    for (std::thread& thread : threads_) thread.join();
  }
  Crew(const Crew&) = delete;

  /// Absent: the system has no more threads; the others do.
  template <typename Loop>
  bool add(Loop loop) try {
    threads_.emplace_back(loop);
    return true;
  } catch (const std::system_error&) {
    return false;
  }

 private:
  Blocks<Result>& blocks_;
  std::vector<std::thread> threads_;
};

/// Calls `work(index)` for 0..count-1 on `threads` threads and `take(index, result)` on this thread, in
/// order. Threads do not run ahead while results wait for a slow item, so memory does not grow with `count`.
/// One thread means this one. Exceptions of either are rethrown here, after all threads have ended.
template <typename Work, typename Take>
void in_order(size_t count, unsigned threads, Work work, Take take) {
  using Result = decltype(work(size_t{}));
  const auto alone = [&] {
    for (size_t index = 0; index < count; ++index) take(index, work(index));
  };
  if (threads <= 1 || count <= 1) return alone();
  const size_t size = count / threads >= 64 ? 8 : 1;
  Blocks<Result> blocks((count + size - 1) / size);
  const auto loop = [&] {
    try {
      while (const auto block = blocks.claim()) {
        std::vector<Result> results;
        for (size_t i = *block * size; i < std::min(count, (*block + 1) * size); ++i)
          results.push_back(work(i));
        blocks.put(*block, std::move(results));
      }
    } catch (...) {
      blocks.stop(std::current_exception());
    }
  };
  Crew<Result> crew(blocks);
  size_t started = 0;
  while (started < std::min<size_t>(threads, count) && crew.add(loop)) ++started;
  if (started == 0) return alone();
  for (size_t index = 0; index < count;)
    for (Result& result : blocks.take()) take(index++, std::move(result));
}

}  // namespace sfn::cli
