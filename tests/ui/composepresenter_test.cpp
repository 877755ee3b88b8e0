// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/formview/composepresenter.h"

#include "tests/ui/officetest.h"

#include <QFile>
#include <QSignalSpy>

using namespace Qt::StringLiterals;

namespace kessai::test {

class ComposePresenterTest : public OfficeTest {
protected:
    ComposePresenter &writer(StaffId who = StaffId(0))
    {
        m_writer = &make<ComposePresenter>(signIn(who.value() > 0 ? who : sato));
        settle();
        return *m_writer;
    }
    void begin()
    {
        writer().begin(office.memo());
        settle();
    }
    void write(const QString &subject, qint64 amount = 0)
    {
        QJsonObject fields = m_writer->content().fields;
        fields.insert(u"subject"_s, subject);
        if (amount > 0)
            fields.insert(u"amount"_s, amount);
        m_writer->setFields(fields);
    }
    QString subjectOf(CaseId id) const { return office.contentOf(id).fields.value(u"subject"_s).toString(); }
    QString file(const QString &name, const QByteArray &bytes)
    {
        const QString path = home.filePath(name);
        QFile made(path);
        EXPECT_TRUE(made.open(QIODevice::WriteOnly) && made.write(bytes) == bytes.size());
        return path;
    }

    ComposePresenter *m_writer = nullptr;
};

TEST_F(ComposePresenterTest, FillsInWhatIsSuggestedWhereNobodyTyped)
{
    begin();
    QSignalSpy filled(m_writer, &ComposePresenter::filledIn);
    const auto choose = [this](const char *day) {
        QJsonObject fields = m_writer->content().fields;
        fields.insert(u"day"_s, QLatin1String(day));
        m_writer->setFields(fields);
        m_writer->previewNow();
        settle();
        return m_writer->content().fields.value(u"subject"_s).toString();
    };

    EXPECT_EQ(choose("2026-11-30"), u"月末の点検"_s);
    EXPECT_EQ(filled.count(), 1);
    EXPECT_EQ(choose("2026-12-01"), u"月初の点検"_s) << "nobody has typed anything since";
    EXPECT_EQ(choose("2026-12-02"), QString());
    choose("2026-11-30");
    write(QString());
    EXPECT_EQ(choose("2026-11-30"), QString()) << "what was taken out stays out";
    write(u"別の件"_s);
    EXPECT_EQ(choose("2026-12-01"), u"別の件"_s) << "what was typed stays";
}

TEST_F(ComposePresenterTest, BeginsWithWhatTheDefinitionSaysAndShowsTheRoute)
{
    writer();
    QSignalSpy loaded(m_writer, &ComposePresenter::loaded);
    m_writer->begin(office.memo());
    settle();

    EXPECT_EQ(loaded.count(), 1);
    EXPECT_EQ(m_writer->content().fields.value(u"day"_s), u"2026-11-24"_s);
    EXPECT_EQ(m_writer->content().fields.value(u"urgent"_s), false);
    EXPECT_EQ(m_writer->preview().route.size(), 4u) << "the drafter, review, circulation, decision";
    EXPECT_FALSE(m_writer->preview().submittable()) << "the subject is missing";
    EXPECT_FALSE(m_writer->written());
    m_writer->saveNow();
    settle();
    EXPECT_TRUE(office.draftsOf(sato).empty()) << "an untouched form is no draft";
}

TEST_F(ComposePresenterTest, SavesByItselfAfterTwoSecondsOfQuiet)
{
    begin();
    QSignalSpy saved(m_writer, &ComposePresenter::draftSaved);

    write(u"机"_s);
    EXPECT_TRUE(m_writer->written());
    EXPECT_TRUE(wait([&saved] { return saved.count() == 1; }));

    ASSERT_EQ(office.draftsOf(sato).size(), 1u);
    EXPECT_EQ(subjectOf(office.draftsOf(sato).front()), u"机"_s);
    EXPECT_EQ(m_writer->caseId(), office.draftsOf(sato).front());
}

TEST_F(ComposePresenterTest, ALaterSaveGoesIntoTheSameDraftThoughTheFirstIsStillUnderWay)
{
    begin();
    office.hold(Ask::SaveDraft);
    write(u"机"_s);
    m_writer->saveNow();
    write(u"机と椅子"_s);
    m_writer->saveNow();

    office.release();
    settle();

    ASSERT_EQ(office.draftsOf(sato).size(), 1u);
    EXPECT_EQ(subjectOf(office.draftsOf(sato).front()), u"机と椅子"_s);
}

TEST_F(ComposePresenterTest, TheNextRequestIsAnotherDraft)
{
    begin();
    write(u"机"_s);
    m_writer->begin(office.memo());
    write(u"椅子"_s);
    m_writer->saveNow();
    settle();

    const std::vector<CaseId> drafts = office.draftsOf(sato);
    ASSERT_EQ(drafts.size(), 2u);
    EXPECT_EQ(subjectOf(drafts[0]), u"机"_s);
    EXPECT_EQ(subjectOf(drafts[1]), u"椅子"_s);
}

TEST_F(ComposePresenterTest, ChecksWhatIsTypedAndDropsOlderAnswers)
{
    begin();
    QSignalSpy previewed(m_writer, &ComposePresenter::previewed);
    office.hold(Ask::Sums);
    write(u"机"_s, 2'000'000);
    m_writer->previewNow();
    write(u"机"_s, 120'000);
    m_writer->previewNow();
    EXPECT_TRUE(m_writer->previewing());

    office.release();
    settle();

    EXPECT_EQ(previewed.count(), 1);
    EXPECT_FALSE(m_writer->previewing());
    EXPECT_TRUE(m_writer->preview().submittable());
    EXPECT_EQ(m_writer->preview().route.size(), 5u) << "finance is consulted";
    EXPECT_EQ(m_writer->preview().amount, Yen(120'000));
}

TEST_F(ComposePresenterTest, SaysWhyThereIsNoRoute)
{
    begin();
    write(u"庁舎"_s, 950'000);
    m_writer->previewNow();
    settle();

    EXPECT_EQ(m_writer->preview().refusal, Refusal::NoDecider);
    EXPECT_TRUE(m_writer->preview().route.empty());
}

TEST_F(ComposePresenterTest, SubmitsWhatWasTypedLast)
{
    begin();
    QSignalSpy submitted(m_writer, &ComposePresenter::submitted);
    write(u"机"_s);
    m_writer->saveNow();
    settle();
    const CaseId id = *m_writer->caseId();
    write(u"机三台"_s);

    m_writer->submit({});
    settle();

    ASSERT_EQ(submitted.count(), 1);
    EXPECT_EQ(office.stateOf(id).state, CaseState::Running);
    EXPECT_EQ(subjectOf(id), u"机三台"_s);
    EXPECT_FALSE(m_writer->busy());
}

TEST_F(ComposePresenterTest, TypingWhileItIsSubmittedMakesNoSecondDraft)
{
    begin();
    write(u"机"_s);
    m_writer->saveNow();
    settle();
    office.hold(Ask::Append);
    m_writer->submit({});
    write(u"机。"_s);
    office.release();
    settle();

    const QList<QTimer *> timers = m_writer->findChildren<QTimer *>();
    ASSERT_EQ(timers.size(), 2);
    EXPECT_TRUE(std::none_of(timers.begin(), timers.end(), [](const QTimer *timer) {
        return timer->isActive() && timer->interval() >= 2'000;
    })) << "the content that was submitted would come back as a draft";
    EXPECT_TRUE(office.draftsOf(sato).empty());
}

TEST_F(ComposePresenterTest, ARefusedSubmissionKeepsTheDraft)
{
    begin();
    QSignalSpy failed(m_writer, &ComposePresenter::failed);
    write(QString());

    m_writer->submit({});
    settle();

    ASSERT_EQ(failed.count(), 1);
    EXPECT_EQ(failed.first().first().value<Error>().refusal, Refusal::ContentInvalid);
    EXPECT_EQ(office.draftsOf(sato).size(), 1u);
    EXPECT_FALSE(m_writer->busy());
}

TEST_F(ComposePresenterTest, WithoutAConnectionItIsKeptHereAndSavedWhenThatIsBack)
{
    begin();
    QSignalSpy failed(m_writer, &ComposePresenter::saveFailed);
    QSignalSpy saved(m_writer, &ComposePresenter::draftSaved);
    office.cut();
    session->refresh();
    settle();
    write(u"机"_s);
    m_writer->saveNow();
    settle();
    ASSERT_EQ(failed.count(), 1);
    ASSERT_EQ(m_writer->unsaved().size(), 1u);
    EXPECT_EQ(m_writer->unsaved().front().content.fields.value(u"subject"_s), u"机"_s);
    EXPECT_TRUE(m_writer->written());

    office.mend();
    session->refresh();
    settle();

    EXPECT_EQ(saved.count(), 1) << "at once, not at the next try";
    EXPECT_EQ(office.draftsOf(sato).size(), 1u);
    EXPECT_TRUE(m_writer->unsaved().empty()) << "the office has it now";
    EXPECT_FALSE(m_writer->preview().route.empty());
}

TEST_F(ComposePresenterTest, SubmittingWithoutAConnectionKeepsEverything)
{
    begin();
    write(u"机"_s);
    office.cut();

    m_writer->submit({});
    settle();

    EXPECT_FALSE(m_writer->busy());
    EXPECT_EQ(m_writer->unsaved().size(), 1u);
    EXPECT_EQ(m_writer->content().fields.value(u"subject"_s), u"机"_s);
}

TEST_F(ComposePresenterTest, WhatTheOfficeDoesNotTakeAsTheWindowClosesIsFoundNextTime)
{
    {
        ComposePresenter leaving(signIn(sato));
        leaving.begin(office.memo());
        settle();
        office.hold(Ask::SaveDraft);
        leaving.setFields(memoFields(u"最後の一文"_s));
        leaving.saveNow();
        office.cut();
        office.release();
        desk.close();
    }
    const auto closed = desk.run([](Desk &) { return Result<>(); }); // closing waits for nothing
    ASSERT_TRUE(wait([&closed] { return closed.isFinished(); }));
    office.mend();

    writer();

    ASSERT_EQ(m_writer->unsaved().size(), 1u);
    m_writer->recover(m_writer->unsaved().front());
    m_writer->saveNow();
    settle();
    ASSERT_EQ(office.draftsOf(sato).size(), 1u);
    EXPECT_EQ(subjectOf(office.draftsOf(sato).front()), u"最後の一文"_s);
    EXPECT_TRUE(m_writer->unsaved().empty());
}

TEST_F(ComposePresenterTest, WhatTheOfficeTakesAsTheWindowClosesIsNotKeptTwice)
{
    {
        ComposePresenter leaving(signIn(sato));
        leaving.begin(office.memo());
        settle();
        office.hold(Ask::SaveDraft);
        leaving.setFields(memoFields(u"最後の一文"_s));
        leaving.saveNow();
        office.release();
        desk.close();
    }

    writer();

    EXPECT_EQ(office.draftsOf(sato).size(), 1u);
    EXPECT_TRUE(m_writer->unsaved().empty());
}

TEST_F(ComposePresenterTest, AReturnedCaseIsCorrectedAndResubmitted)
{
    const CaseId id = office.file(sato, memoFields(u"机"_s));
    office.act(suzuki, id, Return{{}, {}, u"数を書いて"_s});
    writer();
    QSignalSpy submitted(m_writer, &ComposePresenter::submitted);

    m_writer->resume(id);
    settle();
    EXPECT_TRUE(m_writer->correcting());
    EXPECT_TRUE(m_writer->verdict().contains(u"数を書いて"_s));
    write(u"机三台"_s);
    m_writer->submit({});
    settle();

    ASSERT_EQ(submitted.count(), 1);
    EXPECT_EQ(office.stateOf(id).round, 2);
    EXPECT_EQ(subjectOf(id), u"机三台"_s);
}

TEST_F(ComposePresenterTest, WhatCannotBeGoneOnWithSaysSo)
{
    const CaseId damaged = office.file(sato, memoFields(u"机"_s));
    office.act(suzuki, damaged, Return{{}, {}, u"直して"_s});
    office.tamper(damaged);
    writer();
    QSignalSpy failed(m_writer, &ComposePresenter::openFailed);
    QSignalSpy loaded(m_writer, &ComposePresenter::loaded);

    m_writer->resume(CaseId(4711));
    settle();
    ASSERT_EQ(failed.count(), 1);
    EXPECT_EQ(failed.last().first().value<Error>().code, ErrorCode::NotFound);

    m_writer->resume(damaged);
    settle();
    ASSERT_EQ(failed.count(), 2);
    EXPECT_EQ(failed.last().first().value<Error>().refusal, Refusal::Damaged);
    EXPECT_TRUE(loaded.isEmpty());
    EXPECT_FALSE(m_writer->busy());
}

TEST_F(ComposePresenterTest, DiscardingThrowsTheDraftAway)
{
    begin();
    QSignalSpy discarded(m_writer, &ComposePresenter::discarded);
    write(u"机"_s);
    m_writer->saveNow();
    settle();

    m_writer->discard();
    settle();

    EXPECT_EQ(discarded.count(), 1);
    EXPECT_TRUE(office.draftsOf(sato).empty());
    EXPECT_FALSE(m_writer->written());
}

TEST_F(ComposePresenterTest, DiscardingThrowsAwayAlsoWhatIsBeingSaved)
{
    begin();
    office.hold(Ask::SaveDraft);
    write(u"机"_s);
    m_writer->saveNow();
    write(u"机三台"_s);
    m_writer->saveNow();

    m_writer->discard();
    office.release();
    settle();

    EXPECT_TRUE(office.draftsOf(sato).empty());
}

TEST_F(ComposePresenterTest, AFileIsStoredInTheOfficeAndBelongsToTheContent)
{
    begin();
    QSignalSpy ended(m_writer, &ComposePresenter::uploadEnded);
    const QByteArray bytes(kChunkSize + 10, 'x');

    m_writer->attach({file(u"見積書.txt"_s, bytes)});
    EXPECT_TRUE(m_writer->uploading());
    EXPECT_TRUE(wait([&ended] { return ended.count() == 1; }));

    EXPECT_FALSE(m_writer->uploading());
    ASSERT_EQ(m_writer->content().attachments.size(), 1u);
    EXPECT_EQ(m_writer->content().attachments.front().name, u"見積書.txt"_s);
    EXPECT_EQ(m_writer->content().attachments.front().chunks.size(), 2u);
    EXPECT_EQ(office.asked(Ask::Put), 2);

    m_writer->removeAttachment(0);
    EXPECT_TRUE(m_writer->content().attachments.empty());
}

TEST_F(ComposePresenterTest, AFileThatCannotBeStoredSaysSoAndAStoppedOneSaysNothing)
{
    begin();
    QSignalSpy failed(m_writer, &ComposePresenter::failed);
    QSignalSpy ended(m_writer, &ComposePresenter::uploadEnded);
    m_writer->attach({home.filePath(u"nowhere.txt"_s)});
    ASSERT_TRUE(wait([&ended] { return ended.count() == 1; }));
    ASSERT_EQ(failed.count(), 1);
    EXPECT_EQ(failed.first().first().value<Error>().code, ErrorCode::NotFound);

    office.hold(Ask::Begin);
    const QString path = file(u"long.txt"_s, QByteArray(3 * kChunkSize, 'x'));
    m_writer->attach({path});
    m_writer->cancelUpload(path);
    office.release();
    ASSERT_TRUE(wait([&ended] { return ended.count() == 2; }));

    EXPECT_EQ(failed.count(), 1);
    EXPECT_TRUE(m_writer->content().attachments.empty());
}

TEST_F(ComposePresenterTest, AFileThatArrivesLateDoesNotGoIntoTheNextRequest)
{
    begin();
    QSignalSpy ended(m_writer, &ComposePresenter::uploadEnded);
    office.hold(Ask::Finish);
    m_writer->attach({file(u"a.txt"_s, "a")});
    m_writer->begin(office.memo());

    office.release();
    ASSERT_TRUE(wait([&ended] { return ended.count() == 1; }));

    EXPECT_TRUE(m_writer->content().attachments.empty());
}

} // namespace kessai::test
