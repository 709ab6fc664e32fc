import os

from conan import ConanFile
from conan.tools.build import check_min_cppstd
from conan.tools.files import copy, get
from conan.tools.layout import basic_layout

required_conan_version = ">=2.0"


class LakeproofConan(ConanFile):
    name = "lakeproof"
    description = "Proves a request to Amazon Security Lake's CreateCustomLogSource right before it is sent"
    license = "BSL-1.0"
    url = "https://github.com/conan-io/conan-center-index"
    homepage = "@URL@"
    topics = ("aws", "security-lake", "ocsf", "validation", "header-only")
    package_type = "header-library"
    settings = "os", "arch", "compiler", "build_type"
    options = {"with_boost": [True, False]}
    default_options = {"with_boost": True}
    no_copy_source = True

    def layout(self):
        basic_layout(self, src_folder="src")

    def requirements(self):
        if self.options.with_boost:
            self.requires("boost/1.81.0")  # the oldest that serves, and the one that it is tested with

    def package_id(self):
        self.info.clear()

    def validate(self):
        check_min_cppstd(self, 20)

    def source(self):
        get(self, **self.conan_data["sources"][self.version], strip_root=True)

    def build(self):
        pass  # header-only

    def package(self):
        copy(self, "LICENSE", self.source_folder, os.path.join(self.package_folder, "licenses"))
        copy(self, "*.hpp", os.path.join(self.source_folder, "include"), os.path.join(self.package_folder, "include"))

    def package_info(self):
        self.cpp_info.set_property("cmake_file_name", "lakeproof")
        self._layer("lakeproof", "lakeproof", [])
        if self.options.with_boost:
            self._layer("json", "lakeproof-json", ["lakeproof", "boost::json"])
            self._layer("http", "lakeproof-http", ["json"])
            self._layer("house_rules", "lakeproof-house_rules", ["lakeproof", "boost::headers"])
            self._layer("testing", "lakeproof-testing", ["json"])

    def _layer(self, name, pkg_config_name, requires):
        layer = self.cpp_info.components[name]
        layer.set_property("cmake_target_name", f"lakeproof::{name}")
        layer.set_property("pkg_config_name", pkg_config_name)
        layer.requires = requires
        layer.bindirs = []
        layer.libdirs = []
