// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/office/stafffile.h"

#include "core/base/csv.h"
#include "core/base/textfile.h"
#include "core/office/said.h"

#include <algorithm>
#include <map>

namespace kessai {

namespace {

using StaffProblems = std::vector<StaffRowProblem>;

/// Somebody as the lines of a file describe them.
struct StaffEntry {
    int line;
    Staff person;
    bool leaves = false;
    std::vector<std::pair<PostId, Holding>> posts;
};

class StaffFileReader final {
public:
    explicit StaffFileReader(const OfficeDraft &draft) : m_draft(draft)
    {
        const Office &office = *draft.after();
        for (const Post &post : office.posts()) {
            m_posts[post.code].push_back(post.id);
            m_posts[office.sectionLabel(post.section) + QLatin1Char(' ') + post.title].push_back(post.id);
        }
    }

    void take(const CsvRow &row)
    {
        m_line = row.line;
        QStringList cells = row.cells;
        while (cells.size() < Columns)
            cells.append(QString());
        if (cells.size() > Columns)
            return blame("列が多すぎます。", "There are too many cells.");
        if (cells[Number].isEmpty())
            return blame("職員番号がありません。", "There is no staff number.");
        StaffEntry *entry = entryFor(cells);
        if (!entry)
            return;
        if (!cells[State].isEmpty() && cells[State] != QStringLiteral("退職"))
            return blame("区分「%1」は「退職」か空です。", "The state %1 is not known: 退職, or nothing.",
                         {cells[State]});
        if (cells[State] == QStringLiteral("退職")) {
            if (!m_draft.after()->staff(entry->person.id))
                return blame("いない人は退職できません。", "Nobody leaves who is not there.");
            entry->leaves = true;
            return;
        }
        takePost(*entry, cells[PostName], cells[HoldingName]);
    }

    Result<Reorganisation, StaffProblems> finish()
    {
        OfficeDraft draft = m_draft;
        for (StaffEntry &entry : m_entries) {
            m_line = entry.line;
            apply(draft, entry);
        }
        if (m_problems.empty() && m_entries.empty())
            m_problems.push_back(
                {0,
                 {QStringLiteral("見出しの下に行がありません。"), QStringLiteral("There is no row below the head.")}});
        if (!m_problems.empty())
            return fail(std::move(m_problems));
        return draft.change();
    }

private:
    enum StaffColumn { Number, Family, Given, Kana, Login, PostName, HoldingName, State, Columns };

    void blame(const char *ja, const char *en, const QStringList &names = {})
    {
        m_problems.push_back({m_line, said(ja, en, names)});
    }

    /// Where a person's lines are kept together; none where a line contradicts the ones before.
    StaffEntry *entryFor(const QStringList &cells)
    {
        const auto known = std::find_if(m_entries.begin(), m_entries.end(),
                                        [&](const StaffEntry &one) { return one.person.number == cells[Number]; });
        if (known != m_entries.end()) {
            if ((!cells[Family].isEmpty() && cells[Family] != known->person.familyName)
                || (!cells[Given].isEmpty() && cells[Given] != known->person.givenName)) {
                blame("職員番号%1の氏名が、前の行と違います。", "%1 has another name than in the line before.",
                      {cells[Number]});
                return nullptr;
            }
            return &*known;
        }
        const Staff *there = m_draft.after()->staffByNumber(cells[Number]);
        Staff person = there ? *there : Staff{StaffId(0), cells[Login], cells[Number], {}, {}, {}};
        for (const auto &[text, member] :
             {std::pair(cells[Family], &Staff::familyName), std::pair(cells[Given], &Staff::givenName),
              std::pair(cells[Kana], &Staff::kana)}) {
            if (!text.isEmpty())
                person.*member = text;
        }
        if (!there && cells[State] == QStringLiteral("退職")) {
            blame("職員番号%1の職員はいないので、退職にできません。", "Nobody has the number %1, so nobody leaves.",
                  {cells[Number]});
            return nullptr;
        }
        if (person.familyName.isEmpty() || person.givenName.isEmpty() || person.kana.isEmpty()
            || person.login.isEmpty()) {
            blame("新しい職員%1には、氏名、ふりがな、ログイン名が要ります。",
                  "Somebody new (%1) needs a name, its reading and a login.", {cells[Number]});
            return nullptr;
        }
        if (there && !cells[Login].isEmpty() && cells[Login] != there->login) {
            blame("%1のログイン名は変えられません。", "The login of %1 cannot be changed.", {there->name()});
            return nullptr;
        }
        m_entries.push_back({m_line, person, false, {}});
        return &m_entries.back();
    }

    void takePost(StaffEntry &entry, const QString &name, const QString &holding)
    {
        const auto found = m_posts.find(name);
        if (found == m_posts.end())
            return blame("「%1」という職はありません。", "There is no post %1.", {name});
        if (found->second.size() > 1)
            return blame("「%1」という職は二つ以上あります。コードで書いてください。",
                         "%1 means several posts; write the code.", {name});
        static const std::map<QString, Holding> words{{QString(), Holding::Primary},
                                                      {QStringLiteral("本務"), Holding::Primary},
                                                      {QStringLiteral("兼務"), Holding::Concurrent},
                                                      {QStringLiteral("事務取扱"), Holding::Acting}};
        const auto how = words.find(holding);
        if (how == words.end())
            return blame("任用「%1」は、本務、兼務、事務取扱のどれかです。", "%1 is none of 本務, 兼務, 事務取扱.",
                         {holding});
        const bool again = std::any_of(entry.posts.begin(), entry.posts.end(), [&](const auto &one) {
            return one.first == found->second.front()
                || (one.second == Holding::Primary && how->second == Holding::Primary);
        });
        if (again)
            return blame("%1の本務が二つあるか、同じ職が二度あります。", "%1 has two primary posts, or one twice.",
                         {entry.person.name()});
        entry.posts.emplace_back(found->second.front(), how->second);
    }

    void apply(OfficeDraft &draft, StaffEntry &entry)
    {
        if (entry.leaves && !entry.posts.empty())
            return blame("%1は退職し、職にも就いています。", "%1 leaves and holds a post.", {entry.person.name()});
        if (entry.leaves)
            return draft.leave(entry.person.id);
        if (entry.person.id.value() > 0)
            draft.setStaff(entry.person);
        else
            entry.person.id = draft.hire(entry.person);
        for (const PostId post : std::vector<PostId>(draft.after()->postsOf(entry.person.id))) {
            const bool stays =
                std::any_of(entry.posts.begin(), entry.posts.end(), [&](const auto &one) { return one.first == post; });
            if (!stays && draft.holding(entry.person.id, post))
                draft.release(entry.person.id, post);
        }
        for (const auto &[post, holding] : entry.posts)
            draft.appoint(entry.person.id, post, holding);
    }

    const OfficeDraft &m_draft;
    std::map<QString, std::vector<PostId>> m_posts; ///< by code, and by unit and title
    std::vector<StaffEntry> m_entries;
    StaffProblems m_problems;
    int m_line = 0;
};

} // namespace

const QStringList &staffColumns()
{
    static const QStringList columns{QStringLiteral("職員番号"), QStringLiteral("氏"),         QStringLiteral("名"),
                                     QStringLiteral("ふりがな"), QStringLiteral("ログイン名"), QStringLiteral("職"),
                                     QStringLiteral("任用"),     QStringLiteral("区分")};
    return columns;
}

std::vector<QStringList> staffRows(const OfficeDraft &draft)
{
    const auto word = [](Holding holding) {
        switch (holding) {
        case Holding::Primary: return QStringLiteral("本務");
        case Holding::Concurrent: return QStringLiteral("兼務");
        case Holding::Acting: return QStringLiteral("事務取扱");
        }
        return QString();
    };
    const Office &office = *draft.after();
    std::vector<QStringList> rows;
    for (const Staff &one : office.allStaff()) {
        const QStringList who{one.number, one.familyName, one.givenName, one.kana, one.login};
        for (const PostId post : office.postsOf(one.id)) {
            const auto holding = draft.holding(one.id, post);
            if (holding && office.post(post))
                rows.push_back(who + QStringList{office.post(post)->code, word(*holding), QString()});
        }
    }
    return rows;
}

Result<Reorganisation, std::vector<StaffRowProblem>> readStaffFile(const QByteArray &file, const OfficeDraft &draft)
{
    const auto refuse = [](const char *ja, const char *en, const QStringList &names = {}) {
        return fail(StaffProblems{{0, said(ja, en, names)}});
    };
    if (file.size() > kMostStaffFileBytes)
        return refuse("ファイルが大きすぎます。", "The file is too large.");
    const auto text = textOfFile(file);
    if (!text)
        return refuse("文字コードはUTF-8かCP932です。", "The file is neither UTF-8 nor CP932.");
    const auto rows = readCsv(*text);
    if (!rows)
        return refuse("引用符が閉じていません。", "A quote is never closed.");
    if (rows->empty() || rows->front().cells != staffColumns())
        return refuse("1行目は次の見出しです：%1", "The first line is the head: %1",
                      {staffColumns().join(QLatin1Char(','))});
    StaffFileReader reader(draft);
    for (size_t i = 1; i < rows->size(); ++i)
        reader.take((*rows)[i]);
    return reader.finish();
}

} // namespace kessai
