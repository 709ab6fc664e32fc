// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "roles.hpp"
#include "settings.hpp"

#include <lakeproof/aws/region.hpp>

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

/// The state of the lake that is no store's: where it is enabled, whether it is being changed, which
/// roles it knows, and what the settings say. One thread uses it.
class lake {
public:
    /// The settings have every value but `roles` and `inject`; the Regions are those that are played.
    lake(std::vector<lakeproof::region>, mock_settings at_first);

    /// A change that is being made. Where it was made, the lake is busy for the change time from then.
    class change {
    public:
        explicit change(lake& of) : of_{&of} { ++of.being_made_; }
        change(change const&) = delete;
        change& operator=(change const&) = delete;
        ~change() { --of_->being_made_; }
        void made() { of_->busy_until_ = std::chrono::steady_clock::now() + of_->change_time(); }

    private:
        lake* of_;
    };

    /// Whether another change runs, in whichever Region: the lake is one. Never without a change time.
    [[nodiscard]] bool busy() const;
    /// The status of a refusal where no lake is enabled in a Region.
    [[nodiscard]] std::optional<std::int32_t> missing_in(lakeproof::region const&) const;
    [[nodiscard]] std::vector<lakeproof::region> const& regions() const { return regions_; }
    /// Those with a lake.
    [[nodiscard]] std::vector<lakeproof::region> enabled_regions() const;
    [[nodiscard]] crawler_roles& roles() { return roles_; }
    [[nodiscard]] bool leaves_leftovers() const { return *now_.leftovers; }
    [[nodiscard]] std::int64_t source_limit() const { return *now_.source_limit; }

    /// Takes over the values that there are.
    void set(mock_settings const&);
    /// As it was at first; no change runs, and no role was met.
    void reset();
    [[nodiscard]] mock_settings settings() const; ///< without `inject`

private:
    [[nodiscard]] std::chrono::milliseconds change_time() const {
        return std::chrono::milliseconds{*now_.change_time};
    }

    std::vector<lakeproof::region> regions_;
    mock_settings at_first_;
    mock_settings now_;
    crawler_roles roles_;
    std::size_t being_made_ = 0;
    std::chrono::steady_clock::time_point busy_until_{};
};
