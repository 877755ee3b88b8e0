// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/guidebook.h"

#include "core/base/searchwords.h"
#include "core/base/textfold.h"

#include <QCoreApplication>
#include <QFile>
#include <QRegularExpression>

#include <algorithm>

namespace kessai {

namespace {

/// Where in the guide a place of the window is written about. Places that are not here are on the start page.
struct About {
    const char *place;
    const char *where;
};
constexpr About kAbout[] = {
    {"tray", "guide.md#職員：申請する・承認する"},
    {"late", "guide.md#課長・係長：決裁を進める"},
    {"absences", "guide.md#休むとき・代わりを頼むとき"},
    {"month", "guide.md#自分の月と課の予定"},
    {"section", "guide.md#自分の月と課の予定"},
    {"posts", "guide.md#管理者：庁を整える"},
    {"holidays", "guide.md#管理者：庁を整える"},
    {"budget", "budget.md"},
    {"examination", "examination.md"},
    {"payments", "payments.md"},
    {"unpaid", "payments.md#課から見えるもの"},
    {"withheld", "payments.md#源泉徴収"},
    {"new:commitment", "spending.md#支出負担行為伺"},
    {"new:commitment_payment", "spending.md"},
    {"new:commitment_change", "spending.md#変更と取消"},
    {"new:inspection", "spending.md#検査調書"},
    {"new:payment", "spending.md#支出命令"},
    {"new:refund", "payments.md#戻入・更正・精算"},
    {"new:budget_transfer", "budget.md#流用と調定"},
    {"new:assessment", "budget.md#流用と調定"},
    {"payees", "payees.md"},
    {"meetings", "meetings.md"},
    {"work", "payroll.md"},
    {"settings:decisions", "administration.md#専決表"},
    {"settings:routes", "administration.md#承認経路"},
    {"settings:bench", "administration.md#テストベンチ"},
    {"settings:forms", "administration.md#様式"},
    {"settings:faults", "administration.md#差し戻す理由"},
    {"settings:parameters", "administration.md#基準値"},
    {"settings:organisation", "administration.md#組織"},
    {"settings:acts", "administration.md#変更の履歴"},
    {"acts", "administration.md#変更の履歴"},
    {"settings:health", "operation.md#健康状態"},
    {"settings", "administration.md"},
};

QString readPage(const QDir &folder, const QString &page)
{
    QFile file(folder.filePath(page));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

/// The pages a page names, by its links.
QStringList linkedPages(const QString &text)
{
    static const QRegularExpression link(QStringLiteral("\\]\\(([a-z]+\\.md)(?:#[^)]*)?\\)"));
    QStringList pages;
    for (auto it = link.globalMatch(text); it.hasNext();)
        pages += it.next().captured(1);
    pages.removeDuplicates();
    return pages;
}

/// Words without what marks them up.
QString plainLine(QString line)
{
    static const QRegularExpression link(QStringLiteral("!?\\[([^\\]]*)\\]\\([^)]*\\)"));
    static const QRegularExpression mark(QStringLiteral("[*`|]+"));
    return line.replace(link, QStringLiteral("\\1")).replace(mark, QStringLiteral(" "));
}

std::vector<GuideSection> sectionsOf(const QString &page, const QString &text)
{
    static const QRegularExpression heading(QStringLiteral("^(#{1,6})\\s+(.*\\S)\\s*$"));
    std::vector<GuideSection> sections;
    bool code = false;
    for (const QString &line : text.split(QLatin1Char('\n'))) {
        code = line.startsWith(QLatin1String("```")) ? !code : code;
        const auto match = code ? QRegularExpressionMatch() : heading.match(line);
        if (match.hasMatch()) {
            const QString words = plainLine(match.captured(2)).simplified();
            sections.push_back({page, words, int(match.capturedLength(1)), int(sections.size()), foldText(words)});
        } else if (!sections.empty()) {
            sections.back().text += QLatin1Char('\n') + foldText(QString(plainLine(line)));
        }
    }
    return sections;
}

} // namespace

QDir GuideBook::usualFolder()
{
    return QDir(QDir(QCoreApplication::applicationDirPath()).filePath(QStringLiteral("../share/kessai/guide")));
}

GuideBook GuideBook::read(const QDir &folder)
{
    GuideBook book;
    book.m_folder = folder;
    const QString start = readPage(folder, startPage());
    if (start.isEmpty())
        return book;
    const QStringList others = folder.entryList({QStringLiteral("*.md")}, QDir::Files, QDir::Name);
    for (const QString &page : QStringList{startPage()} + linkedPages(start) + others) {
        const QString text = page == startPage() ? start : readPage(folder, page);
        if (text.isEmpty() || book.m_pages.contains(page))
            continue;
        book.m_pages += page;
        book.m_texts += text;
        for (GuideSection &section : sectionsOf(page, text))
            book.m_sections.push_back(std::move(section));
    }
    return book;
}

QString GuideBook::about(const QString &place)
{
    const auto found = std::find_if(std::begin(kAbout), std::end(kAbout),
                                    [&](const About &one) { return place == QLatin1String(one.place); });
    if (found != std::end(kAbout))
        return QString::fromUtf8(found->where);
    return place.startsWith(QLatin1String("settings:")) ? about(QStringLiteral("settings")) : startPage();
}

QString GuideBook::titleOf(const QString &page) const
{
    const GuideSection *first = section(page, {});
    return first ? first->heading : page;
}

QString GuideBook::textOf(const QString &page) const
{
    const auto at = m_pages.indexOf(page);
    return at < 0 ? QString() : m_texts[at];
}

const GuideSection *GuideBook::section(const QString &page, const QString &heading) const
{
    const GuideSection *first = nullptr;
    for (const GuideSection &one : m_sections) {
        if (one.page != page)
            continue;
        if (!heading.isEmpty() && one.heading == heading)
            return &one;
        if (!first)
            first = &one;
    }
    return first;
}

std::vector<const GuideSection *> GuideBook::find(const QString &words) const
{
    const QStringList wanted = searchWords(words);
    std::vector<const GuideSection *> found;
    if (wanted.isEmpty())
        return found;
    const auto hasAll = [&](const QString &text) {
        return std::all_of(wanted.begin(), wanted.end(), [&](const QString &word) { return text.contains(word); });
    };
    for (const GuideSection &one : m_sections) {
        if (hasAll(one.text))
            found.push_back(&one);
    }
    std::stable_partition(found.begin(), found.end(),
                          [&](const GuideSection *one) { return hasAll(foldText(one->heading)); });
    return found;
}

} // namespace kessai
