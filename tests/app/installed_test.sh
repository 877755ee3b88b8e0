#!/usr/bin/env bash
# SPDX-FileCopyrightText: Kessai Desk contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs the build into a folder of its own and uses it from there: installed_test.sh BUILD
set -Eeuo pipefail
trap 'echo "line $LINENO failed: $BASH_COMMAND" >&2' ERR
build=$1
root=$(mktemp -d /tmp/kessai-installed.XXXXXX)
trap 'rm -rf "$root"' EXIT

cmake --install "$build" --prefix "$root" >/dev/null
"$root/bin/kessai" --version | grep -q '^kessai [0-9]'
"$root/libexec/kessai/kessai-render" --self-test >/dev/null
"$root/bin/kessai-admin" create "sqlite:$root/office.db" >/dev/null
"$root/bin/kessai-admin" verify "sqlite:$root/office.db" >/dev/null

# The manual knows every command there is.
manual=$(gunzip -c "$root/share/man/man1/kessai-admin.1.gz")
commands=$("$root/bin/kessai-admin" --help --language en | sed -n '/^Commands:/,/^$/s/^  \([a-z-]*\) .*/\1/p')
[[ -n $commands ]]
for command in $commands; do
    grep -qxF ".B ${command//-/\\-}" <<<"$manual" || { echo "the manual says nothing of $command" >&2; exit 1; }
done
for file in share/applications/kessai.desktop share/icons/hicolor/scalable/apps/kessai.svg share/metainfo/kessai.metainfo.xml \
    share/doc/kessai/copyright share/doc/kessai/changelog.gz share/doc/kessai/postgresql/harden.sql share/doc/kessai/postgresql/provision.sh \
    share/kessai/guide/guide.md share/kessai/guide/images/first-approver-tray.png share/man/man1/kessai.1.gz; do
    [[ -s $root/$file ]] || { echo "not installed: $file" >&2; exit 1; }
done
echo "The installed programs work."
