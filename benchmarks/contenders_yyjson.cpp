// SPDX-License-Identifier: BSL-1.0
#include "by_hand.hpp"
#include "payloads.hpp"

#include <yyjson.h>

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

namespace benchmarks {

namespace {

struct dom {
    static std::string_view view(yyjson_val* v) { return {yyjson_get_str(v), yyjson_get_len(v)}; }
    template <class F>
    static bool for_members(yyjson_val* v, F f) {
        if (!yyjson_is_obj(v)) return false;
        std::size_t i, count;
        yyjson_val *name, *value;
        yyjson_obj_foreach(v, i, count, name, value) f(view(name), value);
        return true;
    }
    template <class F>
    static bool for_elements(yyjson_val* v, F f) {
        if (!yyjson_is_arr(v)) return false;
        std::size_t i, count;
        yyjson_val* value;
        yyjson_arr_foreach(v, i, count, value) f(value);
        return true;
    }
    static std::optional<std::string_view> text(yyjson_val* v) {
        if (!yyjson_is_str(v)) return std::nullopt;
        return view(v);
    }
    static bool is_null(yyjson_val* v) { return yyjson_is_null(v); }
};

struct free_document {
    void operator()(yyjson_doc* d) const { yyjson_doc_free(d); }
};

/// Memory kept from text to text.
class memory {
public:
    yyjson_alc const& of(std::size_t size) {
        if (bytes_.size() < size) bytes_.resize(size);
        yyjson_alc_pool_init(&allocator_, bytes_.data(), bytes_.size());
        return allocator_;
    }

private:
    std::vector<char> bytes_;
    yyjson_alc allocator_;
};

verdict examine(char* text, std::size_t size, yyjson_read_flag flags, yyjson_alc const* allocator) {
    std::unique_ptr<yyjson_doc, free_document> const document{yyjson_read_opts(text, size, flags, allocator, nullptr)};
    if (!document) return by_hand::malformed;
    return by_hand::examine<dom, by_hand::ours>(yyjson_doc_get_root(document.get()));
}

} // namespace

verdict yyjson_our_checks(std::string_view text) {
    return examine(const_cast<char*>(text.data()), text.size(), 0, nullptr); // without a flag it writes nothing there
}

/// As its manual advises where texts are many: in situ, with memory that is kept. What it may overwrite is a copy,
/// since every contender is given the same text again.
verdict yyjson_in_situ_our_checks(std::string_view text) {
    static memory kept;
    static std::vector<char> copy;
    static_assert(payload::padding >= YYJSON_PADDING_SIZE);
    copy.resize(std::max(copy.size(), text.size() + YYJSON_PADDING_SIZE));
    std::memcpy(copy.data(), text.data(), text.size() + YYJSON_PADDING_SIZE);
    auto const& allocator = kept.of(yyjson_read_max_memory_usage(text.size(), YYJSON_READ_INSITU));
    return examine(copy.data(), text.size(), YYJSON_READ_INSITU, &allocator);
}

} // namespace benchmarks
