// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace kessai {

/// The bytes of a file compiled into the program. A missing one is a fault of the build, not of a user: it ends the program with
/// the file's name.
QByteArray shippedFile(const QString &path);

} // namespace kessai
