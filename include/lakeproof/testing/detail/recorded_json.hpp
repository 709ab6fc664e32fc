// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/check/detail/place.hpp>
#include <lakeproof/model/detail/schema.hpp>
#include <lakeproof/model/detail/walk.hpp>
#include <lakeproof/testing/detail/json_text.hpp>
#include <lakeproof/version.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace lakeproof::inline LAKEPROOF_ABI::testing::detail {

/// Where a value of a model stands in its JSON text.
struct recorded_value {
    node const* at;
    std::string pointer; ///< its JSON Pointer
    std::size_t name;    ///< the offset of its member's name, or of an element itself
    std::size_t begin;
    std::size_t end = 0;
    std::size_t count = 0; ///< of an object or list: its members or elements
    std::string string{};  ///< of a string, what it says
};

/// The JSON text of a model with a record of where everything stands: what edits start from.
class recorded_json {
public:
    std::string json{};
    std::vector<recorded_value> values{}; ///< the document first

    template <shape Shape>
    explicit recorded_json(Shape const& value) : nodes_{core::nodes_of<Shape>.data()} {
        core::walk(value, nodes_, 0, *this);
    }

    [[nodiscard]] node const* nodes() const noexcept { return nodes_; }

    // --- what the walk calls

    void begin_object() { open('{'); }
    void end_object() { close('}'); }
    void begin_array() { open('['); }
    void end_array() { close(']'); }
    void member(node const& n) {
        separate();
        member_ = &n;
        name_ = json.size();
        json += quoted(n.name) + ':';
    }
    void string(std::string_view s) {
        begin().string = s;
        end(quoted(s));
    }
    void integer(std::int64_t n) { begin(), end(std::to_string(n)); }
    void boolean(bool b) { begin(), end(b ? "true" : "false"); }

private:
    void separate() {
        if (values[open_.back()].count++ != 0) json += ',';
    }
    recorded_value& begin() {
        if (open_.empty()) return values.emplace_back(recorded_value{nodes_, {}, 0, 0});
        auto const& parent = values[open_.back()];
        auto pointer = parent.pointer + '/';
        if (parent.at->what == node::kind::list) {
            pointer += std::to_string(parent.count);
            separate();
            member_ = &nodes_[parent.at->first];
            name_ = json.size();
        } else {
            core::append_reference_token(pointer, member_->name);
        }
        return values.emplace_back(recorded_value{member_, std::move(pointer), name_, json.size()});
    }
    void end(std::string_view written) {
        json += written;
        values.back().end = json.size();
    }
    void open(char bracket) {
        begin();
        open_.push_back(values.size() - 1);
        json += bracket;
    }
    void close(char bracket) {
        json += bracket;
        values[open_.back()].end = json.size();
        open_.pop_back();
    }

    node const* nodes_;
    node const* member_ = nullptr;
    std::size_t name_ = 0;
    std::vector<std::size_t> open_{}; ///< the indices of what is open
};

} // namespace lakeproof::testing::detail
