// SPDX-License-Identifier: BSL-1.0
#include "input/terraform_regions.hpp"

#include <lakeproof/aws/region.hpp>

#include <boost/json/parse.hpp>
#include <boost/json/value.hpp>

#include <utility>

namespace {

/// `module.a["x"].t.n[0]` as the configuration knows it: `module.a.t.n`.
std::string without_indices(std::string_view address) {
    std::string out;
    bool in_index = false;
    bool in_string = false;
    for (std::size_t i = 0; i < address.size(); ++i) {
        char const c = address[i];
        if (in_string) {
            if (c == '\\') ++i;
            in_string = c != '"';
        } else if (in_index) {
            in_string = c == '"';
            in_index = c != ']';
        } else if (c == '[') {
            in_index = true;
        } else {
            out += c;
        }
    }
    return out;
}

} // namespace

std::optional<std::string> read_string(json_cursor& at) {
    bool const is_string = at.kind() == '"';
    auto const text = at.skip();
    if (!is_string) return std::nullopt;
    auto const value = boost::json::parse(boost::json::string_view{text.data(), text.size()});
    return std::string{std::string_view{value.get_string().data(), value.get_string().size()}};
}

void terraform_regions::read_configuration(json_cursor& at) {
    at.members([&](std::string_view name, json_cursor& value) {
        if (name == "provider_config")
            value.members([&](std::string_view key, json_cursor& one) {
                providers_.insert_or_assign(std::string{key}, read_provider(one));
            });
        else if (name == "root_module")
            read_module(value, {});
    });
}

terraform_regions::provider terraform_regions::read_provider(json_cursor& at) {
    provider p;
    auto const read_region = [&](std::string_view name, json_cursor& value) {
        if (name == "constant_value") {
            p.region = read_string(value);
        } else if (name == "references") {
            value.elements([&](json_cursor& reference) {
                ++p.references;
                p.variable = read_string(reference);
            });
        }
    };
    at.members([&](std::string_view name, json_cursor& value) {
        if (name == "module_address") p.in_root = false;
        if (name != "expressions") return;
        value.members([&](std::string_view expression, json_cursor& one) {
            if (expression == "region") one.members(read_region);
        });
    });
    return p;
}

void terraform_regions::read_module(json_cursor& at, std::string const& prefix) {
    at.members([&](std::string_view name, json_cursor& value) {
        if (name == "resources") {
            value.elements([&](json_cursor& resource) {
                std::optional<std::string> address, type, key;
                resource.members([&](std::string_view member, json_cursor& one) {
                    if (member == "address") address = read_string(one);
                    if (member == "type") type = read_string(one);
                    if (member == "provider_config_key") key = read_string(one);
                });
                if (type == terraform_resource_type && address && key)
                    keys_[prefix + *address] = *key;
            });
        } else if (name == "module_calls") {
            value.members([&](std::string_view call, json_cursor& one) {
                one.members([&](std::string_view member, json_cursor& module) {
                    if (member == "module")
                        read_module(module, prefix + "module." + std::string{call} + '.');
                });
            });
        }
    });
}

void terraform_regions::read_variables(json_cursor& at) {
    at.members([&](std::string_view variable, json_cursor& value) {
        value.members([&](std::string_view name, json_cursor& one) {
            if (name != "value") return;
            if (auto const text = read_string(one))
                variables_["var." + std::string{variable}] = *text;
        });
    });
}

/// A module that names no provider has its callers': where a plan holds a single configuration of that provider, it is
/// that one. Another could have been handed down, which old versions of the format do not tell.
terraform_regions::provider const* terraform_regions::provider_of(std::string const& key) const {
    if (auto const found = providers_.find(key); found != providers_.end()) return &found->second;
    auto const name = key.substr(key.rfind(':') + 1);
    provider const* single = nullptr;
    for (auto const& [other, p] : providers_) {
        auto const its = std::string_view{other}.substr(other.rfind(':') + 1);
        if (its != name && !its.starts_with(name + '.')) continue;
        if (single != nullptr || its != name) return nullptr;
        single = &p;
    }
    return single;
}

std::optional<std::string> terraform_regions::region_of(std::string_view address) const {
    auto const key = keys_.find(without_indices(address));
    if (key == keys_.end()) return std::nullopt;
    auto const* const p = provider_of(key->second);
    if (p == nullptr) return std::nullopt;
    if (p->region) return p->region;
    if (!p->in_root || p->references != 1 || !p->variable) return std::nullopt;
    auto const variable = variables_.find(*p->variable);
    // It may be a part of the Region only.
    if (variable == variables_.end() || !lakeproof::region::from(variable->second))
        return std::nullopt;
    return variable->second;
}
