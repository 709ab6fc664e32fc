// SPDX-License-Identifier: BSL-1.0
// Replays seeds without libFuzzer: TARGET FILE|FOLDER... Each is also changed a few times, always
// in the same way, which is no search but keeps the mutators alive.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size);
extern "C" [[gnu::weak]] std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size,
                                                             std::size_t max_size, unsigned seed);

namespace {

constexpr unsigned changes = 50; ///< of each seed, one after another

using bytes = std::vector<std::uint8_t>;

std::size_t change_a_byte(bytes& data, std::size_t size, unsigned seed) {
    if (size == 0) return 0;
    data[seed * 2654435761u % size] ^= static_cast<std::uint8_t>(1u << seed % 8);
    return size;
}

/// In memory of exactly its size, so that a sanitizer sees a read past the end.
void run(bytes const& input) {
    bytes const exact(input.begin(), input.end());
    LLVMFuzzerTestOneInput(exact.data(), exact.size());
}

void replay(std::filesystem::path const& path) {
    std::ifstream file{path, std::ios::binary};
    if (!file) throw std::filesystem::filesystem_error{"cannot be read", path, {}};
    bytes data{std::istreambuf_iterator<char>{file}, {}};
    run(data);
    for (unsigned seed = 1; seed <= changes; ++seed) {
        auto size = data.size();
        data.resize(size + 256);
        size = LLVMFuzzerCustomMutator != nullptr
                   ? LLVMFuzzerCustomMutator(data.data(), size, data.size(), seed)
                   : change_a_byte(data, size, seed);
        data.resize(size);
        run(data);
    }
}

} // namespace

int main(int count, char** arguments) try {
    std::vector<std::filesystem::path> files;
    for (int i = 1; i < count; ++i) {
        if (!std::filesystem::is_directory(arguments[i])) {
            files.emplace_back(arguments[i]);
            continue;
        }
        for (auto const& entry : std::filesystem::directory_iterator{arguments[i]})
            files.push_back(entry.path());
    }
    std::sort(files.begin(), files.end());
    if (files.empty()) {
        std::cerr << "usage: " << arguments[0] << " FILE|FOLDER...\n";
        return 2;
    }
    for (auto const& file : files) {
        std::cout << file.string() << std::endl; // before it: the last one named is to blame
        replay(file);
    }
    std::cout << files.size() << " seeds replayed\n";
} catch (std::exception const& e) {
    std::cerr << e.what() << '\n';
    return 2;
}
