// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/bilingual.h"
#include "core/base/result.h"

#include <QDate>
#include <QJsonObject>
#include <QString>

#include <optional>
#include <vector>

namespace kessai {

/// Why the accounting section sends a voucher back, as a list offers it. The words go into the act as they are in Japanese, so that they
/// can be counted: returns are what makes payments late.
struct VoucherFault final {
    QString code;
    Bilingual words;
    QDate from;                 ///< the first day it is offered
    std::optional<QDate> until; ///< the last one
    QString source;             ///< the rule the voucher breaks
    friend bool operator==(const VoucherFault &, const VoucherFault &) = default;
};

/// The shipped faults offered on a day (":/kessai/parameters/returnreasons.json"), in their order.
std::vector<VoucherFault> voucherFaultsOn(const QDate &day);

/// The faults an office offers from a day on, in their order, instead of the shipped ones or of an earlier list. As JSON `{"from","faults":
/// [{"code","words","source"}]}`.
struct FaultList final {
    QDate from;
    std::vector<VoucherFault> faults; ///< their own days are the list's
    int revision = 1;
    int addedIn = 1; ///< office revision
    /// Reads what a program needs; how long words may be is looked at where a list is written, so that nothing that is there keeps people out.
    static Result<FaultList> fromJson(const QJsonObject &json, int revision);
    QJsonObject toJson() const;
    friend bool operator==(const FaultList &, const FaultList &) = default;
};

/// The faults an office with these lists offers on a day.
std::vector<VoucherFault> voucherFaultsOn(const std::vector<FaultList> &lists, const QDate &day);
/// Whether both notaries take a list (migration 0041): it can be read, and says everything in lines that are not too long.
Result<> checkFaults(const FaultList &list);
/// What is said in Japanese only is said so in English as well.
FaultList inBothLanguages(FaultList list);
/// A code no reason of a list has, nor had one in any list before: what was returned for a retired one is told apart by it.
QString freeFaultCode(const FaultList &list, const std::vector<FaultList> &before);
/// What is wrong with a list: words that say nothing, are too long, are there twice or begin others; no other one at its end.
std::vector<Bilingual> problemsIn(const FaultList &list);
/// The fault nothing is said of but what is written besides; every list ends with it.
inline constexpr QLatin1String kOtherFault("other");

/// The reason an act gives: the words, and what is said besides.
QString returnReason(const VoucherFault &fault, const QString &besides);
/// Which fault a reason was written from, whenever that was; none where it was written by hand.
std::optional<VoucherFault> voucherFaultIn(const QString &reason, const std::vector<FaultList> &lists = {});

} // namespace kessai
