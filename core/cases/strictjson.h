// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/bilingual.h"
#include "core/base/result.h"

#include <QDate>
#include <QJsonArray>
#include <QJsonObject>
#include <QStringList>

#include <limits>

namespace kessai {

/// Reads one JSON object strictly: every member is asked for by name and kind, and `finish` refuses members nobody asked for.
/// The first thing wrong is kept and names the object and the member; reading on after it is harmless and yields defaults.
class StrictObject final {
public:
    /// `where` says in English what the object is: "field 'amount'".
    StrictObject(QJsonObject object, QString where);

    bool has(const QString &key) const { return m_object.contains(key); }
    QString text(const QString &key);
    QString text(const QString &key, const QString &otherwise);
    /// A text that says something.
    QString filledText(const QString &key);
    bool flag(const QString &key, bool otherwise);
    qint64 integer(const QString &key, qint64 least = std::numeric_limits<qint64>::min(),
                   qint64 most = std::numeric_limits<qint64>::max());
    /// A positive number that fits an int: identities of steps, revisions.
    int count(const QString &key, int least = 1, int most = std::numeric_limits<int>::max());
    int count(const QString &key, int least, int most, int otherwise);
    /// A positive identity, or none for null.
    std::optional<qint64> identityOrNull(const QString &key);
    QDate day(const QString &key);
    Bilingual wording(const QString &key);
    /// Wording that may be left out.
    Bilingual wordingIfAny(const QString &key);
    QJsonObject object(const QString &key);
    QJsonObject objectIfAny(const QString &key);
    QJsonArray array(const QString &key);
    QJsonArray arrayIfAny(const QString &key);
    /// The position of the text among `names`.
    int choice(const QString &key, const QStringList &names);

    /// Puts an error of a nested part, or one the caller found, in the first place if there is none yet.
    void blame(const QString &detail);
    void blame(const Error &error)
    {
        if (m_problem.isEmpty())
            m_problem = error.detail;
    }

    /// Refuses what was found wrong on the way and members nobody asked for.
    Result<> finish();

private:
    QJsonValue take(const QString &key, QJsonValue::Type type, const char *kind);

    QJsonObject m_object;
    QString m_where;
    QStringList m_taken;
    QString m_problem;
};

/// The elements of an array as objects; nothing but objects may be in it.
Result<std::vector<QJsonObject>> objectsOf(const QJsonArray &array, const QString &where);
/// A JSON number that is whole; none for everything else.
std::optional<qint64> wholeNumber(const QJsonValue &value);

} // namespace kessai
