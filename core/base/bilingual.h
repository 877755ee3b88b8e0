// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QJsonValue;

namespace kessai {

/// Wording that is data, not program text (form labels, rule reasons): Japanese and English side by side.
struct Bilingual final {
    QString ja;
    QString en;

    /// The English wording where `english` asks for it and there is one, the Japanese one otherwise.
    const QString &text(bool english) const { return english && !en.isEmpty() ? en : ja; }
    static Bilingual fromJson(const QJsonValue &value);
    QJsonValue toJson() const;
    friend bool operator==(const Bilingual &, const Bilingual &) = default;
};

} // namespace kessai
