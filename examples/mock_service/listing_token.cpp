// SPDX-License-Identifier: BSL-1.0
#include "listing_token.hpp"

#include <boost/algorithm/hex.hpp>
#include <boost/uuid/name_generator_sha1.hpp>
#include <boost/uuid/uuid_io.hpp>

#include <cstddef>
#include <iterator>

namespace {

constexpr char separator = ' '; // is in no account, Region and name
constexpr std::size_t hash_size = 36;

} // namespace

std::string listing_tokens::make(list_position const& at, std::string_view filters) const {
    auto const position = at.account + separator + at.region + separator + at.source_name;
    auto const content = hash(position, filters) + position;
    std::string token;
    boost::algorithm::hex_lower(content, std::back_inserter(token));
    return token;
}

std::optional<list_position> listing_tokens::read(std::string_view token,
                                                  std::string_view filters) const {
    std::string content;
    try {
        boost::algorithm::unhex(token, std::back_inserter(content));
    } catch (boost::algorithm::hex_decode_error const&) {
        return std::nullopt;
    }
    if (content.size() < hash_size) return std::nullopt;
    auto const position = content.substr(hash_size);
    if (hash(position, filters) + position != content) return std::nullopt;
    auto const first = position.find(separator), second = position.find(separator, first + 1);
    return list_position{position.substr(0, first), position.substr(first + 1, second - first - 1),
                         position.substr(second + 1)};
}

/// SHA-1, cut to the 122 bits of a UUID: nobody can go on with it behind the end of what was hashed.
std::string listing_tokens::hash(std::string_view position, std::string_view filters) const {
    boost::uuids::name_generator_sha1 const generate{boost::uuids::ns::oid()};
    return to_string(generate(key_ + std::string{position} + '\n' + std::string{filters}));
}
