// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/store/hand.h"

#include "core/accounting/budget.h"
#include "core/cases/cancellation.h"
#include "core/cases/caseref.h"
#include "core/cases/confidential.h"
#include "core/cases/filing.h"

#include <QUuid>

namespace kessai::test {

QJsonObject Hand::naming(QJsonObject fields)
{
    const QString account = fields.value(QLatin1String("account")).toString().section(QLatin1Char('+'), 0, 0);
    if (!account.startsWith(QLatin1String("case:")) || fields.contains(kCancels)
        || fields.contains(QLatin1String("unnamed")))
        return fields;
    const auto record = m_office.owner().cases().load(CaseId(account.mid(5).toLongLong()));
    if (!record || record->projection.state != CaseState::Decided)
        return fields;
    for (const Posting &posting : record->projection.postings) {
        if (posting.ledger != QLatin1String("budget.commitment") || posting.amount < 0)
            continue;
        const QJsonObject &decided = record->revisions.back().content.fields;
        fields.insert(
            QStringLiteral("commitment"),
            toJson(CaseRef{record->id, record->number, record->title,
                           posting.account.mid(QString(kBudgetAccount).size()),
                           m_office.officeToday()->staff(record->drafter)->number,
                           decided.value(QLatin1String("payee")).toObject().value(QLatin1String("code")).toString()}));
    }
    return fields;
}

Result<CaseId> Hand::draft(const QJsonObject &said, std::optional<CaseId> id, int revision,
                           std::vector<Attachment> attachments)
{
    const QJsonObject fields = naming(said);
    DraftSave save;
    save.id = id;
    save.revision = revision;
    const Configuration &configuration = m_office.configuration();
    save.content = confided({QStringLiteral("memo"), 1, fields, {}}, *configuration.form(QStringLiteral("memo"), 1),
                            sha256Hex("a salt for tests"));
    save.content.attachments = std::move(attachments);
    save.title = titleOf(*memoForms().find(QStringLiteral("memo")), save.content.fields, configuration.parameters);
    if (fields.contains(QLatin1String("amount")))
        save.amount = fields.value(QLatin1String("amount")).toInteger();
    return store().cases().saveDraft(save);
}

/// Whose case a draft will be: a colleague's where it is written for one.
StaffId Hand::drafterOf(const CaseRecord &record) const
{
    const QJsonObject &fields = record.revisions.back().content.fields;
    const bool own = record.projection.seq > 0 || fields.contains(kCancels);
    return own ? m_who : filedFor(fields).value_or(m_who);
}

Result<ProposedEvent> Hand::propose(CaseId id, const Command &command)
{
    const auto record = load(id);
    if (!record)
        return record.failure();
    auto state = proven(*record);
    if (!state)
        return state.failure();
    if (std::holds_alternative<Submit>(command))
        state->drafter = drafterOf(*record);
    state->matter = {record->form, record->revisions.back().amount};
    auto event = decide(*state, command, m_who, *m_office.officeToday());
    if (!event)
        return fail(Error::refused(event.error(), QStringLiteral("by the engine")));
    return std::move(event).value();
}

Result<ProposedEvent> Hand::proposeSubmission(CaseId id, const QString &comment, std::vector<int> kept)
{
    const auto record = load(id);
    if (!record)
        return record.failure();
    const auto office = m_office.officeToday();
    const RouteRule &rule = m_office.configuration().rules.front();
    const CaseRecord::Revision &revision = record->revisions.back();
    const StaffId drafter = drafterOf(*record);
    const PostId post = office->primaryPost(drafter).value_or(PostId(0));
    const Form *form = memoForms().find(QStringLiteral("memo"));
    const Parameters &numbers = m_office.configuration().parameters;
    QJsonObject facts = withoutCancellation(revision.content.fields);
    const QJsonObject derived = form->facts(facts, numbers);
    for (auto it = derived.begin(); it != derived.end(); ++it)
        facts.insert(it.key(), it.value());
    auto route = resolveRoute(rule, *office, drafter, post, facts,
                              m_office.configuration().tableFor(rule, office->day(), office->revision()));
    if (!route)
        return fail(Error::refused(route.error(), QStringLiteral("no route")));
    const auto postings = postingsOf(*form, revision.content.fields, drafter, numbers);
    return propose(id,
                   Submit{revision.no, revision.content.digest(),
                          RouteBasis{rule.revision, office->revision(), office->day(), post}, std::move(route).value(),
                          postings, comment, revision.content.fields.value(QLatin1String("important")).toBool(),
                          std::move(kept)});
}

Result<Event> Hand::append(CaseId id, const ProposedEvent &event, std::optional<int> expectedSeq,
                           const QString &requestId)
{
    int seq = 0;
    if (expectedSeq) {
        seq = *expectedSeq;
    } else {
        const auto record = load(id);
        if (!record)
            return record.failure();
        seq = record->projection.seq;
    }
    return store().cases().append({id, seq, requestId.isEmpty() ? freshRequestId() : requestId, event});
}

Result<Event> Hand::act(CaseId id, const Command &command)
{
    m_office.wait();
    const auto event = propose(id, command);
    return event ? append(id, *event) : Result<Event>(event.failure());
}

Result<Event> Hand::submit(CaseId id)
{
    m_office.wait();
    const auto event = proposeSubmission(id);
    return event ? append(id, *event) : Result<Event>(event.failure());
}

Result<CaseId> Hand::file(const QJsonObject &fields)
{
    const auto id = draft(fields);
    if (!id)
        return id;
    const auto submitted = submit(*id);
    return submitted ? id : Result<CaseId>(submitted.failure());
}

ListPage Hand::list(ListKind kind)
{
    const auto page = store().cases().list({.kind = kind, .forms = {}, .text = {}, .after = std::nullopt});
    EXPECT_TRUE(fine(page));
    return page.ok() ? *page : ListPage{};
}

Pulse Hand::pulse()
{
    const auto pulse = store().cases().pulse();
    EXPECT_TRUE(fine(pulse));
    return pulse.ok() ? *pulse : Pulse{};
}

Result<Attachment> Hand::upload(const QString &name, const QByteArray &bytes)
{
    const Attachment file = describe(name, bytes);
    const auto begun = store().blobs().begin(file);
    if (!begun)
        return begun.failure();
    if (!*begun)
        return file;
    for (int no = 0; no < int(file.chunks.size()); ++no) {
        if (const auto put = store().blobs().put(**begun, no, bytes.mid(no * kChunkSize, kChunkSize)); !put)
            return put.failure();
    }
    if (const auto finished = store().blobs().finish(**begun); !finished)
        return finished.failure();
    return file;
}

Result<CaseId> fileRichCase(TestOffice &office)
{
    const SmallOffice &people = office.people();
    Hand sato(office, people.sato);
    const auto file = sato.upload(QStringLiteral("見積書.pdf"), QByteArray(300'000, 'x'));
    if (!file)
        return file.failure();
    const auto id = sato.draft(confiding(memo(QStringLiteral("庁用車の修繕"), 250'000), QStringLiteral("運転中の事故")),
                               std::nullopt, 1, {*file});
    if (!id)
        return id;
    const auto all = [&](const std::vector<Result<Event>> &acts) {
        for (const auto &act : acts) {
            if (!act)
                return Result<CaseId>(act.failure());
        }
        return Result<CaseId>(*id);
    };
    Hand suzuki(office, people.suzuki);
    Hand kato(office, people.kato);
    std::vector<Result<Event>> acts;
    acts.push_back(sato.submit(*id));
    acts.push_back(suzuki.approve(*id));
    acts.push_back(kato.act(*id, Return{std::nullopt, std::nullopt, QStringLiteral("金額を確認")}));
    const QJsonObject less =
        confiding(memo(QStringLiteral("庁用車の修繕"), 240'000), QStringLiteral("運転中の自損事故"));
    if (const auto corrected = sato.draft(less, *id, 2, {*file}); !corrected)
        return corrected;
    acts.push_back(sato.submit(*id));
    acts.push_back(suzuki.approve(*id));
    acts.push_back(kato.act(*id, Return{std::nullopt, 1, QStringLiteral("係で再確認")}));
    acts.push_back(suzuki.approve(*id));
    acts.push_back(kato.approve(*id));
    acts.push_back(sato.act(*id, Comment{QStringLiteral("見積書の有効期限は今月末です")}));
    acts.push_back(Hand(office, people.zaizen).approve(*id));
    acts.push_back(Hand(office, people.bando).approve(*id));
    acts.push_back(kato.approve(*id));
    return all(acts);
}

Result<Case> proven(const CaseRecord &record)
{
    auto state = replay(record.id, record.drafter, record.history);
    if (!state)
        return state;
    if (record.projection != projectionOf(*state))
        return fail(ErrorCode::Damaged,
                    QStringLiteral("the projection is not that of the history: ") + record.projection.fault);
    for (const CaseRecord::Revision &revision : record.revisions) {
        for (const Attachment &attachment : revision.content.attachments) {
            if (record.storedChunks.value(attachment.sha256) != attachment.chunks)
                return fail(ErrorCode::Damaged, attachment.name);
        }
        const bool current = revision.no == state->revision && state->round > 0;
        if (current && revision.content.digest() != state->contentDigest)
            return fail(ErrorCode::Damaged, QStringLiteral("content"));
    }
    return state;
}

QJsonObject confiding(QJsonObject fields, const QString &reason)
{
    fields.insert(QStringLiteral("reason"), reason);
    return fields;
}

QJsonObject moving(const QString &ledger, const QString &account, qint64 amount)
{
    QJsonObject fields = memo(ledger, amount);
    fields.insert(QStringLiteral("ledger"), ledger);
    fields.insert(QStringLiteral("account"), account);
    return fields;
}

QJsonObject memo(const QString &subject, qint64 amount)
{
    return QJsonObject{{QStringLiteral("subject"), subject}, {QStringLiteral("amount"), amount}};
}

Attachment describe(const QString &name, const QByteArray &bytes)
{
    Attachment file{name, QStringLiteral("application/pdf"), bytes.size(), sha256Hex(bytes), {}};
    for (qsizetype at = 0; at < bytes.size(); at += kChunkSize)
        file.chunks.push_back(sha256Hex(bytes.mid(at, kChunkSize)));
    return file;
}

QString freshRequestId()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces);
}

} // namespace kessai::test
