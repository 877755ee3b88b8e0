// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/formview/composepresenter.h"

#include "core/services/transfer.h"
#include "ui/cases/casepresenter.h"
#include "ui/formview/fieldeditor.h"
#include "ui/shell/desksession.h"

#include <algorithm>

namespace kessai {

namespace {

constexpr int kPreviewPauseMs = 250;
constexpr int kSavePauseMs = 2'000;

} // namespace

ComposePresenter::ComposePresenter(DeskSession &session, QObject *parent) : QObject(parent), m_session(session)
{
    m_previewTimer.setSingleShot(true);
    m_previewTimer.setInterval(kPreviewPauseMs);
    connect(&m_previewTimer, &QTimer::timeout, this, &ComposePresenter::askPreview);
    m_saveTimer.setSingleShot(true);
    m_saveTimer.setInterval(kSavePauseMs);
    connect(&m_saveTimer, &QTimer::timeout, this, [this] { save(); });
}

ComposePresenter::~ComposePresenter() = default;

void ComposePresenter::begin(const FormDefinition &definition)
{
    saveNow();
    ++m_generation;
    m_definition = definition;
    m_content = {definition.code, definition.revision, {}, {}};
    for (const FieldDefinition &field : definition.fields) {
        const QJsonValue value = initialValue(field, m_session.info().today);
        if (!value.isNull())
            m_content.fields.insert(field.key, value);
    }
    m_id.reset();
    m_correcting = false;
    m_unsaved = false;
    m_requestId.clear();
    m_preview = {};
    Q_EMIT loaded();
    askPreview();
}

void ComposePresenter::resume(CaseId id)
{
    saveNow();
    const int generation = ++m_generation;
    setBusy(true);
    m_session.desk().run([id](Desk &desk) -> Result<std::shared_ptr<const CaseView>> {
        auto view = desk.open(id);
        if (!view)
            return view.failure();
        return std::make_shared<const CaseView>(std::move(view).value());
    }).then(this, [this, generation, id](const Result<std::shared_ptr<const CaseView>> &view) {
        if (generation != m_generation)
            return;
        setBusy(false);
        if (!view) {
            Q_EMIT failed(view.error());
            return;
        }
        const CaseView &opened = **view;
        if (!opened.verified.sound()) {
            Q_EMIT failed(Error::refused(Refusal::Damaged));
            return;
        }
        m_id = id;
        m_definition = opened.definition;
        m_content = opened.content;
        m_correcting = opened.verified.state.round > 0;
        m_unsaved = false;
        m_requestId.clear();
        m_preview = {};
        Q_EMIT loaded();
        askPreview();
    });
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
    m_saveTimer.start();
}

void ComposePresenter::askPreview()
{
    const int wanted = ++m_previewWanted;
    m_session.desk()
        .run([content = m_content, id = m_id](Desk &desk) { return desk.preview(content, id); })
        .then(this, [this, wanted](const Result<Preview> &preview) {
            if (wanted != m_previewWanted)
                return;
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
        const int generation = m_generation;
        connect(upload, &Upload::progressed, this,
                [this, path](qint64 done, qint64 total) { Q_EMIT uploadProgressed(path, done, total); });
        connect(upload, &Upload::finished, this, [this, end, generation](const Attachment &attachment) {
            end();
            if (generation != m_generation)
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
    if (m_saving) {
        // One save at a time: the next one takes what has been typed meanwhile.
        QTimer::singleShot(50, this, [this, then = std::move(then)]() mutable { save(std::move(then)); });
        return;
    }
    m_saving = true;
    m_unsaved = false;
    const int generation = m_generation;
    m_session.desk()
        .run([content = m_content, id = m_id](Desk &desk) { return desk.saveDraft(id, content); })
        .then(this, [this, generation, then = std::move(then)](const Result<CaseId> &id) {
            m_saving = false;
            if (id) {
                if (generation == m_generation)
                    m_id = *id;
                Q_EMIT saved(m_session.pulse().serverTime);
                m_session.refresh();
            } else {
                if (generation == m_generation) {
                    m_unsaved = true;
                    m_saveTimer.start();
                }
                Q_EMIT saveFailed(id.error());
            }
            if (then)
                then(id.ok());
        });
}

void ComposePresenter::submit(const QString &comment)
{
    if (m_busy)
        return;
    m_saveTimer.stop();
    setBusy(true);
    if (m_id && !m_unsaved && !m_saving) {
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
        .run([id = *m_id, requestId = m_requestId, comment](Desk &desk) { return desk.submit(id, requestId, comment); })
        .then(this, [this, id = *m_id](const Result<Event> &event) {
            setBusy(false);
            if (!event) {
                Q_EMIT failed(event.error());
                return;
            }
            ++m_generation;
            m_id.reset();
            m_unsaved = false;
            m_requestId.clear();
            Q_EMIT submitted(id);
            m_session.noteChange(id);
        });
}

void ComposePresenter::discard()
{
    m_saveTimer.stop();
    m_unsaved = false;
    ++m_generation;
    if (!m_id) {
        Q_EMIT discarded();
        return;
    }
    m_session.desk()
        .run([id = *m_id](Desk &desk) { return desk.deleteDraft(id); })
        .then(this, [this](const Result<> &done) {
            if (!done)
                Q_EMIT failed(done.error());
            m_id.reset();
            Q_EMIT discarded();
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
