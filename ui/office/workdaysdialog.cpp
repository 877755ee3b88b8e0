// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/office/workdaysdialog.h"

#include "ui/calendar/daywords.h"
#include "ui/calendar/monthline.h"
#include "ui/office/officeparts.h"
#include "ui/office/workmodel.h"
#include "ui/theme/controls.h"
#include "ui/theme/typescale.h"
#include "ui/widgets/textlabel.h"
#include "ui/wording.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace kessai {

namespace {

constexpr QSize kWorkDaysSize{520, 420};

struct OpenThing {
    QString what;
    QString with;
};

/// Whoever confirms what somebody of a section reports.
QString headsOf(const Office &office, SectionId division)
{
    QStringList names;
    if (const auto head = office.headOf(division)) {
        for (const StaffId holder : office.holders(*head))
            names.append(personText(office, holder));
    }
    return names.join(WorkDaysDialog::tr(", "));
}

std::vector<OpenThing> openThings(const Office &office, const WorkRow &row)
{
    std::vector<std::pair<QDate, OpenThing>> days;
    for (const QDate &day : row.missingOn) {
        days.push_back({day,
                        {WorkDaysDialog::tr("%1: the result of what was ordered", "day").arg(dayTextWithWeekday(day)),
                         WorkDaysDialog::tr("to be reported by %1").arg(row.name)}});
    }
    const QString heads = headsOf(office, row.division);
    for (const QDate &day : row.waitingOn) {
        days.push_back({day,
                        {WorkDaysDialog::tr("%1: a result that is not confirmed", "day").arg(dayTextWithWeekday(day)),
                         heads.isEmpty() ? WorkDaysDialog::tr("nobody heads the section")
                                         : WorkDaysDialog::tr("in the line of %1").arg(heads)}});
    }
    std::stable_sort(days.begin(), days.end(), [](const auto &a, const auto &b) { return a.first < b.first; });
    std::vector<OpenThing> things;
    for (auto &[day, thing] : days)
        things.push_back(std::move(thing));
    const QString own = WorkDaysDialog::tr("to be taken by %1").arg(row.name);
    if (row.expiring > 0)
        things.push_back({WorkDaysDialog::tr("Time off for overtime: %1").arg(expiringText(row)), own});
    if (row.evidenceOverdue > 0) {
        things.push_back({WorkDaysDialog::tr("%n paper(s) of leave that are late", nullptr, row.evidenceOverdue),
                          WorkDaysDialog::tr("to be handed in by %1").arg(row.name)});
    }
    return things;
}

} // namespace

WorkDaysDialog::WorkDaysDialog(const Office &office, const WorkRow &row, const QDate &month, QWidget *parent)
    : QDialog(parent)
{
    setObjectName(QStringLiteral("workDays"));
    setWindowTitle(tr("%1, %2", "person, month").arg(personText(office, row.id), monthHeading(month)));
    resize(grown(kWorkDaysSize.width()), grown(kWorkDaysSize.height()));

    auto *list = new QWidget;
    auto *rows = new QVBoxLayout(list);
    rows->setContentsMargins({});
    rows->setSpacing(metric::kGap);
    const std::vector<OpenThing> things = openThings(office, row);
    for (const OpenThing &thing : things)
        rows->addWidget(registeredRow(thing.what, thing.with, list).widget);
    if (things.empty())
        rows->addWidget(emptyRow(tr("Nothing of this month is open."), list));
    rows->addStretch(1);
    auto *scroll = new QScrollArea(this);
    scroll->setWidget(list);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setAccessibleName(tr("What is open"));

    auto *book = new QPushButton(tr("Overtime register…"), this);
    book->setObjectName(QStringLiteral("workDaysBook"));
    auto *close = new QPushButton(tr("Close"), this);
    close->setObjectName(QStringLiteral("workDaysClose"));
    setButtonKind(*close, ButtonKind::Primary);
    close->setDefault(true);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(metric::kGap);
    buttons->addWidget(book);
    buttons->addStretch(1);
    buttons->addWidget(close);
    for (QPushButton *button : {book, close})
        button->setMinimumHeight(metric::kControlHeight);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(metric::kPageMargin, metric::kPageMargin, metric::kPageMargin, metric::kPageMargin);
    layout->setSpacing(metric::kFieldGap);
    layout->addWidget(scroll, 1);
    layout->addLayout(buttons);
    close->setFocus();
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    connect(book, &QPushButton::clicked, this, [this] {
        accept();
        Q_EMIT bookWanted();
    });
}

} // namespace kessai
