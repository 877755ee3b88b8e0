// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/desk.h"
#include "ui/formview/localdraft.h"

#include <atomic>
#include <mutex>

namespace kessai {

/// A field, and what stood in it.
struct LeftOut final {
    QString label;
    QString value;
    friend bool operator==(const LeftOut &, const LeftOut &) = default;
};

/// How what is gone on with came to be another thing than what the office has.
struct Continuation final {
    bool kept = false;              ///< an earlier session could not save it: it was kept on this computer
    bool apart = false;             ///< as a request of its own, as the draft it belonged to has changed
    bool renewed = false;           ///< by the form of today, which is another than the one it was begun by
    std::vector<LeftOut> leftOut{}; ///< what that form does not ask or offer any more
};

/// What is written, by the form of today: without fields of the office's own it does not have any more, and without choices it does not offer. What was left
/// out goes to `leftOut`, in the words of the form `before`.
Content byForm(Content content, const FormDefinition &today, const FormDefinition &before, const NamesKnown &names,
               std::vector<LeftOut> &leftOut);

/// One request being written, as the work under way for it knows it. That work happens in order on the desk's thread and outlives
/// the page: a save finds the draft that the one before it made, a submission is of this request and no other, and nothing comes
/// back that was thrown away. What the office does not take is kept on this computer, but for what is confidential: a disk is read by
/// others than those who decide, and what was said there once cannot be taken back. That alone has to be typed again.
class Writing final {
public:
    /// `base` is the digest of what the office has of the case `id`, without what is confidential; `path` where this computer keeps what is written already.
    Writing(LocalDrafts local, FormDefinition definition, std::optional<CaseId> id, QByteArray base, QString path);

    // On the desk's thread. `version` counts what is written: a later one holds everything of the earlier ones.
    Result<CaseId> save(Desk &desk, const Content &content, int version);
    /// Submits `version`; Cancelled when that could not be saved.
    Result<CaseId> submit(Desk &desk, int version, const QString &requestId, const QString &comment);
    /// Deletes the draft, if one was made.
    Result<> discard(Desk &desk);

    /// Keeps what the office does not have yet on this computer until it has. Writes a file; not on the GUI thread.
    void keep(const Content &content, int version);
    /// Ends it: from now on nothing of it is saved or kept.
    void end() { m_over = true; }
    bool over() const { return m_over; }

private:
    void keepLocked(const Content &content, int version);
    void dropLocked();

    const LocalDrafts m_local;
    const FormDefinition m_definition;
    std::atomic<bool> m_over = false;
    std::mutex m_mutex; ///< guards what follows; never held while the office is asked
    std::optional<CaseId> m_id;
    QByteArray m_base;
    QString m_path;
    int m_saved;     ///< the newest version the office has
    int m_kept = -1; ///< the newest version this computer keeps
};

} // namespace kessai
