# SPDX-License-Identifier: BSL-1.0
# WebAssembly by Debian's clang 19, wasi-libc and libc++.
set(CMAKE_SYSTEM_NAME Generic) # CMake 3.25 does not know WASI
set(CMAKE_SYSTEM_PROCESSOR wasm32)
set(CMAKE_C_COMPILER clang-19)
set(CMAKE_CXX_COMPILER clang++-19)
set(CMAKE_AR llvm-ar-19)
set(CMAKE_RANLIB llvm-ranlib-19)
set(CMAKE_C_COMPILER_TARGET wasm32-wasi)
set(CMAKE_CXX_COMPILER_TARGET wasm32-wasi)
# Headers alone are used of Boost, whose package files stand beside the native libraries.
file(GLOB Boost_DIR /usr/lib/*/cmake/Boost-*)
