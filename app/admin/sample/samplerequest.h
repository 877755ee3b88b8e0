// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/admin/sample/samplepurchases.h"
#include "core/cases/caseref.h"

#include <QStringList>

namespace kessai {

/// What a case of the sample office is about.
enum class SampleKind {
    Overtime,
    WeekendDuty,
    AnnualLeave,
    OtherLeave,
    Draft,
    OvertimeResult,
    Commitment,
    CommitmentChange,
    Inspection,
    Payment,
    PaymentAtOnce,
    Transfer,
    Assessment,
    TravelOrder,
    TravelSettlement,
};

/// What an invoice says otherwise than its voucher.
enum class SampleMistake { None, Amount, Telephone, Registration };

/// A business trip, as it is ordered and settled.
struct SampleTrip final {
    StaffId traveller{0};
    QString line; ///< key of its budget line
    QString purpose;
    QString area;
    QString destination;
    QDate from;
    QDate until;
    qint64 transport = 0;  ///< yen
    qint64 lodging = 0;    ///< of all nights
    QString orderNumber{}; ///< of the case, once it is decided
    bool advanced = false; ///< paid beforehand (概算払)
};

/// Something of accounting that is filed: about which purchase, and when what is paid was done.
struct SampleSpending final {
    std::shared_ptr<SamplePurchase> purchase{};
    std::optional<CaseRef> commitment{}; ///< that was decided
    size_t part = 0;
    QDate done{};
    QDate inspected{};
    QDate received{};             ///< of the invoice
    bool inspectedByCase = false; ///< in a case of its own
    qint64 difference = 0;        ///< yen without tax, of a change
    SampleMistake mistake = SampleMistake::None;
    QJsonObject entry{}; ///< of a revenue
    QString fromLine{};  ///< keys of the lines of a transfer
    QString toLine{};
    std::shared_ptr<SampleTrip> trip{};
};

/// What somebody files: the values of a form's fields, the names of the papers attached, and those that were drawn for it.
struct SampleRequest final {
    QString form;
    QJsonObject fields;
    QStringList papers{}; ///< file names below ":/kessai/sample/papers"
    std::vector<std::pair<QString, QByteArray>> drawn{};
};

/// Who files, when, and what is asked of the request besides.
struct SampleFiling final {
    SampleKind kind = SampleKind::Overtime;
    StaffId drafter{0};
    QDate day;       ///< on which it is filed
    QString decider; ///< decision class of a draft; empty = what suits the subject
    bool urgent = false;
    bool late = false;   ///< overtime until far into the evening
    QJsonObject order{}; ///< the fields of the order whose result is reported
    SampleSpending spending{};
};

} // namespace kessai
