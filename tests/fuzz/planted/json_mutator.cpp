// SPDX-License-Identifier: BSL-1.0
// A mutator that knows JSON and no shape: edits a node of Boost.JSON's DOM, or crosses two documents. What is no JSON is
// left to libFuzzer, and so are strings, for which libFuzzer has its dictionary and what it saw compared.
#include <boost/json.hpp>

#include <cstddef>
#include <cstdint>
#include <random>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace json = boost::json;

extern "C" std::size_t LLVMFuzzerMutate(std::uint8_t* data, std::size_t size, std::size_t max_size);

namespace {

/// Before the name of a member that its object has already, since a DOM has no such; it does not get into the text.
constexpr std::string_view again = "\x01";

class mutator {
public:
    explicit mutator(unsigned seed) : random_{seed} {}

    /// Edits one value of a document, with values of the same or of another.
    void edit(json::value& document, json::value const& other) {
        std::vector<json::value*> values;
        collect(document, values);
        auto& at = *values[below(values.size())];
        switch (below(6)) {
        case 0: at = any_of(below(2) == 0 ? document : other); break;
        case 1: at = any_value(); break;
        default: change(at, other);
        }
    }

private:
    std::size_t below(std::size_t n) { return std::uniform_int_distribution<std::size_t>{0, n - 1}(random_); }

    static void collect(json::value& value, std::vector<json::value*>& all) {
        all.push_back(&value);
        if (auto* const object = value.if_object())
            for (auto& member : *object) collect(member.value(), all);
        if (auto* const array = value.if_array())
            for (auto& element : *array) collect(element, all);
    }
    json::value any_of(json::value const& document) {
        json::value copy = document;
        std::vector<json::value*> values;
        collect(copy, values);
        return json::value{*values[below(values.size())]};
    }
    json::value any_value() {
        switch (below(7)) {
        case 0: return nullptr;
        case 1: return below(2) == 0;
        case 2: return static_cast<std::int64_t>(random_());
        case 3: return json::string(changed({}));
        case 4: return json::array(below(3), any_scalar());
        case 5: return json::object{{changed({}), any_scalar()}};
        default: return 0.5;
        }
    }
    json::value any_scalar() { return below(2) == 0 ? json::value{json::string(changed({}))} : json::value{nullptr}; }

    /// What libFuzzer makes of it; where that is no UTF-8, its bytes are taken for Latin-1, so that JSON stays JSON.
    static std::string changed(std::string_view text) {
        std::string buffer{text};
        buffer.resize(text.size() + 64 + text.size() / 2);
        buffer.resize(LLVMFuzzerMutate(reinterpret_cast<std::uint8_t*>(buffer.data()), text.size(), buffer.size()));
        boost::system::error_code error;
        json::parse(json::serialize(json::string(buffer)), error);
        if (!error) return buffer;
        std::string utf_8;
        for (char const c : buffer) {
            auto const byte = static_cast<unsigned char>(c);
            if (byte >= 0x80) utf_8 += static_cast<char>(0xc0 | byte >> 6);
            utf_8 += static_cast<char>(byte >= 0x80 ? 0x80 | (byte & 0x3f) : byte);
        }
        return utf_8;
    }

    void change(json::value& at, json::value const& other) {
        if (auto* const string = at.if_string()) {
            *string = changed(*string);
        } else if (auto* const array = at.if_array()) {
            change(*array, other);
        } else if (auto* const object = at.if_object()) {
            change(*object, other);
        } else {
            at = any_value();
        }
    }
    void change(json::array& array, json::value const& other) {
        auto const n = array.size();
        auto const at = [&] { return array.begin() + static_cast<std::ptrdiff_t>(below(n)); };
        switch (n == 0 ? 0 : below(5)) {
        case 0: array.push_back(below(2) == 0 ? any_value() : any_of(other)); break;
        case 1: array.erase(at()); break;
        case 2: std::swap(*at(), *at()); break;
        case 3: array.insert(at(), json::value{*at()}); break;
        default: array.insert(at(), 1 + below(64), json::value{*at()});
        }
    }
    void change(json::object& object, json::value const& other) {
        auto const n = object.size();
        auto const at = [&] { return object.begin() + static_cast<std::ptrdiff_t>(below(n)); };
        switch (n == 0 ? 0 : below(5)) {
        case 0: object[changed({})] = below(2) == 0 ? any_value() : any_of(other); break;
        case 1: object.erase(at()); break;
        case 2: std::swap(at()->value(), at()->value()); break;
        case 3: { // another name
            auto const old = at();
            std::string const name{old->key()};
            json::value value = old->value();
            object.erase(old);
            object[changed(name)] = std::move(value);
            break;
        }
        default: { // the same name again, with its value or another
            auto const repeated = at();
            std::string const name = std::string{again} + std::string{repeated->key()};
            json::value value = below(2) == 0 ? repeated->value() : any_value();
            object[name] = std::move(value);
        }
        }
    }

    std::mt19937 random_;
};

json::value parsed(std::uint8_t const* data, std::size_t size, boost::system::error_code& error) {
    return json::parse({reinterpret_cast<char const*>(data), size}, error);
}

std::string text_of(json::value const& document) {
    auto text = json::serialize(document);
    constexpr std::string_view escaped = "\\u0001";
    for (auto at = text.find(escaped); at != std::string::npos; at = text.find(escaped, at)) text.erase(at, escaped.size());
    return text;
}

std::size_t put(std::string const& text, std::uint8_t* data, std::size_t max_size) {
    if (text.size() > max_size) return 0;
    text.copy(reinterpret_cast<char*>(data), text.size());
    return text.size();
}

} // namespace

extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size, std::size_t max_size, unsigned seed) {
    boost::system::error_code error;
    auto document = parsed(data, size, error);
    if (error || seed % 64 == 0) return LLVMFuzzerMutate(data, size, max_size);
    mutator{seed}.edit(document, json::value{document});
    auto const made = put(text_of(document), data, max_size);
    return made != 0 ? made : LLVMFuzzerMutate(data, size, max_size);
}

extern "C" std::size_t LLVMFuzzerCustomCrossOver(std::uint8_t const* first, std::size_t first_size,
                                                 std::uint8_t const* second, std::size_t second_size, std::uint8_t* out,
                                                 std::size_t max_size, unsigned seed) {
    boost::system::error_code error_of_first;
    boost::system::error_code error_of_second;
    auto document = parsed(first, first_size, error_of_first);
    auto const other = parsed(second, second_size, error_of_second);
    if (error_of_first || error_of_second) return 0;
    mutator{seed}.edit(document, other);
    return put(text_of(document), out, max_size);
}
