#!/usr/bin/env bash
# SPDX-FileCopyrightText: Kessai Desk contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# Builds for release and measures engine, store and search (tests/bench/README.md): some 25 minutes and 20 GB in /tmp.
# What follows is handed on, as in: packaging/bench.sh --only engine,write
source "$(dirname "${BASH_SOURCE[0]}")/steps.sh"
use_preset release

install_packages build run test
configure_and_build kessai-bench

status=0
TZ=Asia/Tokyo QT_QPA_PLATFORM=offscreen "$build/bin/kessai-bench" "$@" || status=$?
[[ $status -le 1 ]] || stop "the benchmarks stopped before their end"
exit "$status"
