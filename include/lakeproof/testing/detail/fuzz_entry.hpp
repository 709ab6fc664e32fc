// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/version.hpp>

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <system_error>
#include <vector>

namespace lakeproof::inline LAKEPROOF_ABI::testing::detail {

/// The fuzz target of a program, as the functions below see it.
class fuzz_entry {
public:
    virtual void run(std::string_view data) const = 0;
    [[nodiscard]] virtual std::string mutated(std::string_view data, std::size_t most, unsigned seed) const = 0;
    [[nodiscard]] virtual std::string crossed(std::string_view data, std::string_view other, std::size_t most,
                                              unsigned seed) const = 0;
    [[nodiscard]] virtual std::vector<std::string> seeds() const = 0;
    [[nodiscard]] virtual std::string dictionary() const = 0;

    [[nodiscard]] static fuzz_entry const& the_only() {
        if (only == nullptr) {
            std::fputs("no lakeproof::testing::fuzz_target is defined in this program\n", stderr);
            std::exit(2);
        }
        return *only;
    }

    fuzz_entry(fuzz_entry const&) = delete;
    fuzz_entry& operator=(fuzz_entry const&) = delete;

protected:
    fuzz_entry() noexcept { only = this; }
    ~fuzz_entry() { only = nullptr; }

private:
    static inline fuzz_entry const* only = nullptr;
};

/// Writes the seeds into a folder, or the dictionary into a file, where the first argument asks for it; ends the
/// program then.
inline void write_fuzz_files(int count, char** arguments) {
    std::string_view const argument{count > 1 ? arguments[1] : ""};
    auto const value_of = [argument](std::string_view option) {
        return std::string{argument.starts_with(option) ? argument.substr(option.size()) : std::string_view{}};
    };
    auto const write = [](std::string const& file, std::string const& data) {
        std::ofstream out{file, std::ios::binary};
        if (out << data && out.flush()) return;
        std::fprintf(stderr, "%s cannot be written\n", file.c_str());
        std::exit(2);
    };
    if (auto const folder = value_of("--write-seeds="); !folder.empty()) {
        std::error_code e; // the first file says what is wrong
        std::filesystem::create_directories(folder, e);
        auto const seeds = fuzz_entry::the_only().seeds();
        for (std::size_t i = 0; i < seeds.size(); ++i) write(folder + "/seed-" + std::to_string(i), seeds[i]);
        std::exit(0);
    }
    if (auto const file = value_of("--write-dictionary="); !file.empty()) {
        write(file, fuzz_entry::the_only().dictionary());
        std::exit(0);
    }
}

inline std::size_t keep(std::string const& made, std::uint8_t* data, std::size_t most) noexcept {
    return made.copy(reinterpret_cast<char*>(data), most);
}
inline std::string_view view_of(std::uint8_t const* data, std::size_t size) noexcept {
    return {reinterpret_cast<char const*>(data), size};
}

} // namespace lakeproof::testing::detail

// What libFuzzer, AFL++ and Honggfuzz look for. In every source file that has a target, which is one.

extern "C" {

[[gnu::used]] inline int LLVMFuzzerInitialize(int* count, char*** arguments) {
    lakeproof::testing::detail::write_fuzz_files(*count, *arguments);
    return 0;
}

[[gnu::used]] inline int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    using namespace lakeproof::testing::detail;
    fuzz_entry::the_only().run(view_of(data, size));
    return 0;
}

[[gnu::used]] inline std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size, std::size_t most,
                                                         unsigned seed) {
    using namespace lakeproof::testing::detail;
    auto const made = fuzz_entry::the_only().mutated(view_of(data, size), most, seed);
    return made.size() <= most ? keep(made, data, most) : size;
}

[[gnu::used]] inline std::size_t LLVMFuzzerCustomCrossOver(std::uint8_t const* data, std::size_t size,
                                                           std::uint8_t const* other, std::size_t other_size,
                                                           std::uint8_t* out, std::size_t most, unsigned seed) {
    using namespace lakeproof::testing::detail;
    auto const made = fuzz_entry::the_only().crossed(view_of(data, size), view_of(other, other_size), most, seed);
    return keep(made.size() <= most ? made : std::string{view_of(data, size)}, out, most);
}

} // extern "C"
