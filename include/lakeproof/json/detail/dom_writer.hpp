// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/model/detail/node.hpp>
#include <lakeproof/version.hpp>

#include <boost/json/value.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace lakeproof::inline LAKEPROOF_ABI::detail {

/// Makes a DOM value of what a model holds.
class dom_writer {
public:
    explicit dom_writer(boost::json::value& result) noexcept : open_{&result} {
        result.emplace_null(); // an array that is there would be appended to
    }

    void begin_object() { place().emplace_object(); }
    void end_object() noexcept { --depth_; }
    void begin_array() { place().emplace_array(); }
    void end_array() noexcept { --depth_; }
    void member(node const& n) {
        auto& object = open_[depth_]->get_object();
        auto const slot = object.emplace(boost::json::string_view{n.name.data(), n.name.size()}, nullptr);
        open_[++depth_] = &slot.first->value();
    }
    void string(std::string_view s) { put(boost::json::string_view{s.data(), s.size()}); }
    void integer(std::int64_t n) { put(n); }
    void boolean(bool b) { put(b); }

private:
    template <class T>
    void put(T single) {
        place() = single;
        --depth_;
    }
    /// Where the next value goes: the member's place, or a new element.
    boost::json::value& place() {
        if (auto* const array = open_[depth_]->if_array())
            open_[++depth_] = &array->emplace_back(nullptr);
        return *open_[depth_];
    }

    std::size_t depth_ = 0;
    boost::json::value* open_[max_shape_depth + 1];
};

} // namespace lakeproof::detail
