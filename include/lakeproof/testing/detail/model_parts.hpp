// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/model/detail/schema.hpp>
#include <lakeproof/model/detail/walk.hpp>
#include <lakeproof/testing/detail/json_text.hpp>
#include <lakeproof/version.hpp>

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace lakeproof::inline LAKEPROOF_ABI::testing::detail {

/// The JSON text of a model in parts, which documents can be made of: for each node what is there, in lists as the
/// first element, and for each list its other elements together.
class model_parts {
public:
    template <shape Shape>
    explicit model_parts(Shape const& model) : nodes_{core::nodes_of<Shape>.data()} {
        core::walk(model, *nodes_, *this);
    }

    /// The JSON text of a string, number or boolean, an empty one of an object or list, or null where nothing is.
    [[nodiscard]] std::string const* find(node const& n) const { return find(single_, n); }
    /// The elements of a list but the first, or null where there are none.
    [[nodiscard]] std::string const* others(node const& list) const { return find(others_, list); }

    /// About how many bytes the text has.
    [[nodiscard]] std::size_t size() const noexcept {
        std::size_t bytes = 0;
        for (auto const* parts : {&single_, &others_})
            for (auto const& [at, json] : *parts) bytes += nodes_[at].name.size() + json.size();
        return bytes;
    }

    // --- what the walk calls

    void begin_object() { open('{'); }
    void end_object() { close('}'); }
    void begin_array() { open('['); }
    void end_array() { close(']'); }
    void member(node const& n) noexcept { member_ = &n; }
    void string(std::string_view s) { single(json_string(s)); }
    void integer(std::int64_t n) { single(std::to_string(n)); }
    void boolean(bool b) { single(b ? "true" : "false"); }

private:
    using by_node = std::map<std::uint16_t, std::string>;
    struct level {
        node const* self;
        std::size_t count = 0;
    };

    static std::string const* find(by_node const& all, node const& n) {
        auto const found = all.find(n.self);
        return found != all.end() ? &found->second : nullptr;
    }

    /// A value begins: its place in the text, and its node.
    node const& begin() {
        if (open_.empty()) return *nodes_;
        auto& [self, count] = open_.back();
        bool const in_list = self->what == node::kind::list;
        if (other_ == nullptr && in_list && count == 1) {
            other_ = &others_[self->self];
            other_level_ = open_.size();
        } else if (other_ != nullptr && count != 0) {
            *other_ += ',';
        }
        if (other_ != nullptr && !in_list) *other_ += json_string(member_->name) + ':';
        ++count;
        return in_list ? *self->first : *member_;
    }
    void single(std::string_view json) {
        auto const& n = begin();
        (other_ != nullptr ? *other_ : single_[n.self]) += json;
    }
    void open(char bracket) {
        auto const& n = begin();
        if (other_ != nullptr)
            *other_ += bracket;
        else
            single_[n.self];
        open_.push_back({&n});
    }
    void close(char bracket) {
        open_.pop_back();
        if (open_.size() < other_level_)
            other_ = nullptr, other_level_ = 0;
        else if (other_ != nullptr)
            *other_ += bracket;
    }

    node const* nodes_;
    by_node single_{};
    by_node others_{};
    node const* member_ = nullptr;
    std::vector<level> open_{};
    std::string* other_ = nullptr; ///< where the text goes, in any element but the first
    std::size_t other_level_ = 0;
};

} // namespace lakeproof::testing::detail
