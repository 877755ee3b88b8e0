// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/accounting/invoicetwins.h"

#include <QStringList>

#include <algorithm>

namespace kessai {

namespace {

constexpr size_t kMostTwinsNamed = 3;

} // namespace

QString foldInvoiceNumber(const QString &number)
{
    static const QString marks = QStringLiteral(" \t._/#:,ー‐‑‒–—―−-");
    QString folded = number.normalized(QString::NormalizationForm_KC).toLower();
    folded.erase(std::remove_if(folded.begin(), folded.end(), [](QChar c) { return marks.contains(c); }), folded.end());
    return folded;
}

Bilingual twinsText(const std::vector<InvoiceTwin> &twins)
{
    QStringList ja;
    QStringList en;
    for (size_t i = 0; i < twins.size() && i < kMostTwinsNamed; ++i) {
        const InvoiceTwin &one = twins[i];
        ja.append(QStringLiteral("%1（%2）は%3が同じ")
                      .arg(one.number, one.section,
                           one.sameFile ? QStringLiteral("添付ファイル") : QStringLiteral("債権者・金額・請求書")));
        en.append(QStringLiteral("%1 (%2) has the same %3")
                      .arg(one.number, one.section,
                           one.sameFile ? QStringLiteral("file") : QStringLiteral("payee, amount and invoice")));
    }
    if (twins.size() > kMostTwinsNamed) {
        ja.append(QStringLiteral("ほか"));
        en.append(QStringLiteral("and more"));
    }
    return {QStringLiteral("二重払いでないか確かめてください：%1").arg(ja.join(QStringLiteral("、"))),
            QStringLiteral("Please check that it is not paid twice: %1").arg(en.join(QStringLiteral(", ")))};
}

} // namespace kessai
