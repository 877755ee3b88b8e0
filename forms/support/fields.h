// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/duty/dutyday.h"

#include <QDate>
#include <QJsonObject>
#include <QString>

#include <optional>

namespace kessai {

/// Typed reading of a content's fields. Whatever is missing or of the wrong type is absent, never an error here: the
/// common field checks say so, and a form's own checks speak only of what they can read.
class Fields final {
public:
    explicit Fields(const QJsonObject &json) : m_json(json) {}

    /// A code (a choice, a post) exactly as it is stored, because that is what the rule compares; empty when there is none.
    QString code(const char *key) const;
    /// What somebody wrote, without the white space around it; empty when there is none.
    QString prose(const char *key) const;
    std::optional<QDate> day(const char *key) const;
    /// A whole number between the given bounds; numbers outside count as absent.
    std::optional<qint64> number(const char *key, qint64 least, qint64 most) const;
    bool flag(const char *key) const;

private:
    const QJsonObject &m_json;
};

/// Whether a day lies far enough from the ends of the calendar for its neighbours, months and years to be days as well.
/// Rules of staff and money have no use for others; a form takes content with such a day as not readable.
bool isPlausible(const QDate &day);

} // namespace kessai
