// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/decisionfile.h"
#include "core/services/desk.h"
#include "ui/admin/draftsteps.h"
#include "ui/shell/desksession.h"

#include <QObject>
#include <QTimer>

#include <algorithm>
#include <functional>

namespace kessai {

/// The office's rules as they are, and the next revision of one of them while an administrator writes it: what is wrong with it is asked after
/// every change. What is written is for DraftOf to keep.
class RevisionDraft : public QObject {
    Q_OBJECT

public:
    explicit RevisionDraft(DeskSession &session, QObject *parent = nullptr);

    /// Reads the rules anew; a draft stays.
    void read();
    const RuleBook &book() const { return m_book; }
    const std::shared_ptr<const Office> &office() const { return m_book.office; }
    const std::vector<FormDefinition> &forms() const { return m_book.forms; }

    virtual bool writing() const = 0;
    virtual bool changed() const = 0;
    virtual bool canUndo() const = 0;
    virtual bool canRedo() const = 0;
    virtual void undo() = 0;
    virtual void redo() = 0;
    virtual void giveUp() = 0;
    virtual QDate day() const = 0;
    virtual void setDay(const QDate &day) = 0;
    /// Takes what a file says into the draft, all or none of it.
    virtual void readFile(const QString &path) = 0;
    /// Puts the draft in force from its day on.
    virtual void adopt(const QString &reason) = 0;

    const std::vector<RuleProblem> &problems() const { return m_problems; }
    /// Whether something has to be put right before it can be used.
    bool blocked() const;
    bool busy() const { return m_busy; }

Q_SIGNALS:
    void bookRead();
    void readFailed(const kessai::Error &error);
    /// The draft is another one now, or gone.
    void draftChanged();
    /// What is wrong with it has been found out.
    void problemsFound();
    void fileRefused(const std::vector<kessai::TableRowProblem> &problems);
    void fileTaken(int changes);
    void adopted(const QDate &day);
    void adoptionFailed(const kessai::Error &error);
    void busyChanged(bool busy);

protected:
    using Problems = Result<std::vector<RuleProblem>>;
    /// Asks what is wrong with the draft as it is now.
    virtual void check() = 0;
    using Question = std::function<Problems(Desk &)>;
    void checkBy(Question question);
    void forgetProblems();
    /// `done` is called where the door took it.
    void adoptBy(std::function<Result<>(Desk &)> door, std::function<void()> done, const QDate &day);
    static Result<QByteArray, std::vector<TableRowProblem>> bytesOf(const QString &path);

    DeskSession &m_session;
    int m_files = 0;

private:
    void askNext();

    QTimer m_pause; ///< between two questions: nobody reads what is wrong between two keys
    RuleBook m_book;
    std::vector<RuleProblem> m_problems;
    Question m_next; ///< about the newest draft, while an older one is answered
    bool m_asking = false;
    bool m_busy = false;
};

/// The draft itself, a T that is in force `from` a day on: every change can be taken back and done again.
template <class T>
class DraftOf : public RevisionDraft {
public:
    using RevisionDraft::RevisionDraft;

    bool writing() const final { return m_steps.active(); }
    /// As it is written now, and what it was begun from; only while writing. A field may be left while the draft goes: whatever changes one asks
    /// first.
    const T &draft() const { return m_steps.now(); }
    const T &origin() const { return m_steps.origin(); }
    bool changed() const final { return m_steps.changed(); }
    bool canUndo() const final { return m_steps.canUndo(); }
    bool canRedo() const final { return m_steps.canRedo(); }
    void undo() final
    {
        if (!canUndo())
            return;
        m_steps.undo();
        moved();
    }
    void redo() final
    {
        if (!canRedo())
            return;
        m_steps.redo();
        moved();
    }
    void giveUp() final
    {
        m_steps.clear();
        forgetProblems();
        Q_EMIT draftChanged();
        Q_EMIT problemsFound();
    }
    QDate day() const final { return draft().from; }
    void setDay(const QDate &day) final
    {
        if (!writing())
            return;
        T next = draft();
        next.from = day;
        change(std::move(next), QStringLiteral("day"));
    }

protected:
    void start(T first)
    {
        m_steps.begin(std::move(first));
        moved();
    }
    void change(T next, const QString &typing = {})
    {
        if (writing() && m_steps.change(std::move(next), typing))
            moved();
    }
    /// Those that are the newest of their day, oldest day first.
    template <class Wanted>
    static std::vector<const T *> newestOfEachDay(const std::vector<T> &revisions, Wanted wanted)
    {
        std::vector<const T *> all;
        for (const T &one : revisions) {
            if (!wanted(one))
                continue;
            const auto same =
                std::find_if(all.begin(), all.end(), [&](const T *known) { return known->from == one.from; });
            if (same == all.end())
                all.push_back(&one);
            else if ((*same)->revision < one.revision)
                *same = &one;
        }
        std::stable_sort(all.begin(), all.end(), [](const T *a, const T *b) { return a->from < b->from; });
        return all;
    }
    static const T *lastUntil(const std::vector<const T *> &revisions, const QDate &day)
    {
        const T *found = nullptr;
        for (const T *one : revisions) {
            if (one->from <= day)
                found = one;
        }
        return found;
    }

private:
    void moved()
    {
        Q_EMIT draftChanged();
        check();
    }

    DraftSteps<T> m_steps;
};

} // namespace kessai
