# shellcheck shell=bash
# SPDX-FileCopyrightText: Kessai Desk contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# What run.sh and test.sh share: one line per step, its output in a log, and one clear line when something is wrong.
set -Eeuo pipefail
export LANG=C.UTF-8 LC_ALL=C.UTF-8

script=packaging/$(basename "$0")
source_dir=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$source_dir"
# shellcheck source=packaging/packages.sh
source packaging/packages.sh

# Ends the script with one line that says what is wrong.
stop() {
    trap - ERR
    printf '\n%s: %s\n' "$script" "$*" >&2
    exit 1
}
# What fails in a subshell is reported once, by the line that started it.
trap '[[ $BASH_SUBSHELL -gt 0 ]] || stop "line $LINENO failed: $BASH_COMMAND"' ERR

# Names the preset whose build directory and logs the following steps use.
use_preset() {
    preset=$1
    build=$source_dir/build/$preset
    logs=$build/log
    mkdir -p "$logs" 2>/dev/null || stop "cannot write to $build; whose is it?"
}

# step TITLE LOGNAME COMMAND...: one line with the time it took; on failure the first line of the log that says why.
step() {
    local title=$1 log=$logs/$2.txt began=$SECONDS why
    shift 2
    printf '%-46s' "$title"
    if "$@" >"$log" 2>&1 </dev/null; then
        printf '%4d s\n' $((SECONDS - began))
        return
    fi
    why=$(grep -m1 -E '(^|[^_[:alnum:]])(error|fatal|E):|CMake Error|No space left' "$log" || tail -n 1 "$log") || true
    # CMake says where in one line and what in the next.
    [[ $why != "CMake Error"* ]] || why=$(grep -m1 -A2 'CMake Error' "$log" | tr -s '[:space:]' ' ')
    if [[ -n ${CI-} ]]; then
        printf '\n'
        tail -n 200 "$log"
    fi
    title=${title%% (*}
    stop "failed: ${title,}: ${why:-no word why} (all of it: $log)"
}

install_packages() {
    local missing group names=()
    for group in "$@"; do
        local -n list=packages_$group
        names+=("${list[@]}")
    done
    missing=$(packages_missing "${names[@]}")
    [[ -n $missing ]] || return 0
    # Asks for the password while the terminal is still ours.
    if [[ $(id -u) -ne 0 ]] && command -v sudo >/dev/null; then
        sudo -v || stop "sudo is needed to install: ${missing//$'\n'/ }"
    fi
    step "Installing Debian packages" install packages_install "$@"
}

# configure and build TARGET...; CMake and Ninja themselves see what is left to do.
configure_and_build() {
    step "Configuring" configure cmake --preset "$preset"
    step "Building (some minutes the first time)" build cmake --build "$build" --target "$@"
}
