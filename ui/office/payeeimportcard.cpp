// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/office/payeeimportcard.h"

#include "ui/office/officeparts.h"
#include "ui/office/payeemodel.h"
#include "ui/theme/controls.h"
#include "ui/theme/typescale.h"
#include "ui/widgets/quietbanner.h"
#include "ui/wording.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace kessai {

namespace {

constexpr size_t kMostShown = 30; ///< of each kind

} // namespace

PayeeImportCard::PayeeImportCard(QWidget *parent)
    : QWidget(parent), m_card(new Card(this)), m_banner(new QuietBanner(this)), m_rows(new QVBoxLayout),
      m_import(new QPushButton(tr("Import (&I)"), this)), m_close(new QPushButton(tr("Do not import"), this))
{
    m_card->setTitle(tr("Payees from a file"));
    m_import->setObjectName(QStringLiteral("importPayees"));
    m_close->setObjectName(QStringLiteral("closePayeeImport"));
    setButtonKind(*m_import, ButtonKind::Primary);
    for (QPushButton *button : {m_import, m_close})
        button->setMinimumHeight(metric::kControlHeight);
    m_rows->setSpacing(2);
    m_card->body()->addWidget(m_banner);
    m_card->body()->addLayout(m_rows);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(metric::kGap);
    buttons->addWidget(m_import);
    buttons->addWidget(m_close);
    buttons->addStretch(1);
    m_card->body()->addLayout(buttons);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->addWidget(m_card);
    column->addStretch(1);
    connect(m_import, &QPushButton::clicked, this, [this] { Q_EMIT importRequested(m_list); });
    connect(m_close, &QPushButton::clicked, this, &PayeeImportCard::closed);
    clear();
}

void PayeeImportCard::showDiff(const ImportPayees &import, const PayeeDiff &diff)
{
    clear();
    m_list = import;
    m_import->setVisible(diff.changes());
    m_close->setText(diff.changes() ? tr("Do not import") : tr("Close"));
    if (!diff.changes())
        m_banner->say(BannerKind::Information, tr("These payees are registered already. Nothing would change."));
    QStringList added;
    for (size_t i = 0; i < std::min(diff.added.size(), kMostShown); ++i)
        added.append(tr("%1 %2").arg(diff.added[i].code, diff.added[i].name));
    if (diff.added.size() > kMostShown)
        added.append(tr("and %n more", nullptr, int(diff.added.size() - kMostShown)));
    if (!added.isEmpty())
        add(tr("New: %n payee(s)", nullptr, int(diff.added.size())), added.join(QLatin1Char('\n')));
    QStringList changed;
    for (size_t i = 0; i < std::min(diff.changed.size(), kMostShown); ++i) {
        const PayeeDiff::Changed &one = diff.changed[i];
        changed.append(tr("%1 %2").arg(one.after.code, one.after.name));
        if (one.before.account != one.after.account)
            changed.append(QStringLiteral("    ")
                           + tr("%1 → %2").arg(accountText(one.before.account), accountText(one.after.account)));
    }
    if (diff.changed.size() > kMostShown)
        changed.append(tr("and %n more", nullptr, int(diff.changed.size() - kMostShown)));
    if (!changed.isEmpty())
        add(tr("Changed: %n payee(s)", nullptr, int(diff.changed.size())), changed.join(QLatin1Char('\n')));
    if (diff.same > 0)
        add(tr("As they are: %n payee(s)", nullptr, diff.same), {});
}

void PayeeImportCard::showProblems(const std::vector<PayeeRowProblem> &problems)
{
    clear();
    m_import->hide();
    m_close->setText(tr("Close"));
    m_banner->say(BannerKind::Warning, tr("Nothing was imported. Mend the file and choose it again."), {}, false);
    for (size_t i = 0; i < std::min(problems.size(), kMostShown); ++i)
        add(problems[i].line > 0 ? tr("Line %1").arg(problems[i].line) : tr("The file"),
            problems[i].text.text(englishWording()));
    if (problems.size() > kMostShown)
        add(tr("and %n more", nullptr, int(problems.size() - kMostShown)), {});
}

void PayeeImportCard::setBusy(bool busy)
{
    m_import->setEnabled(!busy);
}

void PayeeImportCard::takeFocus()
{
    (m_import->isVisibleTo(this) ? m_import : m_close)->setFocus(Qt::OtherFocusReason);
}

void PayeeImportCard::clear()
{
    emptyLayout(*m_rows);
    m_banner->clear();
    m_import->setEnabled(true);
}

void PayeeImportCard::add(const QString &text, const QString &caption)
{
    m_rows->addWidget(registeredRow(text, caption, m_card).widget);
}

} // namespace kessai
