#!/usr/bin/env bash
# SPDX-FileCopyrightText: Kessai Desk contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# Renews the pictures of the guide from the newest tour: without a display, packaging/run.sh leaves one. A picture of the guide is called as
# the tour calls it, without its number.
source "$(dirname "${BASH_SOURCE[0]}")/steps.sh"
use_preset release

[[ -s $build/tour/decided.pdf ]] || stop "there is no tour in $build/tour; run packaging/run.sh without a display first"
for picture in docs/images/*.png; do
    name=${picture##*/}
    found=$(find "$build/tour" -regex ".*/[0-9]+-$name" | sort -V | head -n 1)
    [[ -n $found ]] || stop "the tour makes no picture called $name"
    cp "$found" "$picture"
done
echo "Renewed: docs/images/*.png"
