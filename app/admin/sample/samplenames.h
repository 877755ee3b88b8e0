// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/admin/sample/dice.h"

#include <QSet>
#include <QString>

#include <vector>

namespace kessai {

/// Invents names of people from resources/sample/names.json, no two alike.
class SampleNames final {
public:
    struct Name {
        QString family;
        QString given;
        QString kana; ///< katakana, family and given name parted by a space
    };

    explicit SampleNames(Dice dice);
    /// A name that is decided already; nobody else gets it.
    Name take(const QString &family, const QString &familyKana, const QString &given, const QString &givenKana);
    Name invent();

private:
    struct Part {
        QString text;
        QString kana;
    };
    Dice m_dice;
    std::vector<Part> m_families;
    std::vector<int> m_weights;
    std::vector<Part> m_given;
    QSet<QString> m_taken;
};

} // namespace kessai
