// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/admin/arguments.h"
#include "app/admin/commands.h"
#include "core/base/wholefile.h"
#include "core/services/payroll.h"
#include "core/store/openstore.h"

#include <QFileInfo>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

class PayrollText final {
    Q_DECLARE_TR_FUNCTIONS(kessai::PayrollText)

public:
    static QString description()
    {
        return tr("Writes what is paid for the overtime of a closed month into a CSV file for the payroll system: a "
                  "line for each "
                  "person and rate, with minutes and rounded hours. docs/payroll.md describes the file.");
    }
    static QString month() { return tr("The month, which has to be closed."); }
    static QString out() { return tr("The file to write."); }
    static QString encoding() { return tr("The encoding of the file: utf-8 (as it is by itself) or cp932."); }
    static QString noEncoding() { return tr("--encoding is utf-8 or cp932."); }
    static QString outside(const PayrollFault &fault)
    {
        return tr("Row %1, %2 %3: CP932 does not have %4.")
            .arg(QString::number(fault.row), fault.number, fault.name, fault.characters);
    }
    static QString notWritten(const QString &path) { return tr("%1 was not written.").arg(path); }
    static QString noMonth() { return tr("--month is a month as in 2026-11."); }
    static QString noFile() { return tr("--out is missing."); }
    static QString open(const QString &month) { return tr("%1 is not closed.").arg(month); }
    static QString there(const QString &path) { return tr("%1 is there already; it was not touched.").arg(path); }
    static QString unwritable(const QString &path, const QString &why)
    {
        return tr("%1 cannot be written (%2).").arg(path, why);
    }
    static QString written(int lines, const QString &path)
    {
        return tr("%n line(s) written to %1.", nullptr, lines).arg(path);
    }
};

Result<std::vector<PayrollLine>> payrollIn(Store &store, const QDate &month)
{
    const auto configuration = store.office().configuration();
    return configuration ? readPayroll(store.ledgers(), *configuration, month) : configuration.failure();
}

} // namespace

Exit runExportPayroll(const QStringList &given, Console &console, const Clock &clock)
{
    Arguments arguments(console, u"export-payroll"_s, PayrollText::description());
    arguments.add({u"month"_s, PayrollText::month(), u"YYYY-MM"_s});
    arguments.add({u"out"_s, PayrollText::out(), u"FILE"_s});
    arguments.add({u"encoding"_s, PayrollText::encoding(), u"ENCODING"_s});
    if (const auto over = arguments.read(given))
        return *over;
    const QDate month = QDate::fromString(QString(arguments.value(u"month"_s) + u"-01"_s), Qt::ISODate);
    if (!month.isValid())
        return arguments.misused(PayrollText::noMonth());
    const QString path = arguments.value(u"out"_s);
    if (path.isEmpty())
        return arguments.misused(PayrollText::noFile());
    const QString named = arguments.value(u"encoding"_s).toLower();
    if (!named.isEmpty() && named != u"utf-8"_s && named != u"cp932"_s)
        return arguments.misused(PayrollText::noEncoding());
    const TextEncoding encoding = named == u"cp932"_s ? TextEncoding::Cp932 : TextEncoding::Utf8;
    if (QFileInfo::exists(path)) {
        console.complain(PayrollText::there(path));
        return Exit::Exists;
    }
    const auto lines = arguments.withPassword([&](const DatabaseUrl &url) -> Result<std::vector<PayrollLine>> {
        const auto store = openStore(url, std::nullopt, clock);
        return store ? payrollIn(**store, month) : Result<std::vector<PayrollLine>>(store.failure());
    });
    if (!lines && lines.error().refusal == Refusal::PeriodInvalid)
        return arguments.unusable(PayrollText::open(arguments.value(u"month"_s)), lines.error());
    if (!lines)
        return arguments.failed(lines.error());
    if (const auto faults = payrollFaults(*lines, encoding); !faults.empty()) {
        for (const PayrollFault &fault : faults)
            console.complain(PayrollText::outside(fault));
        console.complain(PayrollText::notWritten(path));
        return Exit::Unusable;
    }
    if (const Result<> done = writeWholeFile(path, payrollFile(*lines, month, encoding)); !done) {
        console.complain(PayrollText::unwritable(path, done.error().detail));
        return Exit::Unusable;
    }
    if (arguments.json())
        console.sayJson({{u"lines"_s, int(lines->size())}, {u"file"_s, path}});
    else
        console.say(PayrollText::written(int(lines->size()), path));
    return Exit::Fine;
}

} // namespace kessai
