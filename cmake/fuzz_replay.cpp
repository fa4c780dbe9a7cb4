// Stands in for libFuzzer where there is none: gives each text below the named folders to the target once,
// and its first prefixes too unless it is what a program printed (.txt), so that a corpus serves as a
// regression test with any compiler. Many files begin alike, and what was given once is not given again.
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <unordered_set>
#include <utility>

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size);

namespace {

std::unordered_set<std::string> replayed;

void give(std::string text) {
  const auto [added, is_new] = replayed.insert(std::move(text));
  if (!is_new) return;
  const std::string& bytes = *added;
  LLVMFuzzerTestOneInput(reinterpret_cast<const uint8_t*>(bytes.data()), bytes.size());
}

void replay(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(in), {}};
  give(bytes);
  if (file.extension() == ".txt") return;
  for (size_t length = 0; length < bytes.size() && length < 64; ++length) give(bytes.substr(0, length));
}

}  // namespace

int main(int argc, char** argv) {
  for (int i = 1; i < argc; ++i) {
    if (!std::filesystem::exists(argv[i])) continue;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(argv[i]))
      if (entry.is_regular_file()) replay(entry.path());
  }
  std::printf("replayed %zu inputs\n", replayed.size());
  return replayed.empty() ? 1 : 0;
}
