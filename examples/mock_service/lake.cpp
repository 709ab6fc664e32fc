// SPDX-License-Identifier: BSL-1.0
#include "lake.hpp"

#include <utility>

lake::lake(std::vector<lakeproof::region> regions, mock_settings at_first)
    : regions_{std::move(regions)}, at_first_{std::move(at_first)} {
    reset();
}

bool lake::busy() const {
    if (*now_.change_time == 0) return false;
    return being_made_ > 0 || std::chrono::steady_clock::now() < busy_until_;
}

std::optional<std::int32_t> lake::missing_in(lakeproof::region const& in) const {
    for (auto const& each : *now_.missing_lakes)
        if (each.region == in) return each.status;
    return std::nullopt;
}

std::vector<lakeproof::region> lake::enabled_regions() const {
    auto enabled = regions_;
    std::erase_if(enabled, [this](auto const& each) { return missing_in(each).has_value(); });
    return enabled;
}

void lake::set(mock_settings const& s) {
    auto const take = [](auto& to, auto const& from) {
        if (from) to = from;
    };
    take(now_.change_time, s.change_time);
    take(now_.source_limit, s.source_limit);
    take(now_.leftovers, s.leftovers);
    take(now_.missing_lakes, s.missing_lakes);
    take(now_.role_delay, s.role_delay);
    roles_.delay(std::chrono::milliseconds{*now_.role_delay});
    if (s.roles) roles_.add(*s.roles);
}

void lake::reset() {
    now_ = at_first_;
    busy_until_ = {};
    roles_.start(at_first_.roles);
    roles_.delay(std::chrono::milliseconds{*now_.role_delay});
}

mock_settings lake::settings() const {
    auto all = now_;
    all.roles = roles_.existing();
    all.inject.reset();
    return all;
}
