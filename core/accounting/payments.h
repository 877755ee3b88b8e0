// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/accounting/payee.h"
#include "core/accounting/zengin.h"
#include "core/base/quantity.h"

#include <variant>

namespace kessai {

using BatchId = Id<struct BatchTag>;

/// A decided voucher (支出命令, 兼命令) that is not paid: what is to be paid, when and to whom.
struct PaymentDue final {
    CaseId id{0};
    QString number{};
    QString form{};
    QString title{};
    QString section{};               ///< that filed it
    QDate day{};                     ///< 支払予定日
    Yen amount{0};                   ///< less the tax that is withheld
    bool transfer = true;            ///< not in cash at the counter
    std::optional<PayeeRef> payee{}; ///< as it was decided; none where the content names none
    std::optional<Payee> known{};    ///< the payee as it is registered now
    bool cancelled = false;          ///< a cancellation of it runs or is decided
    bool cameBack = false;           ///< it was in a batch before, and the bank sent it back (組戻し)
    bool moved = false;              ///< the account registered now is not that of the revision that was decided
    QDate givenUp{};                 ///< of the newest file with it that was given up: the bank may have carried it out
    QDate cameFrom{};                ///< of the newest file it came back from
    QDate payUntil{};                ///< the last day on which the money of its year is paid (出納閉鎖)
    bool examined = false;           ///< a post of the accounting section passed it
    bool own = false;                ///< the reader registered the payee as it is now
    friend bool operator==(const PaymentDue &, const PaymentDue &) = default;
};

/// Tax that is withheld from what is paid, and is paid on to the state (源泉徴収).
struct WithheldTax final {
    CaseId id{0};
    QString number;
    QString title;
    QString section; ///< that filed the order
    QString payee;   ///< code
    QString name;    ///< of the payee
    QDate day;       ///< of its batch
    Yen paid{0};     ///< less the tax
    Yen withheld{0};
    bool confirmed = false; ///< its batch was, and not by its day alone
    QDate returned{};       ///< when it was recorded that the bank sent it back; none where it did not
    /// It was paid, as far as is known, and its tax is owed.
    bool counts() const { return confirmed && !returned.isValid(); }
    friend bool operator==(const WithheldTax &, const WithheldTax &) = default;
};

/// Why a decided voucher stays out of a batch.
enum class StaysOut {
    Cancelled,     ///< it is cancelled, or being so
    NotExamined,   ///< nobody of the accounting section examined it (地方自治法232条の4第2項)
    NoPayee,       ///< nobody of that code is registered
    PayeeRenamed,  ///< the code is somebody else's now: the names differ
    HolderChanged, ///< the account became somebody else's, or is no more, since it was decided (委任状)
    NothingToPay,  ///< nothing is left once tax is withheld
    YearClosed, ///< the books of the year whose money it is are closed by then (出納閉鎖; 地方自治法235条の5)
    Ended,      ///< the payee is registered until a day before
    OwnAccount, ///< the account moved, and the reader registered it: a colleague makes the batch
    Damaged,    ///< the case does not prove itself
};
Bilingual staysOutText(StaysOut why);
/// What keeps a voucher out of a batch of a day, as far as its rows say; whether the case proves itself, whoever makes the batch checks.
std::optional<StaysOut> staysOut(const PaymentDue &due, const QDate &day);
/// It is transferred to another account than when the voucher was decided, or than it says; whoever makes the batch is told, and is not who
/// registered that account (Refusal::PartTaken).
bool accountMoved(const PaymentDue &due);

/// One payment of a batch, frozen when the batch was made.
struct PaymentLine final {
    int no = 0; ///< from 1
    CaseId id{0};
    QString number;
    QString title{};
    QString section{};
    Yen amount{0};
    bool transfer = true; ///< by the bank's file; otherwise in cash at the counter
    QString payee;        ///< code
    int revision = 0;     ///< of the payee
    QString name;         ///< of the payee
    BankAccount account;
    std::optional<QString> returned{}; ///< why it was not paid after all (組戻し)
    friend bool operator==(const PaymentLine &, const PaymentLine &) = default;
};

enum class BatchState {
    Made = 0,
    Exported = 1,  ///< 出力済
    Paid = 2,      ///< 支払済
    Discarded = 3, ///< 取りやめ: its lines are to be paid in another
};

/// What was done to a batch, chained by hashes over all batches: nothing of it is changed or taken out without it showing.
struct PaymentAct final {
    enum class Kind {
        Made = 0,
        Exported = 1,
        ReExported = 2,
        Paid = 3,
        Returned = 4,
        Discarded = 5,
        Source = 6,
        Received = 7
    };
    qint64 no = 0; ///< from 1, without gaps
    BatchId batch{0};
    Kind kind = Kind::Made;
    QByteArray said; ///< JSON
    std::optional<StaffId> by{};
    QString name; ///< of whoever did it, as it was then
    Instant at{0};
    QByteArray previous; ///< hex; the hash of the act before, of whichever batch; empty before the first
    QByteArray hash;     ///< hex

    /// What its hash has to be.
    QByteArray digest() const;
    friend bool operator==(const PaymentAct &, const PaymentAct &) = default;
};
Bilingual paymentActName(PaymentAct::Kind kind);

/// 振込元: the account transfers are paid from; every change is a revision of its own.
struct SourceRevision final {
    int revision = 0; ///< from 1
    TransferSource source;
    friend bool operator==(const SourceRevision &, const SourceRevision &) = default;
};

/// What the office pays on one day.
struct PaymentBatch final {
    BatchId id{0};
    QDate day;
    BatchState state = BatchState::Made;
    std::optional<SourceRevision> source{}; ///< none where nothing of it is transferred
    std::vector<PaymentLine> lines{};
    std::vector<PaymentAct> acts{};

    Yen sum() const;
    qsizetype transfers() const;
    /// The digest of the file that was written first; empty before.
    QByteArray fileHash() const;
    friend bool operator==(const PaymentBatch &, const PaymentBatch &) = default;
};

/// The bytes of the batch's 総合振込 file: always the same.
Result<QByteArray, ZenginProblem> paymentFile(const PaymentBatch &batch);

/// Makes a batch of decided vouchers; `revision` is that of the payee as it is registered now.
struct MakeBatch final {
    struct Entry {
        CaseId id{0};
        int revision = 0;
    };
    QDate day; ///< today or later, and not before any voucher's own day
    std::vector<Entry> entries;
};
/// Records that the file was written; again only for a reason, and only the same bytes.
struct ExportBatch final {
    BatchId batch{0};
    QByteArray sha256;
    QString reason; ///< empty the first time
};
struct ReturnedLine final {
    int no = 0;
    QString reason;
    friend bool operator==(const ReturnedLine &, const ReturnedLine &) = default;
};
/// Everything of a batch was paid on its day, but for the lines named.
struct ConfirmBatch final {
    BatchId batch{0};
    std::vector<ReturnedLine> returned;
};
/// Lines came back from the bank after that (組戻し); they are to be paid again.
struct ReturnPayments final {
    BatchId batch{0};
    std::vector<ReturnedLine> returned;
};
/// A batch that is not confirmed is given up: before its file was written, or because the bank took none of it, which whoever wrote the file
/// does not say alone (Refusal::PartTaken).
struct DiscardBatch final {
    BatchId batch{0};
    QString reason;
};
struct SetSource final {
    TransferSource source;
    int seen = 0; ///< the revision that was seen
};
/// The money came in that a decided case gives back (返納の収納).
struct RecordReceipt final {
    CaseId id{0};
    QDate day; ///< not after today
};
using PaymentChange =
    std::variant<MakeBatch, ExportBatch, ConfirmBatch, ReturnPayments, DiscardBatch, SetSource, RecordReceipt>;

inline constexpr qsizetype kMostPayments = 10'000; ///< of a batch
inline constexpr qsizetype kMostPaymentReason = 200;

/// Whether a change makes sense, whoever makes it and whatever is known.
Result<> checkChange(const PaymentChange &change);

/// How far a decided voucher has come.
struct PaymentState final {
    CaseId id{0};
    BatchState state = BatchState::Made;
    QDate day; ///< of the batch
    bool returned = false;
    friend bool operator==(const PaymentState &, const PaymentState &) = default;
};

/// What is decided, or ordered and under way, and not done with, so that nothing is forgotten (未払い).
struct Unpaid final {
    enum class Kind {
        Voucher = 0,    ///< to be paid
        Refund = 1,     ///< gives money back that has not come in (返納待ち)
        Advance = 2,    ///< was paid before the debt was fixed, and is not settled (精算待ち)
        Commitment = 3, ///< not yet wholly ordered to be paid
        Order = 4,      ///< a voucher under way: not decided yet, or being examined
    };
    CaseId id{0};
    QString number;
    QString form;
    QString title;
    QString drafter;
    Kind kind = Kind::Voucher;
    qint64 amount =
        0; ///< of a voucher to be paid, of a commitment committed, of a refund awaited, of an order under way
    qint64 left =
        0; ///< of it not paid yet, not come in, not settled; of a commitment what may be ordered of it still (see leftOf)
    QDate
        day; ///< 支払予定日; 返納期限; the day an advance was paid; of a commitment 納期・履行期限, none where nobody said
    bool readable = false; ///< the case is the reader's to open
    QDate
        by{}; ///< the day after which it is late; of an advance that on which it is to be settled. None: no day is known
    QString payee{};      ///< whom it is owed to; of a refund who gives it back; empty where nobody is named
    QString section{};    ///< of the drafter
    bool ordered = false; ///< what is under way was ordered, and is being examined (命令済・審査中)
    qint64 twice = 0;     ///< of what is left of a commitment, what cases under way take, where they do not count yet
    friend bool operator==(const Unpaid &, const Unpaid &) = default;
};

inline constexpr qsizetype kMostUnpaid = 500; ///< that are listed at once

/// What a commitment comes to, in yen.
struct CommitmentStanding final {
    qint64 committed = 0;
    qint64 ordered = 0; ///< to be paid, by decided vouchers
    qint64 paid = 0;    ///< of that
    friend bool operator==(const CommitmentStanding &, const CommitmentStanding &) = default;
};

/// All batches and everything done to them and to the account paid from, as it was at one moment.
struct PaymentRecord final {
    std::vector<PaymentBatch> batches;
    std::vector<PaymentAct> acts;
};

/// What the notary says of a line, and of the account paid from, when it writes down what was done.
QJsonObject toJson(const PaymentLine &line);
QJsonObject toJson(const SourceRevision &source);

/// How a batch differs from what was done to it, in English; empty where it does not. Such a batch is neither exported nor confirmed.
QString batchFault(const PaymentBatch &batch);
/// Holds batches, their lines and everything done to them to each other: what was changed behind the notary's back, in English.
QStringList paymentFaults(const PaymentRecord &record);

} // namespace kessai
