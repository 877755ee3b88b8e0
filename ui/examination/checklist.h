// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/examination.h"

#include <QFlags>
#include <QStringList>

namespace kessai {

/// What a paper is, by the name of its file; it may be several at once (納品書兼請求書).
enum class PaperKind {
    Invoice = 1,   ///< 請求書
    Delivery = 2,  ///< 納品書, 完了届, 検査調書: that it is there
    Agreement = 4, ///< 見積書, 契約書: what was agreed, which proves nothing of what came
};
Q_DECLARE_FLAGS(PaperKinds, PaperKind)
/// None where the name does not say.
PaperKinds paperKinds(const QString &fileName);

/// Something a voucher says, to be compared with its proof.
struct CheckItem final {
    QString field; ///< what the tick is kept under
    QString label;
    QString value;
    QStringList spellings; ///< how the proof may write it, the likeliest first; empty = no paper can say it
    PaperKinds paper = {}; ///< the kind that can prove it; none = any
    bool own =
        false; ///< what is asked for: a voucher's own papers prove it, where it has any, and not what was agreed before
    QStringList beside{}; ///< words that stand at it in a paper: where several places say the same, that is the one
    bool amount = false;
    bool missing = false; ///< a voucher like this usually says it, and this one does not
    friend bool operator==(const CheckItem &, const CheckItem &) = default;
};

/// What is compared of a voucher, in the order of its form: money, days, payee, line and persons, and what decides how it is paid. A payee
/// is three items: the name, the account's last digits, the registration number. What is missing is an item too: an examination looks
/// for what is not there first of all.
std::vector<CheckItem> checklistOf(const VoucherFile &file);

/// A document that proves something, and whose it is.
struct ProofPaper final {
    enum class Of {
        Voucher,
        Commitment, ///< or a report of its inspection
        Order,      ///< that was paid, and that the voucher gives back of
    };
    Attachment file;
    Of of = Of::Voucher;
};
/// The voucher's own papers, then those of the commitment or of the order that was paid; the same file once. Confidential ones the reader may not open are left out.
std::vector<ProofPaper> papersOf(const VoucherFile &file);

/// How many days there are until the voucher is to be paid, in words: "3 days left", "today", "2 days late".
QString daysLeftText(const QDate &day, const QDate &today);

} // namespace kessai
