// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/admin/openingsfile.h"

#include "core/base/textfile.h"
#include "forms/support/fields.h"
#include "forms/support/wording.h"

#include <QCoreApplication>
#include <QSet>

#include <array>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kColumns = 5;
constexpr qint64 kMostDays = 99;

class OpeningsText final {
    Q_DECLARE_TR_FUNCTIONS(kessai::OpeningsText)

public:
    static QString encoding() { return tr("The file is neither UTF-8 nor CP932 (Shift_JIS)."); }
    static QString empty() { return tr("The file has no line below its heading."); }
    static QString columns(int line) { return tr("Line %1: it has to have five columns.").arg(line); }
    static QString staff(int line, const QString &number)
    {
        return tr("Line %1: there is no member of staff with the number \"%2\".").arg(line).arg(number);
    }
    static QString number(int line, const QString &text)
    {
        return tr("Line %1: \"%2\" is no number of days, minutes or half days.").arg(line).arg(text);
    }
    static QString day(int line, const QString &text)
    {
        return tr("Line %1: \"%2\" is no day like 2027-01-01.").arg(line).arg(text);
    }
    static QString twice(int line) { return tr("Line %1: the same person and day stand above.").arg(line); }
};

std::optional<qint64> figure(const QString &cell, qint64 most)
{
    bool understood = false;
    const qint64 number = cell.isEmpty() ? 0 : cell.toLongLong(&understood);
    if ((!understood && !cell.isEmpty()) || qAbs(number) > most)
        return std::nullopt;
    return number;
}

std::optional<QDate> dayIn(const QString &cell)
{
    for (const QString &format : {u"yyyy-MM-dd"_s, u"yyyy/M/d"_s}) {
        if (const QDate day = QDate::fromString(cell, format); day.isValid() && isPlausible(day))
            return day;
    }
    return std::nullopt;
}

/// Takes up one line, or says what is wrong with it.
std::optional<QString> take(int line, const QStringList &cells, const Office &office, const Numbers &numbers,
                            std::vector<LeaveOpening> &rows)
{
    if (cells.size() != kColumns)
        return OpeningsText::columns(line);
    const Staff *staff = office.staffByNumber(cells[0]);
    if (!staff)
        return OpeningsText::staff(line, cells[0]);
    const auto day = dayIn(cells[4]);
    if (!day)
        return OpeningsText::day(line, cells[4]);
    const std::array most{kMostDays, numbers.at("leave.day_minutes", *day) - 1, 2 * kMostDays};
    std::array<qint64, 3> figures{};
    for (size_t i = 0; i < most.size(); ++i) {
        const QString &cell = cells[static_cast<qsizetype>(i) + 1];
        const auto number = figure(cell, most[i]);
        if (!number)
            return OpeningsText::number(line, cell);
        figures[i] = *number;
    }
    rows.push_back({staff->id, *day, figures[0], figures[1], figures[2]});
    return std::nullopt;
}

} // namespace

OpeningsFile readOpenings(const QByteArray &file, const Office &office, const Numbers &numbers)
{
    OpeningsFile read;
    const auto text = textOfFile(file);
    if (!text) {
        read.problems.append(OpeningsText::encoding());
        return read;
    }
    const QStringList lines = text->normalized(QString::NormalizationForm_KC).split(u'\n');
    QSet<QPair<qint64, QDate>> seen;
    for (int i = 1; i < lines.size(); ++i) {
        if (lines[i].trimmed().isEmpty())
            continue;
        QStringList cells = lines[i].split(u',');
        for (QString &cell : cells)
            cell = cell.trimmed();
        if (const auto wrong = take(i + 1, cells, office, numbers, read.rows)) {
            read.problems.append(*wrong);
            continue;
        }
        const QPair<qint64, QDate> key(read.rows.back().staff.value(), read.rows.back().day);
        if (seen.contains(key))
            read.problems.append(OpeningsText::twice(i + 1));
        seen.insert(key);
    }
    if (read.rows.empty() && read.problems.isEmpty())
        read.problems.append(OpeningsText::empty());
    return read;
}

std::vector<LedgerOpening> ledgerOpenings(const std::vector<LeaveOpening> &rows, const Numbers &numbers)
{
    std::vector<LedgerOpening> openings;
    for (const LeaveOpening &row : rows) {
        const QString account = staffAccount(row.staff);
        const qint64 minutes = row.days * numbers.at("leave.day_minutes", row.day) + row.minutes;
        openings.push_back({account, u"leave.annual.carried.minutes"_s, row.day, minutes});
        openings.push_back({account, u"leave.annual.carried.half_days"_s, row.day, row.halfDays});
    }
    return openings;
}

} // namespace kessai
