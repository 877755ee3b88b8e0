// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/accounting/bankaccount.h"
#include "core/base/bilingual.h"
#include "core/base/clock.h"
#include "core/base/id.h"
#include "core/base/result.h"

#include <QDate>
#include <QJsonObject>

#include <optional>
#include <variant>
#include <vector>

namespace kessai {

enum class PayeeKind {
    Corporation = 0, ///< 法人
    Sole = 1,        ///< 個人事業主
    Person = 2,      ///< 個人
    Staff = 3,       ///< 職員
};
/// "corporation", "sole", "person", "staff": as cases hold it.
QString toCode(PayeeKind kind);
std::optional<PayeeKind> payeeKindFromCode(const QString &code);
Bilingual payeeKindName(PayeeKind kind);
Bilingual accountTypeName(AccountType type);

/// 債権者: somebody the office pays, and to which account (domain.md 5.9). A change is a revision of its own and takes nothing away.
struct Payee final {
    QString code;     ///< up to ten digits
    int revision = 0; ///< from 1; 0 = not registered yet
    QString name;
    QString kana; ///< how the name is read, in katakana
    PayeeKind kind = PayeeKind::Corporation;
    QString registration; ///< 適格請求書発行事業者の登録番号, "T" and 13 digits, or nothing
    BankAccount account;
    bool holderDiffers = false; ///< the account is somebody else's
    QDate mandateOn;            ///< 委任状: the day of it, where the account is somebody else's
    QDate validUntil;           ///< the last day it may be chosen; none = until it changes
    bool chosenOn(const QDate &day) const { return !validUntil.isValid() || validUntil >= day; }
    friend bool operator==(const Payee &, const Payee &) = default;
};

/// A revision of a payee, with who made it and why.
struct PayeeRevision final {
    Payee payee;
    QString reason;
    QString madeBy; ///< the name of whoever made it, as it was then
    Instant madeAt;
    friend bool operator==(const PayeeRevision &, const PayeeRevision &) = default;
};

/// What everybody may know of a payee, and what a case keeps of one (FieldKind::Payee). Of the account there are the last four digits.
struct PayeeRef final {
    QString code;
    int revision = 0;
    QString name;
    PayeeKind kind = PayeeKind::Corporation;
    QString registration;
    QString account; ///< "…4567"
    bool holderDiffers = false;

    static PayeeRef of(const Payee &payee);
    QJsonObject toJson() const;
    /// Nothing where the object is not exactly one.
    static std::optional<PayeeRef> fromJson(const QJsonValue &value);
    friend bool operator==(const PayeeRef &, const PayeeRef &) = default;
};

/// "株式会社キョウワ（0000012 ・ 口座 …4567）": how a payee is shown and printed.
Bilingual payeeText(const PayeeRef &payee);

/// What one enters of a payee; problems name it.
enum class PayeeField {
    Code,
    Name,
    Kana,
    Registration,
    Bank,
    BankName,
    Branch,
    BranchName,
    AccountNumber,
    Holder,
    Mandate,
};
Bilingual payeeFieldName(PayeeField field);

struct PayeeProblem final {
    PayeeField field;
    Bilingual text;
    friend bool operator==(const PayeeProblem &, const PayeeProblem &) = default;
};

/// A payee as it is kept: names without space around them, bank names as banks write them, account numbers with all their digits. What is not
/// understood stays for `problemsOf` to name.
Payee tidied(Payee payee);
/// Why a payee is not registered; nothing where it may be. Both notaries say no more than this (migration 0025).
std::vector<PayeeProblem> problemsOf(const Payee &payee);

/// A new payee, or a new revision of one: `payee.revision` is the one that was seen, 0 for a new one.
struct RegisterPayee final {
    Payee payee;
    QString reason;
};
/// All of a file or nothing: a payee that is not known is new, one that is different becomes a new revision, one that is the same stays. Those
/// the file does not contain stay as well.
struct ImportPayees final {
    std::vector<Payee> payees;
    QString reason; ///< the file's name
};
using PayeeChange = std::variant<RegisterPayee, ImportPayees>;

inline constexpr int kMostImportedPayees = 20'000;
inline constexpr int kMostPayeeName = 100;
inline constexpr int kMostPayeeReason = 200;

/// Whether a change makes sense, whoever makes it and whatever is known.
Result<> checkChange(const PayeeChange &change);

/// What a payee is found by: code, name, reading and registration number, folded.
QString payeeWords(const Payee &payee);
/// Typed words as they are looked for in that: folded and parted by single spaces.
QString payeeQuery(const QString &typed);

} // namespace kessai
