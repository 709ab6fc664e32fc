// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/check/options.hpp>
#include <lakeproof/model/create_custom_log_source_request.hpp>
#include <lakeproof/model/member.hpp>
#include <lakeproof/testing/arbitrary_options.hpp>
#include <lakeproof/testing/byte_source.hpp>
#include <lakeproof/testing/detail/fuzz_entry.hpp>
#include <lakeproof/testing/detail/fuzz_files.hpp>
#include <lakeproof/testing/detail/random_numbers.hpp>
#include <lakeproof/testing/mutate_json.hpp>
#include <lakeproof/version.hpp>

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace lakeproof::inline LAKEPROOF_ABI::testing {

/// A fuzz target for a function that takes JSON texts of a shape: one definition at namespace scope, in one source
/// file of a program, is all of it.
///
/// What a handler does not survive is a find: a crash, a sanitizer's report, an exception that leaves it. The header
/// defines what libFuzzer, AFL++ and Honggfuzz look for, with the mutator `mutate_json`; `fuzz_main.hpp` has a `main`
/// for any other compiler. From no corpus at all half of what the handler gets is accepted by a check with `options`,
/// those of the service that it stands for. A handler that takes options as well gets others with every text.
///
/// A handler is called from one thread, again and again in one process, and should leave nothing behind.
/// \code
/// void handle(std::string_view text); // of a service
///
/// lakeproof::testing::fuzz_target const target{{.regions = {lakeproof::regions::us_east_1}}, handle};
/// \endcode
template <shape Shape = create_custom_log_source_request>
class fuzz_target : detail::fuzz_entry {
public:
    template <std::invocable<std::string_view> Handler>
    explicit fuzz_target(Handler handler) : fuzz_target{options{}, std::move(handler)} {}
    template <std::invocable<std::string_view> Handler>
    fuzz_target(options const& o, Handler handler)
        : options_{o}, handler_{[h = std::move(handler)](std::string_view text, options const&) mutable { h(text); }} {}

    /// A handler for which the options are drawn with the text.
    template <std::invocable<std::string_view, options const&> Handler>
    explicit fuzz_target(Handler handler) : drawn_{true}, handler_{std::move(handler)} {}

private:
    /// An input: a text, and where options are drawn behind a NUL the bytes that make them.
    struct input {
        std::string_view text;
        std::string_view choices;
    };
    [[nodiscard]] input split(std::string_view data) const noexcept {
        auto const end = drawn_ ? data.rfind('\0') : data.npos;
        if (end == data.npos) return {data, {}};
        return {data.substr(0, end), data.substr(end + 1)};
    }
    [[nodiscard]] options of(std::string_view choices) const {
        if (!drawn_) return options_;
        byte_source bytes{choices};
        return arbitrary_options(bytes);
    }

    void run(std::string_view data) const override {
        auto const [text, choices] = split(data);
        handler_(text, of(choices));
    }

    std::string mutated(std::string_view data, std::size_t most, unsigned seed) const override {
        auto const [text, choices] = split(data);
        return made(choices, most, seed, [text](auto& mutator) { return mutator.mutated(text); });
    }
    std::string crossed(std::string_view data, std::string_view other, std::size_t most, unsigned seed) const override {
        auto const [text, choices] = split(data);
        return made(choices, most, seed, [&](auto& mutator) { return mutator.crossed(text, split(other).text); });
    }
    /// What a mutator makes under options that are sometimes drawn anew.
    template <class Make>
    [[nodiscard]] std::string made(std::string_view choices, std::size_t most, unsigned seed, Make make) const {
        detail::random_numbers random{~std::uint64_t{seed}};
        std::string kept{choices};
        if (drawn_ && random.one_in(8)) {
            kept = random.bytes(random.below(24));
            for (char& c : kept) c = c == '\0' ? '\1' : c;
        }
        auto const o = of(kept);
        auto const tail = drawn_ ? kept.size() + 1 : 0;
        if (tail > most) return {};
        detail::json_mutator<Shape> mutator{o, seed, most - tail};
        auto text = make(mutator);
        if (drawn_) (text += '\0') += kept;
        return text;
    }

    [[nodiscard]] std::vector<std::string> seeds() const override { return detail::fuzz_seeds<Shape>(); }
    [[nodiscard]] std::string dictionary() const override { return detail::fuzz_dictionary<Shape>(); }

    options options_{};
    bool drawn_ = false;
    std::function<void(std::string_view, options const&)> handler_;
};

} // namespace lakeproof::testing
