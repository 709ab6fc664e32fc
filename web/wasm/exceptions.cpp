// SPDX-License-Identifier: BSL-1.0
// C++ exceptions for WebAssembly's instructions (-fwasm-exceptions): Debian's C++ runtime for wasm32 leaves them out.
//
// A part of the Itanium C++ ABI, for one thread, without exception specifications: what `throw` and `catch` call, and
// the search of a function's table (LSDA) for the handler of a type.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <typeinfo>

namespace {

struct exception {
    std::type_info const* type;
    void* (*destroy)(void*); ///< or null
    void* as_caught;         ///< the object as the handler's type
    exception* below;        ///< on the stack of those that are handled
    unsigned handlers;
    bool rethrown;
    alignas(std::max_align_t) char object[1];
};

exception* handled = nullptr; ///< the top of the stack

exception& exception_of(void* object) {
    return *reinterpret_cast<exception*>(static_cast<char*>(object) - offsetof(exception, object));
}

/// What every type's type_info is in libc++abi.
class abi_type_info : public std::type_info {
public:
    ~abi_type_info() override;
    virtual void noop1() const;
    virtual void noop2() const;
    virtual bool can_catch(abi_type_info const* thrown, void*& object) const = 0;
};

/// Reads a table's numbers, which are in LEB128.
class table_reader {
public:
    explicit table_reader(unsigned char const* at) noexcept : at_{at} {}

    [[nodiscard]] unsigned char const* at() const noexcept { return at_; }
    unsigned char byte() noexcept { return *at_++; }
    std::uint32_t number() noexcept {
        unsigned bits = 0;
        return number(bits);
    }
    std::int32_t signed_number() noexcept {
        unsigned bits = 0;
        auto n = number(bits);
        if (bits < 32 && (n >> (bits - 1) & 1) != 0) n |= ~std::uint32_t{0} << bits;
        return static_cast<std::int32_t>(n);
    }

private:
    std::uint32_t number(unsigned& bits) noexcept {
        std::uint32_t n = 0;
        for (unsigned char b = 0x80; b >= 0x80; bits += 7) {
            b = byte();
            n |= (b & 0x7fu) << bits;
        }
        return n;
    }

    unsigned char const* at_;
};

/// The position in its function's list of types of the first handler for an exception; 0 if there is none.
std::int32_t handler_of(exception& e, unsigned char const* lsda, std::uint32_t landing_pad) {
    constexpr unsigned char omitted = 0xff;
    table_reader header{lsda};
    header.byte(); // where landing pads start: omitted, as they have numbers
    auto const types_encoding = header.byte();
    unsigned char const* types = nullptr;
    if (types_encoding != omitted) {
        auto const distance = header.number();
        types = header.at() + distance;
    }
    header.byte(); // how the call sites are encoded: in LEB128
    auto const call_sites_size = header.number();
    auto const* const actions = header.at() + call_sites_size;

    table_reader call_site{header.at()};
    std::uint32_t action = 0;
    for (std::uint32_t i = 0; i <= landing_pad; ++i) {
        call_site.number();
        action = call_site.number();
    }
    if (action == 0) return 0; // destructors alone

    for (auto const* record = actions + action - 1;;) {
        table_reader entry{record};
        auto const type = entry.signed_number();
        auto const* const link = entry.at();
        auto const distance = entry.signed_number();
        if (type > 0) {
            auto const* const wanted = reinterpret_cast<abi_type_info const* const*>(types)[-type];
            e.as_caught = e.object;
            if (wanted == nullptr || wanted->can_catch(static_cast<abi_type_info const*>(e.type), e.as_caught))
                return type;
        }
        if (distance == 0) return 0;
        record = link + distance;
    }
}

} // namespace

extern "C" {

/// Through which the compiler's code asks for the handler at a landing pad.
struct {
    std::uint32_t landing_pad;
    unsigned char const* lsda;
    std::int32_t selector;
} __wasm_lpad_context;

int _Unwind_CallPersonality(void* object) {
    auto& c = __wasm_lpad_context;
    c.selector = handler_of(exception_of(object), c.lsda, c.landing_pad);
    return 0;
}

void* __cxa_allocate_exception(std::size_t size) noexcept {
    auto* const e = static_cast<exception*>(std::malloc(sizeof(exception) + size));
    if (e == nullptr) std::abort();
    *e = {};
    return e->object;
}

void __cxa_free_exception(void* object) noexcept { std::free(&exception_of(object)); }

[[noreturn]] void __cxa_throw(void* object, std::type_info* type, void* (*destroy)(void*)) {
    auto& e = exception_of(object);
    e.type = type;
    e.destroy = destroy;
    __builtin_wasm_throw(0, object);
}

void* __cxa_begin_catch(void* object) noexcept {
    auto& e = exception_of(object);
    if (e.handlers++ == 0) {
        e.below = handled;
        handled = &e;
    }
    return e.as_caught;
}

[[noreturn]] void __cxa_rethrow() {
    handled->rethrown = true;
    __builtin_wasm_throw(0, handled->object);
}

void __cxa_end_catch() {
    auto& e = *handled;
    if (--e.handlers != 0) return;
    handled = e.below;
    if (e.rethrown) {
        e.rethrown = false;
        return;
    }
    if (e.destroy != nullptr) e.destroy(e.object);
    std::free(&e);
}

} // extern "C"
