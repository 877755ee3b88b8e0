// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/office/stafffile.h"
#include "core/services/desk.h"

#include <QObject>

#include <functional>

namespace kessai {

class DeskSession;

/// The organisation on a day, and what an administrator makes of it from that day on: every act can be taken back and done again, and what makes no
/// sense is looked for after each.
class OrganisationDraft final : public QObject {
    Q_OBJECT

public:
    explicit OrganisationDraft(DeskSession &session, QObject *parent = nullptr);

    /// Reads the office anew; what is drafted stays, upon what it was begun on, until it is refused for that.
    void read();
    bool loaded() const { return m_draft.has_value(); }
    const OrganisationSheet &sheet() const { return m_sheet; }
    /// As it was read last, whatever the draft stands upon.
    const OrganisationSheet &newest() const { return m_newest; }

    /// The day that is looked at and from which the draft is; a draft goes along to another day, but not into the past.
    const QDate &day() const { return m_day; }
    void setDay(const QDate &day);
    /// Whether anything may be changed on the day.
    bool open() const { return m_day >= m_sheet.today; }

    const Office &before() const { return *m_draft->before(); }
    const Office &after() const { return *m_draft->after(); }
    const Reorganisation &change() const { return m_draft->change(); }
    const OfficeDraft &draft() const { return *m_draft; }
    bool changed() const { return loaded() && !m_draft->change().empty(); }
    /// Does something to the draft, which can be undone as one.
    void act(const std::function<void(OfficeDraft &)> &act);
    /// Nothing is drafted for the past, nor done again there.
    bool canUndo() const { return open() && m_at > 0; }
    bool canRedo() const { return open() && m_at + 1 < m_steps.size(); }
    void undo();
    void redo();
    void giveUp();
    /// Takes people and posts from a file into the draft, all of it or nothing.
    void readFile(const QString &path);
    /// Takes what was prepared and failed into the draft, from today on; once the draft is saved that is put aside.
    void takeUp(const PreparedChange &failed);

    const std::vector<OfficeProblem> &problems() const { return m_problems; }
    /// Whether what was found is of the draft as it stands.
    bool judged() const { return m_judged; }
    bool blocked() const;
    std::vector<Bilingual> words() const;

    bool busy() const { return m_busy; }
    void record(const QString &reason);
    /// What something prepared changes, against what else is in force by then.
    std::vector<Bilingual> wordsOf(const PreparedChange &prepared) const;
    void takeBack(int number);
    /// Ends what failed.
    void putAside(int number);
    /// Tries the day with the draft.
    void tryDay();

Q_SIGNALS:
    void readFailed(const kessai::Error &error);
    /// The day, the draft or the office is another.
    void officeChanged();
    void problemsFound();
    void busyChanged(bool busy);
    void recorded(const QDate &day);
    void takenBack();
    /// What failed is put aside.
    void seenTo();
    /// The office was read anew.
    void sheetRead();
    void failed(const kessai::Error &error);
    void dayTried(const kessai::DryRun &run);
    void fileRefused(const std::vector<kessai::StaffRowProblem> &problems);
    void fileTaken(bool changed);

private:
    void rebase();
    void putAsideTakenUp();
    void go(size_t at);
    void judge();
    void refuse(const Error &error);
    template <class Ask, class Then, class Otherwise>
    void write(Ask ask, Then then, Otherwise otherwise);

    DeskSession &m_session;
    OrganisationSheet m_sheet;
    OrganisationSheet m_newest; ///< as read last; the draft is upon `m_sheet`
    QDate m_day;
    std::optional<OfficeDraft> m_draft;
    std::vector<Reorganisation> m_steps; ///< the draft after each act, the first empty
    size_t m_at = 0;
    std::vector<OfficeProblem> m_problems;
    int m_files = 0;  ///< the same for files
    int m_checks = 0; ///< by which the answer to an older question is told
    bool m_judged = true;
    bool m_busy = false;
    int m_takenUp = 0;        ///< what failed and is in the draft; none: 0
    int m_toPutAside = 0;     ///< what failed and is put aside once the office was read
    bool m_overtaken = false; ///< somebody else was faster: what is drafted goes upon what they made
};

} // namespace kessai
