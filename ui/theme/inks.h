// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QList>
#include <QString>

namespace kessai {

/// The colours one writes with on papers. Paper is white in every look, so they are the same in all; ink is stored with the number.
QColor inkColor(int ink);
/// What it is called, for those who hear it.
QString inkName(int ink);

/// Those of a pen, the usual one first.
const QList<int> &penInks();
/// Those of markers, highlights and notes: light enough to read through.
const QList<int> &markerInks();

/// Words on a note of this colour, and its edge.
QColor noteTextColor();
QColor noteEdgeColor(int ink);

} // namespace kessai
