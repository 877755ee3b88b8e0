// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/canonical.h"
#include "core/cases/filing.h"
#include "core/store/caseprojection.h"
#include "core/store/localnotary.h"
#include "core/store/reader.h"
#include "core/store/searchindex.h"
#include "core/store/searchtext.h"

namespace kessai {

namespace {

constexpr QLatin1String kDraftCase("case_id");
constexpr QLatin1String kDraftRevision("revision");

bool inCorrection(CaseState state)
{
    return state == CaseState::Draft || state == CaseState::Returned || state == CaseState::Withdrawn;
}

/// Whether every number of a content is written in digits alone (migration 0059 says the same); what stands in texts is no number.
bool inDigitsAlone(const QByteArray &json)
{
    bool text = false;
    for (qsizetype at = 0; at + 1 < json.size(); ++at) {
        const char one = json[at];
        const char next = json[at + 1];
        if (text && one == '\\')
            ++at;
        else if (one == '"')
            text = !text;
        else if (!text && one >= '0' && one <= '9' && (next == '.' || next == 'e' || next == 'E'))
            return false;
    }
    return true;
}

Result<> checkSizes(const DraftSave &draft)
{
    if (draft.title.toUtf8().size() > kMaxTitleBytes)
        return fail(ErrorCode::TooLarge, QStringLiteral("the title is too long"));
    const QByteArray fields = canonicalJson(draft.content.fields);
    if (fields.size() > kMaxFieldsBytes)
        return fail(ErrorCode::TooLarge, QStringLiteral("the content has more than a mebibyte"));
    if (!inDigitsAlone(fields))
        return fail(ErrorCode::Invalid, QStringLiteral("a number that is not written in digits alone"));
    const auto &confidential = draft.content.confidential;
    if (confidential && canonicalJson(confidential->fields).size() > kMaxFieldsBytes)
        return fail(ErrorCode::TooLarge, QStringLiteral("what is confidential has more than a mebibyte"));
    if (confidential && !isHexDigest(confidential->salt))
        return fail(ErrorCode::Invalid, QStringLiteral("not what is confidential in a content"));
    if (draft.content.attachments.size() > size_t(kMaxFiles))
        return fail(Error::refused(Refusal::TooManyAttachments));
    return {};
}

/// Whether the drafter may write this revision of a case now.
Result<> checkEditing(const LockedCase &file, const DraftSave &draft)
{
    if (!inCorrection(file.state))
        return fail(Error::refused(file.state == CaseState::Decided ? Refusal::AlreadyDecided : Refusal::WrongState));
    if (draft.revision != file.revision + 1)
        return fail(Error::refused(Refusal::Stale, QStringLiteral("that is not the revision being written")));
    if (draft.content.form != file.form)
        return fail(ErrorCode::Invalid, QStringLiteral("a case keeps its form"));
    return {};
}

} // namespace

Result<CaseId> LocalNotary::saveDraft(const DraftSave &draft)
{
    if (const Result<> sizes = checkSizes(draft); !sizes)
        return sizes.failure();
    auto transaction = begin();
    if (!transaction)
        return transaction.failure();
    const Instant at = m_clock.now();
    NotaryRows rows(m_database, at.day());
    std::optional<CaseId> id = draft.id;
    if (id) {
        if (const Result<> rewritten = rewrite(draft, rows, at); !rewritten)
            return rewritten.failure();
    } else {
        const auto made = newCase(draft, rows, at);
        if (!made)
            return made;
        id = *made;
    }
    if (const Result<> put = putContent(*id, draft); !put)
        return put.failure();
    const QString number = draft.id ? rows.lockedNumber() : caseNumber(*id, at);
    if (const Result<> found = putWords(*id, number, draft, rows); !found)
        return found.failure();
    if (const Result<> attached = putAttachments(*id, draft); !attached)
        return attached.failure();
    if (const Result<> committed = transaction->commit(); !committed)
        return committed.failure();
    return *id;
}

Result<CaseId> LocalNotary::newCase(const DraftSave &draft, NotaryRows &rows, Instant at)
{
    if (draft.revision != 1)
        return fail(ErrorCode::Invalid, QStringLiteral("a draft begins with revision 1"));
    const auto name = rows.nameOf(m_actor);
    if (!name)
        return name.failure();
    if (!name->has_value())
        return fail(Error::refused(Refusal::UnknownStaff));
    const auto post = rows.primaryPost(m_actor);
    if (!post)
        return post.failure();
    const auto office = rows.stampOf(*post);
    if (!office)
        return office.failure();

    std::optional<CaseId> id;
    {
        Query insert(m_database, QLatin1String("notaryNewCase"));
        insert.bind(QLatin1String("form"), draft.content.form)
            .bind(QLatin1String("drafter_id"), m_actor)
            .bind(QLatin1String("drafter_name"), **name)
            .bind(QLatin1String("drafter_section"), office->section)
            .bind(QLatin1String("title"), draft.title)
            .bind(QLatin1String("amount"), draft.amount)
            .bind(QLatin1String("urgent"), draft.urgent)
            .bind(QLatin1String("attachments"), qint64(draft.content.attachments.size()))
            .bind(QLatin1String("at"), at);
        if (const Result<> inserted = insert.execOne(); !inserted)
            return inserted.failure();
        id = insert.id<CaseId>(0);
    }
    const QString number = caseNumber(*id, at);
    Query numbered(m_database, QLatin1String("notaryNumberCase"));
    numbered.bind(kDraftCase, *id)
        .bind(QLatin1String("number"), number)
        .bind(QLatin1String("search_text"), searchText(number, draft.title, **name));
    if (const Result<> done = numbered.exec(); !done)
        return done.failure();
    return *id;
}

Result<> LocalNotary::rewrite(const DraftSave &draft, NotaryRows &rows, Instant at)
{
    const auto file = rows.lock(*draft.id);
    if (!file)
        return file.failure();
    if (file->drafter != m_actor) {
        const auto sees = rows.maySee(*file, m_actor);
        if (!sees)
            return sees.failure();
        return *sees ? Result<>(fail(Error::refused(Refusal::NotDrafter)))
                     : Result<>(fail(ErrorCode::NotFound, QStringLiteral("there is no such case")));
    }
    if (const Result<> may = checkEditing(*file, draft); !may)
        return may;
    // A correction is shown to others only once it is submitted again.
    if (file->seq > 0)
        return {};
    const auto name = rows.nameOf(m_actor);
    if (!name)
        return name.failure();
    const auto post = rows.primaryPost(m_actor);
    if (!post)
        return post.failure();
    const auto office = rows.stampOf(*post);
    if (!office)
        return office.failure();
    Query show(m_database, QLatin1String("notaryDraftFile"));
    show.bind(kDraftCase, *draft.id)
        .bind(QLatin1String("drafter_name"), name->value_or(QString()))
        .bind(QLatin1String("drafter_section"), office->section)
        .bind(QLatin1String("title"), draft.title)
        .bind(QLatin1String("amount"), draft.amount)
        .bind(QLatin1String("urgent"), draft.urgent)
        .bind(QLatin1String("attachments"), qint64(draft.content.attachments.size()))
        .bind(QLatin1String("search_text"), searchText(rows.lockedNumber(), draft.title, name->value_or(QString())))
        .bind(QLatin1String("at"), at);
    return show.exec();
}

Result<> LocalNotary::putContent(CaseId id, const DraftSave &draft)
{
    Query put(m_database, QLatin1String("notaryPutContent"));
    put.bind(kDraftCase, id)
        .bind(kDraftRevision, draft.revision)
        .bind(QLatin1String("form_revision"), draft.content.formRevision)
        .bindAscii(QLatin1String("fields"), canonicalJson(draft.content.fields))
        .bind(QLatin1String("title"), draft.title)
        .bind(QLatin1String("amount"), draft.amount)
        .bind(QLatin1String("urgent"), draft.urgent)
        .bindAscii(QLatin1String("confidential_digest"),
                   draft.content.confidential ? draft.content.confidential->digest() : QByteArray(""));
    if (const Result<> done = put.exec(); !done)
        return done;
    if (put.affected() != 1)
        return fail(Error::refused(Refusal::WrongState, QStringLiteral("what is sealed does not change")));
    return putConfidential(id, draft);
}

Result<> LocalNotary::putConfidential(CaseId id, const DraftSave &draft)
{
    if (!draft.content.confidential) {
        Query drop(m_database, QLatin1String("notaryDropConfidential"));
        return drop.bind(kDraftCase, id).bind(kDraftRevision, draft.revision).exec();
    }
    Query put(m_database, QLatin1String("notaryPutConfidential"));
    return put.bind(kDraftCase, id)
        .bind(kDraftRevision, draft.revision)
        .bindAscii(QLatin1String("salt"), draft.content.confidential->salt)
        .bindAscii(QLatin1String("fields"), canonicalJson(draft.content.confidential->fields))
        .exec();
}

Result<> LocalNotary::putWords(CaseId id, const QString &number, const DraftSave &draft, NotaryRows &rows)
{
    const auto name = rows.nameOf(filedFor(draft.content.fields).value_or(m_actor));
    if (!name)
        return name.failure();
    return putSearchText(m_database, id, draft.revision, number,
                         searchableText(draft.title, name->value_or(QString()), draft.content.fields));
}

Result<> LocalNotary::putAttachments(CaseId id, const DraftSave &draft)
{
    Query drop(m_database, QLatin1String("notaryDropAttachments"));
    if (const Result<> done = drop.bind(kDraftCase, id).bind(kDraftRevision, draft.revision).exec(); !done)
        return done;
    int no = 0;
    for (const Attachment &attachment : draft.content.attachments) {
        qint64 blob = 0;
        {
            Query file(m_database, QLatin1String("notaryFile"));
            file.bindAscii(QLatin1String("sha256"), attachment.sha256)
                .bind(QLatin1String("actor"), m_actor)
                .bind(QLatin1String("today"), m_clock.now().day());
            const Result<> found = file.execOne();
            if (!found && found.error().code == ErrorCode::NotFound)
                return fail(ErrorCode::NotFound, QStringLiteral("an attached file was not uploaded"));
            if (!found)
                return found;
            blob = file.integer(0);
            if (file.integer(1) != attachment.size || splitDigests(file.text(2)) != attachment.chunks)
                return fail(ErrorCode::Invalid, QStringLiteral("an attached file is not what its description says"));
        }
        Query insert(m_database, QLatin1String("notaryInsertAttachment"));
        insert.bind(kDraftCase, id)
            .bind(kDraftRevision, draft.revision)
            .bind(QLatin1String("no"), ++no)
            .bind(QLatin1String("blob_id"), blob)
            .bind(QLatin1String("name"), attachment.name)
            .bind(QLatin1String("media_type"), attachment.mediaType)
            .bind(QLatin1String("size"), attachment.size)
            .bindAscii(QLatin1String("sha256"), attachment.sha256)
            .bind(QLatin1String("chunks"), joinedDigests(attachment.chunks))
            .bind(QLatin1String("confidential"), attachment.confidential);
        if (const Result<> done = insert.exec(); !done)
            return done;
    }
    return {};
}

Result<> LocalNotary::deleteDraft(CaseId id)
{
    auto transaction = begin();
    if (!transaction)
        return transaction.failure();
    NotaryRows rows(m_database, m_clock.now().day());
    const auto file = rows.lock(id);
    if (!file)
        return file.failure();
    if (file->drafter != m_actor) {
        const auto sees = rows.maySee(*file, m_actor);
        if (!sees)
            return sees.failure();
        return *sees ? Result<>(fail(Error::refused(Refusal::NotDrafter)))
                     : Result<>(fail(ErrorCode::NotFound, QStringLiteral("there is no such case")));
    }
    if (!inCorrection(file->state))
        return fail(Error::refused(file->state == CaseState::Decided ? Refusal::AlreadyDecided : Refusal::WrongState));

    const int revision = file->revision + 1;
    Query attachments(m_database, QLatin1String("notaryDropAttachments"));
    if (const Result<> done = attachments.bind(kDraftCase, id).bind(kDraftRevision, revision).exec(); !done)
        return done;
    if (const Result<> done = dropSearchText(m_database, id, revision); !done)
        return done;
    Query content(m_database, QLatin1String("notaryDropContent"));
    if (const Result<> done = content.bind(kDraftCase, id).bind(kDraftRevision, revision).exec(); !done)
        return done;
    if (content.affected() == 0)
        return fail(ErrorCode::NotFound, QStringLiteral("there is no draft to delete"));
    if (file->seq == 0) {
        Query drop(m_database, QLatin1String("notaryDropCase"));
        if (const Result<> done = drop.bind(kDraftCase, id).exec(); !done)
            return done;
    }
    return transaction->commit();
}

} // namespace kessai
