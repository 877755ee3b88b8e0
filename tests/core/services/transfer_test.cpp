// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/transfer.h"

#include "tests/store/trialdesk.h"

#include <QFile>

namespace kessai::test {

/// Files go to the office and come back; `upload` and `download` wait for the end, an error fails the test.
class TransferTest : public TrialDesk {
protected:
    QString file(const QByteArray &bytes)
    {
        const QString path = m_home.filePath(QStringLiteral("見積書.txt"));
        QFile made(path);
        EXPECT_TRUE(made.open(QIODevice::WriteOnly) && made.write(bytes) == bytes.size());
        return path;
    }
    template <class Transfer, class Value>
    void watch(Transfer &transfer, std::optional<Value> &value)
    {
        QObject::connect(&transfer, &Transfer::finished, &transfer, [&value](const Value &got) { value = got; });
        QObject::connect(&transfer, &Transfer::failed, &transfer, [this](const Error &got) { error = got; });
    }
    /// Uploads a file and files a request with it, so that it can be read again.
    Attachment filed(const QByteArray &bytes)
    {
        Upload upload(desk, file(bytes));
        std::optional<Attachment> attachment;
        watch(upload, attachment);
        upload.start();
        EXPECT_TRUE(wait([&] { return attachment || error; }));
        EXPECT_FALSE(error);
        const auto saved = desk.run([&attachment](Desk &one) {
            return one.saveDraft(std::nullopt,
                                 {QStringLiteral("memo"), 1, memo(QStringLiteral("机"), 1), {*attachment}});
        });
        EXPECT_TRUE(wait([&] { return saved.isFinished(); }));
        EXPECT_TRUE(fine(saved.result()));
        return *attachment;
    }

    std::optional<Error> error;

private:
    QTemporaryDir m_home;
};

TEST_F(TransferTest, AFileComesBackAsItWent)
{
    for (const qsizetype size : {qsizetype(0), qsizetype(kChunkSize), qsizetype(3 * kChunkSize + 10)}) {
        const QByteArray bytes(size, 'x');
        const Attachment attachment = filed(bytes);
        EXPECT_EQ(attachment.sha256, sha256Hex(bytes));

        Download download(desk, attachment);
        std::optional<QByteArray> back;
        watch(download, back);
        download.start();

        EXPECT_TRUE(wait([&] { return back || error; }));
        EXPECT_EQ(back, bytes);
    }
}

TEST_F(TransferTest, AFileIsReadWhileTheDeskIsBusy)
{
    hold();
    Upload upload(desk, QStringLiteral("/nowhere/at/all"));
    std::optional<Attachment> none;
    watch(upload, none);

    upload.start();

    EXPECT_TRUE(wait([this] { return error.has_value(); })) << "or a slow share would stop every list";
    EXPECT_EQ(error->code, ErrorCode::NotFound);
    release();
}

TEST_F(TransferTest, TheWholeIsCheckedOnThePool)
{
    const Attachment attachment = filed(QByteArray(kChunkSize + 10, 'x'));
    QThreadPool &pool = *QThreadPool::globalInstance();
    const int threads = pool.maxThreadCount();
    pool.setMaxThreadCount(1);
    QSemaphore gate;
    pool.start([&gate] { gate.acquire(); });
    Download download(desk, attachment);
    std::optional<QByteArray> back;
    watch(download, back);

    download.start();
    settle();
    EXPECT_FALSE(back) << "100 MiB would keep the window still for a third of a second";
    gate.release();

    EXPECT_TRUE(wait([&back] { return back.has_value(); }));
    pool.setMaxThreadCount(threads);
}

TEST_F(TransferTest, AFileThatIsNotTheOneThatWasSealedIsDamaged)
{
    Attachment attachment = filed(QByteArray(kChunkSize + 10, 'x'));
    attachment.size += 1;
    Download download(desk, attachment);
    std::optional<QByteArray> back;
    watch(download, back);

    download.start();

    EXPECT_TRUE(wait([this] { return error.has_value(); }));
    EXPECT_EQ(error->code, ErrorCode::Damaged);
}

TEST_F(TransferTest, AStoppedUploadSaysSo)
{
    Upload upload(desk, file(QByteArray(3 * kChunkSize, 'x')));
    std::optional<Attachment> none;
    watch(upload, none);
    upload.start();

    upload.cancel();

    EXPECT_TRUE(wait([this] { return error.has_value(); }));
    EXPECT_EQ(error->code, ErrorCode::Cancelled);
    EXPECT_FALSE(none);
}

} // namespace kessai::test
