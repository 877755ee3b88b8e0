// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/door.h"
#include "core/services/desk.h"
#include "tests/support/memorymeetings.h"
#include "tests/support/officebuilder.h"

#include <atomic>
#include <condition_variable>
#include <map>
#include <mutex>

namespace kessai::test {

/// What is asked of an office's store.
enum class Ask {
    Pulse,
    List,
    Load,
    SaveDraft,
    DeleteDraft,
    Append,
    Begin,
    Put,
    Finish,
    Chunk,
    Configure,
    Sums,
    People,
    Meetings,
    ChangeMeeting,
    ReadInk,
    PutInk,
    Live,
    ChangeLive
};

/// The small office with the memo form, kept in memory behind the real ports: the engine decides and folds every act as it does
/// for a database, so that real desks can work on it. On top of that a test can make it fail, hang, lose its connection or its
/// honesty, and learn what was asked of it and on which thread. Safe to use from the test while a desk works on its thread.
class MemoryOffice final : public Door {
public:
    MemoryOffice();

    const SmallOffice &staff() const { return m_people; }
    const FormCatalog &forms() const { return m_catalog; }
    const Clock &clock() const { return m_clock; }
    const FormDefinition &memo() const { return m_configuration.forms.front(); }

    // The door: in the trial office whoever is asked for, at a server by login name and the password "right".
    Result<std::unique_ptr<Store>> open(const SignIn &signIn) override;
    Result<std::vector<Person>> people(const QString &database) override;
    /// A desk of somebody, to be started on a desk's thread.
    Result<std::unique_ptr<Desk>> desk(StaffId who);

    // What happened behind the window's back; never fails by what is set below.
    CaseId draft(StaffId drafter, const QJsonObject &fields);
    CaseId file(StaffId drafter, const QJsonObject &fields, const std::vector<Attachment> &attachments = {});
    /// Acts on a case as it is now; false when the engine refuses.
    bool act(StaffId who, CaseId id, const Act &act);
    /// Changes a sealed title, so that the record does not prove itself any more.
    void tamper(CaseId id);
    /// Changes the first act itself, so that nothing of the history can be replayed.
    void breakHistory(CaseId id);
    /// Stores a file that any case may name.
    Attachment keep(const QString &name, const QByteArray &bytes);
    /// Lists show this many made-up cases first, made when they are asked for.
    void fill(qint64 rows);
    void changeConfiguration();

    // How it misbehaves.
    void failNext(Ask ask, const Error &error, int times = 1);
    /// The next act is recorded, but the answer is lost.
    void loseNextAnswer();
    /// No call is answered any more.
    void cut();
    void mend();
    /// Calls of this kind wait until `release`.
    void hold(Ask ask);
    void release();

    // What was seen.
    int asked(Ask ask) const;
    bool askedOnGuiThread() const;
    /// The request ids of all attempts to append, in order.
    QStringList requests() const;
    Case stateOf(CaseId id) const;
    /// The newest content of a case; what its drafter sees.
    Content contentOf(CaseId id) const;
    std::vector<CaseId> draftsOf(StaffId who) const;

private:
    friend class MemoryStore;
    struct Filed {
        Case state;
        QString number;
        std::vector<Event> history;
        std::vector<CaseRecord::Revision> revisions;
        bool urgent = false;
        Instant createdAt;
        Instant changedAt;
        std::optional<Instant> submittedAt;
        Instant arrivedAt; ///< when an assignment opened last
    };
    /// Time moves on by a second with every write.
    class MemoryClock final : public Clock {
    public:
        Instant now() const override { return Instant(m_us.load()); }
        void tick() { m_us += 1'000'000; }

    private:
        std::atomic<qint64> m_us{Instant::fromTokyo(SmallOffice::today(), QTime(9, 0)).microseconds()};
    };

    Result<> enter(Ask ask);
    std::unique_ptr<Desk> backstage(StaffId who);
    std::shared_ptr<const Office> office() const;
    bool mayRead(const Filed &filed, StaffId who) const;
    bool decidesOn(const Filed &filed, StaffId who) const;
    std::optional<CaseRow> rowFor(const Filed &filed, StaffId who, ListKind kind) const;
    CaseRow madeUpRow(qint64 no) const;
    Result<ListPage> list(StaffId who, const ListQuery &query) const;
    Pulse pulse(StaffId who) const;
    Result<std::vector<AwayMinutes>> away(StaffId who, SectionId section, const QDate &from, const QDate &until) const;
    std::vector<OwnPosting> own(StaffId who, const QDate &from, const QDate &until) const;
    Result<CaseRecord> load(StaffId who, CaseId id) const;
    Result<CaseId> saveDraft(StaffId who, const DraftSave &draft);
    Result<> deleteDraft(StaffId who, CaseId id);
    Result<Event> append(const AppendRequest &request);

    SmallOffice m_people;
    FormCatalog m_catalog;
    Configuration m_configuration;
    MemoryClock m_clock;

    mutable std::mutex m_mutex;
    std::condition_variable m_gate;
    std::map<CaseId, Filed> m_cases;
    QHash<QByteArray, std::vector<QByteArray>> m_chunks; ///< of whole files
    std::map<qint64, std::pair<Attachment, std::vector<QByteArray>>> m_uploads;
    MemoryMeetings m_meetings;
    qint64 m_lastId = 0;
    qint64 m_madeUp = 0;
    qint64 m_mark = 0;
    qint64 m_configurations = 1;

    std::map<Ask, std::pair<Error, int>> m_faults;
    std::map<Ask, int> m_asked;
    std::optional<Ask> m_held;
    QStringList m_requests;
    bool m_cut = false;
    bool m_loseAnswer = false;
    bool m_onGuiThread = false;
};

} // namespace kessai::test
