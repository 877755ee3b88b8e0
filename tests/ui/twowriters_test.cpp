// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ports/settings.h"
#include "tests/ui/trialwindow.h"
#include "ui/admin/faultdraft.h"
#include "ui/admin/formdraft.h"
#include "ui/admin/parameterdraft.h"

#include <QSignalSpy>

// Two administrators set the same thing: nothing is written over unseen, and giving up and writing again is upon what the other one wrote.

namespace kessai::test {

using namespace Qt::StringLiterals;

class TwoWriters : public TrialWindow {
protected:
    void SetUp() override
    {
        TrialWindow::SetUp();
        beginSession(people.kato);
        tomorrow = session->info().today.addDays(1);
    }
    /// Puts a draft in force and waits for what becomes of it.
    template <class Draft>
    std::optional<Error> adopt(Draft &draft)
    {
        std::optional<Error> failed;
        bool done = false;
        const auto refused =
            QObject::connect(&draft, &Draft::adoptionFailed, &draft, [&](const Error &error) { failed = error; });
        const auto taken = QObject::connect(&draft, &Draft::adopted, &draft, [&] { done = true; });
        office.wait();
        draft.adopt(u"わたしの見直し"_s);
        EXPECT_TRUE(wait([&] { return done || failed; }));
        QObject::disconnect(refused);
        QObject::disconnect(taken);
        settle();
        return failed;
    }
    /// What somebody else puts in force meanwhile.
    template <class Adopt>
    void theirs(Adopt adopt)
    {
        office.wait();
        EXPECT_TRUE(fine(adopt(office.as(people.kato).office())));
        office.wait();
    }
    template <class Draft>
    void read(Draft &draft)
    {
        draft.read();
        settle();
    }

    QDate tomorrow;
};

TEST_F(TwoWriters, OfNumbers)
{
    ParameterDraft draft(*session);
    read(draft);
    const QString key = u"reminder.pause_days"_s;
    const auto row = [&](qint64 value) { return Parameters::Row{key, tomorrow, value, u"規則"_s}; };
    draft.put(row(9));
    theirs([&](OfficeStore &store) {
        return store.adoptParameters({{row(8)}, u"ほかの人"_s, newestParameters(draft.parameters())});
    });

    const auto failed = adopt(draft);
    ASSERT_TRUE(failed);
    EXPECT_EQ(failed->refusal, Refusal::Stale);
    EXPECT_EQ(draft.rows().size(), 1U) << "nothing that was written is lost";
    ASSERT_TRUE(wait([&] { return draft.inForce(key, tomorrow)->value == 8; })) << "theirs is read";
    draft.giveUp();
    draft.put(row(9));

    EXPECT_FALSE(adopt(draft));
    EXPECT_TRUE(wait([&] { return draft.inForce(key, tomorrow)->value == 9; }));
}

TEST_F(TwoWriters, OfAForm)
{
    FormDraft draft(*session);
    read(draft);
    draft.begin(*draft.revisions(u"memo"_s).back(), tomorrow);
    FormDefinition mine = draft.form();
    mine.name = {u"わたしの伺い"_s, u"My memo"_s};
    draft.change(mine);
    FormDefinition other = draft.origin();
    other.name = {u"ほかの人の伺い"_s, u"Their memo"_s};
    theirs([&](OfficeStore &store) { return store.adoptForm({other, u"ほかの人"_s, draft.origin().revision}); });

    const auto failed = adopt(draft);
    ASSERT_TRUE(failed);
    EXPECT_EQ(failed->refusal, Refusal::Stale);
    EXPECT_TRUE(draft.writing());
    ASSERT_TRUE(wait([&] { return draft.revisions(u"memo"_s).size() == 2; })) << "theirs is read";
    draft.giveUp();
    draft.begin(*draft.revisions(u"memo"_s).back(), tomorrow);
    EXPECT_EQ(draft.form().name.ja, u"ほかの人の伺い"_s);
    mine = draft.form();
    mine.name = {u"わたしの伺い"_s, u"My memo"_s};
    draft.change(mine);

    EXPECT_FALSE(adopt(draft));
    EXPECT_FALSE(draft.writing());
    EXPECT_TRUE(wait([&] { return draft.inForce(u"memo"_s, tomorrow)->name.ja == u"わたしの伺い"_s; }));
}

TEST_F(TwoWriters, OfReasonsOfReturns)
{
    FaultDraft draft(*session);
    read(draft);
    draft.begin(tomorrow);
    const auto worded = [&](const QString &words) {
        FaultList list = draft.list();
        list.faults.front().words = {words, words};
        return list;
    };
    draft.change(worded(u"わたしの言葉"_s));
    const FaultList other = worded(u"ほかの人の言葉"_s);
    theirs([&](OfficeStore &store) { return store.adoptFaults({other, u"ほかの人"_s, 0}); });

    const auto failed = adopt(draft);
    ASSERT_TRUE(failed);
    EXPECT_EQ(failed->refusal, Refusal::Stale);
    EXPECT_TRUE(draft.writing());
    ASSERT_TRUE(wait([&] { return draft.lists().size() == 1; })) << "theirs is read";
    draft.giveUp();
    draft.begin(tomorrow);
    EXPECT_EQ(draft.list().faults.front().words.ja, u"ほかの人の言葉"_s);
    draft.change(worded(u"わたしの言葉"_s));

    EXPECT_FALSE(adopt(draft));
    EXPECT_TRUE(wait([&] { return draft.on(tomorrow).front().words.ja == u"わたしの言葉"_s; }));
}

} // namespace kessai::test
