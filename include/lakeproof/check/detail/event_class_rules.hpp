// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/check/document_view.hpp>
#include <lakeproof/check/rule_sink.hpp>
#include <lakeproof/detail/compiler.hpp>
#include <lakeproof/ocsf/event_class_list.hpp>
#include <lakeproof/ocsf/schema.hpp>
#include <lakeproof/text/detail/fixed_text.hpp>
#include <lakeproof/version.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace lakeproof::inline LAKEPROOF_ABI::detail {

using event_classes_view = document_view<ocsf::event_class_list>;
using event_class_view = document_view<ocsf::event_class_name>;

/// Which rules concern a list of event classes: a bit for each.
struct event_class_facts {
    enum : unsigned {
        undocumented = 1,
        off_api_reference = 2,
        off_user_guide = 4,
        repeated = 8,
        retired = 16,
        several = 32,
    };
};

/// The class of an element that is on a list.
constexpr std::optional<ocsf::event_class> listed(event_class_view element) noexcept {
    auto const i = element.index();
    if (i >= ocsf::event_class_count) return std::nullopt;
    return static_cast<ocsf::event_class>(i);
}

/// What the rules need to know of each class, by its index: looked up once, since every request has classes.
inline constexpr auto event_class_facts_of = [] {
    using is = event_class_facts;
    std::array<std::uint8_t, ocsf::event_class_count> facts{};
    for (auto const c : ocsf::event_classes())
        facts[static_cast<std::size_t>(c)] = static_cast<std::uint8_t>(
            (is_listed(c, ocsf::class_list::api_reference) ? 0u : is::off_api_reference) |
            (is_listed(c, ocsf::class_list::user_guide) ? 0u : is::off_user_guide) |
            (ocsf::retired(c) ? is::retired : 0u));
    return facts;
}();

/// One look at the elements, which mostly finds nothing to report.
LAKEPROOF_ALWAYS_INLINE constexpr unsigned look_at(event_classes_view classes) noexcept {
    using is = event_class_facts;
    unsigned all = 0;
    std::uint64_t first = 0; // the classes of the list, a bit for each, in two words
    std::uint64_t second = 0;
    std::uint64_t again = 0;
    std::size_t others = 0; // strings that are on no list
    static_assert(ocsf::event_class_count <= 128);
    for (event_class_view const element : classes) {
        auto const i = element.index();
        if (i >= ocsf::event_class_count) {
            if (element.matches()) all |= is::undocumented;
            others += element.right_type();
            continue;
        }
        auto const bit = std::uint64_t{1} << i % 64;
        bool const low = i < 64;
        again |= (low ? first : second) & bit;
        first |= low ? bit : 0;
        second |= low ? 0 : bit;
        all |= event_class_facts_of[i];
    }
    if (again != 0 || others > 1) all |= is::repeated; // of others perhaps
    auto const more_than_one = [](std::uint64_t bits) { return (bits & (bits - 1)) != 0; };
    if (more_than_one(first) || more_than_one(second) || (first != 0 && second != 0)) all |= is::several;
    return all;
}

/// Calls a function with each element that is on a list, and its class.
template <class F>
constexpr void for_each_listed(event_classes_view classes, F f) {
    for (event_class_view const element : classes)
        if (auto const c = listed(element)) f(element, *c);
}

/// Whether the string at an index equals an earlier one.
constexpr bool repeats(event_classes_view classes, std::size_t index, std::string_view name) noexcept {
    auto earlier = classes.begin();
    for (; index != 0; --index, ++earlier)
        if ((*earlier).right_type() && (*earlier).view() == name) return true;
    return false;
}

LAKEPROOF_NOINLINE constexpr void report_event_classes(event_classes_view classes, unsigned found, rule_sink& out) {
    using is = event_class_facts;
    using ocsf::class_list, ocsf::event_class;
    if ((found & is::undocumented) != 0)
        for (event_class_view const e : classes)
            if (e.matches() && !listed(e))
                out.report(rule::event_class_undocumented, e,
                           "{value} is on neither of AWS's lists of event classes (API reference, User "
                           "Guide){ocsf}");
    if ((found & is::off_api_reference) != 0)
        for_each_listed(classes, [&](event_class_view e, event_class c) {
            if (!is_listed(c, class_list::api_reference))
                out.report(rule::event_class_not_in_api_reference, e,
                           "{value} is on the User Guide's list, but not on the API reference's");
        });
    if ((found & is::off_user_guide) != 0)
        for_each_listed(classes, [&](event_class_view e, event_class c) {
            if (!is_listed(c, class_list::user_guide))
                out.report(rule::event_class_not_in_user_guide, e,
                           "{value} is on the API reference's list, but not on the User Guide's");
        });
    if ((found & is::repeated) != 0) {
        std::size_t i = 0;
        for (event_class_view const e : classes)
            if (auto const at = i++; e.right_type() && repeats(classes, at, e.view()))
                out.report(rule::event_class_duplicate, e, "{value} repeats an earlier element: remove it");
    }
    if ((found & is::retired) != 0)
        for_each_listed(classes, [&](event_class_view e, event_class c) {
            if (!ocsf::retired(c)) return;
            auto const now = info(c, ocsf::schema_version::v1_8_0);
            if (!now.exists())
                return out.report(rule::event_class_retired, e, "{value} is gone from OCSF 1.8.0");
            fixed_text<128> since;
            since.append(now.deprecated_since);
            if (!now.use_instead.empty()) since.append("; use ").append(now.use_instead).append(" instead");
            out.report(rule::event_class_retired, e, "{value} is deprecated since OCSF {detail}",
                       {.detail = since.view()});
        });
    if ((found & is::several) != 0)
        out.report(rule::event_classes_several, classes,
                   "{place} names several event classes: the User Guide advises a source of its own for each");
}

/// The rules of `eventClasses`, in catalogue order.
LAKEPROOF_ALWAYS_INLINE constexpr void check_event_classes(event_classes_view classes, rule_sink& out) {
    auto const found = look_at(classes);
    if (found != 0) report_event_classes(classes, found, out);
}

} // namespace lakeproof::detail
