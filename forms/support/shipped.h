// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/shippedfile.h"
#include "core/cases/formdefinition.h"

#include <QJsonObject>

namespace kessai {

/// What a file compiled into the program says; a broken one ends it like a missing one.
QJsonObject shippedObject(const QString &path);
FormDefinition shippedDefinition(const QString &path, int revision);

} // namespace kessai
