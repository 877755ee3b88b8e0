// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/formview/composepresenter.h"

#include "core/services/transfer.h"
#include "ui/cases/casepresenter.h"
#include "ui/caseword.h"
#include "ui/formview/fieldeditor.h"
#include "ui/shell/desksession.h"

#include <algorithm>

namespace kessai {

namespace {

constexpr int kPreviewPauseMs = 250;
constexpr int kSavePauseMs = 2'000;

} // namespace

ComposePresenter::ComposePresenter(DeskSession &session, QObject *parent)
    : QObject(parent), m_session(session),
      m_local(localDraftFolder(), session.info().officeName + QLatin1Char('/') + session.info().me.number),
      m_previewTimer(this), m_saveTimer(this)
{
    m_previewTimer.setSingleShot(true);
    m_previewTimer.setInterval(kPreviewPauseMs);
    connect(&m_previewTimer, &QTimer::timeout, this, &ComposePresenter::askPreview);
    m_saveTimer.setSingleShot(true);
    m_saveTimer.setInterval(kSavePauseMs);
    connect(&m_saveTimer, &QTimer::timeout, this, [this] { save(); });
    connect(&m_session, &DeskSession::connectionRestored, this, [this] {
        saveNow();
        if (!m_definition.code.isEmpty())
            askPreview();
    });
}

ComposePresenter::~ComposePresenter()
{
    // The desk has closed: what it took was answered, though nobody heard it; everything else is kept on this computer.
    if (!m_saves.empty() && m_saving.isFinished() && m_saving.resultCount() > 0 && m_saving.result()) {
        m_local.drop(m_saves.front().writing->localPath);
        m_saves.front().writing->localPath.clear();
        m_saves.front().writing->id = *m_saving.result();
        m_saves.pop_front();
    }
    for (const Save &save : m_saves) {
        if (!save.writing->dropped)
            keep(save);
    }
}

void ComposePresenter::start(FormDefinition definition, Content content, std::optional<CaseId> id, bool correcting,
                             const QString &verdict)
{
    m_writing = std::make_shared<Writing>(Writing{id, {}});
    m_definition = std::move(definition);
    m_content = std::move(content);
    m_correcting = correcting;
    m_verdict = verdict;
    m_unsaved = false;
    m_requestId.clear();
    m_preview = {};
    Q_EMIT loaded();
    askPreview();
}

void ComposePresenter::begin(const FormDefinition &definition)
{
    saveNow();
    Content content{definition.code, definition.revision, {}, {}};
    for (const FieldDefinition &field : definition.fields) {
        const QJsonValue value = initialValue(field, m_session.info().today);
        if (!value.isNull())
            content.fields.insert(field.key, value);
    }
    start(definition, std::move(content), std::nullopt, false);
}

void ComposePresenter::resume(CaseId id)
{
    saveNow();
    m_writing = std::make_shared<Writing>();
    setBusy(true);
    m_session.desk()
        .ask([id](Desk &desk) -> Result<std::shared_ptr<const CaseView>> {
            auto view = desk.open(id);
            if (!view)
                return view.failure();
            return std::make_shared<const CaseView>(std::move(view).value());
        })
        .then(this, [this, waiting = m_writing, id](const Result<std::shared_ptr<const CaseView>> &view) {
            if (waiting != m_writing)
                return;
            setBusy(false);
            if (!view)
                Q_EMIT openFailed(view.error());
            else if (!(*view)->verified.sound())
                Q_EMIT openFailed(Error::refused(Refusal::Damaged));
            else
                start((*view)->definition, (*view)->content, id, (*view)->verified.state.round > 0,
                      verdictText(**view));
        });
}

void ComposePresenter::recover(const LocalDrafts::Entry &entry)
{
    for (const FormDefinition &definition : m_session.info().forms) {
        if (definition.code != entry.content.form)
            continue;
        saveNow();
        start(definition, entry.content, entry.caseId, false);
        m_writing->localPath = entry.path;
        changed();
    }
}

bool ComposePresenter::written() const
{
    return m_writing->id || m_unsaved || !m_saves.empty() || !m_writing->localPath.isEmpty();
}

void ComposePresenter::setFields(const QJsonObject &fields)
{
    if (m_content.fields == fields)
        return;
    m_content.fields = fields;
    changed();
}

void ComposePresenter::changed()
{
    m_unsaved = true;
    m_requestId.clear();
    m_previewTimer.start();
    m_saveTimer.start(kSavePauseMs);
}

void ComposePresenter::previewNow()
{
    if (m_previewTimer.isActive())
        askPreview();
}

void ComposePresenter::askPreview()
{
    m_previewTimer.stop();
    m_previewing = true;
    const int wanted = ++m_previewWanted;
    m_session.desk()
        .ask([content = m_content, id = m_writing->id](Desk &desk) { return desk.preview(content, id); })
        .then(this, [this, wanted](const Result<Preview> &preview) {
            if (wanted != m_previewWanted)
                return;
            m_previewing = false;
            if (!preview) {
                Q_EMIT failed(preview.error());
                return;
            }
            m_preview = *preview;
            Q_EMIT previewed();
        });
}

void ComposePresenter::attach(const QStringList &paths)
{
    for (const QString &path : paths) {
        auto *upload = new Upload(m_session.desk(), path, this);
        m_uploads.push_back(upload);
        const auto end = [this, upload, path] {
            m_uploads.erase(std::remove(m_uploads.begin(), m_uploads.end(), upload), m_uploads.end());
            upload->deleteLater();
            Q_EMIT uploadEnded(path);
        };
        const auto writing = m_writing;
        connect(upload, &Upload::progressed, this,
                [this, path](qint64 done, qint64 total) { Q_EMIT uploadProgressed(path, done, total); });
        connect(upload, &Upload::finished, this, [this, end, writing](const Attachment &attachment) {
            end();
            if (writing != m_writing)
                return;
            m_content.attachments.push_back(attachment);
            Q_EMIT attachmentsChanged();
            changed();
        });
        connect(upload, &Upload::failed, this, [this, end](const Error &error) {
            end();
            if (error.code != ErrorCode::Cancelled)
                Q_EMIT failed(error);
        });
        Q_EMIT uploadProgressed(path, 0, 1);
        upload->start();
    }
}

void ComposePresenter::cancelUpload(const QString &path)
{
    for (Upload *upload : m_uploads) {
        if (upload->path() == path)
            upload->cancel();
    }
}

void ComposePresenter::removeAttachment(int index)
{
    if (index < 0 || size_t(index) >= m_content.attachments.size())
        return;
    m_content.attachments.erase(m_content.attachments.begin() + index);
    Q_EMIT attachmentsChanged();
    changed();
}

void ComposePresenter::saveNow()
{
    m_saveTimer.stop();
    if (m_unsaved)
        save();
}

void ComposePresenter::save(std::function<void(bool)> then)
{
    m_saveTimer.stop();
    m_unsaved = false;
    m_saves.push_back({m_writing, m_content, std::move(then)});
    if (m_saves.size() == 1)
        saveNext();
}

void ComposePresenter::saveNext()
{
    while (!m_saves.empty() && m_saves.front().writing->dropped)
        m_saves.pop_front();
    if (m_saves.empty())
        return;
    const Save &next = m_saves.front();
    m_saving = m_session.desk().run(
        [content = next.content, id = next.writing->id](Desk &desk) { return desk.saveDraft(id, content); });
    m_saving.then(this, [this](const Result<CaseId> &id) {
        const Save done = std::move(m_saves.front());
        m_saves.pop_front();
        saved(done, id);
        saveNext();
    });
}

void ComposePresenter::saved(const Save &save, const Result<CaseId> &id)
{
    if (save.writing->dropped) {
        if (id)
            deleteDraft(*id);
        return;
    }
    if (id) {
        save.writing->id = *id;
        m_local.drop(std::exchange(save.writing->localPath, {}));
        Q_EMIT draftSaved(m_session.pulse().serverTime);
        m_session.refresh();
    } else {
        keep(save);
        if (save.writing == m_writing) {
            m_unsaved = true;
            m_saveTimer.start(kSavePauseMs * 5);
        }
        Q_EMIT saveFailed(id.error());
    }
    if (save.then)
        save.then(id.ok());
}

void ComposePresenter::keep(const Save &save) const
{
    if (const auto kept = m_local.keep(save.writing->localPath, save.writing->id, save.content))
        save.writing->localPath = *kept;
}

void ComposePresenter::submit(const QString &comment)
{
    if (m_busy)
        return;
    setBusy(true);
    if (m_writing->id && !m_unsaved && m_saves.empty()) {
        reallySubmit(comment);
        return;
    }
    save([this, comment](bool ok) {
        if (ok)
            reallySubmit(comment);
        else
            setBusy(false);
    });
}

void ComposePresenter::reallySubmit(const QString &comment)
{
    if (m_requestId.isEmpty())
        m_requestId = newRequestId();
    m_session.desk()
        .run([id = *m_writing->id, requestId = m_requestId, comment](Desk &desk) {
            return desk.submit(id, requestId, comment);
        })
        .then(this, [this, id = *m_writing->id](const Result<Event> &event) {
            setBusy(false);
            if (!event) {
                Q_EMIT failed(event.error());
                return;
            }
            m_writing = std::make_shared<Writing>();
            m_unsaved = false;
            m_saveTimer.stop();
            m_requestId.clear();
            Q_EMIT submitted(id);
            m_session.noteChange(id);
        });
}

void ComposePresenter::discard()
{
    m_saveTimer.stop();
    m_unsaved = false;
    const auto dropped = std::exchange(m_writing, std::make_shared<Writing>());
    m_local.drop(dropped->localPath);
    dropped->dropped = true;
    if (dropped->id)
        deleteDraft(*dropped->id);
    Q_EMIT discarded();
}

void ComposePresenter::deleteDraft(CaseId id)
{
    m_session.desk().run([id](Desk &desk) { return desk.deleteDraft(id); }).then(this, [this](const Result<> &done) {
        if (!done)
            Q_EMIT failed(done.error());
        m_session.refresh();
    });
}

void ComposePresenter::setBusy(bool busy)
{
    if (m_busy == busy)
        return;
    m_busy = busy;
    Q_EMIT busyChanged(busy);
}

} // namespace kessai
