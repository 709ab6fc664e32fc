// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/check/detail/location.hpp>
#include <lakeproof/model/detail/schema.hpp>
#include <lakeproof/model/detail/walk.hpp>
#include <lakeproof/testing/detail/json_text.hpp>
#include <lakeproof/version.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace lakeproof::inline LAKEPROOF_ABI::testing::detail {

/// Where a value of a model stands in its JSON text.
struct recorded_value {
    std::uint16_t at;    ///< its node
    std::string pointer; ///< its JSON Pointer
    std::size_t name;    ///< the offset of its member's name, or of an element itself
    std::size_t begin;
    std::size_t end = 0;
    std::string text{}; ///< of a string, what it says
};

/// The JSON text of a model with a record of where everything stands: what edits start from.
class recorded_json {
public:
    std::string json{};
    std::vector<recorded_value> values{}; ///< the document first

    template <shape Shape>
    explicit recorded_json(Shape const& value) : nodes_{nodes_of<Shape>.data()} {
        lakeproof::detail::walk(value, nodes_, 0, *this);
    }

    [[nodiscard]] node const& node_of(recorded_value const& v) const noexcept {
        return nodes_[v.at];
    }

    [[nodiscard]] node const* nodes() const noexcept { return nodes_; }

    // --- what the walk tells

    void begin_object() { open('{'); }
    void end_object() { close('}'); }
    void begin_array() { open('['); }
    void end_array() { close(']'); }
    void member(std::uint16_t at) {
        separate();
        member_ = at;
        name_ = json.size();
        json += quoted(nodes_[at].name) + ':';
    }
    void text(std::string_view s) {
        begin();
        values.back().text = s;
        json += quoted(s);
        values.back().end = json.size();
    }

private:
    struct level {
        std::size_t value;
        std::size_t count = 0;
    };

    void separate() {
        if (open_.back().count++ != 0) json += ',';
    }
    void begin() {
        if (open_.empty()) {
            values.push_back({.at = 0, .pointer = {}, .name = 0, .begin = 0});
            return;
        }
        auto const& parent = values[open_.back().value];
        auto pointer = parent.pointer;
        if (node_of(parent).what == node::kind::list) {
            pointer += '/' + std::to_string(open_.back().count);
            separate();
            member_ = node_of(parent).first;
            name_ = json.size();
        } else {
            pointer += '/';
            lakeproof::detail::append_reference_token(pointer, nodes_[member_].name);
        }
        values.push_back(
            {.at = member_, .pointer = std::move(pointer), .name = name_, .begin = json.size()});
    }
    void open(char bracket) {
        begin();
        open_.push_back({values.size() - 1});
        json += bracket;
    }
    void close(char bracket) {
        json += bracket;
        values[open_.back().value].end = json.size();
        open_.pop_back();
    }

    node const* nodes_;
    std::uint16_t member_ = 0;
    std::size_t name_ = 0;
    std::vector<level> open_{};
};

} // namespace lakeproof::testing::detail
