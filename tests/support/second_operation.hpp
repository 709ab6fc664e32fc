// SPDX-License-Identifier: BSL-1.0
#pragma once
#include <lakeproof/json.hpp>

// Another input of the service, made up: all that it takes is structs and tables.
namespace second {
using lakeproof::member, lakeproof::member_table, lakeproof::json::tag_invoke;

struct key_constraint { // what it breaks is string-length or string-pattern
    using pattern = lakeproof::pattern<R"(^[a-z][a-z0-9:]*$)">;
    static constexpr std::size_t min_length = 2, max_length = 16;
};
using key = lakeproof::constrained_string<key_constraint>;
struct note_constraint {
    using pattern = lakeproof::pattern<R"(^[^<>]*$)">;
    static constexpr std::size_t min_length = 0, max_length = 12;
};
using note = lakeproof::constrained_string<note_constraint>;

struct tag {
    second::key key;
    std::vector<second::note> notes{};
    static constexpr auto members =
        member_table(member{"key", &tag::key}, member{"notes", &tag::notes});
    friend bool operator==(tag const&, tag const&) = default;
};
struct subscriber {
    lakeproof::aws_identity identity;
    second::key name;
    std::optional<second::note> note{};
    std::vector<lakeproof::source_name> sources{};
    std::vector<tag> tags{};
    static constexpr auto members =
        member_table(member{"identity", &subscriber::identity}, member{"name", &subscriber::name},
                     member{"note", &subscriber::note}, member{"sources", &subscriber::sources},
                     member{"tags", &subscriber::tags});
    friend bool operator==(subscriber const&, subscriber const&) = default;
};
} // namespace second
