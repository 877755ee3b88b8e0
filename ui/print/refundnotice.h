// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/caseview.h"

class QPainter;

namespace kessai {

/// 返納通知: what is told to whoever was paid too much or by mistake, once that is decided (地方自治法施行令159条).
struct RefundNotice final {
    QString number; ///< of the case
    QString debtor; ///< to whom it goes
    QDate decided;
    QString section; ///< that asks for it
    QString payment; ///< what was paid, "R8-000124　支出命令（..）"
    QString line;    ///< of the budget, to which it goes back
    qint64 amount = 0;
    QDate by;
    QString reason;
    friend bool operator==(const RefundNotice &, const RefundNotice &) = default;
};

/// Of a decided case that has money paid back; none of others.
std::optional<RefundNotice> refundNotice(const CaseView &view);
/// Paints it onto a page of its own, below the head of the sheet; `unit` are the device's units a millimetre. It is a paper of the office, in
/// Japanese.
void paintRefundNotice(QPainter &painter, qreal unit, const RefundNotice &notice);

} // namespace kessai
