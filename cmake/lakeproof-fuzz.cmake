# lakeproof_add_fuzz_target(NAME SOURCE...): a program with one lakeproof::testing::fuzz_target.
#
# With LAKEPROOF_BUILD_FUZZERS it is libFuzzer's (clang), else one that runs inputs, under any compiler. Sanitizers are
# flags of the build: CMAKE_CXX_FLAGS=-fsanitize=address,undefined.
set(lakeproof_fuzz_main ${CMAKE_CURRENT_LIST_DIR}/lakeproof-fuzz-main.cpp)

function(lakeproof_add_fuzz_target name)
    add_executable(${name} ${ARGN})
    target_link_libraries(${name} PRIVATE lakeproof::testing)
    if(LAKEPROOF_BUILD_FUZZERS)
        target_compile_options(${name} PRIVATE -fsanitize=fuzzer-no-link)
        target_link_options(${name} PRIVATE -fsanitize=fuzzer)
    else()
        target_sources(${name} PRIVATE ${lakeproof_fuzz_main})
    endif()
endfunction()
