// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/confidential.h"
#include "core/ports/settings.h"
#include "tests/ui/trialwindow.h"
#include "ui/formview/composepage.h"
#include "ui/formview/composepresenter.h"
#include "ui/widgets/quietbanner.h"

#include <QFile>
#include <QSignalSpy>

namespace kessai::test {

using namespace Qt::StringLiterals;

/// Somebody whose last words could not be saved signs in again.
class RecoverTest : public TrialWindow {
protected:
    /// A draft in the office with `subject`, and `typed` kept on this computer as the next thing written.
    CaseId interrupted(const QString &subject, const QString &typed)
    {
        ComposePresenter writer(*session);
        writer.begin(form);
        writer.setFields(memo(subject, 1));
        writer.saveNow();
        settle();
        const CaseId id = *writer.caseId();
        EXPECT_TRUE(fine(office.tamper(QStringLiteral(
            "CREATE TRIGGER broken BEFORE UPDATE ON case_file BEGIN SELECT RAISE(ABORT, 'broken'); END"))));
        writer.setFields(memo(typed, 1));
        writer.saveNow();
        settle();
        EXPECT_EQ(writer.unsaved().size(), 1U);
        EXPECT_TRUE(fine(office.tamper(QStringLiteral("DROP TRIGGER broken"))));
        return id;
    }
    void recover()
    {
        next = std::make_unique<ComposePresenter>(*session);
        const auto kept = next->unsaved();
        ASSERT_EQ(kept.size(), 1U);
        next->recover(kept.front());
        settle();
        next->saveNow();
        settle();
        EXPECT_TRUE(next->unsaved().empty());
    }
    void TearDown() override
    {
        next.reset();
        TrialWindow::TearDown();
    }

    std::unique_ptr<ComposePresenter> next;
};

TEST_F(RecoverTest, GoesOnWithTheDraftThatNobodyHasChangedSince)
{
    const CaseId id = interrupted(QStringLiteral("机"), QStringLiteral("机三台"));

    recover();

    EXPECT_EQ(next->caseId(), id);
    EXPECT_EQ(titleOf(id), QStringLiteral("机三台"));
    EXPECT_EQ(cases().size(), 1U);
}

TEST_F(RecoverTest, KeepsNothingConfidentialOnTheComputerAndLosesNothingTheOfficeHas)
{
    const QString reason = QStringLiteral("離婚調停に出るため");
    ComposePresenter writer(*session);
    writer.begin(form);
    writer.setFields(confiding(memo(QStringLiteral("机"), 1), reason));
    writer.saveNow();
    settle();
    const CaseId id = *writer.caseId();
    ASSERT_TRUE(fine(office.tamper(
        QStringLiteral("CREATE TRIGGER broken BEFORE UPDATE ON case_file BEGIN SELECT RAISE(ABORT, 'broken'); END"))));
    writer.setFields(confiding(memo(QStringLiteral("机三台"), 1), QStringLiteral("別の理由")));
    writer.saveNow();
    settle();
    ASSERT_TRUE(fine(office.tamper(QStringLiteral("DROP TRIGGER broken"))));

    // Given what was kept
    const auto kept = writer.unsaved();
    ASSERT_EQ(kept.size(), 1U);
    QFile file(kept.front().path);
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    EXPECT_FALSE(QString::fromUtf8(file.readAll()).contains(QStringLiteral("理由")));
    file.close();

    recover();

    EXPECT_EQ(next->caseId(), id);
    EXPECT_EQ(titleOf(id), QStringLiteral("机三台"));
    EXPECT_EQ(next->content().fields.value(QLatin1String("reason")).toString(), reason);
    const auto record = Hand(office, people.sato).load(id);
    ASSERT_TRUE(fine(record));
    EXPECT_EQ(disclosed(record->revisions.back().content).fields.value(QLatin1String("reason")).toString(), reason);
}

/// The form becomes another one between what was typed and what is gone on with.
class RecoverByAnotherFormTest : public RecoverTest {
protected:
    /// The form of today, with a text of the office's own and a choice; what is empty is not there.
    FormDefinition with(const QString &text, const QStringList &offered) const
    {
        FormDefinition other = form;
        other.from = session->info().today.addDays(1);
        const auto add = [&other](const QString &key, FieldKind kind, const Bilingual &label,
                                  const std::vector<Choice> &choices) {
            other.fields.push_back({.key = key,
                                    .kind = kind,
                                    .label = label,
                                    .hint = {},
                                    .choices = choices,
                                    .visibleWhen = {},
                                    .initial = {}});
            other.printRows.push_back({PrintCell{.field = key}});
        };
        if (!text.isEmpty())
            add(text, FieldKind::Text, {u"地区"_s, u"District"_s}, {});
        std::vector<Choice> choices;
        for (const QString &code : offered)
            choices.push_back({code, {u"種別"_s + code, u"Sort "_s + code}});
        if (!choices.empty())
            add(u"office_9"_s, FieldKind::Choice, {u"種別"_s, u"Sort"_s}, choices);
        return other;
    }
    /// Puts it in force as the revision after `seen`, and its day comes.
    void adopt(const FormDefinition &other, int seen)
    {
        office.wait();
        ASSERT_TRUE(fine(office.as(people.kato).office().adoptForm({other, u"様式の見直し"_s, seen})));
        const QDate today = session->info().today;
        ASSERT_TRUE(fine(office.tamper(
            u"UPDATE form_revision SET valid_from = '%1', definition = replace(definition, '%2', '%1') WHERE revision = %3"_s
                .arg(today.toString(Qt::ISODate), today.addDays(1).toString(Qt::ISODate), QString::number(seen + 1)))));
        beginSession(people.sato);
    }
    void setBroken(bool broken)
    {
        ASSERT_TRUE(fine(office.tamper(
            broken ? u"CREATE TRIGGER broken BEFORE UPDATE ON case_file BEGIN SELECT RAISE(ABORT, 'broken'); END"_s
                   : u"DROP TRIGGER broken"_s)));
    }
    /// A draft by the form of today; whoever wrote it is gone before another session begins.
    CaseId drafted()
    {
        ComposePresenter writer(*session);
        writer.begin(form);
        writer.setFields(memo(u"机"_s, 1));
        writer.saveNow();
        settle();
        return *writer.caseId();
    }
    /// A draft in the office, and kept on this computer what was typed into the fields of the office's own then.
    CaseId typedByTheOldForm()
    {
        adopt(with(u"office_1"_s, {u"a"_s, u"b"_s}), form.revision);
        ComposePresenter writer(*session);
        writer.begin(session->info().forms.front());
        writer.setFields(memo(u"机"_s, 1));
        writer.saveNow();
        settle();
        setBroken(true);
        QJsonObject fields = memo(u"机三台"_s, 1);
        fields.insert(u"office_1"_s, u"北"_s);
        fields.insert(u"office_9"_s, u"b"_s);
        writer.setFields(fields);
        writer.saveNow();
        settle();
        setBroken(false);
        return *writer.caseId();
    }
    /// Recovers by a form without the text and with another choice, on a page.
    Continuation recovered()
    {
        adopt(with({}, {u"a"_s, u"c"_s}), form.revision + 1);
        Continuation how;
        next = std::make_unique<ComposePresenter>(*session);
        QObject::connect(next.get(), &ComposePresenter::goneOn, next.get(),
                         [&how](const Continuation &one) { how = one; });
        const auto kept = next->unsaved();
        EXPECT_EQ(kept.size(), 1U);
        if (kept.size() != 1)
            return how;
        next->recover(kept.front());
        settle();
        EXPECT_TRUE(wait([&how] { return how.kept; }));
        next->saveNow();
        settle();
        EXPECT_TRUE(next->unsaved().empty());
        QObject::disconnect(next.get(), &ComposePresenter::goneOn, nullptr, nullptr);
        return how;
    }
    static std::vector<LeftOut> leftOut() { return {{u"District"_s, u"北"_s}, {u"Sort"_s, u"Sort b"_s}}; }
};

TEST_F(RecoverByAnotherFormTest, WhatWasTypedIntoNewFieldsIsThereThoughTheOfficeHasTheOldForm)
{
    const CaseId id = drafted();
    adopt(with(u"office_1"_s, {}), form.revision);
    {
        ComposePresenter renewing(*session);
        renewing.resume(id);
        ASSERT_TRUE(wait([&] { return renewing.content().formRevision == form.revision + 1; }));
        setBroken(true);
        QJsonObject fields = renewing.content().fields;
        fields.insert(u"office_1"_s, u"北"_s);
        renewing.setFields(fields);
        renewing.saveNow();
        settle();
        setBroken(false);
    }

    recover();

    EXPECT_EQ(next->caseId(), id);
    EXPECT_EQ(next->definition().revision, form.revision + 1);
    EXPECT_TRUE(next->definition().field(u"office_1"_s)) << "it is on the page";
    EXPECT_EQ(next->content().formRevision, form.revision + 1);
    EXPECT_EQ(next->content().fields.value(u"office_1"_s).toString(), u"北"_s);
    const auto record = office.as(people.sato).cases().load(id);
    ASSERT_TRUE(fine(record));
    EXPECT_EQ(record->revisions.back().content.fields.value(u"office_1"_s).toString(), u"北"_s);
}

TEST_F(RecoverByAnotherFormTest, WhatIsAskedNoMoreIsSaidWithWhatStoodInIt)
{
    const CaseId id = typedByTheOldForm();

    const Continuation how = recovered();

    EXPECT_EQ(next->caseId(), id);
    EXPECT_FALSE(how.apart);
    EXPECT_TRUE(how.renewed);
    EXPECT_EQ(how.leftOut, leftOut()) << "a field that is gone, and a choice";
    EXPECT_EQ(next->content().fields.value(u"subject"_s).toString(), u"机三台"_s);
    EXPECT_FALSE(next->content().fields.contains(u"office_9"_s));
}

TEST_F(RecoverByAnotherFormTest, SaysItOfARequestOfItsOwnToo)
{
    const CaseId id = typedByTheOldForm();
    ASSERT_TRUE(fine(office.as(people.sato).cases().deleteDraft(id)));

    const Continuation how = recovered();

    EXPECT_NE(next->caseId(), id);
    EXPECT_TRUE(how.apart);
    EXPECT_TRUE(how.renewed);
    EXPECT_EQ(how.leftOut, leftOut()) << "in the words of the form by which it was written";
    EXPECT_EQ(next->content().formRevision, form.revision + 2);
}

TEST_F(RecoverByAnotherFormTest, ThePageSaysAllOfItInOneBannerUntilItIsClosed)
{
    typedByTheOldForm();
    adopt(with({}, {u"a"_s, u"c"_s}), form.revision + 1);
    ComposePage page(*session);
    page.resize(900, 700);
    page.show();
    auto *banner = page.findChild<QuietBanner *>();
    ASSERT_TRUE(banner);

    page.recover();

    ASSERT_TRUE(wait([&] { return banner->text().contains(u"District “北”"_s); })) << qPrintable(banner->text());
    EXPECT_TRUE(banner->text().contains(u"Sort “Sort b”"_s));
    EXPECT_TRUE(banner->text().contains(u"kept on this computer"_s));
    EXPECT_TRUE(banner->text().contains(u"form of today"_s));
    page.leave();
    settle();
    EXPECT_TRUE(banner->text().contains(u"District “北”"_s)) << "it was saved without it, and stays in sight";
}

TEST_F(RecoverTest, OverwritesNothingNewer)
{
    const CaseId id = interrupted(QStringLiteral("机"), QStringLiteral("机三台"));
    ASSERT_TRUE(fine(Hand(office, people.sato).draft(memo(QStringLiteral("別の席で書いた長い文章"), 1), id)));

    recover();

    EXPECT_EQ(titleOf(id), QStringLiteral("別の席で書いた長い文章"));
    ASSERT_EQ(cases().size(), 2U);
    ASSERT_TRUE(next->caseId());
    EXPECT_NE(next->caseId(), id);
    EXPECT_EQ(titleOf(*next->caseId()), QStringLiteral("机三台"));
}

TEST_F(RecoverTest, KeepsTheTextOfARequestThatWasSubmittedElsewhere)
{
    const CaseId id = interrupted(QStringLiteral("机"), QStringLiteral("机三台"));
    ASSERT_TRUE(fine(Hand(office, people.sato).submit(id)));

    recover();

    EXPECT_EQ(titleOf(id), QStringLiteral("机"));
    EXPECT_NE(next->caseId(), id);
    EXPECT_EQ(titleOf(*next->caseId()), QStringLiteral("机三台"));
}

TEST_F(RecoverTest, KeepsTheTextOfADraftThatWasThrownAwayElsewhere)
{
    const CaseId id = interrupted(QStringLiteral("机"), QStringLiteral("机三台"));
    ASSERT_TRUE(fine(office.as(people.sato).cases().deleteDraft(id)));

    recover();

    ASSERT_TRUE(next->caseId());
    EXPECT_EQ(titleOf(*next->caseId()), QStringLiteral("机三台"));
}

TEST_F(RecoverTest, LeavesTheTextWhereItIsWhileTheOfficeDoesNotAnswer)
{
    interrupted(QStringLiteral("机"), QStringLiteral("机三台"));
    desk.close();
    ComposePresenter later(*session);
    QSignalSpy failed(&later, &ComposePresenter::openFailed);

    later.recover(later.unsaved().front());
    settle();

    EXPECT_EQ(failed.count(), 1);
    EXPECT_EQ(later.unsaved().size(), 1U);
}

} // namespace kessai::test
