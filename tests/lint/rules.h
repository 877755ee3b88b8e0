// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/lint/cppsource.h"

#include <QStringList>

namespace kessai::lint {

/// Every rule takes files and returns what is wrong with them, one "path:line: why" each; empty = nothing.
using Findings = QStringList;

/// Includes may only follow the arrows between the rooms (the table is in layers.cpp).
Findings layerFindings(const QList<SourceFile> &files);
/// Quoted includes name files of this tree from its root.
Findings includeFindings(const QList<SourceFile> &files);
/// No header includes itself by a detour.
Findings cycleFindings(const QList<SourceFile> &files);

/// core and forms carry both languages in their data and never translate.
Findings translationCallFindings(const SourceFile &file);
/// SQL, and the classes that run it, stay in core/store.
Findings sqlFindings(const SourceFile &file);
/// Each foreign library is known by one file only.
Findings foreignFindings(const SourceFile &file);
/// The time comes from an injected Clock.
Findings wallClockFindings(const SourceFile &file);
/// Nobody but core/base/wholefile.cpp puts a QSaveFile in its place.
Findings wholeFileFindings(const SourceFile &file);
/// What is not Latin-1 cannot be in a Latin-1 literal: it would never equal the text it looks like.
Findings latin1Findings(const SourceFile &file);
/// Two SPDX lines first; #pragma once in headers.
Findings headFindings(const SourceFile &file);
/// No file outgrows one room.
Findings lengthFindings(const SourceFile &file);
/// Nothing is left open in a comment.
Findings openEndFindings(const SourceFile &file);
/// No test is switched off.
Findings skipFindings(const SourceFile &file);
/// No string of a .ts file is unfinished.
Findings unfinishedFindings(const SourceFile &file);
/// A room's README fits on one screen.
Findings readmeFindings(const SourceFile &file);

} // namespace kessai::lint
