// SPDX-License-Identifier: BSL-1.0
#pragma once

/// \file
/// A `main` for a fuzz target where no fuzzer brings one: it runs inputs under any compiler, and makes small those that
/// a target does not survive. To be included in one source file of a program with a `fuzz_target`, or with an
/// `LLVMFuzzerTestOneInput` of its own.
///
///     TARGET FILE|FOLDER...             runs each input
///     TARGET --mutate=N FILE|FOLDER...  and N changes of each, one after another, the same every time
///     TARGET --minimise=FILE            writes FILE.small, the shortest input found that still fails
///     TARGET --write-seeds=FOLDER       writes inputs to start a fuzzer from (of a `fuzz_target`)
///     TARGET --write-dictionary=FILE    writes a fuzzer's dictionary (of a `fuzz_target`)

#include <lakeproof/version.hpp>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <stdexcept>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

#if __has_include(<sys/wait.h>)
#include <sys/wait.h>
#include <unistd.h>
#endif

// NOLINTBEGIN(readability-redundant-declaration): a target declares them too, in its own source file
extern "C" {
int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size);
[[gnu::weak]] int LLVMFuzzerInitialize(int* count, char*** arguments);
[[gnu::weak]] std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size, std::size_t most,
                                                  unsigned seed);
}
// NOLINTEND(readability-redundant-declaration)

namespace lakeproof::inline LAKEPROOF_ABI::testing::detail {

class input_runner {
public:
    using bytes = std::vector<std::uint8_t>;

    static bytes read(std::filesystem::path const& file) {
        errno = 0;
        std::ifstream in{file, std::ios::binary};
        if (!in) throw std::filesystem::filesystem_error{"cannot be read", file, {errno, std::generic_category()}};
        return {std::istreambuf_iterator<char>{in}, {}};
    }

    /// In memory of exactly its size, so that a sanitizer sees a read past the end.
    static void run(bytes const& input) noexcept {
        bytes const exact(input.begin(), input.end());
        LLVMFuzzerTestOneInput(exact.data(), exact.size());
    }

    /// An input and `changes` of it.
    static void run_file(std::filesystem::path const& file, unsigned changes) {
        auto input = read(file);
        run(input);
        for (unsigned seed = 1; seed <= changes; ++seed) {
            auto const size = input.size();
            input.resize(size + 256);
            input.resize(LLVMFuzzerCustomMutator != nullptr
                             ? LLVMFuzzerCustomMutator(input.data(), size, input.size(), seed)
                             : change_a_byte(input, size, seed));
            run(input);
        }
    }

#if __has_include(<sys/wait.h>)
    /// Leaves out ever shorter parts, as long as what is left still fails.
    static bytes minimised(bytes input) {
        if (!fails(input)) throw std::runtime_error{"the input does not fail: there is nothing to make small"};
        for (auto part = input.size(); part > 0; part /= 2)
            for (std::size_t at = 0; at < input.size();) {
                auto shorter = input;
                auto const begin = shorter.begin() + static_cast<std::ptrdiff_t>(at);
                shorter.erase(begin, begin + static_cast<std::ptrdiff_t>(std::min(part, input.size() - at)));
                if (fails(shorter))
                    input = std::move(shorter);
                else
                    at += part;
            }
        return input;
    }
#endif

private:
#if __has_include(<sys/wait.h>)
    /// In a process of its own, whose words nobody needs.
    static bool fails(bytes const& input) {
        std::cout.flush();
        auto const child = fork();
        if (child < 0) throw std::runtime_error{"no process can be made"};
        if (child == 0) {
            static_cast<void>(std::freopen("/dev/null", "w", stderr));
            alarm(10); // a hang is a failure too
            run(input);
            std::exit(0); // where leaks are found
        }
        int status = 0;
        while (waitpid(child, &status, 0) < 0) {}
        return status != 0;
    }
#endif

    static std::size_t change_a_byte(bytes& input, std::size_t size, unsigned seed) {
        if (size != 0) input[std::size_t{seed} * 2654435761u % size] ^= static_cast<std::uint8_t>(1u << seed % 8);
        return size;
    }
};

/// The files that arguments name, those of folders in the order of their names.
inline std::vector<std::filesystem::path> files_of(std::vector<std::string_view> const& arguments) {
    std::vector<std::filesystem::path> files;
    for (std::filesystem::path const path : arguments) {
        if (!std::filesystem::is_directory(path)) {
            files.push_back(path);
            continue;
        }
        for (auto const& entry : std::filesystem::directory_iterator{path})
            if (entry.is_regular_file()) files.push_back(entry.path());
    }
    std::sort(files.begin(), files.end());
    return files;
}

inline int run_inputs(std::vector<std::string_view> arguments) {
    unsigned changes = 0;
    if (!arguments.empty() && arguments[0].starts_with("--")) {
        auto const equals = std::min(arguments[0].find('='), arguments[0].size());
        auto const option = arguments[0].substr(0, equals);
        auto const value = arguments[0].substr(std::min(equals + 1, arguments[0].size()));
#if __has_include(<sys/wait.h>)
        if (option == "--minimise" && arguments.size() == 1) {
            auto const small = input_runner::minimised(input_runner::read(value));
            std::ofstream out{std::string{value} + ".small", std::ios::binary};
            out.write(reinterpret_cast<char const*>(small.data()), static_cast<std::streamsize>(small.size()));
            if (!out.flush()) throw std::runtime_error{std::string{value} + ".small cannot be written"};
            std::cout << value << ".small: " << small.size() << " bytes\n";
            return 0;
        }
#endif
        auto const [end, error] = std::from_chars(value.data(), value.data() + value.size(), changes);
        if (option != "--mutate" || error != std::errc{} || end != value.data() + value.size()) return 2;
        arguments.erase(arguments.begin());
    }
    auto const files = files_of(arguments);
    if (files.empty()) return 2;
    for (auto const& file : files) {
        std::cout << file.string() << '\n' << std::flush; // before it: the last one named is to blame
        input_runner::run_file(file, changes);
    }
    std::cout << files.size() << " inputs run\n";
    return 0;
}

} // namespace lakeproof::testing::detail

// NOLINTNEXTLINE(misc-definitions-in-headers): this is what the header is for
int main(int count, char** arguments) {
    try {
        if (LLVMFuzzerInitialize != nullptr) LLVMFuzzerInitialize(&count, &arguments);
        auto const status = lakeproof::testing::detail::run_inputs({arguments + std::min(count, 1), arguments + count});
        if (status == 2)
            std::cerr << "usage: " << arguments[0] << " [--mutate=N] FILE|FOLDER...\n       " << arguments[0]
                      << " --minimise=FILE | --write-seeds=FOLDER | --write-dictionary=FILE\n";
        return status;
    } catch (std::exception const& e) {
        std::cerr << e.what() << '\n';
        return 2;
    }
}
