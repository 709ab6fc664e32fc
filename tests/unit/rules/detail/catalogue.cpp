// SPDX-License-Identifier: BSL-1.0
// The numbers that titles and reasons name, against the constraints and rules that own them.
#include <lakeproof/check/request_batch.hpp>
#include <lakeproof/lakeproof.hpp>

#include "../../../support/twice.hpp"

#include <cstddef>
#include <string_view>

namespace catalogue_test {

using namespace lakeproof;
using test::twice;
using test::twice_for_each;

struct named_number {
    rule where;
    std::size_t number;
};

constexpr named_number numbers[] = {
    {rule::source_name_length, source_name_constraint::min_length},
    {rule::source_name_length, source_name_constraint::max_length},
    {rule::source_name_documented_limit, source_name_documented_limit},
    {rule::source_version_length, source_version_constraint::min_length},
    {rule::source_version_length, source_version_constraint::max_length},
    {rule::external_id_length, external_id_constraint::min_length},
    {rule::external_id_length, external_id_constraint::max_length},
    {rule::role_arn_length, role_arn_constraint::max_length},
    {rule::principal_length, principal_constraint::max_length},
    {rule::event_classes_limit, ocsf::event_class_list::max_size},
    {rule::event_classes_limit, ocsf::event_class_list::max_characters},
    {rule::event_classes_limit, ocsf::event_class_count},
    {rule::provider_role_length, provider_role_name_constraint::max_length},
    {rule::source_count_limit, request_batch::max_sources},
};

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Whether a text names a number, with or without a comma before its thousands.
constexpr bool names(std::string_view text, std::size_t wanted) {
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (!is_digit(text[i])) continue;
        std::size_t number = 0;
        for (; i < text.size(); ++i) {
            bool const separates = text[i] == ',' && i + 1 < text.size() && is_digit(text[i + 1]);
            if (!is_digit(text[i]) && !separates) break;
            if (!separates) number = 10 * number + static_cast<std::size_t>(text[i] - '0');
        }
        if (number == wanted) return true;
    }
    return false;
}

/// How many numbers of more than one digit a text names.
constexpr std::size_t count_numbers(std::string_view text) {
    std::size_t count = 0, digits = 0;
    for (char const c : text) {
        if (is_digit(c))
            count += ++digits == 2;
        else if (c != ',')
            digits = 0;
    }
    return count;
}

BOOST_AUTO_TEST_SUITE(rule_catalogue_numbers)

BOOST_AUTO_TEST_CASE(titles_and_reasons_name_the_numbers_of_the_constraints) {
    twice_for_each<numbers>([](named_number const& n) {
        auto const& r = info(n.where);
        return names(r.title, n.number) || names(r.why, n.number);
    });
}

BOOST_AUTO_TEST_CASE(and_no_others_but_those_of_standards) {
    // RFC 8259, HTTP's 400, OCSF 1.8.0 and an account ID's 12 digits are no bounds of Lakeproof's.
    twice([] {
        for (auto const& r : rules()) {
            std::size_t owned = 0;
            for (auto const& n : numbers) owned += n.where == r.value && n.number > 9;
            std::size_t named = count_numbers(r.title) + count_numbers(r.why);
            for (auto const& text : {r.title, r.why})
                for (std::size_t const standard : {8259u, 400u, 12u})
                    named -= names(text, standard);
            bool const twice_said = r.value == rule::source_name_documented_limit ||
                                    r.value == rule::provider_role_length ||
                                    r.value == rule::source_count_limit;
            if (named != owned * (twice_said ? 2u : 1u)) return false;
        }
        return true;
    });
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace catalogue_test
