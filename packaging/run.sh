#!/usr/bin/env bash
# SPDX-FileCopyrightText: Kessai Desk contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# Builds Kessai Desk and opens the sample office. On a bare Debian 12, as root or with sudo.
# Without a display it drives the real window through the main job and leaves screenshots and the decided form's PDF.
source "$(dirname "${BASH_SOURCE[0]}")/steps.sh"
use_preset release

install_packages build run
configure_and_build kessai kessai-admin kessai-render kessai-tour

office=$build/sample/office.db
if [[ ! -e $office ]]; then
    mkdir -p "$build/sample"
    step "Making the sample office" sample "$build/bin/kessai-admin" create "sqlite:$office" --sample
else
    step "Bringing the sample office up to date" sample "$build/bin/kessai-admin" migrate "sqlite:$office"
fi

if [[ -n ${DISPLAY-} || -n ${WAYLAND_DISPLAY-} ]]; then
    step "Kessai Desk is open" window "$build/bin/kessai" --office "sqlite:$office"
    exit
fi

# The tour files and decides a case, so it works on a copy and every run begins alike.
tour=$build/tour
rm -rf "$tour"
mkdir -p "$tour"
scratch=$(mktemp -d /tmp/kessai-tour.XXXXXX)
trap 'rm -rf "$scratch"' EXIT
mkdir -m 700 "$scratch/run"
export XDG_RUNTIME_DIR=$scratch/run QT_QPA_PLATFORM=offscreen TZ=Asia/Tokyo
cp "$office" "$scratch/office.db"
[[ ! -e $office-wal ]] || cp "$office-wal" "$scratch/office.db-wal"
step "No display: touring the main job offscreen" tour "$build/bin/kessai-tour" --office "sqlite:$scratch/office.db" --out "$tour"
[[ -s $tour/decided.pdf ]] || stop "the tour ended without the decided form (all of it: $logs/tour.txt)"
echo "Screenshots:   $tour/*.png"
echo "Decided form:  $tour/decided.pdf"
