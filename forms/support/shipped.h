// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/formdefinition.h"

#include <QByteArray>
#include <QJsonObject>

namespace kessai {

/// The bytes of a file compiled into the program. A missing or broken one is a fault of the build, not of a user: it ends
/// the program with the file's name.
QByteArray shippedFile(const QString &path);
QJsonObject shippedObject(const QString &path);
FormDefinition shippedDefinition(const QString &path, int revision);

} // namespace kessai
