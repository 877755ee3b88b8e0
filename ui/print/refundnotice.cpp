// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/print/refundnotice.h"

#include "core/calendar/era.h"
#include "core/calendar/fiscalyear.h"
#include "core/cases/paidref.h"
#include "ui/print/paper.h"

#include <QLocale>
#include <QPainter>

#include <algorithm>
#include <vector>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

// Millimetres on A4.
constexpr qreal kNoticeLeft = 24;
constexpr qreal kNoticeWidth = 162;
constexpr qreal kNoticeTop = 34;
constexpr qreal kNoticeLabel = 38;
constexpr qreal kNoticeRow = 12;
constexpr qreal kNoticeTallRow = 44;

/// The day on which the last of those whose word counts said it; what others remark or read afterwards changes nothing of it.
QDate decidedOn(const CaseView &view)
{
    QDate day;
    for (const StepView &step : view.route) {
        for (const AssignmentView &one : step.assignments) {
            const bool counts = step.kind == StepKind::Decide || step.kind == StepKind::Examine;
            if (counts && one.actedAt && (!day.isValid() || one.actedAt->day() > day))
                day = one.actedAt->day();
        }
    }
    return day;
}

bool isCancelled(const CaseRecord &record)
{
    return std::any_of(record.cancelledBy.begin(), record.cancelledBy.end(),
                       [](const CancellationLink &link) { return link.decided; });
}

} // namespace

std::optional<RefundNotice> refundNotice(const CaseView &view)
{
    const QJsonObject &fields = view.content.fields;
    const QString kind = fields.value(u"kind"_s).toString();
    const auto paid = paidRefIn(fields.value(u"voucher"_s));
    const qint64 amount = fields.value(u"amount"_s).toInteger();
    if (view.record.form != u"refund"_s || view.verified.state.state != CaseState::Decided || view.record.cancels
        || isCancelled(view.record) || !paid || amount < 1 || (kind != u"refund"_s && kind != u"settle"_s))
        return std::nullopt;
    const BudgetLine *line = view.budget.find(paid->line);
    return RefundNotice{.number = view.record.number,
                        .debtor = fields.value(u"debtor"_s).toString().simplified(),
                        .decided = decidedOn(view),
                        .section = view.drafterSection,
                        .payment = paid->text(),
                        .line = line ? fiscalYearText(line->year) + u' ' + line->label() : paid->line,
                        .amount = amount,
                        .by = QDate::fromString(fields.value(u"return_by"_s).toString(), Qt::ISODate),
                        .reason = fields.value(u"reason"_s).toString()};
}

void paintRefundNotice(QPainter &painter, qreal unit, const RefundNotice &notice)
{
    const auto mm = [unit](qreal millimetres) { return millimetres * unit; };
    const auto line = [&](qreal top, qreal height, int flags, const QString &text, qreal points, bool bold = false) {
        painter.setFont(paperFont(points, unit, bold));
        painter.drawText(QRectF(mm(kNoticeLeft), mm(top), mm(kNoticeWidth), mm(height)), flags | Qt::TextWordWrap,
                         text);
    };
    line(kNoticeTop, 12, Qt::AlignHCenter | Qt::AlignVCenter, u"返　納　通　知　書"_s, 17, true);
    line(kNoticeTop + 16, 6, Qt::AlignRight | Qt::AlignVCenter,
         notice.number + u"　"_s + (notice.decided.isValid() ? eraDate(notice.decided) : QString()), 10);
    line(kNoticeTop + 26, 8, Qt::AlignLeft | Qt::AlignVCenter, notice.debtor + u"　様"_s, 13);
    line(kNoticeTop + 36, 6, Qt::AlignRight | Qt::AlignVCenter, notice.section, 11);
    line(kNoticeTop + 48, 14, Qt::AlignLeft | Qt::AlignTop,
         u"下記のとおり支払った金額について、返納してくださるよう通知します（地方自治法施行令第159条）。"_s, 11);
    const std::vector<std::pair<QString, QString>> rows{
        {u"返納する額"_s, u"¥"_s + QLocale(QLocale::Japanese).toString(notice.amount) + u"－"_s},
        {u"返納期限"_s, eraDateWithWeekday(notice.by)},
        {u"支払の内容"_s, notice.payment},
        {u"予算科目"_s, notice.line},
        {u"返納の理由"_s, notice.reason}};
    qreal top = kNoticeTop + 66;
    for (const auto &[label, text] : rows) {
        const qreal height = &text == &rows.back().second ? kNoticeTallRow : kNoticeRow;
        const QRectF head(mm(kNoticeLeft), mm(top), mm(kNoticeLabel), mm(height));
        const QRectF body(mm(kNoticeLeft + kNoticeLabel), mm(top), mm(kNoticeWidth - kNoticeLabel), mm(height));
        painter.fillRect(head, kPaperShade);
        painter.setPen(QPen(kPaperInk, mm(0.25)));
        painter.drawRect(head);
        painter.drawRect(body);
        painter.setFont(paperFont(10, unit));
        painter.drawText(head.adjusted(mm(2), 0, -mm(2), 0), Qt::AlignLeft | Qt::AlignVCenter, label);
        const bool large = &text == &rows.front().second;
        painter.setFont(paperFont(large ? 14 : 10.5, unit, large));
        painter.drawText(body.adjusted(mm(2), mm(1), -mm(2), -mm(1)),
                         Qt::AlignLeft | Qt::AlignVCenter | Qt::TextWordWrap, text);
        top += height;
    }
    line(top + 4, 16, Qt::AlignLeft | Qt::AlignTop,
         u"同封の納付書により、期限までに指定金融機関などで納めてください。ご不明の点は上記の課にお尋ねください。"_s,
         10);
}

} // namespace kessai
