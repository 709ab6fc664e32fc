// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/http/detail/percent_encoding.hpp>
#include <lakeproof/json/detail/text_writer.hpp>
#include <lakeproof/json/serialize.hpp>
#include <lakeproof/model/detail/bound_members.hpp>
#include <lakeproof/model/detail/walk.hpp>
#include <lakeproof/version.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace lakeproof::inline LAKEPROOF_ABI::detail {

/// Writes what a member holds into a URI: a string, or one for each element of a list, each behind a prefix.
struct uri_writer {
    std::string& out;
    std::string_view name{};   ///< of a member of the query
    std::size_t path_size = 0; ///< what precedes the query

    void string(std::string_view s) {
        if (!name.empty()) {
            out += out.size() == path_size ? '?' : '&';
            append_percent_encoded(out, name);
            out += '=';
        }
        append_percent_encoded(out, s);
    }
    void integer(std::int64_t n) { string(written(n)); }
    void boolean(bool b) { string(b ? "true" : "false"); }
    void begin_array() noexcept {}
    void end_array() noexcept {}
};

/// Writes the member of a name, if it has a value.
template <shape Shape>
void write_member(Shape const& input, std::string_view name, uri_writer writer) {
    node const* at = nodes_of<Shape>[0].first;
    for_each_member<Shape>([&]<class M>(M const& m) {
        if constexpr (query_value<value_type_of<typename M::type>>)
            if (m.name == name) walk(input.*m.pointer, *at, writer);
        ++at;
    });
}

/// The target of an operation's request: path and query.
template <operation Op>
std::string target_of(typename Op::input const& input) {
    std::string target;
    for (splitter segments{Op::binding.path(), '/'}; !segments.done;) {
        auto const segment = segments.next();
        if (is_label(segment))
            write_member(input, name_of_label(segment), {target});
        else
            target += segment;
        if (!segments.done) target += '/';
    }
    auto const path_size = target.size();
    for_each_query_name(Op::binding.uri,
                        [&](std::string_view name) { write_member(input, name, {target, name, path_size}); });
    return target;
}

/// A sink of JSON that leaves out what the URI of an operation holds.
template <class Sink, std::uint64_t InUri>
struct body_writer : Sink {
    static constexpr bool leaves_out(node const& n) noexcept { return n.parent == 0 && (n.bit & InUri) != 0; }
};

/// The body of an operation's request.
template <operation Op>
std::string body_of(typename Op::input const& input) {
    if constexpr (members_in_uri<Op> == 0)
        return json::serialize(input);
    else
        return written_text(input, body_writer<size_writer, members_in_uri<Op>>{},
                            body_writer<text_writer, members_in_uri<Op>>{});
}

} // namespace lakeproof::detail
