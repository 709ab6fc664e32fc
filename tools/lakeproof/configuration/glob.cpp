// SPDX-License-Identifier: BSL-1.0
#include "configuration/glob.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace {

/// The places in a glob, counted in bytes, that a start of a path leads to: all at once, so that no glob takes long.
class places {
public:
    explicit places(std::string_view glob) noexcept : glob_{glob} {}

    /// Adds a place, and those behind what may stand for nothing.
    void add(std::size_t at) noexcept {
        while (added_[at] != round_) {
            added_[at] = round_;
            next_[next_size_++] = static_cast<std::uint16_t>(at);
            if (is_folders(at))
                at += 3;
            else if (at < glob_.size() && glob_[at] == '*' && !is_in_folders(at))
                ++at;
            else
                return;
        }
    }
    /// Takes what was added as the places that are reached.
    void turn() noexcept {
        for (now_size_ = 0; now_size_ < next_size_; ++now_size_) now_[now_size_] = next_[now_size_];
        next_size_ = 0;
        ++round_;
    }
    /// Adds where a character leads to from the places that are reached.
    void pass(char c) noexcept {
        for (std::size_t i = 0; i < now_size_; ++i) pass(now_[i], c);
    }
    [[nodiscard]] bool none() const noexcept { return now_size_ == 0; }
    [[nodiscard]] bool at_end() const noexcept {
        for (std::size_t i = 0; i < now_size_; ++i)
            if (now_[i] == glob_.size()) return true;
        return false;
    }

private:
    /// Whether a place is before a `**/` that stands for folders.
    bool is_folders(std::size_t at) const noexcept {
        return (at == 0 || glob_[at - 1] == '/') && glob_.substr(at, 3) == "**/";
    }
    /// Whether it is within one, for the middle of a folder's name.
    bool is_in_folders(std::size_t at) const noexcept { return at > 0 && is_folders(at - 1); }

    void pass(std::size_t at, char c) noexcept {
        if (at == glob_.size()) return;
        if (is_folders(at))
            add(c == '/' ? at : at + 1);
        else if (is_in_folders(at))
            add(c == '/' ? at - 1 : at);
        else if (glob_[at] != '*' && glob_[at] != '?' ? c == glob_[at] : c != '/')
            add(glob_[at] == '*' ? at : at + 1);
    }

    using list = std::array<std::uint16_t, file_glob::capacity + 1>;
    std::string_view glob_;
    list now_{}, next_{};
    std::size_t now_size_ = 0, next_size_ = 0;
    std::array<std::uint32_t, file_glob::capacity + 1> added_{}; ///< in which round
    std::uint32_t round_ = 1;
};

} // namespace

bool matches(std::string_view glob, std::string_view path) {
    bool const folder = glob.ends_with('/');
    if (folder) glob.remove_suffix(1);
    bool const anywhere = glob.find('/') == std::string_view::npos;
    if (glob.starts_with('/')) glob.remove_prefix(1);

    places reached{glob};
    reached.add(0);
    reached.turn();
    for (char const c : path) {
        if (c == '/' && reached.at_end()) return true; // a folder that the file is in
        reached.pass(c);
        if (c == '/' && anywhere) reached.add(0);
        reached.turn();
        if (reached.none() && !anywhere) return false;
    }
    return reached.at_end() && !folder;
}
