// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/calendar/holidayfile.h"

#include "core/base/textfile.h"

#include <QRegularExpression>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

constexpr int kFirstYear = 1948; // of the law
constexpr int kLastYear = 2199;

using Read = Result<ImportHolidays, HolidayFileProblem>;

Fail<HolidayFileProblem> problem(int line, const QString &ja, const QString &en)
{
    if (line == 0)
        return fail(HolidayFileProblem{0, {ja, en}});
    return fail(HolidayFileProblem{line, {u"%1行目: "_s.arg(line) + ja, u"Line %1: "_s.arg(line) + en}});
}

/// Reads one line after the other; each sees the day before.
class HolidayLines final {
public:
    std::optional<HolidayFileProblem> take(int no, const QString &line)
    {
        static const QRegularExpression shape(
            u"^([1-9][0-9]{3})/([1-9]|1[0-2])/([1-9]|[12][0-9]|3[01]),([^,\"\\p{C}]{1,100})$"_s);
        const auto match = shape.match(line);
        if (!match.hasMatch())
            return problem(no,
                           u"「年/月/日,名称」の形（例: 2026/1/1,元日）ではありません。"
                           "内閣府から取り直したファイルを、表計算ソフトで保存し直さずにお使いください。"_s,
                           u"not of the shape year/month/day,name (2026/1/1,元日). Get the file again from the Cabinet "
                           "Office and do not save it with a spreadsheet."_s)
                .error;
        const QDate day(match.captured(1).toInt(), match.captured(2).toInt(), match.captured(3).toInt());
        const QString name = match.captured(4);
        if (!day.isValid() || day.year() < kFirstYear || day.year() > kLastYear)
            return problem(no, u"暦にない日付です。日付を確かめてください。"_s,
                           u"no such day in the calendar. Check the date."_s)
                .error;
        if (name != name.trimmed())
            return problem(no, u"名称の前後に空白があります。空白を除いてください。"_s,
                           u"spaces around the name. Remove them."_s)
                .error;
        if (const auto wrong = checkOrder(no, day))
            return wrong;
        if (const auto wrong = checkWeekday(no, day, name))
            return wrong;
        m_days.push_back({day, name});
        return std::nullopt;
    }

    Read finish(int lines)
    {
        if (m_days.empty())
            return problem(0, u"祝日が1日もありません。内閣府の syukujitsu.csv を選んでください。"_s,
                           u"There is no holiday in the file. Choose syukujitsu.csv of the Cabinet Office."_s);
        if (const auto wrong = checkYearEnd(lines))
            return fail(*wrong);
        return ImportHolidays{std::move(m_days)};
    }

private:
    std::optional<HolidayFileProblem> checkOrder(int no, const QDate &day) const
    {
        if (m_days.empty() || m_days.back().day.year() < day.year()) {
            if (!m_days.empty() && m_days.back().day.year() + 1 != day.year())
                return problem(no,
                               u"%1年の祝日がありません。年が抜けていないファイルをお使いください。"_s.arg(
                                   m_days.back().day.year() + 1),
                               u"the holidays of %1 are missing. Use a file without gaps."_s.arg(
                                   m_days.back().day.year() + 1))
                    .error;
            if (!m_days.empty()) {
                if (const auto wrong = checkYearEnd(no - 1))
                    return wrong;
            }
            if (day.month() != 1 || day.day() != 1)
                return problem(
                           no,
                           u"%1年が元日から始まっていません。年の途中が欠けていないか確かめてください。"_s.arg(
                               day.year()),
                           u"%1 does not begin with New Year's Day. Check that nothing is missing."_s.arg(day.year()))
                    .error;
            return std::nullopt;
        }
        if (day == m_days.back().day)
            return problem(no, u"同じ日が2度あります。どちらが正しいか確かめ、一方を除いてください。"_s,
                           u"the same day twice. Check which is right and remove the other."_s)
                .error;
        if (day < m_days.back().day)
            return problem(no, u"日付の順に並んでいません。内閣府から取り直したファイルをお使いください。"_s,
                           u"not in the order of days. Get the file again from the Cabinet Office."_s)
                .error;
        return std::nullopt;
    }

    /// A year that ends before 勤労感謝の日 was cut off.
    std::optional<HolidayFileProblem> checkYearEnd(int no) const
    {
        const QDate last = m_days.back().day;
        if (last >= QDate(last.year(), 11, 23))
            return std::nullopt;
        return problem(
                   no,
                   u"%1年が途中で終わっています。ファイルが途中で切れていないか確かめてください。"_s.arg(last.year()),
                   u"%1 ends early. Check that the file was not cut off."_s.arg(last.year()))
            .error;
    }

    /// What a name says of the weekday (祝日法 2条, 3条).
    static std::optional<HolidayFileProblem> checkWeekday(int no, const QDate &day, const QString &name)
    {
        constexpr int kSeniorsOnMonday = 2003;
        constexpr int kComingOfAgeOnMonday = 2000;
        const int weekday = day.dayOfWeek();
        const bool monday = (name == u"成人の日"_s && day.year() >= kComingOfAgeOnMonday)
            || (name == u"敬老の日"_s && day.year() >= kSeniorsOnMonday);
        if ((name != u"休日"_s || weekday != Qt::Sunday) && (!monday || weekday == Qt::Monday))
            return std::nullopt;
        return problem(no, u"「%1」の曜日が合いません。日付を確かめてください。"_s.arg(name),
                       u"%1 does not fall on such a weekday. Check the date."_s.arg(name))
            .error;
    }

    std::vector<OfficialDay> m_days;
};

} // namespace

Read readHolidayFile(const QByteArray &file)
{
    if (file.size() > kMostHolidayFileBytes)
        return problem(0, u"ファイルが大きすぎます（1MBまで）。内閣府の syukujitsu.csv を選んでください。"_s,
                       u"The file is too large (1 MB at most). Choose syukujitsu.csv of the Cabinet Office."_s);
    const auto text = textOfFile(file);
    if (!text)
        return problem(
            0,
            u"文字コードが CP932（Shift_JIS）でも UTF-8 でもありません。内閣府から取り直したファイルをお使いください。"_s,
            u"The text is neither CP932 (Shift_JIS) nor UTF-8. Get the file again from the Cabinet Office."_s);
    QStringList lines = text->split(u'\n');
    while (!lines.isEmpty() && (lines.back().isEmpty() || lines.back() == u"\r"_s))
        lines.removeLast();
    for (QString &line : lines) {
        if (line.endsWith(u'\r'))
            line.chop(1);
    }
    if (lines.value(0) != u"国民の祝日・休日月日,国民の祝日・休日名称"_s)
        return problem(1,
                       u"見出しが「国民の祝日・休日月日,国民の祝日・休日名称」ではありません。"
                       "内閣府の syukujitsu.csv を選んでください。"_s,
                       u"the head is not that of the official list. Choose syukujitsu.csv of the Cabinet Office."_s);
    if (lines.size() > kMostImportedDays + 1)
        return problem(0, u"行が多すぎます。内閣府の syukujitsu.csv を選んでください。"_s,
                       u"There are too many lines. Choose syukujitsu.csv of the Cabinet Office."_s);
    HolidayLines days;
    for (int i = 1; i < lines.size(); ++i) {
        if (const auto wrong = days.take(i + 1, lines[i]))
            return fail(*wrong);
    }
    return days.finish(int(lines.size()));
}

} // namespace kessai
