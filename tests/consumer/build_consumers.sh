#!/usr/bin/env bash
# SPDX-License-Identifier: BSL-1.0
# Every way in, each proven by a program, a package manager or a workflow that uses it; nothing is downloaded.
set -euo pipefail
cd "$(dirname "$0")"
for script in builds artifacts module workflows; do
    "./$script.sh"
done
echo "all ways in: $SECONDS s"
