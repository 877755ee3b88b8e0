#!/usr/bin/env bash
# SPDX-FileCopyrightText: Kessai Desk contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# Checks that the sources are laid out as .clang-format says, and with --tidy that clang-tidy has nothing to say.
#   tests/lint/format.sh [--fix] [--tidy BUILD_DIRECTORY] [FILE...]
# --fix lays them out instead of complaining. Without files, all sources are meant.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

fix=false
build=
while [[ ${1-} == --* ]]; do
    case $1 in
    --fix) fix=true ;;
    --tidy) build=${2:?--tidy needs a build directory}; shift ;;
    *) echo "format.sh: unknown option $1" >&2; exit 2 ;;
    esac
    shift
done

if [[ $# -gt 0 ]]; then
    files=("$@")
else
    mapfile -t files < <(find app core forms ui tests -name '*.cpp' -o -name '*.h' | LC_ALL=C sort)
fi

if $fix; then
    clang-format-14 -i -- "${files[@]}"
else
    report=$(clang-format-14 --dry-run --Werror -- "${files[@]}" 2>&1) || {
        # One line a file is enough: nobody lays out by hand.
        sed -n 's/^\(.*\):[0-9]*:[0-9]*: error: .*/\1/p' <<<"$report" | uniq | grep . || echo "$report"
        echo "not laid out as .clang-format says; mend with: tests/lint/format.sh --fix"
        exit 1
    } >&2
fi

if [[ -n $build ]]; then
    [[ -f $build/compile_commands.json ]] || { echo "format.sh: $build is not configured" >&2; exit 2; }
    # Only what the build compiles: headers are checked through the sources that include them.
    compiled=()
    for file in "${files[@]}"; do
        [[ $file != *.cpp ]] || ! grep -qF "/$file\"" "$build/compile_commands.json" || compiled+=("$file")
    done
    [[ ${#compiled[@]} -gt 0 ]] || { echo "format.sh: $build compiles none of these; a unity build hides them" >&2; exit 2; }
    printf '%s\0' "${compiled[@]}" | xargs -0 -n 1 -P "$(nproc)" clang-tidy-14 -p "$build" --quiet
fi
