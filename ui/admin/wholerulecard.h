// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/admin/ruledraft.h"

#include <QWidget>

#include <memory>
#include <optional>

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
    /// What it is made of; it is made anew only where that is something else.
    struct Shown {
        QString form;
        int revision = 0; ///< of the form
        std::optional<TableUse> table;
        std::vector<QString> top;
        std::shared_ptr<const Office> office;
        size_t tables = 0;
        bool english = false;
        friend bool operator==(const Shown &, const Shown &) = default;
    };
    void showDraft();
    void settle();

    RuleDraft &m_draft;
    std::optional<Shown> m_shown;
    QWidget *m_tableRoom;
    QComboBox *m_table;
    QComboBox *m_least;
    QWidget *m_leastRoom;
    ChosenList *m_top;
};

} // namespace kessai
