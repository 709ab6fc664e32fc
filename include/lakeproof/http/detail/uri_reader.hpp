// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/check/detail/document_builder.hpp>
#include <lakeproof/check/detail/structure.hpp>
#include <lakeproof/http/detail/percent_encoding.hpp>
#include <lakeproof/http/detail/request_target.hpp>
#include <lakeproof/model/http_binding.hpp>
#include <lakeproof/version.hpp>

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <system_error>

namespace lakeproof::inline LAKEPROOF_ABI::detail {

/// Hands a document's builder what a URI holds: each label, then the members of the query in their order, but for a
/// list, whose elements are gathered from all members of its name.
///
/// A member that the binding does not have in the query is unknown, whether or not the input has it.
class uri_reader {
public:
    uri_reader(http_binding const& binding, document& d, node const& part, string_memory& strings, rule_sink& sink)
        : binding_{binding}, nodes_{d.nodes()}, strings_{strings}, builder_{d, sink, part}, structure_{nodes_, sink} {}

    /// `target` must have a path of the binding's.
    void read(request_target const& target) {
        builder_.begin_object();
        for_each_label_value(binding_, target.path, [this](std::string_view name, std::string_view raw) {
            node const& n = *find(name);
            builder_.key(n.name);
            value(n, raw);
        });
        for_each_query_member(target.query, [this](query_member m) { member(m); });
        builder_.end_object();
    }

private:
    /// A member of the query, still encoded, and what comes from it on.
    struct query_member {
        std::string_view name;
        std::string_view value;
        std::string_view rest;
    };
    template <class F>
    static void for_each_query_member(std::string_view query, F f) {
        for (splitter each{query, '&'}; !each.done;) {
            auto const rest = each.rest;
            auto const whole = each.next();
            auto const equals = std::min(find_byte(whole, '='), whole.size());
            auto const value = whole.substr(std::min(equals + 1, whole.size()));
            if (!whole.empty()) f(query_member{whole.substr(0, equals), value, rest});
        }
    }

    void member(query_member const& m) {
        auto const name = percent_decoded(m.name, strings_);
        node const* const n = in_query(name.text);
        auto const position = position_++;
        if (n == nullptr) return structure_.unknown({}, name.text, false, position);
        if (n->what != node::kind::list) {
            builder_.key(n->name);
            return value(*n, m.value);
        }
        if ((lists_ & n->bit) != 0) return; // gathered
        lists_ |= n->bit;
        builder_.key(n->name);
        builder_.begin_array();
        for_each_query_member(m.rest, [&](query_member const& other) {
            if (!builder_.skipping() && percent_decoded(other.name, strings_).text == n->name)
                value(*n->first, other.value);
        });
        builder_.end_array();
    }

    void value(node const& n, std::string_view raw) {
        auto const part = percent_decoded(raw, strings_);
        if (!part.fault.empty()) return builder_.other(part.fault);
        if (n.what == node::kind::integer) return integer(part.text);
        if (n.what == node::kind::boolean && (part.text == "true" || part.text == "false"))
            return builder_.boolean(part.text == "true");
        builder_.string(part.text);
    }
    void integer(std::string_view text) {
        std::int64_t number = 0;
        auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
        if (error == std::errc::invalid_argument || end != text.data() + text.size()) return builder_.string(text);
        error == std::errc{} ? builder_.integer(number) : builder_.big_integer(text);
    }

    /// The member that the binding names: there is one, or the binding would not have compiled.
    node const* find(std::string_view name) const noexcept {
        node const* n = nodes_->first;
        while (n->name != name) ++n;
        return n;
    }
    node const* in_query(std::string_view name) const noexcept {
        node const* found = nullptr;
        for_each_query_name(binding_.uri, [&](std::string_view known) {
            if (known == name) found = find(name);
        });
        return found;
    }

    http_binding const& binding_;
    node const* nodes_;
    string_memory& strings_;
    document_builder builder_;
    structure_reporter structure_;
    std::size_t position_ = 0;
    std::uint64_t lists_ = 0; ///< those that have been gathered, as bits
};

} // namespace lakeproof::detail
