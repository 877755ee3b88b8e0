// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <vector>

/// Files that were made to do harm, or that were harmed: what somebody may drop on an item of an agenda.
namespace kessai::sample {

struct NastyFile final {
    QString name;
    QByteArray bytes;
};

/// What the file is made of is wrong: cross references, page tree, nesting, encryption; and what is no PDF at all.
std::vector<NastyFile> nastyStructures();
/// What the pages show is wrong: bombs, endless drawing, images and fonts that are none.
std::vector<NastyFile> nastyContents();
/// Good files cut off, with bits turned, with other figures, with parts taken out or doubled; the same ones each time.
std::vector<NastyFile> harmedFiles();

} // namespace kessai::sample
