// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QJsonObject;

namespace kessai {

/// The one wording, size or day in which what is drafted differs from before, by where it stands in its JSON: what is typed there is one step of Undo
/// (DraftSteps). Empty where more differs, or something that is chosen.
QString typedField(const QJsonObject &before, const QJsonObject &after);

} // namespace kessai
