// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tray/casedelegate.h"

#include "ui/casechip.h"
#include "ui/caseword.h"
#include "ui/tray/casemodel.h"
#include "ui/widgets/cellpaint.h"

#include <QCoreApplication>
#include <QPainter>
#include <QTableView>

#include <algorithm>

namespace kessai {

namespace {

struct RowWords {
    Q_DECLARE_TR_FUNCTIONS(kessai::CaseDelegate)
};

/// Where a running case waits, since when, and whether anybody is there.
QString waitingWords(const CaseRow &row)
{
    const QString who = row.absent ? RowWords::tr("%1 (absent)").arg(row.nowWith) : row.nowWith;
    if (!row.arrivedAt)
        return RowWords::tr("now with %1").arg(who);
    const QDate since = row.arrivedAt->day();
    return RowWords::tr("with %1 since %2/%3", "post, month/day").arg(who).arg(since.month()).arg(since.day());
}

/// How a payment stands, without its day where that has no room.
ChipLook paymentIn(const QRectF &cell, const PaymentState &payment)
{
    const ChipLook whole = paymentChip(payment);
    return chipSize(whole).width() <= cell.width() ? whole : paymentChip(payment, true);
}

/// Ordered and in examination, as it is said where there is little room.
ChipLook briefOrdered()
{
    ChipLook look = chipLook(ChipState::Ordered);
    look.word = RowWords::tr("In examination");
    return look;
}

ChipLook stateIn(const QRectF &cell, const CaseRow &row)
{
    const ChipState state = chipStateOf(row);
    const ChipLook whole = chipLook(state);
    return state == ChipState::Ordered && chipSize(whole).width() > cell.width() ? briefOrdered() : whole;
}

/// What stands framed before a subject.
QString tags(const CaseRow &row)
{
    QStringList words;
    if (row.cancels)
        words += RowWords::tr("Cancels", "framed before a subject: it takes back another case");
    if (row.filer)
        words += RowWords::tr("Filed for a colleague");
    if (row.remindedAt)
        words += RowWords::tr("Reminder");
    if (row.urgent)
        words += RowWords::tr("Urgent");
    else if (row.important)
        words += RowWords::tr("Important");
    return words.join(QStringLiteral("・"));
}

} // namespace

CaseDelegate::CaseDelegate(QObject *parent) : QStyledItemDelegate(parent) {}

int CaseDelegate::markWidth(ListKind list, bool narrow)
{
    int width = 0;
    if (list == ListKind::Tray) {
        width = std::max(width, chipSize(actingChip()).width());
        for (StepKind kind :
             {StepKind::Review, StepKind::Consult, StepKind::Examine, StepKind::Decide, StepKind::Circulate})
            width = std::max(width, chipSize(chipLookOf(kind)).width());
    } else {
        for (CaseState state : {CaseState::Draft, CaseState::Running, CaseState::Returned, CaseState::Withdrawn,
                                CaseState::Decided, CaseState::Rejected, CaseState::Cancelled})
            width = std::max(width, chipSize(chipLook(chipStateOf(state))).width());
        width = std::max(width, chipSize(narrow ? briefOrdered() : chipLook(ChipState::Ordered)).width());
        width = std::max(width, chipSize(chipLook(ChipState::Revoked)).width());
        for (BatchState state : {BatchState::Made, BatchState::Paid})
            width = std::max(width, chipSize(paymentChip({CaseId(0), state, QDate(2026, 12, 28)}, narrow)).width());
    }
    return width + 2 * kCellPadding;
}

QSize CaseDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {80, rowHeight()};
}

void CaseDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto *row = index.data(CaseModel::RowRole).value<const CaseRow *>();
    const auto *model = qobject_cast<const CaseModel *>(index.model());
    if (!row || !model)
        return;
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    // The view knows only the cell under the pointer, and one cell alone must not look as if it could be chosen.
    QStyleOptionViewItem ground(option);
    ground.state.setFlag(QStyle::State_MouseOver, false);
    paintRowGround(*painter, ground, index.column() == 0);
    const QRectF cell = QRectF(option.rect).adjusted(kCellPadding, 0, -kCellPadding, 0);
    const bool tray = model->query().kind == ListKind::Tray;
    switch (index.column()) {
    case CaseModel::Mark:
        paintChip(*painter, cell,
                  tray && row->afterwards                          ? afterwardsChip()
                      : tray && row->acting                        ? actingChip()
                      : tray && row->myStep                        ? chipLookOf(*row->myStep)
                      : row->payment && row->cancelledBy.isEmpty() ? paymentIn(cell, *row->payment)
                                                                   : stateIn(cell, *row),
                  selected);
        break;
    case CaseModel::Subject: {
        QString second = model->formName(row->form);
        if (!row->number.isEmpty())
            second += QStringLiteral(" ・ ") + row->number;
        const auto *table = qobject_cast<const QTableView *>(option.widget);
        if (listsOthers(model->query().kind) && table && table->isColumnHidden(CaseModel::Drafter))
            second.prepend(row->drafterName + QStringLiteral(" ・ "));
        if (row->amount && table && table->isColumnHidden(CaseModel::Amount))
            second += QStringLiteral(" ・ ") + index.siblingAtColumn(CaseModel::Amount).data().toString();
        if (tray && row->ordered)
            second += QStringLiteral(" ・ ") + orderedWord();
        if (!tray && row->state == CaseState::Running && !row->nowWith.isEmpty())
            second += QStringLiteral(" ・ ") + waitingWords(*row);
        paintCell(*painter, cell,
                  {row->cancelledBy.isEmpty() ? subjectIn(row->title, model->recordedFormName(row->form))
                                              : model->subjectOf(*row),
                   second, tray && !model->wasRead(row->id, row->seq), tags(*row), row->attachments > 0, Qt::AlignLeft},
                  selected);
        break;
    }
    case CaseModel::Drafter: paintCell(*painter, cell, {row->drafterName, row->drafterSection}, selected); break;
    case CaseModel::Amount:
        paintCell(*painter, cell, {index.data().toString(), {}, false, {}, false, Qt::AlignRight}, selected);
        break;
    case CaseModel::When: {
        const QDateTime at = model->timeOf(*row).tokyo();
        const bool dayFirst = !row->late && !(tray && row->due);
        paintCell(*painter, cell,
                  {.first = model->whenText(*row),
                   .second = at.toString(dayFirst ? QStringLiteral("HH:mm") : QStringLiteral("M/d HH:mm")),
                   .tone = row->late ? Token::WarnText : Token::Text},
                  selected);
        break;
    }
    default: break;
    }
}

} // namespace kessai
