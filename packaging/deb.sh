#!/usr/bin/env bash
# SPDX-FileCopyrightText: Kessai Desk contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# Makes the Debian package of Kessai Desk in build/release/package, judged by lintian. On Debian 12, as root or with sudo.
# --try also installs it in a bare Debian 12 made for that and does the main job there (root, some 2 GB in /tmp, a mirror of Debian).
source "$(dirname "${BASH_SOURCE[0]}")/steps.sh"
try=
case ${1-} in
    '') ;;
    --try) try=1 ;;
    *) stop "usage: packaging/deb.sh [--try]" ;;
esac
[[ -z $try || $(id -u) -eq 0 ]] || stop "--try needs root: it makes a Debian of its own and enters it"
use_preset release

install_packages build run package
configure_and_build kessai kessai-admin kessai-render kessai-tour kessai_compressed

rm -rf "$build/package"
step "Packing" pack cpack --config "$build/CPackConfig.cmake"
deb=$(echo "$build"/package/kessai_*.deb)
[[ -s $deb ]] || stop "no package was made (all of it: $logs/pack.txt)"
step "Judging the package" lintian lintian --fail-on error --tag-display-limit 0 "$deb"
step "Judging its entry in the menu" desktop desktop-file-validate packaging/debian/kessai.desktop
step "Judging its entry in the catalogue" appstream appstreamcli validate --no-net packaging/debian/kessai.metainfo.xml
echo "Package:       $deb"
[[ -n $try ]] || exit 0

# A Debian of its own, without anything of this machine but the package and the program of the tour, which drives the same window.
root=$(mktemp -d /tmp/kessai-debian.XXXXXX)
chmod 755 "$root" # not root alone enters it
trap 'umount -q "$root/proc" || true; rm -rf --one-file-system "$root"' EXIT
inside() { chroot "$root" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LANG=C.UTF-8 DEBIAN_FRONTEND=noninteractive "$@"; }
as_clerk() { inside runuser -u clerk -- env HOME=/home/clerk XDG_RUNTIME_DIR=/run/clerk QT_QPA_PLATFORM=offscreen TZ=Asia/Tokyo "$@"; }
mirror=$(sed -n 's/^URIs: *//p' /etc/apt/sources.list.d/debian.sources 2>/dev/null | head -n 1)
step "Making a bare Debian 12" debootstrap debootstrap --variant=minbase bookworm "$root" "${mirror:-http://deb.debian.org/debian}"
mount -t proc proc "$root/proc"
cp "$deb" "$root/kessai.deb"
step "Installing the package there" try-install inside apt-get install -y -q --no-install-recommends /kessai.deb
inside useradd --create-home clerk
inside install -d -m 700 -o clerk /run/clerk
# Once it has, it may write to no file, not even to a log.
protects_itself() { as_clerk /usr/libexec/kessai/kessai-render --self-test | cat; }
step "Its helper can protect itself" try-render protects_itself
step "Making a sample office" try-create as_clerk kessai-admin create sqlite:/home/clerk/office.db --sample
# The tour drives the window with Qt's tests, which users do not need.
step "Installing what the tour needs" try-tour-needs inside apt-get install -y -q --no-install-recommends libqt6test6
cp "$build/bin/kessai-tour" "$root/usr/bin/kessai-tour"
step "Touring the main job" try-tour as_clerk kessai-tour --office sqlite:/home/clerk/office.db --out /home/clerk/tour
[[ -s $root/home/clerk/tour/decided.pdf ]] || stop "the tour ended without the decided form (all of it: $logs/try-tour.txt)"
step "Verifying the office" try-verify as_clerk kessai-admin verify sqlite:/home/clerk/office.db
# The window itself stays open until it is closed, and says nothing about anything missing.
window() {
    local status=0
    as_clerk timeout 10 kessai --office sqlite:/home/clerk/office.db || status=$?
    [[ $status -eq 124 ]]
}
step "Opening the window" try-window window
[[ ! -s $logs/try-window.txt ]] || stop "the window complained: $(head -n 1 "$logs/try-window.txt")"
step "Removing the package" try-remove inside apt-get remove -y -q kessai
[[ ! -e $root/usr/bin/kessai ]] || stop "kessai is still there after it was removed"
rm -rf "$build/package/tour"
cp -r "$root/home/clerk/tour" "$build/package/tour"
echo "Pictures from there: $build/package/tour"
