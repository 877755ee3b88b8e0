#!/usr/bin/env bash
# SPDX-FileCopyrightText: Kessai Desk contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# The one list of the Debian 12 packages Kessai Desk needs, and how to install what is missing of them.
#   packaging/packages.sh [build] [run] [test]     installs those groups; these when none is named

# Compilers and headers. The test frameworks belong here because CMake looks for them when it configures.
packages_build=(
    build-essential ccache cmake mold ninja-build pkg-config
    qt6-base-dev qt6-svg-dev qt6-tools-dev qt6-tools-dev-tools qt6-l10n-tools
    libpoppler-qt6-dev qtkeychain-qt6-dev libseccomp-dev libsqlite3-dev libpq-dev libxlsxwriter-dev libsodium-dev
    libgtest-dev libgmock-dev libbenchmark-dev
)
# What the program opens at run time and no linker knows of: database drivers, Qt's own translations, fonts (Noto CJK on
# the screen; BIZ UD in print, because text can be copied out of it right), the keyring's library, zones of time; for
# attachments the Japanese encodings of PDFs without embedded fonts, and TIFF and WebP.
packages_run=(
    libqt6sql6-psql libqt6sql6-sqlite qt6-qpa-plugins qt6-translations-l10n libsecret-1-0
    fonts-noto-cjk fonts-morisawa-bizud-gothic fonts-morisawa-bizud-mincho tzdata
    poppler-data qt6-image-formats-plugins
)
# A private PostgreSQL per test run, the tools that read what we wrote, and the formatter of the house.
packages_test=(
    postgresql-15 sqlite3 poppler-utils qpdf unzip util-linux dbus-daemon gnome-keyring xvfb xauth clang-format-14
)

# What makes a Debian package, judges it and tries it in a Debian of its own.
packages_package=(
    dpkg-dev fakeroot file lintian desktop-file-utils appstream debootstrap
)

# Prints those of the given packages that are not installed.
packages_missing() {
    local package installed
    # dpkg-query names those it knows and fails for those it does not.
    installed=$(dpkg-query -W -f '${Package} ${db:Status-Status}\n' -- "$@" 2>/dev/null || true)
    for package in "$@"; do
        grep -qxF -- "$package installed" <<<"$installed" || printf '%s\n' "$package"
    done
}

# Installs what is missing of the given groups; does not touch apt when nothing is.
packages_install() {
    local group wanted=() missing as_root=()
    for group in "$@"; do
        local -n list=packages_$group
        wanted+=("${list[@]}")
    done
    if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
        echo "error: this script installs Debian packages, and here is no apt-get" >&2
        return 1
    fi
    mapfile -t missing < <(packages_missing "${wanted[@]}")
    [[ ${#missing[@]} -gt 0 ]] || return 0

    if [[ $(id -u) -ne 0 ]]; then
        if ! command -v sudo >/dev/null; then
            echo "error: only root can install packages, and there is no sudo; missing: ${missing[*]}" >&2
            return 1
        fi
        as_root=(sudo)
    fi
    # The tests start a server of their own; the package must not set up one that runs all the time.
    if [[ " ${missing[*]} " == *" postgresql-15 "* ]]; then
        "${as_root[@]}" sh -c 'mkdir -p "$1" && echo "create_main_cluster = false" >"$1/kessai.conf"' \
            sh /etc/postgresql-common/createcluster.d || return
    fi
    local apt=("${as_root[@]}" env DEBIAN_FRONTEND=noninteractive LANG=C.UTF-8 apt-get -q -y
        -o Acquire::Retries=3 -o DPkg::Lock::Timeout=300 -o Dpkg::Options::=--force-confold)
    "${apt[@]}" update || return
    "${apt[@]}" install --no-install-recommends -- "${missing[@]}" || return
    mapfile -t missing < <(packages_missing "${missing[@]}")
    if [[ ${#missing[@]} -gt 0 ]]; then
        echo "error: not installed although apt-get reported success: ${missing[*]}" >&2
        return 1
    fi
}

if [[ ${BASH_SOURCE[0]} == "$0" ]]; then
    [[ $# -gt 0 ]] || set -- build run test
    packages_install "$@"
fi
