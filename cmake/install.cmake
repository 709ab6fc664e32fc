# What cmake --install puts where.

include(GNUInstallDirs)
include(CMakePackageConfigHelpers)
set(package_dir "${CMAKE_INSTALL_DATADIR}/cmake/lakeproof") # nothing in it depends on the machine

function(install_library target name requires libs) # with a file of CMake's and one of pkg-config's
    install(TARGETS ${target} EXPORT ${name}-targets FILE_SET HEADERS)
    install(EXPORT ${name}-targets NAMESPACE lakeproof:: DESTINATION "${package_dir}")
    set(version ${PROJECT_VERSION})
    set(includedir ${CMAKE_INSTALL_INCLUDEDIR})
    configure_file(cmake/lakeproof.pc.in ${name}.pc @ONLY)
    install(FILES "${CMAKE_CURRENT_BINARY_DIR}/${name}.pc" DESTINATION "${CMAKE_INSTALL_DATADIR}/pkgconfig")
endfunction()
install_library(lakeproof lakeproof "" "")
if(TARGET lakeproof_json)
    set(libs -lboost_json)
    if(LAKEPROOF_BOOST_JSON_HEADER_ONLY)
        set(libs "")
    endif()
    install_library(lakeproof_json lakeproof-json lakeproof "${libs}")
    install_library(lakeproof_http lakeproof-http lakeproof-json "")
    install_library(lakeproof_house_rules lakeproof-house_rules lakeproof "")
    install_library(lakeproof_testing lakeproof-testing lakeproof-json "")
endif()
if(TARGET lakeproof_tool)
    install(TARGETS lakeproof_tool)
    if(NOT CMAKE_CROSSCOMPILING)
        function(install_page folder file) # ARGUMENT...: what the tool prints with them
            add_custom_command(TARGET lakeproof_tool POST_BUILD
                COMMAND lakeproof_tool ${ARGN} > "${PROJECT_BINARY_DIR}/${file}" VERBATIM)
            install(FILES "${PROJECT_BINARY_DIR}/${file}" DESTINATION "${CMAKE_INSTALL_DATADIR}/${folder}")
        endfunction()
        install_page(man/man1 lakeproof.1 man)
        install_page(bash-completion/completions lakeproof.bash completion bash)
        install_page(fish/vendor_completions.d lakeproof.fish completion fish)
        install_page(${LAKEPROOF_ZSH_COMPLETIONS} _lakeproof completion zsh)
    endif()
endif()

configure_package_config_file(cmake/lakeproof-config.cmake.in lakeproof-config.cmake
    INSTALL_DESTINATION "${package_dir}")
write_basic_package_version_file(lakeproof-config-version.cmake
    COMPATIBILITY SameMinorVersion ARCH_INDEPENDENT)
install(FILES
    cmake/lakeproof-fuzz.cmake
    cmake/lakeproof-fuzz-main.cpp
    "${CMAKE_CURRENT_BINARY_DIR}/lakeproof-config.cmake"
    "${CMAKE_CURRENT_BINARY_DIR}/lakeproof-config-version.cmake"
    DESTINATION "${package_dir}")
