// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/check/detail/name_registry.hpp>
#include <lakeproof/version.hpp>

#include <cstddef>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace lakeproof::inline LAKEPROOF_ABI {

/// The source names that the requests of one run have used, Region by Region.
///
/// Give the same run to every check of a set of requests that will all be sent: a name that two of
/// them use in one Region is a `source-name-conflict`, one that differs only in case or in `-` and
/// `_` a `source-name-collision`. Takes about 200 bytes for a name, however many there are.
/// \code
/// lakeproof::request_run run;
/// auto const report = lakeproof::check(first, {.run = &run, .document = "first"});
/// auto const later = lakeproof::check(second, {.run = &run, .document = "second"});
/// \endcode
class request_run final : public name_registry {
public:
    request_run() = default;
    request_run(request_run const&) = delete;
    request_run& operator=(request_run const&) = delete;

    /// Looks a name up in a Region (empty: unknown), and adds it. Complexity: logarithmic.
    earlier add(std::string_view name, std::string_view in_region,
                std::string_view document) override {
        use const wanted{name.data(), name.size(), 0, &in_region};
        if (auto const same = by_name_.find(wanted); same != by_name_.end())
            return {earlier::kind::same, same->document()};
        use const added{keep(name, document), name.size(), document.size(), &region(in_region)};
        by_name_.insert(added);
        auto const [alike, first] = by_folded_name_.insert(added);
        if (first) return {};
        return {earlier::kind::alike, alike->document()};
    }

private:
    /// A name's first use. The document's name stands right behind the name.
    struct use {
        char const* text;
        std::size_t name_size;
        std::size_t document_size;
        std::string_view const* region;

        [[nodiscard]] std::string_view name() const noexcept { return {text, name_size}; }
        [[nodiscard]] std::string_view document() const noexcept {
            return {text + name_size, document_size};
        }
    };
    struct less {
        bool operator()(use const& a, use const& b) const noexcept {
            return *a.region != *b.region ? *a.region < *b.region : a.name() < b.name();
        }
    };
    struct less_folded {
        bool operator()(use const& a, use const& b) const noexcept {
            if (*a.region != *b.region) return *a.region < *b.region;
            auto const one = a.name();
            auto const other = b.name();
            for (std::size_t i = 0; i < one.size() && i < other.size(); ++i)
                if (fold(one[i]) != fold(other[i])) return fold(one[i]) < fold(other[i]);
            return one.size() < other.size();
        }
    };

    /// IAM compares role names without case, and Glue table names have `_` for `-`.
    static char fold(char c) noexcept {
        if (c >= 'A' && c <= 'Z') return static_cast<char>(c + 32);
        return c == '-' ? '_' : c;
    }

    /// Puts two texts behind one another where they stay.
    char const* keep(std::string_view first, std::string_view second) {
        auto const size = first.size() + second.size();
        if (chunks_.empty() || chunks_.back().capacity() - chunks_.back().size() < size)
            chunks_.emplace_back().reserve(size < 4096 ? 4096 : size);
        auto& chunk = chunks_.back();
        auto const at = chunk.size();
        chunk.append(first).append(second);
        return chunk.data() + at;
    }
    std::string_view const& region(std::string_view code) {
        auto known = regions_.find(code);
        if (known == regions_.end())
            known = regions_.insert(std::string_view{keep(code, {}), code.size()}).first;
        return *known;
    }

    std::vector<std::string> chunks_; ///< filled up to what was reserved, so that no text moves
    std::set<std::string_view> regions_;
    std::set<use, less> by_name_;
    std::set<use, less_folded> by_folded_name_;
};

} // namespace lakeproof
