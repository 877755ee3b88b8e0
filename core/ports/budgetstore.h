// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/accounting/budgetfile.h"
#include "core/base/result.h"
#include "core/cases/caseref.h"
#include "core/cases/event.h"

#include <QJsonObject>

namespace kessai {

/// How a line stands, found by its code within the year.
struct LineBalance final {
    QString code;
    BudgetBalance balance;
    friend bool operator==(const LineBalance &, const LineBalance &) = default;
};

/// A posting on an account of the budget with the case it comes from, as whoever is in charge of the account sees it.
struct BudgetCase final {
    CaseId id;
    QString number;
    QString form;
    QString title;
    QString drafter;
    CaseState state;
    QString ledger;
    qint64 amount; ///< yen; directionOf(ledger) says which way
    bool used;     ///< decided; otherwise reserved
    QDate day;
    bool readable;        ///< the case is the reader's to open
    bool ordered = false; ///< it is decided and waits for the examination of what was ordered (命令済・審査中)
    friend bool operator==(const BudgetCase &, const BudgetCase &) = default;
};

/// What is ordered on a line by a case that runs or is decided: a commitment, or what is committed and paid at once.
struct BudgetOrder final {
    CaseId id;
    QString number;
    QDate day;
    qint64 amount;     ///< yen
    QJsonObject payee; ///< as it was frozen with the content (core/accounting/payee.h); empty where nobody is named
    friend bool operator==(const BudgetOrder &, const BudgetOrder &) = default;
};

/// A decided commitment on a line in somebody's charge: what a case that rests on it says of it, though they may not open it.
struct ChargedCommitment final {
    CaseRef ref;
    QString form;
    friend bool operator==(const ChargedCommitment &, const ChargedCommitment &) = default;
};

inline constexpr int kMostCharged = 500; ///< commitments that are listed at once

/// The budget as it is entered and spent.
class BudgetStore {
public:
    virtual ~BudgetStore() = default;
    /// How the lines of a year in the reader's charge stand (sectionsInCharge), by code; all of them for those who keep the budget,
    /// for auditors and for the owner of the database.
    virtual Result<std::vector<LineBalance>> balances(FiscalYear year) = 0;
    /// The newest 500 postings on an account; AccessDenied to those whose charge it is not.
    virtual Result<std::vector<BudgetCase>> casesOn(const QString &account) = 0;
    /// What is ordered on some accounts between two days, by day, of cases the reader may read; nothing that was cancelled. One round trip, and
    /// of very many the first 500.
    virtual Result<std::vector<BudgetOrder>> ordersOn(const QStringList &accounts, const QDate &from,
                                                      const QDate &until) = 0;
    /// Commitments that stand on the lines of the reader's sections, of years whose books are open, the newest first; of very many the newest
    /// kMostCharged. For everybody.
    virtual Result<std::vector<ChargedCommitment>> commitmentsInCharge() = 0;
    /// All that was entered for a year; for those who keep the budget and auditors.
    virtual Result<std::vector<BudgetEntry>> entries(FiscalYear year) = 0;
    /// Enters lines and what they get, all of it or nothing; for the finance role. AlreadyExists where nothing is new, refused as OverBudget
    /// where a line were left with less than cases have taken.
    virtual Result<> importBudget(const BudgetImport &import) = 0;
};

} // namespace kessai
