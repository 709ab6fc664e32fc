#!/usr/bin/env bash
# SPDX-License-Identifier: BSL-1.0
# The GitHub Action, run as action.yml has it but without GitHub, and the hook, run by pre-commit. After artifacts.sh.
. "$(dirname "$0")/support/common.sh"

artifacts=$source/build-release/artifacts
version=$(sed -n 's/.*LAKEPROOF_VERSION_STRING "\(.*\)"/\1/p' "$source/include/lakeproof/version.hpp")
[[ -f $artifacts/SHA256SUMS ]] || quietly "$source/packaging/release"

releases=$work/acme/lakeproof/releases/download/v$version # as on GitHub
mkdir -p "$releases" "$work/repository/lake/nested" "$work/bin"
cp "$artifacts"/{lakeproof-*-"$(uname -m)",SHA256SUMS} "$releases"
cd "$work/repository"
cp "$here/request.json" lake/security-lake.json
sed 's/acme-edr/CrowdStrike_PROCESS_ACTIVITY/' "$here/request.json" >lake/nested/security-lake.json

action() { # STATUS WORDS INPUT=VALUE...
    local status=0
    RUNNER_TEMP=$work python3 "$here/support/run_action.py" "$source" "github.server_url=file://$work" \
        github.action_repository=acme/lakeproof "${@:3}" >"$work/log" 2>&1 || status=$?
    { [[ $status == "$1" ]] && grep -qF -- "$2" "$work/log"; } || { cat "$work/log"; fail "action ${*:3}: exit $status"; }
}

the_action() {
    local good=lake/security-lake.json tool
    tool=$(basename "$releases"/lakeproof-*)
    cp "$releases/$tool" "$work/kept"
    echo "changed on its way" >>"$releases/$tool"
    action 2 "none to download" inputs.files="$good"
    cp "$work/kept" "$releases/$tool"
    action 0 "1 document: 0 errors" inputs.files="$good" inputs.regions="us-east-1 eu-west-1" inputs.format=text
    action 1 "provider-role-length" inputs.files='lake/**/*.json' inputs.regions=$'us-east-1\neu-west-1' inputs.format=text
    action 2 "No file matches: lake/*.yaml" inputs.files='lake/*.yaml' inputs.format=text
    action 2 "missing.json" inputs.files=missing.json inputs.format=text
    action 1 "CrowdStrike" inputs.files='lake/**/*.json' inputs.regions=us-east-1 # as it is without being told
    cp "$work/kept" "$work/bin/lakeproof"
    rm -r "$releases"
    PATH=$work/bin:$PATH action 0 "1 document: 0 errors" inputs.files="$good" inputs.format=text
}

the_hook() {
    local -x PRE_COMMIT_HOME=$work/pre-commit PATH=$work/bin:$PATH GIT_CONFIG_GLOBAL=$work/gitconfig
    git config --global user.name consumer
    git config --global user.email consumer@example.com
    git config --global init.defaultBranch main
    mkdir "$work/hooks"
    cp "$source/.pre-commit-hooks.yaml" "$work/hooks"
    quietly git init "$work/hooks"
    quietly git -C "$work/hooks" add .
    quietly git -C "$work/hooks" commit -m "The hook"
    quietly git init
    cat >.pre-commit-config.yaml <<EOF
repos:
  - repo: $work/hooks
    rev: $(git -C "$work/hooks" rev-parse HEAD)
    hooks:
      - id: lakeproof
        args: [--region, us-east-1]
EOF
    echo 'no request' >notes.json
    git add .
    refused "provider-role-length" pre-commit run --all-files
    quietly git rm -f --cached lake/nested/security-lake.json
    quietly pre-commit run --all-files
    grep -q Passed "$work/log" || fail "the hook checked no file"
}

way "GitHub Action" the_action
way "pre-commit" the_hook
