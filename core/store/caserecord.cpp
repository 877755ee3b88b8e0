// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/canonical.h"
#include "core/store/caseprojection.h"
#include "core/store/casequeries.h"

#include <QJsonDocument>

namespace kessai {

namespace {

/// What the first column of `loadCase` says a row is.
enum class CaseRowKind {
    File = 1,
    Event,
    Content,
    Attachment,
    Assignment,
    Access,
    Posting,
    Chunk,
    Cancellation,
    Original,
    OriginalPosting,
    Mark,
    Standing
};

std::optional<QJsonObject> objectFrom(const QByteArray &text)
{
    const QJsonDocument document = QJsonDocument::fromJson(text);
    return document.isObject() ? std::optional(document.object()) : std::nullopt;
}

/// A chunk that does not stand in its place has no digest anybody sealed.
void addChunk(std::vector<QByteArray> &digests, int no, const QByteArray &digest)
{
    digests.push_back(no == int(digests.size()) ? digest : QByteArray());
}

/// Turns the rows of one case into its record; what is wrong with a row goes into the projection's fault.
class RecordBuilder final {
public:
    explicit RecordBuilder(CaseId id) : m_record(emptyRecord(id)), m_check(m_record) {}

    bool found() const { return m_found; }
    Result<> take(const Query &row)
    {
        switch (CaseRowKind(row.number(0))) {
        case CaseRowKind::File: takeFile(row); return {};
        case CaseRowKind::Event: return takeEvent(row);
        case CaseRowKind::Content: takeContent(row); return {};
        case CaseRowKind::Attachment: takeAttachment(row); return {};
        case CaseRowKind::Assignment: m_check.takeAssignment(row); return {};
        case CaseRowKind::Access: m_check.takeAccess(row); return {};
        case CaseRowKind::Posting: m_check.takePosting(row); return {};
        case CaseRowKind::Chunk:
            addChunk(m_record.storedChunks[row.ascii(10)], row.number(2), row.ascii(11));
            return {};
        case CaseRowKind::Cancellation: takeCancellation(row); return {};
        case CaseRowKind::Original: takeOriginal(row); return {};
        case CaseRowKind::OriginalPosting:
            if (!m_record.original)
                return {}; // its content is not there, which whoever compares the two finds
            m_record.original->postings.push_back({row.text(10), row.text(11), row.day(12), row.integer(3),
                                                   row.isNull(5) ? std::nullopt : std::optional(row.number(5))});
            return {};
        case CaseRowKind::Mark: takeMark(row); return {};
        case CaseRowKind::Standing: m_record.projection.ordered = row.flag(1); return {};
        }
        return fail(ErrorCode::Internal, QStringLiteral("a row of an unknown kind"));
    }
    CaseRecord &record() { return m_record; }
    CaseRecord finish()
    {
        m_check.finish(m_file);
        if (m_record.history.empty())
            m_record.number.clear(); // a draft is nobody's case yet and has no number to be called by
        return std::move(m_record);
    }

private:
    static CaseRecord emptyRecord(CaseId id)
    {
        return CaseRecord{.id = id,
                          .number = {},
                          .drafter = StaffId(0),
                          .drafterName = {},
                          .form = {},
                          .title = {},
                          .amount = {},
                          .history = {},
                          .revisions = {},
                          .projection = {CaseState::Draft, 0, 0, 0, {}, {}, {}, {}, PostingState::Void, {}},
                          .storedChunks = {}};
    }

    void takeCancellation(const Query &row)
    {
        const CancellationLink link{row.id<CaseId>(2), row.text(10), row.flag(3),
                                    row.isNull(11) ? std::nullopt : std::optional(DayRange{row.day(11), row.day(12)})};
        if (row.number(1) == 0)
            m_record.cancels = link;
        else
            m_record.cancelledBy.push_back(link);
    }

    void takeFile(const Query &row)
    {
        m_found = true;
        m_record.drafter = row.id<StaffId>(1);
        m_record.amount = row.maybeInteger(2);
        m_record.urgent = row.flag(3);
        m_record.important = row.text(19) == QLatin1String("1");
        m_record.createdAt = row.instant(9);
        m_record.number = row.text(10);
        m_record.form = row.text(11);
        m_record.title = row.text(12);
        m_record.drafterName = row.text(13);
        Projection &projection = m_record.projection;
        projection.state = CaseState(row.number(4));
        projection.round = row.number(5);
        projection.seq = row.number(6);
        projection.revision = row.number(7);
        projection.postingState = PostingState(row.number(8));
        projection.headHash = row.ascii(14);
        m_file.submittedAt = row.maybeInteger(15);
        m_file.changedAt = row.integer(16);
        m_file.attachments = row.integer(17);
        m_file.drafterSection = row.text(18);
    }

    Result<> takeEvent(const Query &row)
    {
        const int version = row.number(2);
        if (version > kEventVersion)
            return fail(ErrorCode::ClientTooOld,
                        QStringLiteral("event %1 was written by a newer program").arg(row.number(1)));
        m_record.history.push_back(Event{
            .caseId = m_record.id,
            .seq = row.number(1),
            .capacity = {row.id<StaffId>(3), row.maybe<PostId>(4), row.maybe<StaffId>(5)},
            .actorName = row.text(11),
            .actorTitle = row.text(12),
            .actorSection = row.text(13),
            .principalName = row.text(14),
            .at = row.instant(6),
            .requestId = row.text(15),
            .code = row.text(10),
            .version = version,
            .payload = row.ascii(16),
            .effectsText = row.ascii(17),
            .body = Commented{},
            .effects = {CaseState::Draft, 0, {}, {}, PostingState::Void},
            .previousHash = row.ascii(18),
            .hash = row.ascii(19),
        });
        Event &event = m_record.history.back();
        if (!readBody(event))
            m_check.blame(QStringLiteral("event %1 cannot be read").arg(event.seq));
        return {};
    }

    static bool readBody(Event &event)
    {
        const auto payload = objectFrom(event.payload);
        const auto changes = objectFrom(event.effectsText);
        if (!payload || !changes)
            return false;
        auto body = eventBodyFromJson(event.code, event.version, *payload);
        auto effects = effectsFromJson(*changes);
        if (!body || !effects)
            return false;
        event.body = std::move(body).value();
        event.effects = std::move(effects).value();
        return true;
    }

    void takeContent(const Query &row)
    {
        const QByteArray fields = row.ascii(11);
        m_file.urgent.insert(row.number(1), row.flag(5));
        const auto object = objectFrom(fields);
        if (!object || canonicalJson(*object) != fields)
            m_check.blame(QStringLiteral("the fields of revision %1 are not as they were written").arg(row.number(1)));
        m_record.privy = row.flag(6);
        m_record.revisions.push_back({.no = row.number(1),
                                      .content = Content{m_record.form,
                                                         row.number(2),
                                                         object.value_or(QJsonObject()),
                                                         {},
                                                         row.ascii(12),
                                                         confidentialFrom(row)},
                                      .title = row.text(10),
                                      .amount = row.maybeInteger(3),
                                      .sealed = row.flag(4)});
    }

    std::optional<Confidential> confidentialFrom(const Query &row)
    {
        if (row.isNull(13))
            return std::nullopt;
        const auto fields = objectFrom(row.ascii(14));
        if (!fields || canonicalJson(*fields) != row.ascii(14))
            m_check.blame(
                QStringLiteral("what is confidential in revision %1 is not as it was written").arg(row.number(1)));
        return Confidential{row.ascii(13), fields.value_or(QJsonObject())};
    }

    void takeAttachment(const Query &row)
    {
        const QByteArray file = row.ascii(12);
        // A file is stored once, so that all who name it mean the same rows.
        const auto known = m_blobs.constFind(file);
        if (known == m_blobs.constEnd())
            m_blobs.insert(file, row.integer(3));
        else if (known.value() != row.integer(3))
            m_check.blame(QStringLiteral("the file %1 is stored in two places").arg(row.text(10)));
        std::vector<QByteArray> chunks = splitDigests(row.text(13));
        if (joinedDigests(chunks) != row.text(13))
            m_check.blame(QStringLiteral("the digests of %1 are not as they were written").arg(row.text(10)));
        for (CaseRecord::Revision &revision : m_record.revisions) {
            if (revision.no != row.number(1))
                continue;
            revision.content.attachments.push_back(Attachment{.name = row.text(10),
                                                              .mediaType = row.text(11),
                                                              .size = row.integer(4),
                                                              .sha256 = file,
                                                              .chunks = std::move(chunks),
                                                              .confidential = row.flag(5)});
            if (revision.content.attachments.size() != size_t(row.number(2)))
                m_check.blame(
                    QStringLiteral("the attachments of revision %1 are not numbered in order").arg(revision.no));
            return;
        }
    }

    void takeMark(const Query &row)
    {
        ProofMark mark{.revision = row.number(2),
                       .field = row.text(10),
                       .ticked = row.flag(3),
                       .place = {},
                       .by = StaffId(row.text(13).toLongLong()),
                       .byName = row.text(12),
                       .at = row.instant(9)};
        if (!row.isNull(11))
            mark.place =
                ProofPlace{row.ascii(11), row.number(4), row.number(5), row.number(6), row.number(7), row.number(8)};
        m_record.marks.push_back(std::move(mark));
    }

    void takeOriginal(const Query &row)
    {
        const QJsonObject basis =
            objectFrom(row.ascii(14)).value_or(QJsonObject()).value(QLatin1String("basis")).toObject();
        m_record.original = CancelledCase{.drafter = row.id<StaffId>(1),
                                          .drafterPost = PostId(basis.value(QLatin1String("drafterPost")).toInteger()),
                                          .officeRevision = basis.value(QLatin1String("officeRevision")).toInt(),
                                          .form = row.text(10),
                                          .number = row.text(11),
                                          .state = CaseState(row.number(3)),
                                          .formRevision = row.number(2),
                                          .fields = objectFrom(row.ascii(12)).value_or(QJsonObject()),
                                          .confidentialDigest = row.ascii(13),
                                          .postings = {}};
    }

    CaseRecord m_record;
    ProjectionCheck m_check;
    FileColumns m_file;
    QHash<QByteArray, qint64> m_blobs; ///< where each file is stored
    bool m_found = false;
};

/// SQLite cannot hash: the chunks come out and are hashed here.
Result<> hashChunks(const Reader &reader, CaseRecord &record)
{
    Query blobs(reader.database, QLatin1String("caseBlobs"));
    blobs.bind(QLatin1String("id"), record.id);
    if (const Result<> run = blobs.exec(); !run)
        return run;
    while (true) {
        const Result<bool> blob = blobs.next();
        if (!blob)
            return blob.failure();
        if (!*blob)
            return {};
        std::vector<QByteArray> &digests = record.storedChunks[blobs.ascii(1)];
        Query chunks(reader.database, QLatin1String("chunkData"));
        chunks.bind(QLatin1String("blob_id"), blobs.integer(0));
        if (const Result<> run = chunks.exec(); !run)
            return run;
        while (true) {
            const Result<bool> chunk = chunks.next();
            if (!chunk)
                return chunk.failure();
            if (!*chunk)
                break;
            addChunk(digests, chunks.number(1), sha256Hex(chunks.bytes(0)));
        }
    }
}

} // namespace

Result<CaseRecord> readCase(const Reader &reader, CaseId id)
{
    const bool sqlite = reader.database.dialect() == Dialect::Sqlite;
    // Two statements of one state of the file there; on a server the one statement is a transaction by itself.
    std::optional<Transaction> transaction;
    if (sqlite) {
        auto begun = Transaction::beginReading(reader.database);
        if (!begun)
            return begun.failure();
        transaction.emplace(std::move(begun).value());
    }

    RecordBuilder builder(id);
    {
        const bool door = !sqlite && reader.me;
        Query rows(reader.database, door ? QLatin1String("remoteLoadCase") : QLatin1String("loadCase"));
        reader.bindTo(rows);
        rows.bind(QLatin1String("id"), id);
        if (const Result<> run = rows.exec(); !run)
            return run.failure();
        while (true) {
            const Result<bool> row = rows.next();
            if (!row)
                return row.failure();
            if (!*row)
                break;
            if (const Result<> taken = builder.take(rows); !taken)
                return taken.failure();
        }
    }
    if (!builder.found())
        return fail(ErrorCode::NotFound, QStringLiteral("case %1").arg(id.value()));
    if (sqlite) {
        if (const Result<> hashed = hashChunks(reader, builder.record()); !hashed)
            return hashed.failure();
    }
    return builder.finish();
}

} // namespace kessai
