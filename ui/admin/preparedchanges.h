// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/bilingual.h"

#include <QWidget>

#include <map>
#include <vector>

class QPushButton;
class QVBoxLayout;

namespace kessai {

class Card;
class OrganisationDraft;
struct PreparedChange;

/// What waits for its day, and above it what could not be put in force on its day, which is to be seen to.
class PreparedChanges final : public QWidget {
    Q_OBJECT

public:
    PreparedChanges(OrganisationDraft &draft, QWidget *parent);

    /// As the draft's office has it now.
    void refresh();
    /// The same where the office itself was read anew.
    void renew();

private:
    void addFailed(const PreparedChange &one);
    void addWaiting(const PreparedChange &one);
    void addButtons(const std::vector<QPushButton *> &buttons);
    const std::vector<Bilingual> &wordsOf(const PreparedChange &one);

    OrganisationDraft &m_draft;
    Card *m_card;
    QVBoxLayout *m_rows;
    std::map<int, std::vector<Bilingual>> m_words; ///< of what is prepared, by its number
};

} // namespace kessai
