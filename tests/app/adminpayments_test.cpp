// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The bank's file as it is written without the window: by the same door, once, and again for a reason.
#include "core/base/canonical.h"
#include "core/store/openstore.h"
#include "tests/app/adminrun.h"

#include <QFile>
#include <QTemporaryDir>

#include <gtest/gtest.h>

#include <algorithm>

namespace kessai::test {

using namespace Qt::StringLiterals;

namespace {

class AdminPayments : public ::testing::Test {
protected:
    void SetUp() override
    {
        const QString path = SampleFile::instance().copyTo(m_directory.path());
        ASSERT_FALSE(path.isEmpty()) << SampleFile::instance().trouble.toStdString();
        m_url = DatabaseUrl::sqlite(path);
        const auto store = openStore(*m_url, std::nullopt, m_clock);
        ASSERT_TRUE(store);
        const auto configuration = (*store)->office().configuration();
        ASSERT_TRUE(configuration);
        const auto office = configuration->office.at(m_clock.now().day(), configuration->office.revision);
        for (const PostId post : office->postsWithRole(u"accounting"_s)) {
            if (!office->holders(post).empty())
                m_cashier = office->staff(office->holders(post).front())->login;
        }
        for (const Staff &one : office->allStaff()) {
            const auto posts = office->postsWithRole(u"accounting"_s);
            if (!office->postsOf(one.id).empty()
                && std::none_of(posts.begin(), posts.end(), [&](PostId post) { return office->holds(one.id, post); }))
                m_clerk = one.login;
        }
        ASSERT_FALSE(m_cashier.isEmpty());
    }
    /// Those that were written and wait to be confirmed, the newest last.
    PaymentBatch written()
    {
        const auto store = openStore(*m_url, std::nullopt, m_clock);
        const auto batches = (*store)->payments().batches(QDate(2000, 1, 1));
        PaymentBatch found;
        for (const PaymentBatch &one : *batches) {
            if (one.state == BatchState::Exported)
                found = one;
        }
        return found;
    }
    AdminRun write(BatchId batch, const char *name, const QStringList &more)
    {
        return runAdmin(QStringList{u"export-payments"_s, m_url->display(), u"--batch"_s,
                                    QString::number(batch.value()), u"--out"_s, kept(name)}
                        + more);
    }
    QString kept(const char *name) const { return m_directory.filePath(QLatin1String(name)); }

    const SystemClock m_clock;
    QTemporaryDir m_directory;
    std::optional<DatabaseUrl> m_url;
    QString m_cashier;
    QString m_clerk;
};

} // namespace

TEST_F(AdminPayments, WereGivenBackInPartInTheSampleOffice)
{
    const auto store = openStore(*m_url, std::nullopt, m_clock);
    ASSERT_TRUE(store);
    const auto page = (*store)->cases().list({.kind = ListKind::All, .forms = {u"refund"_s}});
    ASSERT_TRUE(page);
    int refunds = 0;
    int settlements = 0;
    int waiting = 0;
    for (const CaseRow &row : page->rows) {
        const auto record = (*store)->cases().load(row.id);
        ASSERT_TRUE(record);
        const QJsonObject fields = record->revisions.back().content.fields;
        if (row.state != CaseState::Decided)
            ++waiting;
        else
            ++(fields.value(u"kind"_s) == u"settle"_s ? settlements : refunds);
        EXPECT_FALSE(record->revisions.back().content.attachments.empty());
    }
    const auto acts = (*store)->payments().paymentRecord();
    ASSERT_TRUE(acts);
    const auto unpaid = (*store)->payments().unpaid();
    ASSERT_TRUE(unpaid);

    EXPECT_EQ(refunds, 2);
    EXPECT_EQ(settlements, 1);
    EXPECT_EQ(waiting, 1) << "for its examination";
    EXPECT_EQ(std::count_if(acts->acts.begin(), acts->acts.end(),
                            [](const PaymentAct &act) { return act.kind == PaymentAct::Kind::Received; }),
              1);
    EXPECT_EQ(std::count_if(unpaid->begin(), unpaid->end(),
                            [](const Unpaid &one) { return one.kind == Unpaid::Kind::Refund; }),
              1)
        << "the money of one is awaited";
}

TEST_F(AdminPayments, AreWrittenAgainForAReasonWithTheSameBytes)
{
    const PaymentBatch batch = written();
    ASSERT_TRUE(batch.source);
    const QStringList as{u"--as"_s, m_cashier};

    const AdminRun unexplained = write(batch.id, "a.txt", as);
    EXPECT_EQ(unexplained.exit, 2) << unexplained.out.toStdString();
    EXPECT_FALSE(QFile::exists(kept("a.txt"))) << "no file the office does not know of";
    const AdminRun again = write(batch.id, "a.txt", as + QStringList{u"--reason"_s, u"媒体の破損"_s, u"--json"_s});

    ASSERT_EQ(again.exit, 0) << again.err.toStdString();
    QFile file(kept("a.txt"));
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    const QByteArray bytes = file.readAll();
    EXPECT_EQ(sha256Hex(bytes), batch.fileHash());
    EXPECT_EQ(again.json()[u"sha256"_s].toString().toLatin1(), batch.fileHash());
    const PaymentAct last = written().acts.back();
    EXPECT_EQ(last.kind, PaymentAct::Kind::ReExported);
    EXPECT_TRUE(last.by.has_value());
    EXPECT_TRUE(last.said.contains("媒体の破損"));
    EXPECT_EQ(write(batch.id, "a.txt", as + QStringList{u"--reason"_s, u"紛失"_s}).exit, 4) << "it is there already";
}

TEST_F(AdminPayments, AreForTheAccountingSection)
{
    const PaymentBatch batch = written();
    const QStringList reason{u"--reason"_s, u"媒体の破損"_s};

    EXPECT_EQ(write(batch.id, "b.txt", reason).exit, 1) << "a file does not know who it is";
    EXPECT_EQ(write(batch.id, "b.txt", reason + QStringList{u"--as"_s, u"nobody"_s}).exit, 2);
    EXPECT_EQ(write(batch.id, "b.txt", reason + QStringList{u"--as"_s, m_clerk}).exit, 2);
    EXPECT_EQ(write(BatchId(99'999), "b.txt", reason + QStringList{u"--as"_s, m_cashier}).exit, 2);
    EXPECT_FALSE(QFile::exists(kept("b.txt")));
    EXPECT_EQ(written().acts.size(), batch.acts.size());
}

} // namespace kessai::test
