// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/accounting/budgetfile.h"

#include "core/base/csv.h"
#include "core/base/textfile.h"
#include "core/calendar/era.h"

#include <QRegularExpression>
#include <QSet>
#include <QStringList>

#include <algorithm>
#include <unordered_map>
#include <utility>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kMostRows = 50'000;
constexpr qsizetype kMostName = 100;         // characters
constexpr qint64 kMostYen = 999'999'999'999; // as in a field of a form

enum class Column {
    Year,
    Code,
    Name = Code + int(kBudgetLevels),
    Section = Name + int(kBudgetLevels),
    Item,
    Kind,
    Amount,
    Day,
    Document
};
constexpr int kColumns = int(Column::Document) + 1;

const QStringList &headings()
{
    static const QStringList names{u"年度"_s,   u"会計"_s, u"款"_s,     u"項"_s,   u"目"_s,       u"事業"_s,
                                   u"節"_s,     u"細節"_s, u"会計名"_s, u"款名"_s, u"項名"_s,     u"目名"_s,
                                   u"事業名"_s, u"節名"_s, u"細節名"_s, u"所管"_s, u"専決区分"_s, u"種別"_s,
                                   u"金額"_s,   u"日付"_s, u"根拠"_s};
    return names;
}

/// 2026, R8, 令和8年度.
std::optional<FiscalYear> yearIn(QString text)
{
    static const QRegularExpression digits(u"\\A[0-9]*\\z"_s);
    if (text.endsWith(u"年度"))
        text.chop(2);
    if (digits.match(text).hasMatch()) // 26 may be of this century or of an era
        return text.size() == 4 && text[0] != u'0' ? std::optional(FiscalYear(text.toInt())) : std::nullopt;
    const bool letter = !text.isEmpty() && text[0].unicode() < 128;
    const auto day = parseDate(letter ? text + u".5.1"_s : text + u"年5月1日"_s);
    return day ? std::optional(FiscalYear(day->year())) : std::nullopt;
}

/// 1,234,000, △500, ▲500, -500.
std::optional<qint64> yenIn(QString text)
{
    text.remove(u',').remove(u'円').replace(u'△', u'-').replace(u'▲', u'-').replace(u'−', u'-');
    static const QRegularExpression whole(u"\\A-?[0-9]{1,12}\\z"_s);
    return whole.match(text).hasMatch() ? std::optional(text.toLongLong()) : std::nullopt;
}

std::optional<BudgetEntryKind> kindIn(const QString &text)
{
    for (int kind = 0; kind < kBudgetEntryKinds; ++kind) {
        if (text == nameOf(BudgetEntryKind(kind)).ja)
            return BudgetEntryKind(kind);
    }
    return std::nullopt;
}

/// A section by its code, or by a name that only one has; of several, the 課.
std::optional<SectionId> sectionIn(const QString &text, const Office &office)
{
    std::vector<const Section *> named;
    for (const Section &section : office.sections()) {
        if (section.code == text)
            return section.id;
        if (section.name == text)
            named.push_back(&section);
    }
    if (named.size() > 1)
        std::erase_if(named, [](const Section *section) { return section->level != SectionLevel::Section; });
    return named.size() == 1 ? std::optional(named.front()->id) : std::nullopt;
}

QString entryKey(const BudgetEntry &entry)
{
    return QString::number(entry.year.startYear()) + u' ' + entry.code + u' ' + QString::number(int(entry.kind)) + u' '
        + entry.document;
}

/// Whether two lines are the same but for the revisions of their rows.
bool sameLine(BudgetLine a, const BudgetLine &b)
{
    a.addedIn = b.addedIn;
    a.removedIn = b.removedIn;
    return a == b;
}

/// How wide a code is written on each level.
std::vector<qsizetype> widthsOf(const QString &code)
{
    std::vector<qsizetype> widths;
    for (const QString &part : code.split(u'-'))
        widths.push_back(part.size());
    return widths;
}

/// Takes up one row after the other.
class BudgetRows final {
public:
    explicit BudgetRows(const Office &office) : m_office(office) {}

    bool takeHeading(const QStringList &row)
    {
        for (int column = 0; column < kColumns; ++column) {
            m_at[size_t(column)] = row.indexOf(headings()[column]);
            if (m_at[size_t(column)] < 0 && column < int(Column::Item))
                blame(1, u"見出しに「%1」の列がありません。"_s.arg(headings()[column]),
                      u"The heading lacks the column “%1”."_s.arg(headings()[column]));
        }
        return m_file.problems.empty();
    }

    void take(int no, const QStringList &row)
    {
        m_no = no;
        m_row = &row;
        const auto line = lineIn();
        if (!line)
            return;
        const auto [known, fresh] = m_lines.insert({line->key(), m_file.import.lines.size()});
        if (fresh) {
            m_file.import.lines.push_back(*line);
        } else if (!sameLine(m_file.import.lines[known->second], *line)) {
            blame(no, u"上の行と同じ科目ですが、名称・所管・専決区分のどれかが違います。"_s,
                  u"The same line stands above with another name, section or item."_s);
            return;
        }
        if (const auto entry = entryIn(*line)) {
            if (m_entries.contains(entryKey(*entry)))
                blame(no, u"同じ科目・種別・根拠の行が上にあります。"_s,
                      u"A row with the same line, kind and document stands above."_s);
            m_entries.insert(entryKey(*entry));
            m_file.import.entries.push_back(*entry);
        }
    }

    BudgetFile finish()
    {
        if (m_file.import.lines.empty() && m_file.problems.empty())
            blame(0, u"見出しの下に行がありません。"_s, u"There is no row below the heading."_s);
        if (!m_file.problems.empty())
            m_file.import = {};
        return std::move(m_file);
    }

    void blame(int no, const QString &ja, const QString &en) { m_file.problems.push_back({no, {ja, en}}); }

private:
    /// As it is written: names.
    QString text(Column column, int further = 0) const
    {
        const qsizetype at = m_at[size_t(int(column) + further)];
        return at < 0 || at >= m_row->size() ? QString() : m_row->at(at);
    }
    /// Numbers and codes, whose digits may be full-width.
    QString cell(Column column, int further = 0) const
    {
        return text(column, further).normalized(QString::NormalizationForm_KC);
    }

    std::optional<BudgetLine> lineIn()
    {
        const auto year = yearIn(cell(Column::Year));
        if (!year) {
            blame(m_no,
                  u"年度「%1」が読めません。2026、R8、令和8年度のように書いてください。"_s.arg(cell(Column::Year)),
                  u"“%1” is no fiscal year; write 2026, R8 or 令和8年度."_s.arg(cell(Column::Year)));
            return std::nullopt;
        }
        BudgetLine line{.year = *year, .code = {}, .names = {}, .section = SectionId(0), .item = {}};
        QStringList parts;
        static const QRegularExpression part(u"\\A[0-9A-Za-z]{1,8}\\z"_s);
        for (int level = 0; level < int(kBudgetLevels); ++level) {
            const QString code = cell(Column::Code, level);
            const QString name = text(Column::Name, level);
            if (!part.match(code).hasMatch()) {
                blame(m_no,
                      u"「%1」の番号「%2」は、8文字までの数字・英字ではありません。"_s.arg(headings()[1 + level], code),
                      u"“%2” is no code of “%1”: up to 8 digits or letters."_s.arg(headings()[1 + level], code));
                return std::nullopt;
            }
            if (name.size() > kMostName
                || (name.isEmpty() && level != int(BudgetLevel::Project) && level != int(BudgetLevel::Detail))) {
                blame(m_no, u"「%1名」は1文字から100文字までです。"_s.arg(headings()[1 + level]),
                      u"The name of “%1” has 1 to 100 characters."_s.arg(headings()[1 + level]));
                return std::nullopt;
            }
            parts.append(code);
            line.names[size_t(level)] = name;
        }
        line.code = parts.join(u'-');
        const auto section = sectionIn(text(Column::Section), m_office);
        if (!section) {
            blame(m_no, u"所管「%1」という課は、今日の組織にありません。"_s.arg(text(Column::Section)),
                  u"There is no section “%1” in the office today."_s.arg(text(Column::Section)));
            return std::nullopt;
        }
        line.section = *section;
        line.item = cell(Column::Item).isEmpty() ? QString::number(parts[int(BudgetLevel::Section)].toInt())
                                                 : cell(Column::Item);
        const auto [widths, first] = m_widths.insert({year->startYear(), widthsOf(line.code)});
        if (!first && widths->second != widthsOf(line.code)) {
            blame(m_no,
                  u"科目の番号の桁数が上の行と違います。表計算ソフトで先頭の0が落ちていないか確かめてください。"_s,
                  u"The code has another width than above. A spreadsheet may have dropped leading zeros."_s);
            return std::nullopt;
        }
        return line;
    }

    /// What the line gets; a row without a kind and an amount only says what the line is.
    std::optional<BudgetEntry> entryIn(const BudgetLine &line)
    {
        const QString kindText = cell(Column::Kind);
        if (kindText.isEmpty() && cell(Column::Amount).isEmpty())
            return std::nullopt;
        const auto kind = kindIn(kindText);
        const auto amount = yenIn(cell(Column::Amount));
        const auto day = parseDate(cell(Column::Day));
        if (!kind) {
            blame(m_no, u"種別「%1」は、当初・補正・繰越・予備費・流用・配当のどれでもありません。"_s.arg(kindText),
                  u"“%1” is none of the kinds 当初, 補正, 繰越, 予備費, 流用, 配当."_s.arg(kindText));
            return std::nullopt;
        }
        const bool negative = amount && *amount < 0 && *kind == BudgetEntryKind::Initial;
        if (!amount || negative || *amount > kMostYen) {
            blame(m_no, u"金額「%1」が、この種別の円単位の整数ではありません。"_s.arg(cell(Column::Amount)),
                  u"“%1” is no whole amount of yen of this kind."_s.arg(cell(Column::Amount)));
            return std::nullopt;
        }
        if (!day) {
            blame(m_no, u"日付「%1」が読めません。2026-04-01、R8.4.1のように書いてください。"_s.arg(cell(Column::Day)),
                  u"“%1” is no day; write 2026-04-01 or R8.4.1."_s.arg(cell(Column::Day)));
            return std::nullopt;
        }
        const QString document = text(Column::Document);
        if (document.size() > kMostName || (document.isEmpty() && *kind != BudgetEntryKind::Initial)) {
            blame(
                m_no,
                u"根拠（議案番号、配当通知など）を100文字までで書いてください。同じ行を二度取り込まないための目印です。"_s,
                u"Say on which document it rests, in up to 100 characters: by it the row is not entered twice."_s);
            return std::nullopt;
        }
        return BudgetEntry{line.year, line.code, *kind, *amount, *day, document.isEmpty() ? u"当初予算"_s : document,
                           1};
    }

    const Office &m_office;
    BudgetFile m_file;
    std::array<qsizetype, kColumns> m_at{};
    std::unordered_map<QString, size_t> m_lines;
    std::unordered_map<int, std::vector<qsizetype>> m_widths;
    QSet<QString> m_entries;
    int m_no = 0;
    const QStringList *m_row = nullptr;
};

} // namespace

BudgetFile readBudgetFile(const QByteArray &file, const Office &office)
{
    BudgetRows rows(office);
    const auto text = textOfFile(file);
    if (!text) {
        rows.blame(0, u"UTF-8でもCP932（Shift_JIS）でもないファイルです。"_s,
                   u"The file is neither UTF-8 nor CP932 (Shift_JIS)."_s);
        return rows.finish();
    }
    const auto all = readCsv(*text);
    if (!all) {
        rows.blame(0, u"引用符「\"」が閉じていない箇所があります。"_s, u"A quotation mark is not closed."_s);
        return rows.finish();
    }
    if (qsizetype(all->size()) > kMostRows) {
        rows.blame(0, u"行が多すぎます（%1行まで）。"_s.arg(kMostRows),
                   u"Too many rows (at most %1)."_s.arg(kMostRows));
        return rows.finish();
    }
    if (all->empty() || !rows.takeHeading(all->front().cells))
        return rows.finish();
    for (size_t i = 1; i < all->size(); ++i)
        rows.take((*all)[i].line, (*all)[i].cells);
    return rows.finish();
}

namespace {

/// What new rows carry over to lines of a year, and take for it from the year before, by the line's key.
struct CarriedOver final {
    QHash<QString, qint64> cameIn;
    QHash<QString, qint64> wentOut;
};

CarriedOver carriedBy(const std::vector<BudgetEntry> &fresh)
{
    CarriedOver carried;
    for (const BudgetEntry &entry : fresh) {
        if (entry.kind != BudgetEntryKind::Carried)
            continue;
        const FiscalYear to(entry.year.startYear() + (entry.amount < 0 ? 1 : 0));
        auto &sums = entry.amount < 0 ? carried.wentOut : carried.cameIn;
        sums[BudgetLine{.year = to, .code = entry.code}.key()] += qAbs(entry.amount);
    }
    return carried;
}

/// What is carried over to a line that was there the year before is taken from it by new rows of the same file, or the same yen would be
/// spent in both years (繰越明許費 etc.; 地方自治法213条, 220条3項).
std::optional<BudgetProblem> carriedTwice(const BudgetEntry &entry, const CarriedOver &carried,
                                          const BudgetImport &import, const BudgetBook &book)
{
    if (entry.kind != BudgetEntryKind::Carried || entry.amount <= 0)
        return std::nullopt;
    const FiscalYear before(entry.year.startYear() - 1);
    const QString key = BudgetLine{.year = before, .code = entry.code}.key();
    const QString own = BudgetLine{.year = entry.year, .code = entry.code}.key();
    const qint64 sum = carried.cameIn.value(own);
    const bool taken = carried.wentOut.value(own) == sum;
    const bool stood = !taken
        && (book.find(key) || std::any_of(import.lines.begin(), import.lines.end(), [&key](const BudgetLine &line) {
                return line.key() == key;
            }));
    if (!stood || taken)
        return std::nullopt;
    return BudgetProblem{
        0,
        {u"%1: 繰越%2円を%3年度から減額する行（種別 繰越、金額 -%2）が同じファイルにありません。"_s.arg(entry.code)
             .arg(sum)
             .arg(before.startYear()),
         u"%1: no row takes the ¥%2 carried over from fiscal year %3 (kind 繰越, amount -%2)."_s.arg(entry.code)
             .arg(sum)
             .arg(before.startYear())}};
}

} // namespace

BudgetDiff diffOf(const BudgetImport &import, const BudgetBook &book, const std::vector<BudgetEntry> &entered)
{
    BudgetDiff diff;
    for (const BudgetLine &line : import.lines) {
        const BudgetLine *before = book.find(line.key());
        const std::vector<const BudgetLine *> year = before ? std::vector<const BudgetLine *>{} : book.of(line.year);
        if (!year.empty() && widthsOf(year.front()->code) != widthsOf(line.code))
            diff.problems.push_back(
                {0,
                 {u"%1: 番号の桁数がこの年度の科目（%2）と違います。"_s.arg(line.code, year.front()->code),
                  u"%1: the code has another width than those of the year (%2)."_s.arg(line.code,
                                                                                       year.front()->code)}});
        if (!before)
            diff.lines.push_back(line);
        else if (!sameLine(*before, line))
            diff.changed.push_back({*before, line});
    }
    QHash<QString, qint64> there;
    for (const BudgetEntry &entry : entered)
        there.insert(entryKey(entry), entry.amount);
    std::vector<BudgetEntry> fresh;
    std::copy_if(import.entries.begin(), import.entries.end(), std::back_inserter(fresh),
                 [&](const BudgetEntry &entry) { return !there.contains(entryKey(entry)); });
    const CarriedOver carried = carriedBy(fresh);
    for (const BudgetEntry &entry : import.entries) {
        const auto before = there.constFind(entryKey(entry));
        if (before == there.constEnd()) {
            if (auto twice = carriedTwice(entry, carried, import, book))
                diff.problems.push_back(*std::move(twice));
            diff.entries.push_back(entry);
        } else if (*before == entry.amount)
            ++diff.same;
        else
            diff.problems.push_back(
                {0,
                 {u"%1: %2「%3」は%4円で取り込み済みです。訂正は別の根拠の行で差額を入れてください。"_s
                      .arg(entry.code, nameOf(entry.kind).ja, entry.document)
                      .arg(*before),
                  u"%1: %2 “%3” is there with ¥%4. Enter the difference as a row with another document."_s
                      .arg(entry.code, nameOf(entry.kind).en, entry.document)
                      .arg(*before)}});
    }
    return diff;
}

Bilingual nameOf(BudgetEntryKind kind)
{
    switch (kind) {
    case BudgetEntryKind::Initial: return {u"当初"_s, u"Initial"_s};
    case BudgetEntryKind::Supplementary: return {u"補正"_s, u"Supplementary"_s};
    case BudgetEntryKind::Carried: return {u"繰越"_s, u"Carried over"_s};
    case BudgetEntryKind::Reserve: return {u"予備費"_s, u"From the reserve"_s};
    case BudgetEntryKind::Transfer: return {u"流用"_s, u"Transfer"_s};
    case BudgetEntryKind::Allotment: return {u"配当"_s, u"Allotment"_s};
    }
    return {};
}

} // namespace kessai
