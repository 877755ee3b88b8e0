// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What somebody signed in can do, over the real store, the real engine and both databases.
#include "core/services/desk.h"

#include "tests/store/hand.h"

namespace kessai::test {

namespace {

class MemoForm final : public Form {
public:
    QString code() const override { return QStringLiteral("memo"); }
    const std::vector<FormDefinition> &definitions() const override { return m_none; }
    QJsonObject defaultRule() const override { return {}; }
    QString title(const QJsonObject &fields, const Parameters &) const override
    {
        return fields.value(QLatin1String("subject")).toString();
    }
    std::optional<Yen> amount(const QJsonObject &fields) const override
    {
        return Yen(fields.value(QLatin1String("amount")).toInteger());
    }
    QJsonObject facts(const QJsonObject &, const Parameters &) const override
    {
        return {{QStringLiteral("act"), QStringLiteral("memo")}};
    }
    std::vector<Finding> check(const QJsonObject &fields, const FormContext &context) const override
    {
        if (fields.value(QLatin1String("amount")).toInteger() + context.answer(QStringLiteral("spent")).reserved
            > 1'000'000)
            return {{Finding::Severity::Error, QStringLiteral("amount"), {QStringLiteral("多すぎます"), {}}, {}}};
        return {};
    }
    std::vector<LedgerQuery> questions(const QJsonObject &, StaffId drafter, const Parameters &) const override
    {
        return {{QStringLiteral("spent"), QStringLiteral("memo.yen"), account(drafter), QDate(2020, 4, 1),
                 QDate(2099, 3, 31)}};
    }
    std::vector<Posting> postings(const QJsonObject &fields, StaffId drafter, const Parameters &) const override
    {
        const qint64 amount = fields.value(QLatin1String("amount")).toInteger();
        if (amount == 0)
            return {};
        return {{QStringLiteral("memo.yen"), account(drafter), QDate(2026, 4, 1), amount},
                {QStringLiteral("overtime.memo"), account(drafter), QDate(2026, 11, 2), amount}};
    }
    std::vector<Insight> insights(const QJsonObject &, const FormContext &context) const override
    {
        Insight insight;
        insight.used = context.answer(QStringLiteral("spent")).reserved;
        return {insight};
    }

private:
    static QString account(StaffId who) { return QStringLiteral("staff:%1").arg(who.value()); }
    std::vector<FormDefinition> m_none;
};

std::unique_ptr<FormCatalog> memoCatalog()
{
    std::vector<std::unique_ptr<Form>> forms;
    forms.push_back(std::make_unique<MemoForm>());
    return std::make_unique<FormCatalog>(std::move(forms));
}

} // namespace

class DeskTest : public OnBothDatabases {
protected:
    Desk &deskOf(StaffId who)
    {
        auto &desk = m_desks[who];
        if (!desk) {
            desk = std::make_unique<Desk>(std::move(office.open(who)).value(), *m_catalog, office.clock());
            EXPECT_TRUE(fine(desk->start()));
        }
        return *desk;
    }
    Content content(const QString &subject, qint64 amount)
    {
        return {QStringLiteral("memo"), 1, memo(subject, amount), {}};
    }
    CaseId file(const QString &subject, qint64 amount = 0)
    {
        Desk &desk = deskOf(people.sato);
        const auto id = desk.saveDraft(std::nullopt, content(subject, amount));
        EXPECT_TRUE(fine(id));
        EXPECT_TRUE(fine(desk.submit(*id, freshRequestId(), {})));
        return *id;
    }

    std::unique_ptr<FormCatalog> m_catalog = memoCatalog();
    std::map<StaffId, std::unique_ptr<Desk>> m_desks;
};

TEST_P(DeskTest, KnowsWhoSitsAtItAndWhatTheyMayFile)
{
    Desk desk(std::move(office.open(people.sato)).value(), *m_catalog, office.clock());

    const auto info = desk.start();

    ASSERT_TRUE(fine(info));
    EXPECT_EQ(info->me.name(), QStringLiteral("佐藤 花"));
    EXPECT_EQ(info->title, QStringLiteral("主事"));
    ASSERT_EQ(info->forms.size(), 1u);
    EXPECT_EQ(info->guarded, GetParam() == Dialect::PostgreSql);
}

TEST_P(DeskTest, CarriesARequestToItsDecision)
{
    const CaseId id = file(QStringLiteral("備品の購入"), 5000);

    for (StaffId who : {people.suzuki, people.kato, people.bando}) {
        const auto view = deskOf(who).open(id);
        ASSERT_TRUE(fine(view));
        EXPECT_TRUE(view->verified.sound());
        EXPECT_TRUE(view->acts.approve);
        ASSERT_TRUE(fine(deskOf(who).act(id, view->verified.state.seq, freshRequestId(), Approve{std::nullopt, {}})));
    }

    const auto done = deskOf(people.sato).open(id);
    ASSERT_TRUE(fine(done));
    EXPECT_EQ(done->verified.state.state, CaseState::Decided);
    EXPECT_FALSE(done->acts.cancel);
    ASSERT_GE(done->route.size(), 4u);
    EXPECT_EQ(done->route[1].assignments.front().actedName, QStringLiteral("鈴木 健一"));
    EXPECT_EQ(done->route[1].assignments.front().mark, Mark::Approved);
    EXPECT_EQ(done->route[1].why.ja, QStringLiteral("係長"));
}

TEST_P(DeskTest, PreviewsWhatAResubmissionKeeps)
{
    const CaseId id = file(QStringLiteral("備品の購入"), 5000);
    ASSERT_TRUE(fine(deskOf(people.suzuki).act(id, 1, freshRequestId(), Approve{std::nullopt, {}})));
    ASSERT_TRUE(fine(
        deskOf(people.kato).act(id, 2, freshRequestId(), Return{std::nullopt, std::nullopt, QStringLiteral("確認")})));
    Desk &desk = deskOf(people.sato);

    const auto unchanged = desk.preview(content(QStringLiteral("備品の購入"), 5000), id);
    const auto changed = desk.preview(content(QStringLiteral("備品の購入"), 6000), id);
    const auto anew = desk.preview(content(QStringLiteral("備品の購入"), 5000), std::nullopt);

    ASSERT_TRUE(fine(unchanged));
    const AssignmentView &stands = unchanged->route[1].assignments.front();
    EXPECT_TRUE(stands.kept);
    EXPECT_EQ(stands.actedName, QStringLiteral("鈴木 健一"));
    EXPECT_EQ(stands.mark, Mark::Approved);
    EXPECT_FALSE(unchanged->route[2].assignments.front().kept) << "whoever returned it is asked again";
    ASSERT_TRUE(fine(changed));
    EXPECT_FALSE(changed->route[1].assignments.front().kept) << "the amount is material";
    EXPECT_FALSE(anew->route[1].assignments.front().kept);

    // What was shown is what happens.
    ASSERT_TRUE(fine(desk.submit(id, freshRequestId(), {})));
    const auto again = deskOf(people.kato).open(id);
    ASSERT_TRUE(fine(again));
    EXPECT_TRUE(again->route[1].assignments.front().kept);
    EXPECT_TRUE(again->acts.approve);
}

TEST_P(DeskTest, SaysStaleWhenTheHistoryMovedOn)
{
    const CaseId id = file(QStringLiteral("回覧"));
    const int seen = deskOf(people.suzuki).open(id)->verified.state.seq;
    ASSERT_TRUE(fine(deskOf(people.sato).act(id, seen, freshRequestId(), Comment{QStringLiteral("追記")})));

    const auto late = deskOf(people.suzuki).act(id, seen, freshRequestId(), Approve{std::nullopt, {}});

    EXPECT_TRUE(refused(late, Refusal::Stale));
}

TEST_P(DeskTest, RecordsARepeatedActOnce)
{
    const CaseId id = file(QStringLiteral("回覧"));
    const QString request = freshRequestId();
    const int seen = deskOf(people.suzuki).open(id)->verified.state.seq;
    const auto first = deskOf(people.suzuki).act(id, seen, request, Approve{std::nullopt, {}});
    ASSERT_TRUE(fine(first));

    const auto again = deskOf(people.suzuki).act(id, seen, request, Approve{std::nullopt, {}});

    ASSERT_TRUE(fine(again));
    EXPECT_EQ(again->seq, first->seq);
    EXPECT_EQ(deskOf(people.suzuki).open(id)->record.history.size(), 2u);
}

TEST_P(DeskTest, RefusesToActOnADamagedRecord)
{
    const CaseId id = file(QStringLiteral("備品の購入"), 5000);
    ASSERT_TRUE(
        fine(office.tamper(QStringLiteral("UPDATE content SET title = 'X' WHERE case_id = %1").arg(id.value()))));

    const auto view = deskOf(people.suzuki).open(id);
    ASSERT_TRUE(fine(view));
    EXPECT_FALSE(view->verified.sound());
    EXPECT_EQ(view->acts, AllowedActs{});
    const auto act =
        deskOf(people.suzuki).act(id, view->verified.state.seq, freshRequestId(), Approve{std::nullopt, {}});

    EXPECT_TRUE(refused(act, Refusal::Damaged));
}

TEST_P(DeskTest, CorrectsAReturnedCaseInANewRound)
{
    const CaseId id = file(QStringLiteral("備品の購入"), 5000);
    const int seen = deskOf(people.suzuki).open(id)->verified.state.seq;
    ASSERT_TRUE(fine(
        deskOf(people.suzuki)
            .act(id, seen, freshRequestId(), Return{std::nullopt, std::nullopt, QStringLiteral("金額が違います")})));

    ASSERT_TRUE(fine(deskOf(people.sato).saveDraft(id, content(QStringLiteral("備品の購入"), 4500))));
    ASSERT_TRUE(fine(deskOf(people.sato).submit(id, freshRequestId(), QStringLiteral("直しました"))));

    const auto view = deskOf(people.suzuki).open(id);
    ASSERT_TRUE(fine(view));
    EXPECT_TRUE(view->verified.sound());
    EXPECT_EQ(view->verified.state.round, 2);
    EXPECT_EQ(view->record.amount, 4500);
    EXPECT_EQ(view->content.fields.value(QLatin1String("amount")).toInteger(), 4500);
}

TEST_P(DeskTest, ResubmitsUnchangedContentAsItsNextRevision)
{
    const CaseId id = file(QStringLiteral("備品の購入"), 5000);
    ASSERT_TRUE(fine(deskOf(people.sato).act(id, 1, freshRequestId(), Withdraw{{}})));

    ASSERT_TRUE(fine(deskOf(people.sato).submit(id, freshRequestId(), {})));

    const auto view = deskOf(people.sato).open(id);
    ASSERT_TRUE(fine(view));
    EXPECT_TRUE(view->verified.sound());
    EXPECT_EQ(view->verified.state.revision, 2);
}

TEST_P(DeskTest, ChecksTheContentAgainWhenItIsSubmitted)
{
    file(QStringLiteral("一件目"), 600'000);
    Desk &desk = deskOf(people.sato);
    const auto second = desk.saveDraft(std::nullopt, content(QStringLiteral("二件目"), 600'000));
    ASSERT_TRUE(fine(second));

    EXPECT_TRUE(refused(desk.submit(*second, freshRequestId(), {}), Refusal::ContentInvalid));
    const auto preview = desk.preview(content(QStringLiteral("二件目"), 600'000), *second);

    ASSERT_TRUE(fine(preview));
    EXPECT_FALSE(preview->submittable());
    ASSERT_EQ(preview->insights.size(), 1u);
    EXPECT_EQ(preview->insights.front().used, 600'000);
}

TEST_P(DeskTest, SaysBeforeItIsFiledThatTheMonthIsClosed)
{
    ASSERT_TRUE(fine(office.tamper(QStringLiteral("INSERT INTO month_close (month, closed, reason, made_by, revision) "
                                                  "SELECT '2026-11', 1, '', 1, MAX(revision) FROM office_revision"))));
    Desk &desk = deskOf(people.sato);

    const auto preview = desk.preview(content(QStringLiteral("時間外"), 90), std::nullopt);

    ASSERT_TRUE(fine(preview));
    EXPECT_EQ(preview->refusal, Refusal::MonthClosed);
    EXPECT_FALSE(preview->route.empty()) << "whom it would go to is known all the same";
    EXPECT_EQ(desk.preview(content(QStringLiteral("備品"), 0), std::nullopt)->refusal, std::nullopt);
}

TEST_P(DeskTest, PreviewsTheRouteWithItsReasons)
{
    const auto preview = deskOf(people.sato).preview(content(QStringLiteral("購入"), 200'000), std::nullopt);

    ASSERT_TRUE(fine(preview));
    EXPECT_TRUE(preview->submittable());
    ASSERT_EQ(preview->route.size(), 6u); // the drafter and M-1 to M-5
    EXPECT_EQ(preview->route[3].kind, StepKind::Consult);
    EXPECT_EQ(preview->route[3].why.ja, QStringLiteral("財政合議"));
    EXPECT_EQ(preview->route[5].assignments.front().title, QStringLiteral("総務部長"));
}

TEST_P(DeskTest, GoesOnWithACorrectionThatWasSubmittedElsewhere)
{
    const CaseId id = file(QStringLiteral("机"));
    Desk &desk = deskOf(people.sato);
    const auto giveBack = [&] {
        Desk &chief = deskOf(people.suzuki);
        const auto view = chief.open(id);
        ASSERT_TRUE(fine(view));
        ASSERT_TRUE(fine(chief.act(id, view->verified.state.seq, freshRequestId(),
                                   Return{std::nullopt, std::nullopt, QStringLiteral("確認")})));
    };
    giveBack();
    ASSERT_TRUE(fine(desk.saveDraft(id, content(QStringLiteral("机二台"), 0))));

    // Another desk of the same person submits it, and it comes back once more.
    Desk other(std::move(office.open(people.sato)).value(), *m_catalog, office.clock());
    ASSERT_TRUE(fine(other.start()));
    const QString request = freshRequestId();
    ASSERT_TRUE(fine(other.submit(id, request, {})));
    giveBack();

    // Without a look at the case the first save says that something changed, and the next goes on.
    EXPECT_TRUE(refused(desk.saveDraft(id, content(QStringLiteral("机三台"), 0)), Refusal::Stale));
    EXPECT_TRUE(fine(desk.saveDraft(id, content(QStringLiteral("机三台"), 0))));
    // The answer of a submission that was lost: asked again, it tells of the recorded act.
    ASSERT_TRUE(fine(other.submit(id, freshRequestId(), {})));
    ASSERT_TRUE(fine(desk.submit(id, request, {})));
    giveBack();
    EXPECT_TRUE(fine(desk.saveDraft(id, content(QStringLiteral("机四台"), 0))));
    // Whoever looks at the case sees which revision is written now.
    ASSERT_TRUE(fine(other.submit(id, freshRequestId(), {})));
    giveBack();
    ASSERT_TRUE(fine(desk.open(id)));
    EXPECT_TRUE(fine(desk.saveDraft(id, content(QStringLiteral("机五台"), 0))));
}

KESSAI_ON_BOTH_DATABASES(DeskTest);

} // namespace kessai::test
