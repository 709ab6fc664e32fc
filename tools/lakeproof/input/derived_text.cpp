// SPDX-License-Identifier: BSL-1.0
#include "input/derived_text.hpp"

#include <algorithm>

std::vector<derived_text::piece>::const_iterator
derived_text::first_from(std::size_t offset) const {
    return std::lower_bound(pieces_.begin(), pieces_.end(), offset,
                            [](piece const& p, std::size_t at) { return p.begin < at; });
}

lakeproof::json::position derived_text::position_of(std::size_t offset) const {
    auto const next = first_from(offset + 1);
    return source_->position_of(next == pieces_.begin() ? 0 : (next - 1)->origin);
}

void derived_text::append(std::string_view text, std::size_t origin) {
    pieces_.push_back({json_.size(), origin});
    json_ += text;
}

void derived_text::append(derived_text const& other) {
    for (auto const& p : other.pieces_) pieces_.push_back({json_.size() + p.begin, p.origin});
    json_ += other.json_;
}

derived_text derived_text::part(std::size_t begin, std::size_t end) const {
    derived_text copy{*source_};
    copy.json_ = json_.substr(begin, end - begin);
    auto const last = first_from(end);
    for (auto p = first_from(begin); p != last; ++p)
        copy.pieces_.push_back({p->begin - begin, p->origin});
    return copy;
}

derived_text derived_text::moved_to(std::size_t origin) const {
    auto copy = *this;
    if (!copy.pieces_.empty()) copy.pieces_.front().origin = origin;
    return copy;
}

void derived_text::remove_from(std::size_t begin) {
    pieces_.resize(static_cast<std::size_t>(first_from(begin) - pieces_.begin()));
    json_.resize(begin);
}
