// SPDX-License-Identifier: BSL-1.0
#include "input/terraform_plan.hpp"

#include <algorithm>
#include <array>

namespace {

/// An attribute or a block of the resource, and the member of the request that it becomes.
struct attribute {
    std::string_view name;
    std::string_view member;
    bool block = false;
};
constexpr std::array attributes{
    attribute{"configuration", "configuration", true},
    attribute{"crawler_configuration", "crawlerConfiguration", true},
    attribute{"role_arn", "roleArn"},
    attribute{"provider_identity", "providerIdentity", true},
    attribute{"external_id", "externalId"},
    attribute{"principal", "principal"},
    attribute{"event_classes", "eventClasses"},
    attribute{"source_name", "sourceName"},
    attribute{"source_version", "sourceVersion"},
};

attribute const* find_attribute(std::string_view name) {
    for (auto const& a : attributes)
        if (a.name == name) return &a;
    return nullptr;
}

/// A block is a list of one object.
std::string_view object_of_block(std::string_view value) {
    json_cursor at{value};
    if (at.kind() != '[') return value;
    std::string_view first = "null";
    bool any = false;
    at.elements([&](json_cursor& element) {
        auto const object = element.skip();
        if (!any) first = object;
        any = true;
    });
    return first;
}

/// Adds the pointer of every `true` in a resource's `after_unknown`.
void add_unknown(std::vector<std::string>& pointers, std::string const& pointer,
                 std::string_view unknown) {
    json_cursor at{unknown};
    if (at.kind() == 't') {
        pointers.push_back(pointer);
    } else if (at.kind() == '[') {
        std::size_t i = 0;
        at.elements([&](json_cursor& e) {
            add_unknown(pointers, pointer + '/' + std::to_string(i++), e.skip());
        });
    } else {
        at.members([&](std::string_view name, json_cursor& value) {
            auto const* const a = find_attribute(name);
            if (a == nullptr) return;
            auto const part = value.skip();
            add_unknown(pointers, pointer + '/' + std::string{a->member},
                        a->block ? object_of_block(part) : part);
        });
    }
}

/// A member of an object, or empty.
std::string_view member_of(std::string_view object, std::string_view wanted) {
    std::string_view found;
    json_cursor{object}.members([&](std::string_view name, json_cursor& value) {
        if (name == wanted) found = value.skip();
    });
    return found;
}

} // namespace

terraform_plan::terraform_plan(source_text const& text) : text_{text} {
    json_cursor{text.text()}.members([&](std::string_view name, json_cursor& value) {
        if (name == "format_version") read_version(value);
        if (name == "planned_values" || name == "values") read_values(value);
        if (name == "resource_changes")
            value.elements([&](json_cursor& change) { read_change(change); });
        if (name == "configuration") regions_.read_configuration(value);
        if (name == "variables") regions_.read_variables(value);
    });
    std::erase_if(resources_, [&](resource const& r) {
        auto const change = changes_.find(r.address);
        return change != changes_.end() && change->second.removed;
    });
}

void terraform_plan::read_version(json_cursor& at) {
    auto const version = read_string(at).value_or("");
    problem_.clear();
    if (!version.starts_with("1."))
        problem_ = "it has format_version '" + version +
                   "' of terraform show -json, and only 1.x is known: show the plan "
                   "with Terraform 1.1 or later, or look for a newer lakeproof";
}

void terraform_plan::read_values(json_cursor& at) {
    at.members([&](std::string_view name, json_cursor& value) {
        if (name == "root_module") read_module(value);
    });
}

void terraform_plan::read_module(json_cursor& at) {
    at.members([&](std::string_view name, json_cursor& value) {
        if (name == "resources") value.elements([&](json_cursor& one) { read_resource(one); });
        if (name == "child_modules") value.elements([&](json_cursor& one) { read_module(one); });
    });
}

void terraform_plan::read_resource(json_cursor& at) {
    std::optional<std::string> address, mode, type;
    std::string_view values;
    at.members([&](std::string_view name, json_cursor& value) {
        if (name == "address") address = read_string(value);
        if (name == "mode") mode = read_string(value);
        if (name == "type") type = read_string(value);
        if (name == "values") values = value.skip();
    });
    if (type == terraform_resource_type && mode == "managed" && address)
        resources_.push_back({*address, values.empty() ? "{}" : values});
}

void terraform_plan::read_change(json_cursor& at) {
    std::optional<std::string> address, type;
    planned_change read;
    bool deposed =
        false; // an object that is left of an earlier replacement, and has the address of the new one
    at.members([&](std::string_view name, json_cursor& value) {
        if (name == "address") address = read_string(value);
        if (name == "type") type = read_string(value);
        if (name == "deposed") deposed = true;
        if (name != "change") return;
        auto const what = value.skip();
        read.after_unknown = member_of(what, "after_unknown");
        std::vector<std::string> actions;
        json_cursor{member_of(what, "actions")}.elements(
            [&](json_cursor& action) { actions.push_back(read_string(action).value_or("")); });
        read.removed = actions.size() == 1 && (actions[0] == "delete" || actions[0] == "forget");
    });
    if (type == terraform_resource_type && address && !deposed) changes_[*address] = read;
}

planned_request terraform_plan::operator[](std::size_t i) const {
    auto const& r = resources_[i];
    planned_request out{r.address, derived_text{text_}, std::nullopt, {}};
    write_object(out.request, r.values);
    bool region_unknown = false;
    if (auto const change = changes_.find(r.address); change != changes_.end()) {
        auto const unknown = change->second.after_unknown;
        add_unknown(out.known_after_apply, {}, unknown);
        region_unknown = member_of(unknown, "region") == "true";
    }
    json_cursor region{member_of(r.values, "region")};
    out.region = read_string(region);
    if (!out.region && !region_unknown) out.region = regions_.region_of(r.address);
    return out;
}

std::size_t terraform_plan::offset_of(std::string_view part) const {
    auto const* const begin = text_.text().data();
    // What is not of the text stands for what is missing in it.
    bool const within = std::greater_equal<>{}(part.data(), begin) &&
                        std::less<>{}(part.data(), begin + text_.text().size());
    return within ? static_cast<std::size_t>(part.data() - begin) : 0;
}

void terraform_plan::write_object(derived_text& out, std::string_view object) const {
    if (json_cursor{object}.kind() != '{') return out.append(object, offset_of(object));
    out.append("{", offset_of(object));
    bool first = true;
    json_cursor{object}.members([&](std::string_view name, json_cursor& value) {
        auto const* const a = find_attribute(name);
        if (a == nullptr) return;
        if (!first) out.append(',');
        first = false;
        out.append('"' + std::string{a->member} + '"', offset_of(name) - 1);
        out.append(':');
        write_value(out, value.skip(), a->block);
    });
    out.append('}');
}

void terraform_plan::write_value(derived_text& out, std::string_view value, bool block) const {
    json_cursor at{value};
    if (block) return write_object(out, object_of_block(value));
    if (at.kind() != '[') return out.append(value, offset_of(value));
    out.append("[", offset_of(value));
    bool first = true;
    at.elements([&](json_cursor& element) {
        if (!first) out.append(',');
        first = false;
        auto const text = element.skip();
        out.append(text, offset_of(text));
    });
    out.append(']');
}
