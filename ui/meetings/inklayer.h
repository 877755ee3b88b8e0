// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/meetings/inkconflict.h"
#include "core/meetings/pagematch.h"
#include "ui/meetings/pageoverlay.h"

#include <QHash>
#include <QObject>
#include <QSet>

#include <map>
#include <optional>
#include <vector>

namespace kessai {

/// A paper as it is shown, and where the pages of its older revisions went.
struct InkPaper final {
    int paper = 0;
    int revision = 1; ///< the newest, which is shown
    /// Of each older revision, the first first, the moves of its pages to the newest.
    std::vector<std::vector<PageMove>> moves{};
    friend bool operator==(const InkPaper &, const InkPaper &) = default;
};

/// A piece of ink where it is today.
struct PlacedInk final {
    Ink ink;
    std::optional<BookPage> at{}; ///< none: its page was taken out, it is parked
    bool moved = false;           ///< its page has another number than when it was made
    bool changed = false;         ///< its page does not say the same any more
    bool mine = false;
    bool isSought = false; ///< without a place only because it is not known yet where its page went
};

/// The ink of a meeting's papers as somebody sees it, and what they do to their own. Knows no database: what is to be stored is
/// handed out by unsent() until it was acknowledged; what arrives is handed in by take(). Other people's ink is only read.
class InkLayer final : public QObject {
    Q_OBJECT

public:
    InkLayer(StaffId me, QString myName, const Clock &clock, QObject *parent = nullptr);

    StaffId me() const { return m_me; }

    /// The papers one may see. One's own ink of others is kept, but parked; what others wrote on a paper that is there no more goes with it.
    void setPapers(std::vector<InkPaper> papers);
    /// Those one may share with: who is none of them any more is named on nothing new.
    void setMembers(std::vector<StaffId> members);
    /// One's own ink that this computer kept and the store may not have: it is seen, and unsent.
    void hold(const std::vector<Ink> &kept);
    /// Ink from the store, the caller's own by other programs too.
    void take(const std::vector<Ink> &inks);

    /// What lies on a page, in the order it is drawn.
    const std::vector<PlacedInk> &on(BookPage page) const;
    /// Everything, or all of one kind, in the order of the papers, what is parked at the end.
    std::vector<PlacedInk> all(std::optional<InkKind> kind = {}) const;
    /// How much of it is one's own, or others'.
    int count(bool mine) const;
    std::optional<PlacedInk> piece(const QString &id) const;

    /// For whom what is made from now on is; for the author alone until they say otherwise.
    InkAudience audience() const { return m_audience; }
    const std::vector<StaffId> &readers() const { return m_readers; }
    /// Chosen without anybody is Private.
    void setAudience(InkAudience audience, std::vector<StaffId> readers = {});

    /// Puts a new piece on a page as it is now. Its id; empty where it cannot be stored, or there is no such paper.
    QString add(BookPage page, const InkShape &shape);
    /// Another shape for a piece of one's own: a text written on, a note moved. Made of the shape it had then, which it may not have any
    /// more: then it goes beside, and nothing else is written over.
    void rewrite(const QString &id, const InkShape &shape, const std::optional<InkShape> &from = {});
    /// Shows a piece of one's own to others, or no longer; shown to fewer, it is taken away and made again under another id.
    void share(const QString &id, InkAudience audience, std::vector<StaffId> readers = {});
    /// Puts a piece of one's own on this page as it is now: parked ink, or ink on a changed page that still holds. On another paper it
    /// is taken away and made again under another id.
    void settle(const QString &id, BookPage page);
    void remove(const QString &id);
    /// Rubs out of one's own strokes and highlights what lies on the way; `whole` takes all of what is touched. Reach in shares.
    void rub(BookPage page, QPointF from, QPointF to, QSizeF reach, bool whole);

    /// Everything between the two is taken back at once.
    void beginStep();
    void endStep();
    bool canUndo() const { return !m_done.empty(); }
    bool canRedo() const { return !m_undone.empty(); }
    /// Takes back the last thing done here; what was changed elsewhere since is left alone.
    void undo();
    void redo();

    /// What is not stored yet. What is being drawn is not in it.
    std::vector<Ink> unsent() const;
    /// These go on their way; whether they arrive is not known before they are acknowledged.
    void send(const std::vector<Ink> &inks);
    /// The store has these, in these versions.
    void acknowledge(const std::vector<Ink> &inks);

Q_SIGNALS:
    void inkChanged();
    void audienceChanged();
    void undoChanged();
    /// There is something to be stored.
    void unsentChanged();
    /// Pieces were changed elsewhere, too, and put together with what was made here.
    void inkJoined(const kessai::InkJoining &joining);

private:
    /// What a step did to a piece: none for "was not there".
    struct Change {
        std::optional<Ink> before;
        std::optional<Ink> after;
    };
    using Step = std::map<QString, Change>;

    bool isShown(int paper) const;
    /// Whether something is seen by it.
    bool takeOne(const Ink &ink);
    bool holdBeside(Ink &now, const Ink &kept);
    void putBeside(Ink beside);
    void tell(bool isNews);
    /// A version of a piece after the one there is.
    Ink following(Ink ink, const Ink *now) const;
    Ink newInk(BookPage page, const InkShape &shape) const;
    const Ink *own(const QString &id) const;
    /// A piece of one's own becomes this, or is taken away and this is made anew.
    void become(const Ink &now, Ink wanted);
    /// A piece under an id of its own, shared with members alone.
    Ink anew(Ink ink) const;
    /// Everything that is done goes through here: the piece gets its next version and belongs to the step.
    void put(Ink ink);
    Step apply(const Step &step);
    /// A piece was made anew: what was done to it before is done to that.
    void rename(const QString &id, const QString &again);
    PlacedInk placed(const Ink &ink) const;
    void arrange();

    const StaffId m_me;
    const QString m_myName;
    const Clock &m_clock;
    std::vector<InkPaper> m_papers;
    std::map<QString, Ink> m_inks;
    QSet<QString> m_unsent;
    std::optional<std::vector<StaffId>> m_members; ///< none while they are not known
    QHash<BookPage, std::vector<PlacedInk>> m_pages;
    InkAudience m_audience = InkAudience::Private;
    std::vector<StaffId> m_readers;
    int m_open = 0;
    bool m_isStepNews = false;   ///< it has become longer since it was shown
    std::vector<Ink> m_late;     ///< arrived for pieces that are being changed
    std::vector<Ink> m_heldLate; ///< kept of such pieces
    InkJoining m_joining;        ///< since it was told
    Step m_step;
    std::vector<Step> m_done;
    std::vector<Step> m_undone;
};

} // namespace kessai
