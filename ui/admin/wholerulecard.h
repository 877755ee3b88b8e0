// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/admin/ruledraft.h"

#include <QWidget>

class QComboBox;

namespace kessai {

class ChosenList;

/// What a route rule says as a whole, besides its steps: the 専決 table it leaves the decision to, the field by which a drafter may ask for a
/// higher decision, and the posts above which there is nobody.
class WholeRuleCard final : public QWidget {
    Q_OBJECT

public:
    explicit WholeRuleCard(RuleDraft &draft, QWidget *parent = nullptr);

private:
    void showDraft();
    void settle();

    RuleDraft &m_draft;
    QWidget *m_tableRoom;
    QComboBox *m_table;
    QComboBox *m_least;
    QWidget *m_leastRoom;
    ChosenList *m_top;
};

} // namespace kessai
