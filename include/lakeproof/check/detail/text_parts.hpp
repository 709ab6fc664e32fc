// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/check/detail/cell_memory.hpp>
#include <lakeproof/model/detail/schema.hpp>
#include <lakeproof/text/detail/text_rules.hpp>
#include <lakeproof/version.hpp>

#include <cstddef>
#include <optional>
#include <string_view>

namespace lakeproof::inline LAKEPROOF_ABI::detail {

/// A text that comes in parts, each gone after the call: judged on its way, with its start kept.
class text_parts {
public:
    /// Without a text; nothing more is initialised, as most documents have no text in parts.
    constexpr text_parts() noexcept {}

    /// The node whose text it is, or `no_node` if it is skipped.
    [[nodiscard]] constexpr node const& target() const noexcept { return *target_; }

    constexpr void begin(node const& target, std::size_t keep, cell_memory& memory) {
        target_ = &target;
        stream_.emplace();
        capacity_ = keep;
        kept_ = memory.take_text(keep);
        kept_size_ = 0;
    }
    constexpr void skip() noexcept { target_ = &no_node; }

    constexpr void add(std::string_view part) noexcept {
        target_->text->advance(*stream_, part);
        kept_size_ += part.copy(kept_ + kept_size_, capacity_ - kept_size_);
    }

    /// The start that was kept; what was not used of the memory is given back.
    constexpr std::string_view end(cell_memory& memory) const noexcept {
        memory.give_back_text(kept_, capacity_, kept_size_);
        return {kept_, kept_size_};
    }
    [[nodiscard]] constexpr text_verdict verdict() const noexcept {
        text_verdict v;
        target_->text->finish(*stream_, {kept_, kept_size_}, v);
        v.cut = kept_size_ < stream_->size;
        return v;
    }

private:
    node const* target_ = &no_node;
    char* kept_;
    std::size_t kept_size_;
    std::size_t capacity_;
    std::optional<text_stream> stream_;
};

} // namespace lakeproof::detail
