// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/accounting/returnreasons.h"

#include "core/base/shippedfile.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <algorithm>
#include <set>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

constexpr QChar kBesides(u'：');

/// Longer words are no beginning of shorter ones: a test sees to that.
const std::vector<VoucherFault> &allFaults()
{
    static const std::vector<VoucherFault> all = [] {
        const QJsonArray rows =
            QJsonDocument::fromJson(shippedFile(u":/kessai/parameters/returnreasons.json"_s)).array();
        std::vector<VoucherFault> faults;
        for (const QJsonValue &row : rows) {
            VoucherFault fault{row[u"code"_s].toString(), Bilingual::fromJson(row[u"words"_s]),
                               QDate::fromString(row[u"from"_s].toString(), Qt::ISODate), std::nullopt,
                               row[u"source"_s].toString()};
            if (row[u"until"_s].isString())
                fault.until = QDate::fromString(row[u"until"_s].toString(), Qt::ISODate);
            if (fault.code.isEmpty() || fault.words.ja.isEmpty() || !fault.from.isValid())
                qFatal("returnreasons.json: not a list of reasons");
            faults.push_back(std::move(fault));
        }
        return faults;
    }();
    return all;
}

constexpr qsizetype kMostFaults = 50;
constexpr qsizetype kLongestWords = 100;
constexpr qsizetype kLongestSource = 300;

/// Characters are counted as the database counts them: one of four bytes is one.
bool isLine(const QString &text, qsizetype most)
{
    return !text.trimmed().isEmpty() && text.toUcs4().size() <= most && !text.contains(u'\n');
}

bool isSaid(const VoucherFault &fault)
{
    return isLine(fault.words.ja, kLongestWords) && isLine(fault.words.en, kLongestWords)
        && isLine(fault.source, kLongestSource);
}

Result<VoucherFault> faultFromJson(const QJsonValue &json, const QDate &from)
{
    static const QRegularExpression code(u"\\A[a-z][a-z0-9_]{0,39}\\z"_s);
    const QJsonObject object = json.toObject();
    const QJsonObject words = object[u"words"_s].toObject();
    VoucherFault fault{object[u"code"_s].toString(), Bilingual::fromJson(words), from, std::nullopt,
                       object[u"source"_s].toString()};
    if (object.size() != 3 || words.size() != 2 || !code.match(fault.code).hasMatch()
        || fault.words.ja.trimmed().isEmpty() || fault.words.en.trimmed().isEmpty())
        return fail(ErrorCode::Invalid, u"that is no reason of returns"_s);
    return fault;
}

/// Whether the words of one can be taken for the beginning of what another says.
bool begins(const VoucherFault &one, const VoucherFault &other)
{
    return one.words.ja == other.words.ja || other.words.ja.startsWith(one.words.ja + kBesides);
}

const VoucherFault *faultIn(const std::vector<VoucherFault> &faults, const QString &reason)
{
    const auto said = [&](const VoucherFault &fault) {
        return reason == fault.words.ja || reason.startsWith(fault.words.ja + kBesides);
    };
    const auto found = std::find_if(faults.begin(), faults.end(), said);
    return found == faults.end() ? nullptr : &*found;
}

} // namespace

Result<FaultList> FaultList::fromJson(const QJsonObject &json, int revision)
{
    FaultList list{QDate::fromString(json[u"from"_s].toString(), Qt::ISODate), {}, revision, 1};
    const QJsonArray faults = json[u"faults"_s].toArray();
    if (json.size() != 2 || !list.from.isValid() || !json[u"faults"_s].isArray() || faults.isEmpty()
        || faults.size() > kMostFaults)
        return fail(ErrorCode::Invalid, u"that is no list of reasons"_s);
    std::set<QString> codes;
    for (const QJsonValue one : faults) {
        auto fault = faultFromJson(one, list.from);
        if (!fault)
            return fault.failure();
        if (!codes.insert(fault->code).second)
            return fail(ErrorCode::Invalid, u"a reason is there twice"_s);
        list.faults.push_back(std::move(fault).value());
    }
    return list;
}

QJsonObject FaultList::toJson() const
{
    QJsonArray array;
    for (const VoucherFault &one : faults)
        array.append(QJsonObject{{u"code"_s, one.code}, {u"words"_s, one.words.toJson()}, {u"source"_s, one.source}});
    return {{u"from"_s, from.toString(Qt::ISODate)}, {u"faults"_s, array}};
}

Result<> checkFaults(const FaultList &list)
{
    if (const auto read = FaultList::fromJson(list.toJson(), list.revision); !read)
        return read.failure();
    if (!std::all_of(list.faults.begin(), list.faults.end(), isSaid))
        return fail(ErrorCode::Invalid, u"a reason is no line, or too long"_s);
    return {};
}

FaultList inBothLanguages(FaultList list)
{
    for (VoucherFault &one : list.faults) {
        if (one.words.en.trimmed().isEmpty())
            one.words.en = one.words.ja;
    }
    return list;
}

QString freeFaultCode(const FaultList &list, const std::vector<FaultList> &before)
{
    const auto has = [](const FaultList &one, const QString &code) {
        return std::any_of(one.faults.begin(), one.faults.end(),
                           [&](const VoucherFault &fault) { return fault.code == code; });
    };
    for (int no = 1;; ++no) {
        const QString code = u"own_%1"_s.arg(no);
        if (!has(list, code)
            && std::none_of(before.begin(), before.end(), [&](const FaultList &one) { return has(one, code); }))
            return code;
    }
}

std::vector<VoucherFault> voucherFaultsOn(const std::vector<FaultList> &lists, const QDate &day)
{
    const FaultList *best = nullptr;
    for (const FaultList &list : lists) {
        const bool newer =
            !best || list.from > best->from || (list.from == best->from && list.revision > best->revision);
        if (list.from <= day && newer)
            best = &list;
    }
    return best ? best->faults : voucherFaultsOn(day);
}

std::vector<Bilingual> problemsIn(const FaultList &list)
{
    std::vector<Bilingual> problems;
    for (size_t i = 0; i < list.faults.size(); ++i) {
        const VoucherFault &one = list.faults[i];
        if (isLine(one.words.ja, kLongestWords) && !isLine(one.words.en, kLongestWords))
            problems.push_back(
                {u"%1番目の理由の英語は、%2字までの1行にしてください。"_s.arg(i + 1).arg(kLongestWords),
                 u"Write reason %1 in English in one line of at most %2 characters."_s.arg(i + 1).arg(kLongestWords)});
        else if (!isLine(one.words.ja, kLongestWords))
            problems.push_back(
                {u"%1番目の理由を日本語で書いてください（%2字まで）。"_s.arg(i + 1).arg(kLongestWords),
                 u"Write reason %1 in Japanese, in at most %2 characters."_s.arg(i + 1).arg(kLongestWords)});
        if (!isLine(one.source, kLongestSource))
            problems.push_back(
                {u"%1番目の理由の根拠を書いてください。"_s.arg(i + 1), u"Say what reason %1 rests on."_s.arg(i + 1)});
        for (size_t k = 0; k < list.faults.size(); ++k) {
            if (k != i && begins(one, list.faults[k]) && (k > i || one.words.ja != list.faults[k].words.ja))
                problems.push_back({u"%1番目と%2番目の理由は区別できません。"_s.arg(i + 1).arg(k + 1),
                                    u"Reasons %1 and %2 cannot be told apart."_s.arg(i + 1).arg(k + 1)});
        }
    }
    const bool other = !list.faults.empty() && list.faults.back().code == kOtherFault;
    if (!other)
        problems.push_back({u"最後の理由は「その他」にしてください。"_s, u"The last reason must be the other one."_s});
    if (list.faults.size() > size_t(kMostFaults))
        problems.push_back(
            {u"理由は%1件までです。"_s.arg(kMostFaults), u"There are at most %1 reasons."_s.arg(kMostFaults)});
    return problems;
}

std::vector<VoucherFault> voucherFaultsOn(const QDate &day)
{
    std::vector<VoucherFault> offered;
    for (const VoucherFault &fault : allFaults()) {
        if (fault.from <= day && (!fault.until || *fault.until >= day))
            offered.push_back(fault);
    }
    return offered;
}

QString returnReason(const VoucherFault &fault, const QString &besides)
{
    const QString more = besides.trimmed();
    return more.isEmpty() ? fault.words.ja : QString(fault.words.ja + kBesides + more);
}

std::optional<VoucherFault> voucherFaultIn(const QString &reason, const std::vector<FaultList> &lists)
{
    // The newest list that has such words says what they meant last.
    for (auto list = lists.rbegin(); list != lists.rend(); ++list) {
        if (const VoucherFault *fault = faultIn(list->faults, reason))
            return *fault;
    }
    const VoucherFault *shipped = faultIn(allFaults(), reason);
    return shipped ? std::optional(*shipped) : std::nullopt;
}

} // namespace kessai
