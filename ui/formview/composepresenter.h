// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/formview/writing.h"

#include <QObject>
#include <QTimer>

#include <memory>

namespace kessai {

class DeskSession;
class Upload;

/// The writing of one request: its content, the live preview of findings and route, uploads, and the draft that saves itself two
/// seconds after the last key; while the office does not answer it is kept on this computer, so that nothing typed is ever lost.
class ComposePresenter final : public QObject {
    Q_OBJECT

public:
    explicit ComposePresenter(DeskSession &session, QObject *parent = nullptr);
    ~ComposePresenter() override;

    /// Begins a new request, for a day where one is given and the form is filed for a day.
    void begin(const FormDefinition &definition, const QDate &day = {}, const QJsonObject &fields = {});
    /// Goes on with a draft, or corrects a returned case.
    void resume(CaseId id);
    /// Requests an earlier session could not save in the office. Reads files; not on the GUI thread.
    std::vector<LocalDrafts::Entry> unsaved() const { return m_local.found(); }
    /// Looks for them, and goes on with the oldest where there is one and nothing else was begun meanwhile.
    void recoverUnsaved();
    /// Goes on with one of them; as a request of its own where the office has something newer than what it was written upon.
    void recover(const LocalDrafts::Entry &entry);

    const FormDefinition &definition() const { return m_definition; }
    const Content &content() const { return m_content; }
    const Preview &preview() const { return m_preview; }
    std::optional<CaseId> caseId() const { return m_caseId; }
    bool correcting() const { return m_correcting; }
    /// Who returned the case being corrected, and why; empty for others.
    QString verdict() const { return m_verdict; }
    bool busy() const { return m_busy; }
    /// Whether something was written that would be lost with the request.
    bool written() const;
    bool uploading() const { return !m_uploads.empty(); }

    void setFields(const QJsonObject &fields);
    /// Whether what is typed is not checked yet; `previewed` follows at once after `previewNow`.
    bool previewing() const { return m_previewTimer.isActive() || m_previewing; }
    void previewNow();
    void attach(const QStringList &paths);
    void removeAttachment(int index);
    void cancelUpload(const QString &path);
    /// Saves now what has not been saved.
    void saveNow();
    /// The same for leaving the page: until the office has answered, what is written is kept on this computer too.
    void leave();
    void submit(const QString &comment);
    /// Throws the draft, or the unsealed correction, away.
    void discard();
    /// Throws the draft away where it is a cancellation in which nobody has written anything; whether it was one.
    bool dropUntouched();

Q_SIGNALS:
    void loaded();
    void previewed();
    /// Fields that nobody had touched were filled in as the ledgers suggest.
    void filledIn(const QJsonObject &fields);
    void attachmentsChanged();
    void uploadProgressed(const QString &path, qint64 done, qint64 total);
    void uploadEnded(const QString &path);
    void draftSaved(kessai::Instant at);
    void saveFailed(const kessai::Error &error);
    void failed(const kessai::Error &error);
    /// There is something an earlier session could not save, which is gone on with now.
    void recovering();
    /// What was opened is not gone on with as the office has it.
    void goneOn(const kessai::Continuation &how);
    /// What was to be gone on with cannot be.
    void openFailed(const kessai::Error &error);
    void busyChanged(bool busy);
    void submitted(kessai::CaseId id);
    void discarded();

private:
    struct Save {
        std::shared_ptr<Writing> writing;
        Content content;
        int version;
    };

    void start(FormDefinition definition, Content content, std::optional<CaseId> id, QByteArray base = {},
               QString keptAt = {});
    using Opened = Result<std::shared_ptr<const CaseView>>;
    void open(CaseId id, std::function<void(const Opened &)> then);
    void goOn(const CaseView &view, Content content);
    Content renewed(Content content, const FormDefinition &today, const FormDefinition &before,
                    Continuation &how) const;
    void goOnKept(const Content &kept, const FormDefinition &today, std::optional<CaseId> id, const QByteArray &base,
                  const QString &path, Continuation how);
    const FormDefinition *formOfToday(const QString &code) const;
    void recoverInto(const LocalDrafts::Entry &entry, const CaseView &view);
    void recoverApart(const LocalDrafts::Entry &entry);
    void correct(const CaseView *view);
    void changed();
    void askPreview();
    void takeProposal();
    void save();
    void saved(const std::shared_ptr<Writing> &writing, int version, const Result<CaseId> &id);
    void submitEnded(const std::shared_ptr<Writing> &writing, const Result<CaseId> &id);
    void keepUnanswered() const;
    void reset();
    void drop();
    void setBusy(bool busy);

    DeskSession &m_session;
    FormDefinition m_definition;
    Content m_content;
    Preview m_preview;
    QJsonObject m_proposed; ///< what was filled in last
    LocalDrafts m_local;
    std::shared_ptr<Writing> m_writing;
    std::optional<CaseId> m_caseId; ///< the draft or case in the office, as far as it has answered
    std::vector<Save> m_saves;      ///< not answered yet, in order
    bool m_correcting = false;
    QString m_verdict;
    QTimer m_previewTimer;
    QTimer m_saveTimer;
    std::vector<Upload *> m_uploads;
    QString m_requestId;
    int m_version = 0;    ///< grows with every change
    int m_generation = 0; ///< of what is being written; answers for an earlier one are dropped
    int m_previewWanted = 0;
    bool m_previewing = false;
    bool m_unsaved = false;
    bool m_renewed =
        false; ///< goes on by another form than the office has it by, which is saved with what is typed next
    bool m_busy = false;
    bool m_sending = false; ///< being submitted; until that is answered no other request is begun
};

} // namespace kessai
