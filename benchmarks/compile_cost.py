#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""What a unit costs that includes Lakeproof, in what does not depend on the machine's mood.

    compile_cost.py COMPILER [FLAG]...

The object of a unit that only proves requests at compile time stays under 10,000 bytes; the forward header
includes nothing but the version and fixed-size integers; the light header includes no Boost and compiles no parser.
Times are measured by benchmarks/measure.
"""

import re
import subprocess
import sys
import tempfile
from pathlib import Path

OBJECT_LIMIT = 10_000

CORE = """
#include <lakeproof/lakeproof.hpp>
namespace lp = lakeproof;
constexpr lp::create_custom_log_source_request request{
    .configuration = {.crawler_configuration = {.role_arn = "arn:aws:iam::123456789012:role/x"},
                      .provider_identity = {.external_id = "acme-2026", .principal = "123456789012"}},
    .event_classes = {lp::ocsf::event_class::file_activity},
    .source_name = "acme-edr"};
static_assert(lp::check(request, {.regions = {lp::regions::us_east_1}}).ok());
"""
FORWARD = """
#include <lakeproof/fwd.hpp>
lakeproof::report send(lakeproof::create_custom_log_source_request const&, lakeproof::region const&);
"""
LIGHT = """
#include <lakeproof/json/light.hpp>
bool legal(std::string_view text) { return lakeproof::json::parse_request(text).has_value(); }
"""
WHOLE = LIGHT.replace("light.hpp", "parse.hpp")


class Cost:
    def __init__(self, command, folder):
        self.command, self.folder, self.failures = command, Path(folder), 0

    def compiled(self, code, *flags):
        source, result = self.folder / "unit.cpp", self.folder / "unit.o"
        source.write_text(code)
        subprocess.run([*self.command, *flags, str(source), "-o", str(result)], check=True)
        return result.read_bytes()

    def headers(self, code):
        """All headers of a unit, as a makefile's rule names them."""
        rule = self.compiled(code, "-E", "-M").decode()
        return re.sub(r"\\\n", " ", rule).split()[2:]

    def expect(self, holds, what):
        print(f"{'ok' if holds else 'FAILED'}: {what}")
        self.failures += not holds


def own(headers):
    """Those of Lakeproof's."""
    found = [h.split("include/lakeproof/")[-1] for h in headers if "include/lakeproof/" in h]
    return sorted(found)


def main(command):
    with tempfile.TemporaryDirectory() as folder:
        cost = Cost(command, folder)
        for level in ("-O0", "-O2"):
            size = len(cost.compiled(CORE, "-c", "-g0", level))
            cost.expect(0 < size < OBJECT_LIMIT,
                        f"a request proved at {level}: an object of {size} bytes")

        forward = cost.headers(FORWARD)
        cost.expect(own(forward) == ["fwd.hpp", "version.hpp"], f"the forward header includes {own(forward)}")
        # What else it includes is <cstdint>, whatever that needs.
        allowed = cost.headers("#include <cstdint>\n")
        more = [h for h in forward if h not in allowed and not h.endswith(("fwd.hpp", "version.hpp", "unit.cpp"))]
        cost.expect(not more, f"the forward header includes <cstdint> and {more}")

        boost = [h for h in cost.headers(LIGHT) if "/boost/" in h]
        cost.expect(not boost, f"the light header includes {len(boost)} headers of Boost's")
        light = cost.compiled(LIGHT, "-c", "-g0", "-O2")
        whole = cost.compiled(WHOLE, "-c", "-g0", "-O2")
        cost.expect(b"basic_parser" in whole, "the whole header compiles the parser")
        cost.expect(b"basic_parser" not in light, "the light header does not")
    sys.exit(1 if cost.failures else 0)


if __name__ == "__main__":
    main(sys.argv[1:])
