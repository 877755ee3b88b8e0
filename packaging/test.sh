#!/usr/bin/env bash
# SPDX-FileCopyrightText: Kessai Desk contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# Builds everything and runs every test, those on PostgreSQL included. On a bare Debian 12, as root or with sudo.
# --sanitize builds with the address and undefined-behaviour sanitizers instead, which takes about three times as long.
source "$(dirname "${BASH_SOURCE[0]}")/steps.sh"
case ${1-} in
    '') use_preset ci ;;
    --sanitize) use_preset sanitize ;;
    *) stop "usage: packaging/test.sh [--sanitize]" ;;
esac

install_packages build run test
configure_and_build all

# Nothing of whoever runs the tests is used or touched; a missing PostgreSQL is a failure, not a skipped test.
scratch=$(mktemp -d /tmp/kessai-test.XXXXXX)
trap 'rm -rf "$scratch"' EXIT
mkdir -m 700 "$scratch/run" "$scratch/home"
export XDG_RUNTIME_DIR=$scratch/run HOME=$scratch/home TZ=Asia/Tokyo KESSAI_REQUIRE_POSTGRESQL=1
unset DISPLAY WAYLAND_DISPLAY DBUS_SESSION_BUS_ADDRESS

rm -f "$logs/tests.xml"
printf '%-46s' "Testing"
began=$SECONDS
status=0
ctest --test-dir "$build" -j "$(nproc)" --no-tests=error --output-on-failure --output-junit "$logs/tests.xml" \
    >"$logs/test.txt" 2>&1 || status=$?
printf '%4d s\n' $((SECONDS - began))

# The report counts what ran; a test that was skipped or not built has not passed.
[[ -s $logs/tests.xml ]] || stop "the tests could not be run: $(tail -n 1 "$logs/test.txt") (all of it: $logs/test.txt)"
count() { sed -n "0,/>\$/s/^[[:space:]]*$1=\"\([0-9]*\)\".*/\1/p" <(tail -n +2 "$logs/tests.xml"); }
total=$(count tests)
failed=$(count failures)
skipped=$(($(count skipped) + $(count disabled)))
passed=$((total - failed - skipped))
echo "$passed passed, $failed failed, $skipped skipped"

if [[ $status -ne 0 || $failed -gt 0 || $skipped -gt 0 || $passed -eq 0 ]]; then
    [[ -z ${CI-} ]] || grep -vE '(Passed|Start +[0-9]+:)' "$logs/test.txt" | tail -n 500 || true
    # Once more at the very end, where a log that was cut short still has it: what went wrong.
    grep -E -A 4 'Failure$|\[  FAILED  \]|^FAIL!|terminate called|ERROR: .*Sanitizer|runtime error:' "$logs/test.txt" \
        | cut -c 1-300 | head -n 60 || true
    names=$(sed -n 's/^\t *[0-9]* - \(.*\) (.*)$/\1/p' "$logs/test.txt" | sort -u | head -n 5 | paste -sd ' ')
    stop "not every test passed: ${names:-see the log} (all of it: $logs/test.txt)"
fi
echo "Every test passed."
