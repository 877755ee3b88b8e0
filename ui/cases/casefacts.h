// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/form.h"
#include "core/cases/repeatedlines.h"
#include "core/services/caseview.h"

#include <QWidget>

class QGridLayout;

namespace kessai {

/// The content of a case as labels and values, with the insights an approver should see above it.
class CaseFacts final : public QWidget {
    Q_OBJECT

public:
    explicit CaseFacts(QWidget *parent = nullptr);
    void show(const CaseView &view);
    /// Puts something remarkable before the insights that are shown.
    void putFirst(const Insight &insight);
    void showInsights(const std::vector<Insight> &insights);

private:
    enum class Size { Normal, Short, Amount, Concealed };
    /// Lines that say the same of several things, as one table.
    void addLines(const RepeatedLines &lines, const CaseView &view);
    void addFact(const QString &label, const QString &value, Size size = Size::Normal);

    QWidget *m_insights;
    QWidget *m_facts;
    QGridLayout *m_grid;
    int m_row = 0;
    bool m_roomBeside = false; ///< the last row holds one short fact, and another one fits beside it
};

/// Shows one insight: a meter where it has a limit, a line of text otherwise.
QWidget *makeInsight(const Insight &insight, QWidget *parent);

} // namespace kessai
