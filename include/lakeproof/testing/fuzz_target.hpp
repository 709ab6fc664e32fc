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

#include <algorithm>
#include <array>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
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
class fuzz_target final : detail::fuzz_entry {
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
    /// An input: a text, and where options are drawn behind a NUL the byte that draws them, which is not NUL.
    struct input {
        std::string_view text;
        unsigned char draw;
    };
    [[nodiscard]] input split(std::string_view data) const noexcept {
        if (!drawn_ || data.size() < 2 || data[data.size() - 2] != '\0') return {data, 0};
        return {data.substr(0, data.size() - 2), static_cast<unsigned char>(data.back())};
    }
    struct context {
        explicit context(options const& of) : o{of} {}

        options o;
        detail::json_mutator<Shape> mutator{o};
    };
    /// Those of a draw; 0 is the default.
    context& of(unsigned char draw) const {
        auto& kept = contexts_[draw];
        if (kept == nullptr) {
            auto const choices = detail::random_numbers{draw}.bytes(draw == 0 ? 0 : 24);
            byte_source bytes{choices};
            kept = std::make_unique<context>(drawn_ ? arbitrary_options(bytes) : options_);
        }
        return *kept;
    }

    void run(std::string_view data) const override {
        auto const in = split(data);
        handler_(in.text, of(in.draw).o);
    }

    std::string mutated(std::string_view data, std::size_t most, unsigned seed) const override {
        auto in = split(data);
        detail::random_numbers random{~std::uint64_t{seed}};
        if (drawn_ && random.one_in(8)) in.draw = static_cast<unsigned char>(random.below(256));
        return with(of(in.draw).mutator.mutated(in.text, seed, most - std::min<std::size_t>(most, 2)), in.draw);
    }
    std::string crossed(std::string_view data, std::string_view other, std::size_t most, unsigned seed) const override {
        auto const in = split(data);
        return with(of(in.draw).mutator.crossed(in.text, split(other).text, seed, most), in.draw);
    }
    static std::string with(std::string text, unsigned char draw) {
        if (draw != 0) (text += '\0') += static_cast<char>(draw);
        return text;
    }

    [[nodiscard]] std::vector<std::string> seeds() const override { return detail::fuzz_seeds<Shape>(); }
    [[nodiscard]] std::string dictionary() const override { return detail::fuzz_dictionary<Shape>(); }

    options options_{};
    bool drawn_ = false;
    mutable std::array<std::unique_ptr<context>, 256> contexts_{};
    std::function<void(std::string_view, options const&)> handler_;
};
template <class Handler>
explicit fuzz_target(Handler) -> fuzz_target<>;
template <class Handler>
fuzz_target(options, Handler) -> fuzz_target<>;

} // namespace lakeproof::testing
