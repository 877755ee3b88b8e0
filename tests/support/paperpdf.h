// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace kessai::test {

/// A paper of a meeting as an office writes it: a page for each heading, with some lines and a table that follow from the heading.
QByteArray paperPdf(const QStringList &headings);
/// Writes it to a file of a folder; the path.
QString writePaper(const QString &folder, const QString &name, const QStringList &headings);

} // namespace kessai::test
