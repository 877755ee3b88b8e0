// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/canonical.h"
#include "tests/store/hand.h"

// The contract of BlobStore, the same on every database.

namespace kessai::test {

namespace {

class FileContract : public OnBothDatabases {
protected:
    qint64 count(const QString &table)
    {
        const auto database = office.ownersDatabase();
        // A division by nothing tells a number without a query of the store's own.
        for (qint64 n = 0; n < 50; ++n) {
            const QString sql = office.dialect() == Dialect::Sqlite
                ? QStringLiteral("CREATE TEMP TABLE t%2 AS SELECT CASE WHEN (SELECT count(*) FROM %1) = %2 THEN"
                                 " abs(-9223372036854775808) END")
                      .arg(table)
                      .arg(n)
                : QStringLiteral("SELECT 1 / (%2 - (SELECT count(*) FROM %1))").arg(table).arg(n);
            if (!(*database)->execute(sql).ok())
                return n;
        }
        return -1;
    }
    static QByteArray pattern(qsizetype size)
    {
        QByteArray bytes(size, '\0');
        for (qsizetype i = 0; i < size; ++i)
            bytes[i] = char((i * 31 + i / 251) & 0xff);
        return bytes;
    }
};
KESSAI_ON_BOTH_DATABASES(FileContract);

} // namespace

TEST_P(FileContract, StoresAFileInChunksAndGivesItBack)
{
    Hand sato(office, people.sato);
    const QByteArray bytes = pattern(3 * kChunkSize + 77);

    const auto file = sato.upload(QStringLiteral("図面.pdf"), bytes);
    ASSERT_TRUE(fine(file));
    ASSERT_EQ(file->chunks.size(), 4U);
    const auto id = sato.draft(memo(QStringLiteral("図面")), std::nullopt, 1, {*file});
    ASSERT_TRUE(fine(id));

    QByteArray read;
    for (int no = 0; no < 4; ++no) {
        const auto chunk = sato.store().blobs().chunk(file->sha256, no);
        ASSERT_TRUE(fine(chunk));
        read += *chunk;
    }
    EXPECT_EQ(read, bytes);
    EXPECT_TRUE(failed(sato.store().blobs().chunk(file->sha256, 4), ErrorCode::NotFound));
    const auto record = sato.load(*id);
    ASSERT_EQ(record->revisions.at(0).content.attachments.size(), 1U);
    EXPECT_EQ(record->revisions[0].content.attachments[0], *file);
    EXPECT_EQ(record->storedChunks.value(file->sha256), file->chunks);
}

TEST_P(FileContract, StoresAnEmptyFile)
{
    Hand sato(office, people.sato);

    const auto file = sato.upload(QStringLiteral("空.txt"), QByteArray());

    ASSERT_TRUE(fine(file));
    const auto id = sato.draft(memo(QStringLiteral("空")), std::nullopt, 1, {*file});
    ASSERT_TRUE(fine(id));
    EXPECT_EQ(sato.load(*id)->revisions.at(0).content.attachments.at(0).size, 0);
    EXPECT_TRUE(fine(proven(*sato.load(*id))));
}

TEST_P(FileContract, StoresTheSameFileOnce)
{
    Hand sato(office, people.sato);
    Hand tanaka(office, people.tanaka);
    const Attachment file = describe(QStringLiteral("同じ.pdf"), pattern(1000));
    ASSERT_TRUE(fine(sato.upload(file.name, pattern(1000))));

    // Mine is known at once; somebody else has to bring it to show that they have it, and it is stored once all the same.
    EXPECT_FALSE(sato.store().blobs().begin(file)->has_value());
    const auto theirs = tanaka.store().blobs().begin(file);
    ASSERT_TRUE(fine(theirs));
    ASSERT_TRUE(theirs->has_value());
    EXPECT_TRUE(failed(tanaka.draft(memo(QStringLiteral("まだ")), std::nullopt, 1, {file}), ErrorCode::NotFound));
    ASSERT_TRUE(fine(tanaka.store().blobs().put(**theirs, 0, pattern(1000))));
    ASSERT_TRUE(fine(tanaka.store().blobs().finish(**theirs)));
    EXPECT_TRUE(fine(tanaka.draft(memo(QStringLiteral("もう")), std::nullopt, 1, {file})));
    EXPECT_EQ(count(QStringLiteral("blob")), 1);
    EXPECT_EQ(count(QStringLiteral("blob_chunk")), 1);
}

TEST_P(FileContract, LetsReadersOfACaseReadAndAttachItsFilesAndNobodyElse)
{
    Hand sato(office, people.sato);
    const auto file = sato.upload(QStringLiteral("秘.pdf"), pattern(500));
    const auto id = sato.draft(memo(QStringLiteral("秘")), std::nullopt, 1, {*file});
    Hand suzuki(office, people.suzuki);
    EXPECT_TRUE(failed(suzuki.store().blobs().chunk(file->sha256, 0), ErrorCode::NotFound));

    ASSERT_TRUE(fine(sato.submit(*id)));

    EXPECT_TRUE(fine(suzuki.store().blobs().chunk(file->sha256, 0)));
    EXPECT_FALSE(suzuki.store().blobs().begin(*file)->has_value());
    EXPECT_TRUE(fine(suzuki.draft(memo(QStringLiteral("転用")), std::nullopt, 1, {*file})));
    Hand fuji(office, people.fuji);
    EXPECT_TRUE(failed(fuji.store().blobs().chunk(file->sha256, 0), ErrorCode::NotFound));
    EXPECT_TRUE(failed(fuji.draft(memo(QStringLiteral("盗用")), std::nullopt, 1, {*file}), ErrorCode::NotFound));
}

TEST_P(FileContract, RefusesChunksOutOfOrderOfAnotherSizeOrContent)
{
    Hand sato(office, people.sato);
    const QByteArray bytes = pattern(kChunkSize + 10);
    const auto upload = sato.store().blobs().begin(describe(QStringLiteral("順.pdf"), bytes));
    ASSERT_TRUE(fine(upload));
    BlobStore &blobs = sato.store().blobs();

    EXPECT_TRUE(failed(blobs.put(**upload, 1, bytes.mid(kChunkSize)), ErrorCode::Invalid));
    EXPECT_TRUE(failed(blobs.put(**upload, 0, bytes), ErrorCode::Invalid));
    EXPECT_TRUE(failed(blobs.put(**upload, 0, QByteArray(kChunkSize, 'z')), ErrorCode::Damaged));
    EXPECT_TRUE(failed(blobs.put(**upload, -1, QByteArray(kChunkSize, 'z')), ErrorCode::Invalid));
    EXPECT_TRUE(failed(blobs.put(UploadId(4711), 0, bytes.left(kChunkSize)), ErrorCode::NotFound));
    EXPECT_TRUE(failed(Hand(office, people.tanaka).store().blobs().put(**upload, 0, bytes.left(kChunkSize)),
                       ErrorCode::NotFound));
    ASSERT_TRUE(fine(blobs.put(**upload, 0, bytes.left(kChunkSize))));
    // Sent again after a lost answer: nothing happens.
    EXPECT_TRUE(fine(blobs.put(**upload, 0, bytes.left(kChunkSize))));
    ASSERT_TRUE(fine(blobs.put(**upload, 1, bytes.mid(kChunkSize))));
    EXPECT_TRUE(failed(blobs.put(**upload, 2, QByteArray()), ErrorCode::Invalid));
    EXPECT_TRUE(fine(blobs.finish(**upload)));
    EXPECT_TRUE(fine(blobs.finish(**upload)));
}

TEST_P(FileContract, DiscardsWhatIsNotTheFileItWasSaidToBe)
{
    Hand sato(office, people.sato);
    Attachment liar = describe(QStringLiteral("嘘.pdf"), pattern(100));
    liar.sha256 = sha256Hex("something else");
    const auto upload = sato.store().blobs().begin(liar);
    ASSERT_TRUE(fine(upload));
    ASSERT_TRUE(fine(sato.store().blobs().put(**upload, 0, pattern(100))));

    EXPECT_TRUE(failed(sato.store().blobs().finish(**upload), ErrorCode::Damaged));
    EXPECT_TRUE(failed(sato.store().blobs().finish(**upload), ErrorCode::NotFound));
    EXPECT_TRUE(failed(sato.draft(memo(QStringLiteral("嘘")), std::nullopt, 1, {liar}), ErrorCode::NotFound));
    EXPECT_EQ(count(QStringLiteral("blob")), 0);

    const auto unfinished = sato.store().blobs().begin(describe(QStringLiteral("途中.pdf"), pattern(kChunkSize + 1)));
    ASSERT_TRUE(fine(sato.store().blobs().put(**unfinished, 0, pattern(kChunkSize + 1).left(kChunkSize))));
    EXPECT_TRUE(failed(sato.store().blobs().finish(**unfinished), ErrorCode::Damaged));
}

TEST_P(FileContract, RefusesDescriptionsThatAreNone)
{
    Hand sato(office, people.sato);
    const auto begin = [&](const Attachment &file) { return sato.store().blobs().begin(file); };
    const Attachment good = describe(QStringLiteral("x.pdf"), "x");
    Attachment file = good;

    file.size = kChunkSize + 1;
    EXPECT_TRUE(failed(begin(file), ErrorCode::Invalid));
    file = good;
    file.sha256 = "abc";
    EXPECT_TRUE(failed(begin(file), ErrorCode::Invalid));
    file = good;
    file.chunks[0] = QByteArray(64, 'X');
    EXPECT_TRUE(failed(begin(file), ErrorCode::Invalid));
    file = good;
    file.size = -1;
    EXPECT_TRUE(failed(begin(file), ErrorCode::Invalid));
}

TEST_P(FileContract, TakesAFileAsLargeAsTheDeskLetsOneAttachAndNotAByteMore)
{
    Store &store = office.as(people.sato);
    Attachment file = describe(QStringLiteral("x.pdf"), "x");
    file.size = kMaxAttachment;
    file.chunks.assign(size_t(kMaxAttachment / kChunkSize), file.sha256);

    EXPECT_TRUE(fine(store.blobs().begin(file)));

    file.size = kMaxAttachment + 1;
    file.chunks.push_back(file.sha256);
    EXPECT_TRUE(failed(store.blobs().begin(file), ErrorCode::TooLarge));
}

TEST_P(FileContract, RefusesTooManyFilesAndFalseDescriptions)
{
    Hand sato(office, people.sato);
    const auto file = sato.upload(QStringLiteral("x.pdf"), "x");
    ASSERT_TRUE(fine(file));

    EXPECT_TRUE(refused(sato.draft(memo(QStringLiteral("51")), std::nullopt, 1, std::vector<Attachment>(51, *file)),
                        Refusal::TooManyAttachments));
    EXPECT_TRUE(fine(sato.draft(memo(QStringLiteral("50")), std::nullopt, 1, std::vector<Attachment>(50, *file))));
    Attachment other = *file;
    other.size = 2;
    EXPECT_TRUE(failed(sato.draft(memo(QStringLiteral("偽")), std::nullopt, 1, {other}), ErrorCode::Invalid));
    EXPECT_EQ(sato.list(ListKind::Drafts).rows.size(), 1U);
}

} // namespace kessai::test
