// SPDX-License-Identifier: BSL-1.0
#include "input/yaml_reader.hpp"

#include "input/json_cursor.hpp"
#include "input/yaml_scalar.hpp"

#include <lakeproof/text/detail/scalar_values.hpp>

#include <boost/json/serialize.hpp>

#include <algorithm>
#include <memory>
#include <new>
#include <utility>

namespace {

constexpr std::string_view core_tags = "tag:yaml.org,2002:";

std::string_view view_of(yaml_char_t const* text) {
    return text == nullptr ? std::string_view{}
                           : std::string_view{reinterpret_cast<char const*>(text)};
}
std::string_view view_of(yaml_event_t const& scalar) {
    return {reinterpret_cast<char const*>(scalar.data.scalar.value), scalar.data.scalar.length};
}

std::string in_json(std::string_view text) {
    return boost::json::serialize(boost::json::string_view{text.data(), text.size()});
}

} // namespace

yaml_reader::yaml_reader(source_text const& source, lakeproof::limits const& limits)
    : source_{source}, limits_{limits}, out_{source} {
    if (yaml_parser_initialize(&parser_) == 0) throw std::bad_alloc{};
    auto const text = source.text();
    yaml_parser_set_encoding(&parser_, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(&parser_, reinterpret_cast<unsigned char const*>(text.data()),
                                 text.size());
    if (text.starts_with("\xef\xbb\xbf"))
        stop("it starts with a byte order mark: save it without one", 0);
}

bool yaml_reader::next() {
    out_.clear();
    open_.clear();
    anchors_.clear();
    copied_ = 0;
    while (!ended_) {
        yaml_event_t e;
        if (yaml_parser_parse(&parser_, &e) == 0) {
            stop_at_error();
            break;
        }
        std::unique_ptr<yaml_event_t, void (*)(yaml_event_t*)> const owner{&e, yaml_event_delete};
        if (e.type == YAML_DOCUMENT_END_EVENT) return true;
        take(e);
    }
    return false;
}

void yaml_reader::take(yaml_event_t const& e) {
    auto const origin = offset_of(e.start_mark);
    switch (e.type) {
    case YAML_SCALAR_EVENT: wants_key() ? key(e, origin) : scalar(e, origin); break;
    case YAML_ALIAS_EVENT: alias(std::string{view_of(e.data.alias.anchor)}, origin); break;
    case YAML_MAPPING_START_EVENT: begin(e, true, origin); break;
    case YAML_SEQUENCE_START_EVENT: begin(e, false, origin); break;
    case YAML_MAPPING_END_EVENT:
    case YAML_SEQUENCE_END_EVENT: end(); break;
    case YAML_DOCUMENT_START_EVENT: empty_ = false; break;
    case YAML_STREAM_END_EVENT:
        ended_ = true;
        if (empty_) stop("it is empty", source_.text().size());
        break;
    default: break;
    }
    if (open_.size() > limits_.levels())
        stop("The document nests too deeply", origin, limits_.levels());
    if (out_.size() + copied_ > limits_.bytes)
        stop("The document has too many bytes with its aliases written out", origin, limits_.bytes);
}

void yaml_reader::scalar(yaml_event_t const& e, std::size_t origin) {
    auto const& s = e.data.scalar;
    auto tag = view_of(s.tag);
    check_scalar_tag(s.tag, origin);
    if (tag.starts_with(core_tags)) tag.remove_prefix(core_tags.size());
    std::string_view other;
    if (tag.empty() && s.plain_implicit != 0 && s.style == YAML_PLAIN_SCALAR_STYLE)
        other = json_of_plain_scalar(view_of(e));
    else if (tag == "null")
        other = "null";
    else if (!tag.empty() && tag != "str" && tag != "!")
        other = tag == "bool" ? "false" : "0";
    begin_value();
    auto const begin = out_.size();
    out_.append(other.empty() ? in_json(view_of(e)) : std::string{other}, origin);
    end_value(begin, std::string{view_of(s.anchor)});
}

void yaml_reader::key(yaml_event_t const& e, std::size_t origin) {
    auto& mapping = open_.back();
    mapping.at_key = false;
    auto const& s = e.data.scalar;
    check_scalar_tag(s.tag, origin);
    auto const name = in_json(view_of(e));
    if (s.anchor != nullptr) {
        derived_text anchored{source_};
        anchored.append(name, origin);
        anchors_.insert_or_assign(std::string{view_of(s.anchor)}, std::move(anchored));
    }
    if (view_of(e) == "<<" && s.plain_implicit != 0 && s.style == YAML_PLAIN_SCALAR_STYLE) {
        mapping.merge = out_.size();
        return;
    }
    if (!std::exchange(mapping.empty, false)) out_.append(',');
    out_.append(name, origin);
    out_.append(':');
}

void yaml_reader::alias(std::string const& name, std::size_t origin) {
    if (wants_key()) return stop("an alias stands where a name does: write the name", origin);
    if (std::any_of(open_.begin(), open_.end(), [&](auto const& c) { return c.anchor == name; }))
        return stop("an alias stands within what it stands for", origin);
    auto const found = anchors_.find(name);
    if (found == anchors_.end()) return stop("an alias stands for no anchor before it", origin);
    begin_value();
    auto const begin = out_.size();
    out_.append(found->second.moved_to(origin));
    end_value(begin, {});
}

void yaml_reader::begin(yaml_event_t const& e, bool mapping, std::size_t origin) {
    if (wants_key()) return stop("a name must be a string, not a mapping or a sequence", origin);
    auto const* const tag = mapping ? e.data.mapping_start.tag : e.data.sequence_start.tag;
    auto const* const anchor = mapping ? e.data.mapping_start.anchor : e.data.sequence_start.anchor;
    check_tag(tag, view_of(tag) == (mapping ? "tag:yaml.org,2002:map" : "tag:yaml.org,2002:seq"),
              origin);
    begin_value();
    open_.push_back({mapping, out_.size(), std::string{view_of(anchor)}});
    out_.append(mapping ? "{" : "[", origin);
}

void yaml_reader::end() {
    auto const ended = std::move(open_.back());
    if (!ended.merged.empty()) append_merged(ended);
    open_.pop_back();
    out_.append(ended.mapping ? '}' : ']');
    end_value(ended.begin, ended.anchor);
}

void yaml_reader::begin_value() {
    if (open_.empty() || open_.back().mapping) return;
    if (!std::exchange(open_.back().empty, false)) out_.append(',');
}

void yaml_reader::end_value(std::size_t begin, std::string const& anchor) {
    if (!anchor.empty()) {
        copied_ += out_.size() - begin;
        anchors_.insert_or_assign(anchor, out_.part(begin, out_.size()));
    }
    if (open_.empty() || !open_.back().mapping) return;
    open_.back().at_key = true;
    if (auto const from = std::exchange(open_.back().merge, std::nullopt)) {
        auto const value = out_.part(*from, out_.size());
        out_.remove_from(*from);
        copied_ += value.size();
        merge(value);
    }
}

/// A mapping, or a sequence of mappings of which an earlier one comes first.
void yaml_reader::merge(derived_text const& value) {
    json_cursor cursor{value.json()};
    auto const take_object = [&](json_cursor& at) {
        if (at.kind() != '{')
            return stop("a merge key (<<) needs a mapping, or a sequence of mappings",
                        value.position_of(0).offset);
        auto const begin = at.offset();
        at.skip();
        open_.back().merged.push_back(value.part(begin, at.offset()));
    };
    if (cursor.kind() == '[')
        cursor.elements(take_object);
    else
        take_object(cursor);
}

/// Adds the members of what is merged to an open mapping which it does not have. All names were written by `in_json`.
void yaml_reader::append_merged(collection const& mapping) {
    std::set<std::string, std::less<>> names;
    bool empty = mapping.empty;
    auto const own = out_.json().substr(mapping.begin);
    json_cursor{own}.members([&](std::string_view name, json_cursor&) { names.emplace(name); });
    for (auto const& object : mapping.merged) {
        json_cursor{object.json()}.members([&](std::string_view name, json_cursor& at) {
            auto const begin = static_cast<std::size_t>(name.data() - object.json().data()) - 1;
            at.skip();
            if (!names.emplace(name).second) return;
            if (!std::exchange(empty, false)) out_.append(',');
            out_.append(object.part(begin, at.offset()));
        });
    }
}

void yaml_reader::check_scalar_tag(yaml_char_t const* tag, std::size_t origin) {
    check_tag(tag,
              view_of(tag) != "tag:yaml.org,2002:map" && view_of(tag) != "tag:yaml.org,2002:seq",
              origin);
}

void yaml_reader::check_tag(yaml_char_t const* tag, bool fits, std::size_t origin) {
    auto const name = view_of(tag);
    if (name.empty() || name == "!") return; // "!": as it stands, a scalar as a string
    auto const kind =
        name.starts_with(core_tags) ? name.substr(core_tags.size()) : std::string_view{};
    bool known = false;
    for (std::string_view const one : {"str", "int", "float", "bool", "null", "map", "seq"})
        known |= kind == one;
    if (!known)
        return stop("JSON has no type for the tag " + std::string{name} + ": remove it", origin);
    if (!fits) stop("the tag " + std::string{name} + " stands at a value of another kind", origin);
}

/// Marks come in order but for a few.
std::size_t yaml_reader::offset_of(yaml_mark_t const& mark) {
    if (mark.index < characters_) characters_ = bytes_ = 0;
    auto const text = source_.text();
    for (; characters_ < mark.index && bytes_ < text.size(); ++characters_) {
        ++bytes_;
        while (bytes_ < text.size() && lakeproof::detail::is_continuation(text[bytes_])) ++bytes_;
    }
    return bytes_;
}

/// The first fault counts.
void yaml_reader::stop(std::string why, std::size_t offset, std::size_t limit) {
    if (!fault_) fault_ = yaml_fault{std::move(why), offset, limit};
    ended_ = true;
}

void yaml_reader::stop_at_error() {
    std::string why = parser_.problem == nullptr ? "it cannot be read" : parser_.problem;
    if (parser_.context != nullptr) why += std::string{" "} + parser_.context;
    if (parser_.error == YAML_MEMORY_ERROR) throw std::bad_alloc{};
    stop(why, parser_.error == YAML_READER_ERROR
                  ? std::min(parser_.problem_offset, source_.text().size())
                  : offset_of(parser_.problem_mark));
}
