// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/accounting/payments.h"

#include "core/base/canonical.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

#include <algorithm>
#include <map>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

Fail<Error> invalid(const char *why)
{
    return fail(ErrorCode::Invalid, QLatin1String(why));
}

Result<> checkReason(const QString &reason)
{
    if (reason.trimmed().isEmpty())
        return fail(Error::refused(Refusal::ReasonMissing, u"this is done for a reason"_s));
    const bool plain =
        std::none_of(reason.begin(), reason.end(), [](QChar c) { return c.category() == QChar::Other_Control; });
    return plain && reason.size() <= kMostPaymentReason ? Result<>() : Result<>(invalid("a reason is one line"));
}

Result<> checkReturned(const std::vector<ReturnedLine> &returned, bool mayBeNone)
{
    if (returned.empty() && !mayBeNone)
        return invalid("no line is named");
    QSet<int> named;
    for (const ReturnedLine &line : returned) {
        if (named.contains(line.no))
            return invalid("a line is named twice");
        named.insert(line.no);
        if (const Result<> reason = checkReason(line.reason); !reason)
            return reason;
    }
    return {};
}

class ChangeCheck final {
public:
    Result<> operator()(const MakeBatch &change) const
    {
        if (!change.day.isValid() || change.entries.empty())
            return invalid("a batch has a day and payments");
        if (change.entries.size() > size_t(kMostPayments))
            return fail(Error::refused(Refusal::TooManyEntries));
        QSet<CaseId> named;
        for (const MakeBatch::Entry &entry : change.entries) {
            if (named.contains(entry.id))
                return invalid("a case is named twice");
            named.insert(entry.id);
        }
        return {};
    }
    Result<> operator()(const ExportBatch &change) const
    {
        const bool digest = change.sha256.size() == 64
            && std::all_of(change.sha256.begin(), change.sha256.end(),
                           [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
        if (!digest)
            return invalid("that is no digest of a file");
        return change.reason.isEmpty() ? Result<>() : checkReason(change.reason);
    }
    Result<> operator()(const ConfirmBatch &change) const { return checkReturned(change.returned, true); }
    Result<> operator()(const ReturnPayments &change) const { return checkReturned(change.returned, false); }
    Result<> operator()(const DiscardBatch &change) const { return checkReason(change.reason); }
    Result<> operator()(const RecordReceipt &change) const
    {
        return change.day.isValid() ? Result<>() : Result<>(invalid("money comes in on a day"));
    }
    Result<> operator()(const SetSource &change) const
    {
        const auto file = writeZengin({change.source, QDate(2026, 4, 1), {{change.source.account, Yen(1), {}, {}}}});
        return file && !change.source.code.isEmpty() && change.source.account.number.size() == kAccountDigits
                && change.source.account.holder.size() <= kMostSourceName
            ? Result<>()
            : Result<>(invalid("that is no account to pay from"));
    }
};

QJsonObject saidBy(const PaymentAct &act)
{
    return QJsonDocument::fromJson(act.said).object();
}

/// Plays the acts of one batch over again.
struct Replay {
    BatchState state = BatchState::Made;
    bool made = false;
    QString day;
    int source = 0;
    QJsonArray lines;
    std::map<int, QString> returned;

    void play(const PaymentAct &act)
    {
        const QJsonObject said = saidBy(act);
        switch (act.kind) {
        case PaymentAct::Kind::Made:
            made = true;
            day = said.value(u"day"_s).toString();
            source = said.value(u"source"_s).toInt();
            lines = said.value(u"lines"_s).toArray();
            break;
        case PaymentAct::Kind::Exported: state = BatchState::Exported; break;
        case PaymentAct::Kind::Paid: state = BatchState::Paid; break;
        case PaymentAct::Kind::Discarded: state = BatchState::Discarded; break;
        case PaymentAct::Kind::ReExported:
        case PaymentAct::Kind::Returned:
        case PaymentAct::Kind::Source:
        case PaymentAct::Kind::Received: break;
        }
        for (const QJsonValue &one : said.value(u"returned"_s).toArray())
            returned[one[u"no"].toInt()] = one[u"reason"].toString();
        if (act.kind == PaymentAct::Kind::Discarded) {
            for (const QJsonValue &line : std::as_const(lines))
                returned[line[u"no"].toInt()] = said.value(u"reason"_s).toString();
        }
    }
    QString fault(const PaymentBatch &batch) const
    {
        if (!made || day != batch.day.toString(Qt::ISODate) || state != batch.state
            || source != (batch.source ? batch.source->revision : 0))
            return u"its row is not what was done to it"_s;
        if (lines.size() != qsizetype(batch.lines.size()))
            return u"it has not the lines it was made with"_s;
        for (qsizetype i = 0; i < lines.size(); ++i) {
            const PaymentLine &line = batch.lines[size_t(i)];
            const auto back = returned.find(line.no);
            if (lines[i].toObject() != toJson(line)
                || line.returned != (back == returned.end() ? std::nullopt : std::optional(back->second)))
                return u"line %1 is not what it was made with"_s.arg(line.no);
        }
        return {};
    }
};

} // namespace

Bilingual staysOutText(StaysOut why)
{
    switch (why) {
    case StaysOut::Cancelled: return {u"取消の手続き中、または取消済み"_s, u"Cancelled, or being cancelled"_s};
    case StaysOut::NotExamined:
        return {
            u"会計課の職が審査していない（役割「accounting」の職を直す。経路に審査がなければ、管理者が経路の規則を直し、翌日以降に取り消して出し直す）"_s,
            u"Examined by no post of the accounting section (mend who has the role accounting; or an administrator "
            u"mends the rule of its route, and from the next day on it is cancelled and filed anew)"_s};
    case StaysOut::NoPayee: return {u"債権者の登録がない"_s, u"The payee is not registered"_s};
    case StaysOut::PayeeRenamed:
        return {u"債権者の名称が決裁時と異なる"_s, u"The payee's name is not the one that was decided"_s};
    case StaysOut::HolderChanged:
        return {u"口座名義人の扱い（委任状）が決裁時と異なる"_s,
                u"Whose account it is (proxy) is not what was decided"_s};
    case StaysOut::NothingToPay: return {u"差引支払額が0円"_s, u"Nothing is left to pay"_s};
    case StaysOut::YearClosed:
        return {u"出納閉鎖後（過年度支出の手続きが必要）"_s, u"The books of its year are closed by then"_s};
    case StaysOut::Ended: return {u"債権者の登録の期限切れ"_s, u"The payee is not registered any more"_s};
    case StaysOut::OwnAccount:
        return {u"新しい口座をあなたが登録したため、ほかの職員が支払う"_s,
                u"You registered the new account: somebody else pays it"_s};
    case StaysOut::Damaged: return {u"記録の検証に失敗（改ざんのおそれ）"_s, u"The record does not prove itself"_s};
    }
    return {};
}

std::optional<StaysOut> staysOut(const PaymentDue &due, const QDate &day)
{
    if (due.cancelled)
        return StaysOut::Cancelled;
    if (due.payUntil.isValid() && due.payUntil < day)
        return StaysOut::YearClosed; // nothing that is said of it below can be mended any more
    if (!due.examined)
        return StaysOut::NotExamined;
    if (!due.payee || !due.known)
        return StaysOut::NoPayee;
    if (due.known->name != due.payee->name)
        return StaysOut::PayeeRenamed;
    if (due.known->holderDiffers != due.payee->holderDiffers)
        return StaysOut::HolderChanged;
    if (due.amount.amount() < 1)
        return StaysOut::NothingToPay;
    if (!due.known->chosenOn(day))
        return StaysOut::Ended;
    if (due.own && accountMoved(due))
        return StaysOut::OwnAccount;
    return std::nullopt;
}

bool accountMoved(const PaymentDue &due)
{
    const auto differs = [&due] {
        const QString said = due.payee ? due.payee->account : QString();
        return !said.isEmpty() && !due.known->account.number.endsWith(said.mid(1));
    };
    return due.known && due.transfer && (due.moved || differs());
}

QByteArray PaymentAct::digest() const
{
    return Canonical()
        .add(u"kessai-payment-1"_s)
        .add(no)
        .add(batch.value())
        .add(qint64(kind))
        .add(said)
        .add(by ? by->value() : 0)
        .add(name)
        .add(at.microseconds())
        .add(previous)
        .sha256();
}

Bilingual paymentActName(PaymentAct::Kind kind)
{
    switch (kind) {
    case PaymentAct::Kind::Made: return {u"作成"_s, u"Made"_s};
    case PaymentAct::Kind::Exported: return {u"出力"_s, u"File written"_s};
    case PaymentAct::Kind::ReExported: return {u"再出力"_s, u"File written again"_s};
    case PaymentAct::Kind::Paid: return {u"支払確認"_s, u"Confirmed as paid"_s};
    case PaymentAct::Kind::Returned: return {u"組戻し"_s, u"Came back"_s};
    case PaymentAct::Kind::Discarded: return {u"取りやめ"_s, u"Given up"_s};
    case PaymentAct::Kind::Source: return {u"振込元の変更"_s, u"Account paid from"_s};
    case PaymentAct::Kind::Received: return {u"返納の収納"_s, u"Money came in"_s};
    }
    return {};
}

Yen PaymentBatch::sum() const
{
    qint64 sum = 0;
    for (const PaymentLine &line : lines)
        sum += line.amount.amount();
    return Yen(sum);
}

qsizetype PaymentBatch::transfers() const
{
    return std::count_if(lines.begin(), lines.end(), [](const PaymentLine &line) { return line.transfer; });
}

QByteArray PaymentBatch::fileHash() const
{
    for (const PaymentAct &act : acts) {
        if (act.kind == PaymentAct::Kind::Exported)
            return saidBy(act).value(u"sha256"_s).toString().toLatin1();
    }
    return {};
}

Result<QByteArray, ZenginProblem> paymentFile(const PaymentBatch &batch)
{
    if (!batch.source)
        return fail(
            ZenginProblem{{}, {u"振込元の口座が登録されていません"_s, u"the account to pay from is not registered"_s}});
    TransferFile file{batch.source->source, batch.day, {}};
    std::vector<size_t> lineOf;
    for (size_t i = 0; i < batch.lines.size(); ++i) {
        const PaymentLine &line = batch.lines[i];
        if (!line.transfer)
            continue;
        file.transfers.push_back({line.account, line.amount, line.payee, QString::number(line.id.value())});
        lineOf.push_back(i);
    }
    auto bytes = writeZengin(file);
    if (bytes || !bytes.error().transfer)
        return bytes;
    ZenginProblem problem = bytes.error();
    problem.transfer = lineOf.at(*problem.transfer);
    return fail(std::move(problem));
}

Result<> checkChange(const PaymentChange &change)
{
    return std::visit(ChangeCheck(), change);
}

QJsonObject toJson(const PaymentLine &line)
{
    return {{u"no"_s, line.no},
            {u"case"_s, line.id.value()},
            {u"number"_s, line.number},
            {u"amount"_s, line.amount.amount()},
            {u"transfer"_s, line.transfer ? 1 : 0},
            {u"payee"_s, line.payee},
            {u"revision"_s, line.revision},
            {u"name"_s, line.name},
            {u"bank"_s, line.account.bank},
            {u"bank_name"_s, line.account.bankName},
            {u"branch"_s, line.account.branch},
            {u"branch_name"_s, line.account.branchName},
            {u"account_type"_s, int(line.account.type)},
            {u"account"_s, line.account.number},
            {u"holder"_s, line.account.holder}};
}

QJsonObject toJson(const SourceRevision &source)
{
    const BankAccount &account = source.source.account;
    return {
        {u"revision"_s, source.revision},       {u"code"_s, source.source.code}, {u"bank"_s, account.bank},
        {u"bank_name"_s, account.bankName},     {u"branch"_s, account.branch},   {u"branch_name"_s, account.branchName},
        {u"account_type"_s, int(account.type)}, {u"account"_s, account.number},  {u"holder"_s, account.holder}};
}

namespace {

/// The file that was written is the one of these lines.
QString fileFault(const PaymentBatch &batch)
{
    const QByteArray written = batch.fileHash();
    if (written.isEmpty())
        return {};
    const auto bytes = paymentFile(batch);
    return bytes && sha256Hex(*bytes) == written ? QString() : u"its file was another one"_s;
}

} // namespace

QString batchFault(const PaymentBatch &batch)
{
    Replay replay;
    for (const PaymentAct &act : batch.acts) {
        if (act.hash != act.digest())
            return u"what was done to it was changed"_s;
        replay.play(act);
    }
    const QString fault = replay.fault(batch);
    return fault.isEmpty() ? fileFault(batch) : fault;
}

QStringList paymentFaults(const PaymentRecord &record)
{
    QStringList faults;
    std::map<BatchId, Replay> replays;
    std::vector<QJsonObject> sources;
    QByteArray previous;
    qint64 next = 1;
    for (const PaymentAct &act : record.acts) {
        if (act.no != next || act.previous != previous || act.hash != act.digest())
            faults << u"payment act %1 does not follow from the one before"_s.arg(act.no);
        next = act.no + 1;
        previous = act.hash;
        if (act.kind == PaymentAct::Kind::Source)
            sources.push_back(saidBy(act));
        else if (act.kind != PaymentAct::Kind::Received)
            replays[act.batch].play(act);
    }
    QSet<CaseId> paid;
    for (const PaymentBatch &batch : record.batches) {
        const auto replay = replays.find(batch.id);
        QString fault = replay == replays.end() ? u"nobody made it"_s : replay->second.fault(batch);
        if (fault.isEmpty())
            fault = fileFault(batch);
        if (!fault.isEmpty())
            faults << u"payment batch %1: "_s.arg(batch.id.value()) + fault;
        if (replay != replays.end())
            replays.erase(replay);
        if (batch.source && std::find(sources.begin(), sources.end(), toJson(*batch.source)) == sources.end())
            faults << u"payment batch %1: nobody registered the account it is paid from"_s.arg(batch.id.value());
        for (const PaymentLine &line : batch.lines) {
            if (line.returned)
                continue;
            if (paid.contains(line.id))
                faults << u"case %1 is paid twice"_s.arg(line.number);
            paid.insert(line.id);
        }
    }
    for (const auto &[id, replay] : replays)
        faults << u"payment batch %1 is gone"_s.arg(id.value());
    return faults;
}

} // namespace kessai
