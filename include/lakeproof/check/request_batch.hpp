// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/check/check.hpp>
#include <lakeproof/check/runtime_rules.hpp>
#include <lakeproof/text/detail/edit_distance.hpp>
#include <lakeproof/version.hpp>

#include <concepts>
#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace lakeproof::inline LAKEPROOF_ABI {

/// Checks a request as one of several, whose rules `run` has. The overload for JSON text is the JSON layer's.
///
/// A template, as most here, only so that a program without a batch does not pay for its containers.
template <std::same_as<create_custom_log_source_request> Request>
[[nodiscard]] report check_in_run(Request const& request, options const& o, runtime_rules const& run) {
    report out;
    detail::check_model(request, o, out, detail::sink_mode::check, &run);
    return out;
}

/// Several requests that will all be sent: checks each, and remembers the names that it uses in each Region.
///
/// A name that two of them use in one Region is a `source-name-conflict`, one that differs only in case or in `-`
/// and `_` a `source-name-collision`, and a Region with more than 50 names a `source-count-limit`. Takes about 200
/// bytes for a name, however many there are. Not for several threads at once.
/// \code
/// lakeproof::request_batch batch;
/// auto const report = batch.check(first, {}, "first.json");
/// auto const later = batch.check(second, {}, "second.json");
/// \endcode
class request_batch {
public:
    request_batch() = default;
    request_batch(request_batch&&) = default; // no copy: a Region's names point at one another
    request_batch& operator=(request_batch&&) = default;

    /// How many custom sources an account can have in a Region, as the User Guide says.
    static constexpr std::size_t max_sources = 50;

    /// Checks a request, or (with `<lakeproof/json.hpp>`) the JSON text of one. `document_name` is what messages
    /// call it when a later one conflicts with it. Complexity: as `check`, and logarithmic in the names.
    template <class Document>
    [[nodiscard]] report check(Document const& document, options const& o = default_options,
                               std::string_view document_name = {}) {
        // Found by its last argument, so that the JSON layer can add texts.
        return check_in_run(document, o, static_cast<runtime_rules const&>(
                                             names_of_document<request_batch>{*this, document_name}));
    }

private:
    /// The names of one Region, each with the document that used it first.
    struct region_names {
        using named = std::pair<std::string const, std::string>;
        std::map<std::string, std::string> documents{};
        std::map<std::string, named const*> alike{}; ///< by what they fold to, the first of those that do
    };

    /// IAM compares role names without case, and Glue table names have `_` for `-`.
    static std::string folded(std::string_view name) {
        std::string all{name};
        for (char& c : all) c = c == '-' ? '_' : detail::fold_ascii_case(c);
        return all;
    }

    /// The rules about one request among those before it.
    template <class Batch>
    class names_of_document final : public runtime_rules {
    public:
        names_of_document(Batch& batch, std::string_view name) noexcept
            : batch_{batch}, name_{name} {}

    private:
        void apply(detail::document const& d, rule_sink& out) const override {
            batch_.add(d, name_, out);
        }

        Batch& batch_;
        std::string_view name_;
    };

    template <class Document>
    void add(Document const& d, std::string_view document, rule_sink& out) {
        auto const name = detail::view_access::make<create_custom_log_source_request>(
            d)[&create_custom_log_source_request::source_name];
        if (!name.valid()) return;
        struct found {
            std::string_view in;
            std::string_view same{};  ///< the document that has the name already …
            std::string_view alike{}; ///< … or one that differs only in case, or in `-` and `_`
            bool one_too_many = false;
        };
        std::vector<found> all;
        for (std::string_view const code : out.regions()) all.push_back({code});
        if (all.empty()) all.push_back({}); // one unknown Region
        for (auto& f : all) {
            auto& names = regions_[std::string{f.in}];
            auto const [entry, first] = names.documents.emplace(name.view(), document);
            if (!first) {
                f.same = entry->second;
                continue;
            }
            auto const [alike, alone] = names.alike.emplace(folded(entry->first), &*entry);
            if (!alone) f.alike = alike->second->second;
            f.one_too_many = names.documents.size() == max_sources + 1;
        }
        for (auto const& f : all)
            if (f.same.data() != nullptr)
                out.report(rule::source_name_conflict, name, "{value} is already used{in_region} by {detail}",
                           {.region = f.in, .detail = f.same});
        for (auto const& f : all)
            if (f.alike.data() != nullptr)
                out.report(rule::source_name_collision, name,
                           "{value} differs only in case, or in - and _, from the name used{in_region} by "
                           "{detail}",
                           {.region = f.in, .detail = f.alike});
        for (auto const& f : all)
            if (f.one_too_many)
                out.report(rule::source_count_limit, name,
                           "{value} is one source too many{in_region}: an account has at most {bound}",
                           {.region = f.in, .bound = max_sources});
    }

    std::map<std::string, region_names> regions_{};
};

} // namespace lakeproof
