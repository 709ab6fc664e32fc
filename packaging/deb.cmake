# cpack makes lakeproof_VERSION_ARCHITECTURE.deb of what is installed: headers, files of CMake and pkg-config, tool.

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME lakeproof)
set(CPACK_PACKAGE_VERSION ${PROJECT_VERSION})
set(CPACK_PACKAGE_CONTACT "Lakeproof's maintainers <maintainers@lakeproof.example>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "prover of Amazon Security Lake CreateCustomLogSource requests")
set(CPACK_PACKAGE_DESCRIPTION
    "A command line tool and a header-only C++20 library that prove
requests to Amazon Security Lake's CreateCustomLogSource before
they are sent.")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION devel)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "libboost-json1.81-dev | libboost-json-dev") # lakeproof::json's
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
    OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)

# The tool holds code of these packages, whose licences ask that they come along; Boost's does not.
file(READ LICENSE copyright)
foreach(package libcli11-dev libyaml-dev)
    if(EXISTS /usr/share/doc/${package}/copyright)
        file(READ /usr/share/doc/${package}/copyright licence)
        string(APPEND copyright "\n---- The tool holds code of Debian's ${package} ----\n\n${licence}")
    endif()
endforeach()
file(WRITE "${CMAKE_CURRENT_BINARY_DIR}/copyright" "${copyright}")
install(FILES "${CMAKE_CURRENT_BINARY_DIR}/copyright" DESTINATION "${CMAKE_INSTALL_DOCDIR}")

include(CPack)
