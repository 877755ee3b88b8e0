// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/formview/composepresenter.h"

#include "core/cases/cancellation.h"
#include "core/cases/confidential.h"
#include "core/services/answer.h"
#include "core/services/transfer.h"
#include "ui/cases/casepresenter.h"
#include "ui/caseword.h"
#include "ui/formview/fieldeditor.h"
#include "ui/shell/desksession.h"
#include "ui/wording.h"

#include <algorithm>

namespace kessai {

namespace {

constexpr int kPreviewPauseMs = 250;
constexpr int kSavePauseMs = 2'000;

/// A content of which this computer kept all but what is confidential, with what the office has of that.
Content completed(Content kept, const Content &saved, const FormDefinition &definition)
{
    for (const FieldDefinition &field : definition.fields) {
        if (field.confidential && saved.fields.contains(field.key))
            kept.fields.insert(field.key, saved.fields.value(field.key));
    }
    return kept;
}

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
    keepUnanswered();
}

void ComposePresenter::start(FormDefinition definition, Content content, std::optional<CaseId> id, QByteArray base,
                             QString keptAt)
{
    reset();
    setBusy(false);
    m_writing = std::make_shared<Writing>(m_local, definition, id, std::move(base), std::move(keptAt));
    m_caseId = id;
    m_definition = std::move(definition);
    m_content = std::move(content);
    m_version = 0;
    m_preview = {};
    m_proposed = {};
    Q_EMIT loaded();
    askPreview();
}

void ComposePresenter::begin(const FormDefinition &definition, const QDate &day, const QJsonObject &fields)
{
    if (m_sending)
        return;
    saveNow();
    Content content{definition.code, definition.revision, {}, {}};
    const DeskInfo &info = m_session.info();
    for (const FieldDefinition &field : definition.fields) {
        const QJsonValue value = initialValue(field, info.today, info.office->workTerms(info.me.id));
        if (!value.isNull())
            content.fields.insert(field.key, value);
    }
    for (auto field = fields.begin(); field != fields.end(); ++field)
        content.fields.insert(field.key(), field.value());
    if (day.isValid() && !definition.dayField.isEmpty())
        content.fields.insert(definition.dayField, day.toString(Qt::ISODate));
    correct(nullptr);
    start(definition, std::move(content), std::nullopt);
}

void ComposePresenter::resume(CaseId id)
{
    open(id, [this, id](const Opened &view) {
        if (!view) {
            Q_EMIT openFailed(view.error());
        } else if (!(*view)->verified.sound()) {
            Q_EMIT openFailed(Error::refused(Refusal::Damaged));
        } else {
            goOn(**view, (*view)->content);
        }
    });
}

/// Goes on with a draft or a correction. What was never sent is sent by the form of today, whatever it was begun by; what was filed stays as it was.
void ComposePresenter::goOn(const CaseView &view, Content content)
{
    correct(&view);
    const FormDefinition *today =
        m_correcting || content.fields.contains(kCancels) ? nullptr : formOfToday(content.form);
    const QByteArray digest = openPart(view.content, view.definition).digest();
    if (!today || today->revision == view.definition.revision) {
        start(view.definition, std::move(content), view.record.id, digest);
        return;
    }
    Continuation how{.renewed = true};
    content = renewed(std::move(content), *today, view.definition, how);
    start(*today, std::move(content), view.record.id, digest);
    m_renewed = true;
    Q_EMIT goneOn(how);
}

Content ComposePresenter::renewed(Content content, const FormDefinition &today, const FormDefinition &before,
                                  Continuation &how) const
{
    const DeskInfo &info = m_session.info();
    return byForm(std::move(content), today, before, {*info.office, info.budget}, how.leftOut);
}

const FormDefinition *ComposePresenter::formOfToday(const QString &code) const
{
    const std::vector<FormDefinition> &forms = m_session.info().forms;
    const auto found =
        std::find_if(forms.begin(), forms.end(), [&](const FormDefinition &one) { return one.code == code; });
    return found == forms.end() ? nullptr : &*found;
}

void ComposePresenter::open(CaseId id, std::function<void(const Opened &)> then)
{
    if (m_sending)
        return;
    saveNow();
    reset();
    setBusy(true);
    m_session.desk()
        .ask([id](Desk &desk) -> Opened {
            auto view = desk.open(id);
            if (!view)
                return view.failure();
            return std::make_shared<const CaseView>(std::move(view).value());
        })
        .then(this, [this, generation = m_generation, then = std::move(then)](const Opened &view) {
            if (generation != m_generation)
                return;
            setBusy(false);
            then(view);
        });
}

void ComposePresenter::recoverUnsaved()
{
    onPool([local = m_local] {
        return local.found();
    }).then(this, [this, generation = m_generation](const std::vector<LocalDrafts::Entry> &found) {
        if (found.empty() || generation != m_generation)
            return;
        Q_EMIT recovering();
        recover(found.front());
    });
}

void ComposePresenter::recover(const LocalDrafts::Entry &entry)
{
    if (!entry.caseId) {
        recoverApart(entry);
        return;
    }
    open(*entry.caseId, [this, entry](const Opened &view) {
        if (view)
            recoverInto(entry, **view);
        else if (view.error().code == ErrorCode::NotFound || view.error().code == ErrorCode::AccessDenied)
            recoverApart(entry);
        else
            Q_EMIT openFailed(view.error());
    });
}

/// Goes on with what was kept where the office still has what it was written upon; what the office has is never overwritten by
/// something older.
void ComposePresenter::recoverInto(const LocalDrafts::Entry &entry, const CaseView &view)
{
    const bool open =
        view.mine && view.verified.sound() && (view.verified.state.state == CaseState::Draft || view.acts.edit);
    const QByteArray digest = openPart(view.content, view.definition).digest();
    if (!open || (digest != entry.base && digest != entry.content.digest())) {
        recoverApart(entry);
        return;
    }
    correct(&view);
    const Content kept = completed(entry.content, view.content, view.definition);
    const FormDefinition *today = m_correcting || kept.fields.contains(kCancels) ? nullptr : formOfToday(kept.form);
    if (!today) {
        start(view.definition, kept, view.record.id, digest, entry.path);
        changed();
        Q_EMIT goneOn({.kept = true});
        return;
    }
    const Continuation how{.kept = true, .renewed = today->revision != view.definition.revision};
    goOnKept(kept, *today, view.record.id, digest, entry.path, how);
}

/// Goes on with what was kept as a request of its own.
void ComposePresenter::recoverApart(const LocalDrafts::Entry &entry)
{
    const FormDefinition *today = formOfToday(entry.content.form);
    if (!today)
        return;
    saveNow();
    correct(nullptr);
    const Continuation how{
        .kept = true, .apart = entry.caseId.has_value(), .renewed = today->revision != entry.content.formRevision};
    goOnKept(entry.content, *today, std::nullopt, {}, entry.path, how);
}

/// Goes on by the form of today with what was kept, and says what that leaves out in the words of the revision it was written by.
void ComposePresenter::goOnKept(const Content &kept, const FormDefinition &today, std::optional<CaseId> id,
                                const QByteArray &base, const QString &path, Continuation how)
{
    const auto go = [this, kept, today, id, base, path, how](const FormDefinition &before) {
        Continuation said = how;
        Content content = renewed(kept, today, before, said);
        start(today, std::move(content), id, base, path);
        changed();
        Q_EMIT goneOn(said);
    };
    if (kept.formRevision == today.revision) {
        go(today);
        return;
    }
    reset();
    setBusy(true);
    m_session.desk()
        .ask([](Desk &desk) { return desk.settingsBook(); })
        .then(this, [this, generation = m_generation, kept, today, go](const Result<SettingsBook> &book) {
            if (generation != m_generation)
                return;
            setBusy(false);
            FormDefinition before = today; // where its own cannot be had
            if (book) {
                for (const FormDefinition &one : book->forms)
                    before = one.code == kept.form && one.revision == kept.formRevision ? one : before;
            }
            go(before);
        });
}

/// Whether what follows is the correction of a case.
void ComposePresenter::correct(const CaseView *view)
{
    m_correcting = view && view->verified.state.round > 0;
    m_verdict = view ? verdictText(*view) : QString();
}

bool ComposePresenter::written() const
{
    return m_caseId || m_unsaved || !m_saves.empty();
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
    if (!m_writing)
        return;
    m_unsaved = true;
    ++m_version;
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
        .ask([content = m_content, id = m_caseId](Desk &desk) { return desk.preview(content, id); })
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
            takeProposal();
        });
}

/// Another proposal than before, as when another day was chosen, goes where nobody typed anything since, all of what is new in it or nothing.
void ComposePresenter::takeProposal()
{
    if (m_preview.proposal == m_proposed)
        return;
    QJsonObject change = m_preview.proposal;
    for (auto it = m_proposed.begin(); it != m_proposed.end(); ++it) {
        if (!change.contains(it.key()))
            change.insert(it.key(), QJsonValue());
    }
    QJsonObject fields = m_content.fields;
    for (auto it = change.begin(); it != change.end(); ++it) {
        if (it.value() == m_proposed.value(it.key()))
            continue; // nothing new is proposed for it
        const QJsonValue now = fields.value(it.key());
        if (!now.isUndefined() && !now.isNull() && now != m_proposed.value(it.key()))
            return;
        if (it->isNull())
            fields.remove(it.key());
        else
            fields.insert(it.key(), *it);
    }
    m_proposed = m_preview.proposal;
    if (fields == m_content.fields)
        return;
    setFields(fields);
    Q_EMIT filledIn(change);
}

void ComposePresenter::attach(const QStringList &paths)
{
    if (!m_writing || m_sending)
        return;
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

void ComposePresenter::leave()
{
    saveNow();
    keepUnanswered();
}

/// The window may go before the desk comes to it, and the desk may never come to it.
void ComposePresenter::keepUnanswered() const
{
    for (const Save &save : m_saves)
        onPool([save] {
            save.writing->keep(save.content, save.version);
            return true;
        });
}

void ComposePresenter::save()
{
    m_saveTimer.stop();
    m_unsaved = false;
    m_renewed = false;
    const Save next{m_writing, m_content, m_version};
    m_saves.push_back(next);
    m_session.desk()
        .run([next](Desk &desk) { return next.writing->save(desk, next.content, next.version); })
        .then(this, [this, writing = m_writing, version = m_version](const Result<CaseId> &id) {
            m_saves.erase(m_saves.begin());
            saved(writing, version, id);
        });
}

void ComposePresenter::saved(const std::shared_ptr<Writing> &writing, int version, const Result<CaseId> &id)
{
    if (writing->over())
        return;
    if (id) {
        if (writing == m_writing)
            m_caseId = *id;
        Q_EMIT draftSaved(m_session.pulse().serverTime);
        m_session.refresh();
        return;
    }
    if (writing == m_writing && version == m_version) {
        m_unsaved = true;
        m_saveTimer.start(kSavePauseMs * 5);
    }
    Q_EMIT saveFailed(id.error());
}

void ComposePresenter::submit(const QString &comment)
{
    if (m_busy || !m_writing)
        return;
    setBusy(true);
    m_sending = true;
    if (m_renewed)
        changed();
    if (m_unsaved || (!m_caseId && m_saves.empty()))
        save();
    if (m_requestId.isEmpty())
        m_requestId = newRequestId();
    m_session.desk()
        .run([writing = m_writing, version = m_version, requestId = m_requestId, comment](Desk &desk) {
            return writing->submit(desk, version, requestId, comment);
        })
        .then(this, [this, writing = m_writing](const Result<CaseId> &id) { submitEnded(writing, id); });
}

void ComposePresenter::submitEnded(const std::shared_ptr<Writing> &writing, const Result<CaseId> &id)
{
    m_sending = false;
    setBusy(false);
    if (!id) {
        // Where it could not be saved, that has been said.
        if (id.error().code != ErrorCode::Cancelled)
            Q_EMIT failed(id.error());
        return;
    }
    if (writing == m_writing) {
        reset();
        Q_EMIT submitted(*id);
    }
    m_session.noteChange(*id);
}

void ComposePresenter::discard()
{
    if (m_busy || !m_writing)
        return;
    drop();
    Q_EMIT discarded();
}

bool ComposePresenter::dropUntouched()
{
    const auto cancellation = cancellationIn(m_content.fields);
    if (m_busy || !m_writing || m_version > 0 || !cancellation || !cancellation->reason.isEmpty())
        return false;
    drop();
    return true;
}

void ComposePresenter::drop()
{
    m_writing->end();
    m_session.desk()
        .run([writing = m_writing](Desk &desk) { return writing->discard(desk); })
        .then(this, [this](const Result<> &done) {
            if (!done)
                Q_EMIT failed(done.error());
            m_session.refresh();
        });
    reset();
}

/// Nothing is being written.
void ComposePresenter::reset()
{
    ++m_generation;
    m_writing.reset();
    m_caseId.reset();
    m_unsaved = false;
    m_renewed = false;
    m_saveTimer.stop();
    m_requestId.clear();
}

void ComposePresenter::setBusy(bool busy)
{
    if (m_busy == busy)
        return;
    m_busy = busy;
    Q_EMIT busyChanged(busy);
}

} // namespace kessai
