// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accounting/budgetimportcard.h"

#include "core/calendar/fiscalyear.h"
#include "ui/accounting/budgetmodel.h"
#include "ui/office/officeparts.h"
#include "ui/theme/controls.h"
#include "ui/theme/typescale.h"
#include "ui/widgets/card.h"
#include "ui/widgets/quietbanner.h"
#include "ui/wording.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QScrollArea>

#include <map>

namespace kessai {

namespace {

constexpr size_t kMostProblemsShown = 50;
constexpr qsizetype kMostLinesShown = 6;
constexpr int kRowsHeight = 190;

/// The first few of a list, one a line.
QString someOf(QStringList all)
{
    const qsizetype more = all.size() - kMostLinesShown;
    if (more > 0)
        all = all.mid(0, kMostLinesShown) + QStringList{BudgetImportCard::tr("and %n more", nullptr, int(more))};
    return all.join(QLatin1Char('\n'));
}

QString lineText(const BudgetLine &line)
{
    return line.code + QLatin1Char(' ') + line.label();
}

} // namespace

BudgetImportCard::BudgetImportCard(QWidget *parent)
    : QWidget(parent), m_banner(new QuietBanner(this)), m_rows(new QVBoxLayout),
      m_enter(new QPushButton(tr("Enter this"), this)), m_cancel(new QPushButton(tr("Do not enter"), this))
{
    setObjectName(QStringLiteral("budgetImport"));
    auto *card = new Card(this);
    card->setTitle(tr("Import a budget"));
    auto *frame = new QVBoxLayout(this);
    frame->setContentsMargins({});
    frame->addWidget(card);
    m_banner->setObjectName(QStringLiteral("budgetImportBanner"));
    m_enter->setObjectName(QStringLiteral("enterBudget"));
    m_cancel->setObjectName(QStringLiteral("cancelBudget"));
    for (QPushButton *button : {m_enter, m_cancel})
        button->setMinimumHeight(metric::kControlHeight);
    setButtonKind(*m_enter, ButtonKind::Primary);
    auto *room = new QWidget(this);
    m_rows->setContentsMargins({});
    auto *column = new QVBoxLayout(room);
    column->setContentsMargins({});
    column->addLayout(m_rows);
    column->addStretch(1);
    auto *scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setWidget(room);
    scroll->setMinimumHeight(grown(kRowsHeight));
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(metric::kGap);
    buttons->addStretch(1);
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_enter);
    card->body()->addWidget(m_banner);
    card->body()->addWidget(scroll, 1);
    card->body()->addLayout(buttons);
    connect(m_enter, &QPushButton::clicked, this, [this] { Q_EMIT confirmed(m_wanted, m_done); });
    connect(m_cancel, &QPushButton::clicked, this, &BudgetImportCard::putAway);
    hide();
}

void BudgetImportCard::addRow(const QString &text, const QString &caption)
{
    m_rows->addWidget(registeredRow(text, caption, this).widget);
}

void BudgetImportCard::showPreview(const BudgetPreview &preview)
{
    emptyLayout(*m_rows);
    m_banner->clear();
    m_wanted = preview.import;
    m_enter->setVisible(preview.importable());
    show();
    if (!preview.problems.empty()) {
        m_banner->say(BannerKind::Warning,
                      tr("Nothing is entered: %n row(s) need to be put right.", nullptr, int(preview.problems.size())),
                      {}, false);
        for (size_t i = 0; i < std::min(preview.problems.size(), kMostProblemsShown); ++i) {
            const BudgetProblem &problem = preview.problems[i];
            addRow(problem.row > 0 ? tr("Row %1").arg(problem.row) : tr("The file"),
                   problem.text.text(englishWording()));
        }
        if (preview.problems.size() > kMostProblemsShown)
            addRow(tr("and %n more", nullptr, int(preview.problems.size() - kMostProblemsShown)), {});
        m_cancel->setFocus();
        return;
    }
    const BudgetDiff &diff = preview.diff;
    if (diff.empty()) {
        m_banner->say(BannerKind::Information, tr("All of this is entered already. Nothing would change."), {}, false);
        m_cancel->setFocus();
        return;
    }
    QStringList added, changed;
    for (const BudgetLine &line : diff.lines)
        added.append(lineText(line));
    for (const BudgetDiff::Change &change : diff.changed)
        changed.append(tr("%1 → %2").arg(lineText(change.before), lineText(change.after)));
    if (!added.isEmpty())
        addRow(tr("New: %n line(s)", nullptr, int(added.size())), someOf(added));
    if (!changed.isEmpty())
        addRow(tr("Changed from now on (name, section or item): %n line(s)", nullptr, int(changed.size())),
               someOf(changed));
    std::map<std::pair<FiscalYear, BudgetEntryKind>, std::pair<int, qint64>> sums;
    for (const BudgetEntry &entry : diff.entries) {
        auto &[count, sum] = sums[{entry.year, entry.kind}];
        ++count;
        sum += entry.amount;
    }
    for (const auto &[what, sum] : sums)
        addRow(tr("%1 %2: %3 yen")
                   .arg(fiscalYearText(what.first), nameOf(what.second).text(englishWording()), budgetYen(sum.second)),
               tr("%n entry(ies)", nullptr, sum.first));
    if (diff.same > 0)
        addRow(tr("Entered already, and not entered twice: %n row(s)", nullptr, diff.same), {});
    m_done = tr("The budget is entered: %1 lines, %2 entries.")
                 .arg(diff.lines.size() + diff.changed.size())
                 .arg(diff.entries.size());
    m_enter->setFocus();
}

void BudgetImportCard::showError(const QString &text)
{
    m_banner->say(BannerKind::Error, text, {}, false);
    show();
}

void BudgetImportCard::setBusy(bool busy)
{
    m_enter->setEnabled(!busy);
    m_cancel->setEnabled(!busy);
}

void BudgetImportCard::putAway()
{
    hide();
    Q_EMIT closed();
}

} // namespace kessai
