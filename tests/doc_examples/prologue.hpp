// SPDX-License-Identifier: BSL-1.0
#pragma once

// What the examples of doc comments take for granted.

#include <lakeproof/house_rules.hpp>
#include <lakeproof/http.hpp>
#include <lakeproof/http/beast.hpp>
#include <lakeproof/json.hpp>
#include <lakeproof/lakeproof.hpp>
#include <lakeproof/testing.hpp>
#include <lakeproof/testing/fuzz_target.hpp>

#include <iostream>
#include <string>
#include <string_view>

constexpr lakeproof::create_custom_log_source_request request{
    .configuration = {.crawler_configuration = {.role_arn = "arn:aws:iam::123456789012:role/x"},
                      .provider_identity = {.external_id = "id", .principal = "123456789012"}},
    .source_name = "acme-edr"};
constexpr auto first = request;
constexpr auto second = request;
inline lakeproof::create_custom_log_source_response const response{};
inline std::string_view const text{};

template <class T>
void use(T const&) {}
template <class T>
void send(T const&) {}
