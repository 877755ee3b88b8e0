// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/accounting/returnreasons.h"

#include "core/base/shippedfile.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

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

} // namespace

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

std::optional<VoucherFault> voucherFaultIn(const QString &reason)
{
    for (const VoucherFault &fault : allFaults()) {
        if (reason == fault.words.ja || reason.startsWith(fault.words.ja + kBesides))
            return fault;
    }
    return std::nullopt;
}

} // namespace kessai
