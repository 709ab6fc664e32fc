// SPDX-License-Identifier: BSL-1.0
// A shape of a user's own, with a rule of its own that holds wherever it is checked.
#include <lakeproof/json.hpp>
#include <lakeproof/lakeproof.hpp>

#include <iostream>
#include <iterator>
#include <optional>
#include <string>

namespace lp = lakeproof;

inline constexpr lp::rule_info owner_missing{
    .id = "owner-missing",
    .default_severity = lp::severity::warning,
    .title = "A source of production has an owner",
    .why = "Nobody else knows what to do when its events stop."};

struct source_record {
    lp::source_name name;
    lp::region region;
    std::optional<std::string> owner{};

    static constexpr auto members = lp::member_table(lp::member{"name", &source_record::name},
                                                     lp::member{"region", &source_record::region},
                                                     lp::member{"owner", &source_record::owner});

    static constexpr void check(lp::document_view<source_record> d, lp::rule_sink& out) {
        auto const name = d[&source_record::name];
        if (name.view().starts_with("prod-") && !d[&source_record::owner].present())
            out.report(owner_missing, name, "{value} has no owner: say who looks after it");
    }
};

int main() {
    std::string const text{std::istreambuf_iterator<char>{std::cin}, {}};
    auto const parsed = lp::json::parse<source_record>(text);
    for (auto const& violation : parsed.report()) std::cout << violation << '\n';
    return parsed ? 0 : 1;
}
