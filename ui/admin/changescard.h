// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/bilingual.h"

#include <QWidget>

#include <optional>
#include <vector>

class QVBoxLayout;

namespace kessai {

class Card;

/// What a revision changed against the one before it, or a draft against what it was begun from, in words.
class ChangesCard final : public QWidget {
    Q_OBJECT

public:
    explicit ChangesCard(QWidget *parent = nullptr);

    /// `madeBy` says who put it in force.
    void setChanges(const std::vector<Bilingual> &changes, bool drafted, const QString &madeBy = {});
    /// There is none before; what it rests on is said instead.
    void setFirst(const Bilingual &source, const QString &madeBy = {});

private:
    std::optional<std::vector<Bilingual>> m_changes; ///< as they are shown
    bool m_drafted = false;
    QString m_madeBy;
    Card *m_card;
    QVBoxLayout *m_lines;
};

} // namespace kessai
