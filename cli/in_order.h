// Work on many items by several threads whose results come back in the order of the items.
#pragma once

#include <algorithm>
#include <condition_variable>
#include <map>
#include <mutex>
#include <thread>
#include <vector>

namespace sfn::cli {

/// Calls `work(index)` for 0..count-1 on `threads` threads and `take(index, result)` on this thread, in
/// order. Threads stop running ahead when results wait for a slow item, so that memory does not grow with
/// `count`. One thread means this one.
template <typename Work, typename Take>
void in_order(size_t count, unsigned threads, Work work, Take take) {
  if (threads <= 1 || count <= 1) {
    for (size_t index = 0; index < count; ++index) take(index, work(index));
    return;
  }
  constexpr size_t ahead = 256;
  std::mutex mutex;
  std::condition_variable changed;
  std::map<size_t, decltype(work(0))> done;
  size_t next = 0, taken = 0;
  const auto loop = [&] {
    std::unique_lock lock(mutex);
    while (true) {
      changed.wait(lock, [&] { return next >= count || next < taken + ahead; });
      if (next >= count) return;
      const size_t index = next++;
      lock.unlock();
      auto result = work(index);
      lock.lock();
      done.emplace(index, std::move(result));
      changed.notify_all();
    }
  };
  std::vector<std::thread> workers;
  for (size_t i = 0; i < std::min<size_t>(threads, count); ++i) workers.emplace_back(loop);
  for (; taken < count;) {
    std::unique_lock lock(mutex);
    changed.wait(lock, [&] { return done.count(taken) > 0; });
    auto result = done.extract(taken);
    lock.unlock();
    take(result.key(), std::move(result.mapped()));
    lock.lock();
    ++taken;
    changed.notify_all();
  }
  for (std::thread& worker : workers) worker.join();
}

}  // namespace sfn::cli
