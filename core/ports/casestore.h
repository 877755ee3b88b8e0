// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/accounting/payments.h"
#include "core/base/result.h"
#include "core/calendar/fiscalyear.h"
#include "core/cases/case.h"
#include "core/cases/content.h"
#include "core/cases/proofmark.h"

#include <QStringList>

namespace kessai {

/// One row of a list: what the tray and the other lists show, without opening the case.
struct CaseRow final {
    CaseId id;
    QString number; ///< "R8-000123"; empty of a draft
    QString form;
    QString title;
    StaffId drafter;
    QString drafterName;
    QString drafterSection;
    std::optional<qint64> amount;
    CaseState state;
    int seq;
    bool urgent = false;
    bool important = false;
    int attachments = 0;
    std::optional<Instant> submittedAt;
    Instant changedAt;
    std::optional<Instant>
        arrivedAt; ///< since when it waits where it is now: in the tray, and of running cases of one's own
    std::optional<StepKind> myStep;   ///< what it asks there
    bool afterwards = false;          ///< it went on without the reader, who is to read it (後閲), in the tray only
    QString nowWith;                  ///< title of the posts it waits for now ("総務課長"), empty when nobody
    std::vector<Assignee> waitsFor{}; ///< the same, in the tray and of running cases of one's own
    std::optional<Instant> remindedAt{}; ///< the last reminder (催促) since it arrived, in the tray only
    bool cancels = false;                ///< it takes back another (取消の案件), whole or in part
    QString cancelledBy{};               ///< number of the decided case that cancelled it
    std::optional<StaffId> filer{};      ///< who filed it for its drafter (代理入力)
    bool ordered = false; ///< it was decided and waits for the examination of what was ordered (命令済・審査中)
    // What the desk adds (core/services/deadlines.h); no store knows it.
    std::optional<QDate>
        due{};           ///< the day by which whoever it waits for, or its drafter after a return, is to see to it
    bool late = false;   ///< that day has passed
    bool acting = false; ///< in the tray: it waits for somebody in whose place the reader decides (代決)
    bool absent = false; ///< everybody it waits for is away today
    std::optional<PaymentState> payment{}; ///< of a decided voucher that stands in a batch
    friend bool operator==(const CaseRow &, const CaseRow &) = default;
};

/// The lists of the main window.
enum class ListKind {
    Tray,      ///< open assignments that are mine by post, person or deputyship, and what I am to read afterwards
    Attention, ///< mine, returned or withdrawn; what lies forgotten comes first
    Own,       ///< everything I filed that was submitted, for colleagues too
    Late,      ///< what is late with, or of, the sections I head, as far as I may read it; longest first
    Decided,   ///< what I may read and is decided
    Drafts,    ///< my drafts
    All,       ///< everything I may read
};

/// Where the next page begins: the last row's sort key. Opaque to callers.
struct PageKey final {
    qint64 sort;
    qint64 id;
    friend bool operator==(const PageKey &, const PageKey &) = default;
};

/// What arrived before these instants is late; none of anything where they are 0. Deadlines count working days, which no database
/// knows, so that they come with the question (core/services/deadlines.h).
struct LateBefore final {
    Instant review{0};
    Instant consult{0};
    Instant examine{0};
    Instant decide{0};
    Instant circulate{0};
    Instant returned{0}; ///< what came back to its drafter and was not filed again
    friend bool operator==(const LateBefore &, const LateBefore &) = default;
};

struct ListQuery final {
    ListKind kind = ListKind::Tray;
    QStringList forms{}; ///< empty = all
    /// Words to find in number, title, drafter and the texts of the form's fields, in the revision the list shows; folded before
    /// comparing; empty = all.
    QString text{};
    std::optional<PageKey> after{};
    int limit = 200;
    bool lateFirst =
        false; ///< in the tray: what is late before everything else, each the oldest first; else the newest first
    LateBefore late{};
};
struct ListPage final {
    std::vector<CaseRow> rows;
    std::optional<PageKey> next; ///< none = this was the last page
    std::optional<qint64> total; ///< on the first page only, and besides the tray only where it is all there is
};

/// Counts for the navigation and a mark that changes when anything of mine changed: the cheap poll of database.md.
struct Pulse final {
    qint64 waiting = 0;                 ///< tray
    qint64 examining = 0;               ///< of these, at steps that examine (審査)
    qint64 attention = 0;               ///< returned or withdrawn to me
    std::optional<Instant> untouched{}; ///< since when the oldest of these lies there
    qint64 own = 0;                     ///< mine and still running
    qint64 drafts = 0;
    qint64 mark = 0;          ///< any change of what I can see in lists moves it
    qint64 configuration = 0; ///< grows whenever office, forms, rules or parameters change
    Instant serverTime{0};
    friend bool operator==(const Pulse &, const Pulse &) = default;
};

/// A draft or a correction in the making, what is confidential kept apart. `id` none = a new case.
struct DraftSave final {
    std::optional<CaseId> id{};
    int revision = 1; ///< the revision being written: 1 for a draft, last sealed + 1 for a correction
    Content content;
    QString title;
    std::optional<qint64> amount{};
    bool urgent = false;
};

/// The other case of a cancellation (取消): which one it is, whether the cancellation is decided or runs, and which days it takes back
/// where it is not all that is left.
struct CancellationLink final {
    CaseId other;
    QString number;
    bool decided = false;
    std::optional<DayRange> days{};
    friend bool operator==(const CancellationLink &, const CancellationLink &) = default;
};

/// What a cancellation cancels, as it was decided.
struct CancelledCase final {
    StaffId drafter;
    PostId drafterPost;     ///< as which it was filed last
    int officeRevision = 0; ///< of which its route and numbers were made
    QString form;
    QString number;
    CaseState state;
    int formRevision;
    QJsonObject fields;
    QByteArray confidentialDigest;
    std::vector<Posting> postings;
    friend bool operator==(const CancelledCase &, const CancelledCase &) = default;
};

/// Everything needed to show and to prove a case, read in one round trip.
struct CaseRecord final {
    CaseId id;
    QString number;
    StaffId drafter;
    QString drafterName; ///< as of now; history carries the frozen names
    QString form;
    QString title;
    std::optional<qint64> amount;
    bool urgent = false;
    bool important = false;
    Instant createdAt{0};
    std::vector<Event> history;
    struct Revision {
        int no;
        Content content;
        QString title;
        std::optional<qint64> amount;
        bool sealed;
        friend bool operator==(const Revision &, const Revision &) = default;
    };
    std::vector<Revision> revisions; ///< oldest first; the last may be an unsealed draft, seen by its drafter only
    Projection projection;
    /// Digests of the chunks as they are stored now, by the file's SHA-256 (hex); compared with the sealed ones.
    QHash<QByteArray, std::vector<QByteArray>> storedChunks;
    std::optional<CancellationLink> cancels{};   ///< what it cancels while it runs or once it is decided
    std::optional<CancelledCase> original{};     ///< the same as it was decided, for readers who may read it too
    std::vector<CancellationLink> cancelledBy{}; ///< what cancels it: some of its days each, or all that is left
    /// What runs to cancel it, or cancelled all that was left; then nothing else can.
    const CancellationLink *cancellation() const;
    /// Whether the reader may read what is confidential in it: the drafter and those who decide on it, and the database's owner.
    bool privy = false;
    std::vector<ProofMark> marks{}; ///< what was ticked in examinations, the oldest first
    friend bool operator==(const CaseRecord &, const CaseRecord &) = default;
};

/// One act to record. The store applies its effects and the event in one transaction, or nothing.
struct AppendRequest final {
    CaseId caseId;
    int expectedSeq;   ///< the history's length the actor saw; anything else is refused as Stale
    QString requestId; ///< unique per act; the same id again returns the recorded event, so that a retry is safe
    ProposedEvent event;
};

/// Reads and writes cases. Calls block on the database; they are made on the desk's thread, never on the GUI thread.
class CaseStore {
public:
    virtual ~CaseStore() = default;
    virtual Result<Pulse> pulse() = 0;
    virtual Result<ListPage> list(const ListQuery &query) = 0;
    virtual Result<CaseRecord> load(CaseId id) = 0;
    /// All case ids in order, a page at a time, for verification.
    virtual Result<std::vector<CaseId>> ids(std::optional<CaseId> after, int limit) = 0;
    virtual Result<CaseId> saveDraft(const DraftSave &draft) = 0;
    /// Removes a draft that was never submitted, or the unsealed correction of a case.
    virtual Result<> deleteDraft(CaseId id) = 0;
    virtual Result<Event> append(const AppendRequest &request) = 0;
};

} // namespace kessai
