// SPDX-License-Identifier: BSL-1.0
#include "header_check.hpp"

#include <boost/beast/core/string.hpp>
#include <boost/beast/http/field.hpp>

#include <algorithm>
#include <cstddef>
#include <iterator>

namespace beast = boost::beast;
namespace http = boost::beast::http;

namespace {

using header = http::request_header<http::fields>;

constexpr std::string_view digits = "0123456789";
constexpr std::string_view in_ip_literal = "0123456789abcdefABCDEF:.";
constexpr std::string_view in_name =
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
    "-._~!$&'()*+,;=%";

bool all_of(std::string_view text, std::string_view allowed) {
    return text.find_first_not_of(allowed) == std::string_view::npos;
}

/// Whether a text is `uri-host [ ":" port ]` (RFC 9110, 7.2); of an IP address only the characters
/// are looked at.
bool is_host(std::string_view text) {
    std::string_view allowed = in_name;
    auto end = std::min(text.find(':'), text.size());
    auto host = text.substr(0, end);
    if (text.starts_with('[')) {
        allowed = in_ip_literal;
        end = text.find(']');
        if (end == std::string_view::npos) return false;
        host = text.substr(1, end++ - 1);
        if (host.empty()) return false;
    }
    auto const port = text.substr(end);
    return all_of(host, allowed) &&
           (port.empty() || (port.starts_with(':') && all_of(port.substr(1), digits)));
}

std::optional<refusal> check_host(header const& h) {
    auto const [first, last] = h.equal_range(http::field::host);
    if (first == last && h.version() >= 11)
        return refusal{http::status::bad_request, "An HTTP/1.1 request needs a Host"};
    if (first == last) return std::nullopt;
    if (std::next(first) != last)
        return refusal{http::status::bad_request, "A request has one Host, not several"};
    if (!is_host(first->value()))
        return refusal{http::status::bad_request,
                       "Host is no name or address with or without a port"};
    return std::nullopt;
}

std::string_view trimmed(std::string_view text) {
    auto const first = std::min(text.find_first_not_of(" \t"), text.size());
    return text.substr(first, text.find_last_not_of(" \t") + 1 - first);
}

/// Whether the last of several codings is `chunked`, and no other is.
bool ends_in_chunked(header const& h) {
    std::size_t codings = 0, chunked = 0;
    bool last = false;
    auto const [begin, end] = h.equal_range(http::field::transfer_encoding);
    for (auto field = begin; field != end; ++field) {
        std::string_view rest = field->value();
        while (!rest.empty()) {
            auto const element = rest.substr(0, rest.find(','));
            rest.remove_prefix(std::min(element.size() + 1, rest.size()));
            auto const coding = trimmed(element);
            if (coding.empty()) continue;
            ++codings;
            last = beast::iequals(coding, "chunked");
            chunked += last;
        }
    }
    return last && chunked == 1 && codings > 1;
}

/// RFC 9112, 6.1 and 6.3.
std::optional<refusal> check_transfer_encoding(header const& h) {
    auto const [first, last] = h.equal_range(http::field::transfer_encoding);
    if (first == last) return std::nullopt;
    if (h.version() < 11)
        return refusal{http::status::bad_request, "HTTP/1.0 has no Transfer-Encoding"};
    if (h.count(http::field::content_length) > 0)
        return refusal{http::status::bad_request,
                       "Transfer-Encoding and Content-Length contradict each other"};
    if (std::next(first) == last && beast::iequals(first->value(), "chunked")) return std::nullopt;
    if (ends_in_chunked(h))
        return refusal{http::status::not_implemented,
                       "No Transfer-Encoding is known here but chunked"};
    return refusal{http::status::bad_request,
                   "With this Transfer-Encoding the end of the body is not known"};
}

/// RFC 9110, 10.1.1: of an HTTP/1.0 request it is ignored.
std::optional<refusal> check_expect(header const& h) {
    if (h.version() < 11) return std::nullopt;
    auto const [first, last] = h.equal_range(http::field::expect);
    if (std::all_of(first, last,
                    [](auto const& f) { return beast::iequals(f.value(), "100-continue"); }))
        return std::nullopt;
    return refusal{http::status::expectation_failed,
                   "Nothing can be expected here but 100-continue"};
}

} // namespace

std::optional<refusal> check_header(header const& h) {
    for (auto* const check : {check_transfer_encoding, check_host, check_expect})
        if (auto const found = check(h)) return found;
    return std::nullopt;
}
