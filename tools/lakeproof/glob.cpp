// SPDX-License-Identifier: BSL-1.0
#include "glob.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace {

/// One step of a glob: a character, or what stands for several.
struct step {
    enum class kind { character, any, run, folders } what;
    char character = 0;
};

std::vector<step> steps_of(std::string_view glob) {
    std::vector<step> steps;
    while (!glob.empty()) {
        bool const starts_name = steps.empty() || steps.back().what == step::kind::folders ||
                                 steps.back().character == '/';
        if (starts_name && glob.starts_with("**/")) {
            steps.push_back({step::kind::folders});
            glob.remove_prefix(3);
            continue;
        }
        switch (glob.front()) {
        case '*': steps.push_back({step::kind::run}); break;
        case '?': steps.push_back({step::kind::any}); break;
        default: steps.push_back({step::kind::character, glob.front()});
        }
        glob.remove_prefix(1);
    }
    return steps;
}

/// Adds a step to those reached, with what it may pass without a character.
void reach(std::vector<bool>& reached, std::vector<step> const& steps, std::size_t i) {
    for (; i < reached.size() && !reached[i]; ++i) {
        reached[i] = true;
        if (i == steps.size() ||
            (steps[i].what != step::kind::run && steps[i].what != step::kind::folders))
            return;
    }
}

} // namespace

bool matches(std::string_view glob, std::string_view path) {
    bool const folder = glob.ends_with('/');
    if (folder) glob.remove_suffix(1);
    bool const anywhere = glob.find('/') == std::string_view::npos;
    if (glob.starts_with('/')) glob.remove_prefix(1);
    auto const steps = steps_of(anywhere ? "**/" + std::string{glob} : std::string{glob});

    // All steps that a start of the path can lead to, character by character.
    std::vector<bool> reached(steps.size() + 1);
    std::vector<bool> inside(steps.size()); // the middle of a name that `**` passes
    reach(reached, steps, 0);
    for (char const c : path) {
        if (c == '/' && reached.back()) return true; // a folder that the file is in
        std::vector<bool> next(steps.size() + 1);
        std::vector<bool> still_inside(steps.size());
        for (std::size_t i = 0; i < steps.size(); ++i) {
            if (!reached[i] && !inside[i]) continue;
            switch (steps[i].what) {
            case step::kind::character:
                if (c == steps[i].character) reach(next, steps, i + 1);
                break;
            case step::kind::any:
                if (c != '/') reach(next, steps, i + 1);
                break;
            case step::kind::run:
                if (c != '/') reach(next, steps, i);
                break;
            case step::kind::folders:
                if (c == '/')
                    reach(next, steps, i);
                else
                    still_inside[i] = true;
            }
        }
        reached.swap(next);
        inside.swap(still_inside);
    }
    return reached.back() && !folder;
}
