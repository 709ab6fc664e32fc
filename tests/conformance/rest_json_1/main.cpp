// SPDX-License-Identifier: BSL-1.0
// Smithy's protocol tests of restJson1, those that apply: prints what passed, what is known to differ and what does
// not apply, and why.
//
//     rest_json_1 CASES

#include "malformed_operations.hpp"
#include "operations.hpp"

#include <boost/json.hpp>

#include <algorithm>
#include <exception>
#include <fstream>
#include <iostream>
#include <iterator>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace {

namespace http = lakeproof::http;
namespace json = boost::json;
using namespace rest_json_1;

using all_operations =
    std::tuple<no_input_and_no_output, unit_input_and_output, no_input_and_output, empty_input_and_empty_output,
               accept_header_star_service, test_get_no_payload, test_post_no_payload, test_get_no_input_no_payload,
               test_post_no_input_no_payload, response_code_http_fallback, malformed_accept_with_body,
               content_type_parameters, test_body_structure, http_request_with_labels,
               http_request_with_labels_and_timestamp_format, http_request_with_regex_literal, all_query_string_types,
               omits_null_serializes_empty_string, omits_serializing_empty_lists, ignore_query_params_in_response,
               json_lists, simple_scalar_properties, json_unions, post_player_action, post_union_with_json_name,
               malformed_boolean, malformed_byte, malformed_short, malformed_integer, malformed_long,
               malformed_content_type_with_body, malformed_list, malformed_request_body, malformed_union,
               malformed_required, malformed_enum, malformed_length, malformed_length_override,
               malformed_length_query_string, malformed_pattern, malformed_pattern_override, sensitive_validation,
               malformed_range, malformed_range_override>;

template <class F>
void with_operation(std::string_view name, F f) {
    bool const found =
        std::apply([&](auto... op) { return (... || (op.name == name && (f(op), true))); }, all_operations{});
    if (!found) throw std::runtime_error{"no operation is called " + std::string{name}};
}

std::string text(json::object const& o, std::string_view name) {
    auto const* const value = o.if_contains(name);
    return value == nullptr ? std::string{} : json::value_to<std::string>(*value);
}
std::vector<http::header> headers_of(json::object const& c) {
    std::vector<http::header> headers;
    if (auto const* const all = c.if_contains("headers"))
        for (auto const& [name, value] : all->as_object())
            headers.push_back({std::string{name}, std::string{value.as_string()}});
    return headers;
}

/// A target's path, then the members of its query in an order of their own.
std::vector<std::string> parts_of(std::string_view target) {
    std::vector<std::string> parts;
    for (std::size_t end = 0; end != std::string_view::npos; target.remove_prefix(end + 1)) {
        end = target.find_first_of("?&");
        parts.emplace_back(target.substr(0, end));
        if (end == std::string_view::npos) break;
    }
    std::sort(parts.begin() + 1, parts.end());
    return parts;
}

/// What was checked, and what came of it. A case that is known to differ must do so.
class results {
public:
    explicit results(json::array const& known) {
        for (auto const& entry : known)
            for (auto const& id : entry.at("ids").as_array())
                known_.emplace(std::pair{std::string{id.as_string()}, text(entry.as_object(), "in")}, false);
    }

    void next(std::string id) {
        id_ = std::move(id);
        ids_.insert(id_);
    }
    void expect(bool good, std::string_view what, std::string_view got) {
        ++checks_;
        if (good) return;
        if (auto const known = known_.find({id_, std::string{what}}); known != known_.end()) {
            known->second = true;
            differing_.insert(id_);
            return;
        }
        ++failures_;
        std::cout << "FAILED: " << id_ << ": " << what << ": " << got << '\n';
    }
    /// Prints the table; whether all is well.
    bool finish(json::object const& cases) {
        for (auto const& [key, differs] : known_)
            if (!differs) {
                ++failures_;
                std::cout << "FAILED: " << key.first << " no longer differs in its " << key.second << '\n';
            }
        std::cout << ids_.size() - differing_.size() << " cases passed, in " << checks_ << " checks\n";
        for (auto const& entry : cases.at("differs").as_array())
            std::cout << entry.at("ids").as_array().size() << " differ in their " << text(entry.as_object(), "in")
                      << ": " << text(entry.as_object(), "reason") << '\n';
        for (auto const& entry : cases.at("not_applicable").as_array())
            std::cout << entry.at("ids").as_array().size() << " do not apply: " << text(entry.as_object(), "reason")
                      << '\n';
        std::cout << failures_ << " failures\n";
        return failures_ == 0;
    }

private:
    std::map<std::pair<std::string, std::string>, bool> known_; ///< a case and what differs: whether it did
    std::set<std::string> ids_, differing_;
    std::string id_;
    int checks_ = 0, failures_ = 0;
};

/// A value as its JSON.
template <class T>
json::value json_of(T const& value) {
    return json::parse(lakeproof::json::serialize(value));
}
/// The JSON without members that are null, which a model does not have.
json::value without_nulls(json::value value) {
    if (auto* const object = value.if_object())
        for (auto member = object->begin(); member != object->end();)
            member = member->value().is_null() ? object->erase(member) : member + 1;
    return value;
}

template <class Op>
void request(json::object const& c, results& r) {
    auto const side = text(c, "side");
    auto const wanted = without_nulls(c.at("value"));
    auto const body = text(c, "body");
    if (side != "server") {
        auto const input = lakeproof::json::parse<typename Op::input>(json::serialize(c.at("value")));
        r.expect(input.has_value(), "value", "cannot be read");
        if (!input) return;
        auto const sent = http::encode<Op>(*input);
        r.expect(sent.method == text(c, "method"), "method", sent.method);
        r.expect(parts_of(sent.target) == parts_of(text(c, "target")), "target", sent.target);
        if (body.empty())
            r.expect(sent.body.empty() && sent.headers.empty(), "request", sent.body);
        else
            r.expect(json::parse(sent.body) == json::parse(body), "request", sent.body);
        for (auto const& h : headers_of(c))
            r.expect(std::ranges::find(sent.headers, h) != sent.headers.end(), "headers", h.name);
    }
    if (side != "client") {
        auto const got = http::decode_request<Op>(text(c, "method"), text(c, "target"), headers_of(c), body);
        r.expect(got.has_value(), "answer", got ? "" : got.error()->message());
        if (got) r.expect(json_of(*got) == wanted, "value", lakeproof::json::serialize(*got));
    }
}

template <class Op>
void response(json::object const& c, results& r) {
    auto const side = text(c, "side");
    auto const status = static_cast<int>(c.at("status").as_int64());
    auto const wanted = without_nulls(c.at("value"));
    if (side != "server") {
        auto const got = http::decode_response<Op>(status, headers_of(c), text(c, "body"));
        r.expect(got.has_value(), "answer", "no output");
        if (got) r.expect(json_of(*got) == wanted, "value", lakeproof::json::serialize(*got));
    }
    if (side != "client") {
        auto const output = lakeproof::json::parse<typename Op::output>(json::serialize(c.at("value")));
        r.expect(output.has_value(), "value", "cannot be read");
        if (!output) return;
        auto const sent = http::encode<Op>(*output);
        r.expect(sent.status == status, "status", std::to_string(sent.status));
        auto const body = text(c, "body");
        r.expect(body.empty() ? sent.body.empty() : json::parse(sent.body) == json::parse(body), "response", sent.body);
        for (auto const& h : headers_of(c))
            r.expect(std::ranges::find(sent.headers, h) != sent.headers.end(), "headers", h.name);
    }
}

void error(json::object const& c, results& r) {
    auto const status = static_cast<int>(c.at("status").as_int64());
    auto const got = http::decode_response<no_input_and_no_output>(status, headers_of(c), text(c, "body"));
    auto const* const e = got.error();
    r.expect(e != nullptr, "answer", "no error");
    if (e == nullptr) return;
    r.expect(e->status == status, "status", std::to_string(e->status));
    r.expect(e->name == text(c, "error"), "exception", e->name);
    r.expect(e->message() == text(c, "message"), "message", e->message());
}

/// `row` has what differs from try to try of one case.
template <class Op>
void malformed(json::object const& c, json::object const& row, results& r) {
    auto const part = [&](std::string_view name) { return text(row.contains(name) ? row : c, name); };
    auto const got = http::decode_request<Op>(part("method"), part("target"), headers_of(c), part("body"), {},
                                              {.words = http::wording::smithy, .serialization_exception = true});
    r.expect(!got, "refusal", "it is taken");
    if (got) return;
    auto const& e = *got.error();
    // Security Lake models no ValidationException, but this.
    auto const name = text(c, "error") == "ValidationException" ? "BadRequestException" : text(c, "error");
    r.expect(e.status == c.at("status").as_int64(), "status", std::to_string(e.status));
    r.expect(e.name == name, "exception", e.name + ": " + std::string{e.message()});
    if (auto const message = part("message"); !message.empty())
        r.expect(e.message() == message, "message", e.message());
}

} // namespace

int main(int argc, char** argv) try {
    if (argc != 2) throw std::runtime_error{"usage: rest_json_1 CASES"};
    std::ifstream file{argv[1]};
    auto const cases = json::parse(std::string{std::istreambuf_iterator<char>{file}, {}}).as_object();
    results r{cases.at("differs").as_array()};

    auto const each = [&](std::string_view kind, auto f) {
        for (auto const& c : cases.at(kind).as_array()) {
            r.next(text(c.as_object(), "id"));
            f(c.as_object());
        }
    };
    each("requests", [&](json::object const& c) {
        with_operation(text(c, "operation"), [&]<class Op>(Op) { request<Op>(c, r); });
    });
    each("responses", [&](json::object const& c) {
        with_operation(text(c, "operation"), [&]<class Op>(Op) { response<Op>(c, r); });
    });
    each("errors", [&](json::object const& c) { error(c, r); });
    each("malformed", [&](json::object const& c) {
        with_operation(text(c, "operation"), [&]<class Op>(Op) {
            auto const* const rows = c.if_contains("with");
            if (rows == nullptr) return malformed<Op>(c, {}, r);
            for (auto const& row : rows->as_array()) malformed<Op>(c, row.as_object(), r);
        });
    });
    return r.finish(cases) ? 0 : 1;
} catch (std::exception const& e) {
    std::cerr << "rest_json_1: " << e.what() << '\n';
    return 2;
}
