// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/office/postspage.h"

#include "tests/ui/trialwindow.h"
#include "ui/formview/dateedit.h"
#include "ui/office/reroutecard.h"
#include "ui/office/standinseditor.h"
#include "ui/shell/officepage.h"
#include "ui/widgets/navigationlist.h"

#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>

namespace kessai::test {

/// 職の引継ぎと代決者 in the window, at a real desk over a trial office.
class PostsPageTest : public TrialWindow {
protected:
    PostsPage &openFor(StaffId who)
    {
        m_window.reset();
        beginSession(who);
        m_window = std::make_unique<OfficePage>(*session);
        m_window->resize(1366, 900);
        m_window->show();
        m_window->goTo(QStringLiteral("posts"));
        settle();
        return *m_window->posts();
    }
    void TearDown() override
    {
        m_window.reset();
        TrialWindow::TearDown();
    }
    bool offered() { return m_window->navigation()->has(QStringLiteral("posts")); }
    template <class W>
    QList<W *> all(const char *name)
    {
        QList<W *> found = m_window->posts()->findChildren<W *>(QLatin1String(name));
        found.removeIf([](W *one) { return !one->isVisible(); });
        return found;
    }
    bool says(const QString &text)
    {
        const QList<QLabel *> labels = m_window->posts()->findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(),
                           [&](QLabel *one) { return one->isVisible() && one->text().contains(text); });
    }
    void choose(const char *box, qint64 value)
    {
        ASSERT_EQ(all<QComboBox>(box).size(), 1) << box;
        QComboBox *list = all<QComboBox>(box).front();
        ASSERT_GE(list->findData(value), 0) << box;
        list->setCurrentIndex(list->findData(value));
        Q_EMIT list->activated(list->currentIndex());
        settle();
    }
    void press(const char *button, int which = 0)
    {
        ASSERT_GT(all<QPushButton>(button).size(), which) << button;
        QPushButton *one = all<QPushButton>(button).at(which);
        ASSERT_TRUE(one->isEnabled()) << button;
        one->click();
        settle();
    }
    bool ready(const char *button) { return all<QPushButton>(button).value(0)->isEnabled(); }
    void look(const char *variable)
    {
        if (qEnvironmentVariableIsSet(variable))
            m_window->grab().save(qEnvironmentVariable(variable));
    }
    /// The post of the 係長 is no more from today on, in a revision of its own after what was filed.
    void abolishChief()
    {
        const QDate today = office.clock().now().day();
        office.wait();
        ASSERT_TRUE(fine(
            office.tamper(QStringLiteral("INSERT INTO office_revision (revision, made_at, made_by, "
                                         "reason) SELECT MAX(revision) + 1, COALESCE((SELECT MAX(at) "
                                         "FROM event), MAX(made_at)) + 1, 'tests', '組織改正' FROM office_revision"))));
        const QString post = QString::number(people.chief.value());
        ASSERT_TRUE(fine(office.tamper(QStringLiteral("UPDATE post SET removed_in = 2 WHERE post_id = ") + post)));
        ASSERT_TRUE(fine(office.tamper(
            QStringLiteral(
                "INSERT INTO post (post_id, section_id, code, title, rank, head, valid_from, valid_until, added_in)"
                " SELECT post_id, section_id, code, title, rank, head, valid_from, '%1', 2 FROM post WHERE "
                "post_id = %2")
                .arg(today.addDays(-1).toString(Qt::ISODate), post))));
        office.wait();
    }

    std::unique_ptr<OfficePage> m_window;
};

TEST_F(PostsPageTest, IsOfferedToThoseWhoLookAfterIt)
{
    openFor(people.suzuki);
    EXPECT_FALSE(offered());
    openFor(people.kato);
    EXPECT_TRUE(offered()) << "an administrator";
    EXPECT_TRUE(m_window->posts()->findChild<StandInsEditor *>()->isVisible());
    openFor(people.hosaka);
    EXPECT_TRUE(offered()) << "looks after what waits for nobody";
    EXPECT_FALSE(m_window->posts()->findChild<StandInsEditor *>()->isVisible());
    EXPECT_TRUE(says(PostsPage::tr("Nothing waits for nobody.")));
}

TEST_F(PostsPageTest, SomebodyActsInAVacantPostSoThatWhatWaitsForItGoesOn)
{
    ASSERT_TRUE(fine(Hand(office, people.sato).file(memo(QStringLiteral("備品の購入"), 500))));
    office.wait();
    const QDate yesterday = office.clock().now().day().addDays(-1);
    ASSERT_TRUE(fine(office.tamper(QStringLiteral("UPDATE appointment SET valid_until = '%1' WHERE post_id = %2")
                                       .arg(yesterday.toString(Qt::ISODate), QString::number(people.chief.value())))));
    openFor(people.hosaka);
    EXPECT_TRUE(all<QComboBox>("actingPerson").isEmpty()) << "for administrators";
    openFor(people.kato);
    ASSERT_TRUE(wait([this] { return all<QComboBox>("actingPerson").size() == 1; }));

    choose("actingPerson", people.hosaka.value());
    EXPECT_FALSE(ready("appointActing")) << "for a reason";
    m_window->posts()
        ->findChild<QLineEdit *>(QStringLiteral("actingReason"))
        ->setText(QStringLiteral("係長の病気休暇"));
    press("appointActing");

    ASSERT_TRUE(wait([this] { return Hand(office, people.hosaka).list(ListKind::Tray).rows.size() == 1; }));
    EXPECT_TRUE(wait([this] { return all<QComboBox>("actingPerson").isEmpty(); }));
    const auto now = office.owner().office().configuration();
    EXPECT_EQ(now->revisions.back().number, now->office.revision);
}

TEST_F(PostsPageTest, WhatIsWrittenOfWhoActsStaysWhileMoreArrives)
{
    ASSERT_TRUE(fine(Hand(office, people.sato).file(memo(QStringLiteral("備品の購入"), 500))));
    office.wait();
    const QDate yesterday = office.clock().now().day().addDays(-1);
    ASSERT_TRUE(fine(office.tamper(QStringLiteral("UPDATE appointment SET valid_until = '%1' WHERE post_id = %2")
                                       .arg(yesterday.toString(Qt::ISODate), QString::number(people.chief.value())))));
    openFor(people.kato);
    ASSERT_TRUE(wait([this] { return all<QComboBox>("actingPerson").size() == 1; }));
    EXPECT_LT(all<QComboBox>("actingPerson").front()->findData(people.kato.value()), 0) << "nobody appoints themselves";
    choose("actingPerson", people.hosaka.value());
    QLineEdit *why = all<QLineEdit>("actingReason").front();
    why->setFocus();
    why->setText(QStringLiteral("係長の病気"));

    ASSERT_TRUE(fine(Hand(office, people.sato).file(memo(QStringLiteral("机"), 700))));
    session->refresh();

    ASSERT_TRUE(wait([this] { return says(QStringLiteral("2 step(s)")); })) << "the row is another one";
    EXPECT_EQ(all<QComboBox>("actingPerson").front()->currentData().toLongLong(), people.hosaka.value());
    EXPECT_EQ(all<QLineEdit>("actingReason").front()->text(), QStringLiteral("係長の病気"));
    EXPECT_TRUE(all<QLineEdit>("actingReason").front()->hasFocus());
    EXPECT_TRUE(ready("appointActing"));
}

TEST_F(PostsPageTest, OneCaseIsAddressedToAnotherPostForAReason)
{
    const auto id = Hand(office, people.sato).file(memo(QStringLiteral("備品の購入"), 500));
    ASSERT_TRUE(fine(id));
    office.wait();
    const QDate yesterday = office.clock().now().day().addDays(-1);
    ASSERT_TRUE(fine(office.tamper(QStringLiteral("UPDATE appointment SET valid_until = '%1' WHERE post_id = %2")
                                       .arg(yesterday.toString(Qt::ISODate), QString::number(people.chief.value())))));
    ASSERT_TRUE(fine(office.makeAdministrator(people.fukui)));
    openFor(people.hosaka);
    EXPECT_TRUE(all<QPushButton>("reroute").isEmpty()) << "for administrators";
    openFor(people.kato);
    ASSERT_TRUE(wait([this] { return !all<QPushButton>("reroute").isEmpty(); }));
    EXPECT_TRUE(wait([this] {
        return says(RerouteCard::tr("You are asked about this case yourself, or there is no "
                                    "post to which it may go."));
    }));
    EXPECT_FALSE(ready("reroute"));
    openFor(people.fukui);
    ASSERT_TRUE(wait([this] {
        return !all<QComboBox>("reroutePost").isEmpty() && all<QComboBox>("reroutePost").front()->count() > 1;
    }));
    EXPECT_FALSE(says(QStringLiteral("備品の購入"))) << "what it is about is not theirs to read";
    EXPECT_LT(all<QComboBox>("reroutePost").front()->findData(people.careManager.value()), 0) << "not to oneself";

    choose("reroutePost", people.assistant.value());
    EXPECT_FALSE(ready("reroute")) << "for a reason";
    all<QLineEdit>("rerouteReason").front()->setText(QStringLiteral("係長の欠員"));
    look("KESSAI_LOOK_REROUTE");
    const int doubleClick = QApplication::doubleClickInterval();
    QApplication::setDoubleClickInterval(0); // two presses of a test are no double click
    const int room = all<QPushButton>("reroute").front()->width();
    press("reroute");
    EXPECT_TRUE(Hand(office, people.hosaka).list(ListKind::Tray).rows.empty()) << "one stray press moves nothing";
    EXPECT_EQ(all<QPushButton>("reroute").front()->width(), room) << "it stays under the pointer";
    all<QLineEdit>("rerouteReason").front()->setText(QStringLiteral("係長の欠員のため"));
    press("reroute");
    EXPECT_TRUE(Hand(office, people.hosaka).list(ListKind::Tray).rows.empty()) << "that was asked of another reason";
    press("reroute");
    QApplication::setDoubleClickInterval(doubleClick);

    ASSERT_TRUE(wait([this] { return Hand(office, people.hosaka).list(ListKind::Tray).rows.size() == 1; }));
    EXPECT_TRUE(wait([this] { return says(PostsPage::tr("Nothing waits for nobody.")); }));
    EXPECT_TRUE(all<QPushButton>("reroute").isEmpty());
    const Event last = office.owner().cases().load(*id)->history.back();
    EXPECT_EQ(last.code, QStringLiteral("rerouted"));
    EXPECT_EQ(last.capacity.actor, people.fukui);
}

TEST_F(PostsPageTest, WhatWaitsForSomebodyWhomOneSentAwayIsForAnotherAdministrator)
{
    ASSERT_TRUE(fine(Hand(office, people.sato).file(memo(QStringLiteral("備品の購入"), 500))));
    office.wait();
    const QDate today = office.clock().now().day();
    ASSERT_TRUE(fine(office.tamper(
        QStringLiteral("INSERT INTO absence (staff_id, valid_from, valid_until, made_at, made_by) VALUES (%1, '%2', "
                       "'%3', 0, %4)")
            .arg(QString::number(people.suzuki.value()), today.toString(Qt::ISODate),
                 today.addDays(30).toString(Qt::ISODate), QString::number(people.fukui.value())))));
    for (const StaffId who : {people.fukui, people.zama}) {
        ASSERT_TRUE(fine(office.makeAdministrator(who)));
    }

    openFor(people.fukui);
    ASSERT_TRUE(wait([this] {
        return says(RerouteCard::tr("By what you registered or changed yourself nobody is there: another administrator "
                                    "addresses it, or you register a deputy or somebody to hold the post."));
    }));
    EXPECT_TRUE(all<QPushButton>("appointActing").isEmpty()) << "the post is not vacant";
    EXPECT_FALSE(ready("reroute"));
    look("KESSAI_LOOK_SENT_AWAY");
    ASSERT_TRUE(fine(Hand(office, people.sato).file(memo(QStringLiteral("机"), 700))));
    openFor(people.zama);
    const auto offered = [this] {
        return !all<QComboBox>("reroutePost").isEmpty() && all<QComboBox>("reroutePost").front()->count() > 1;
    };
    ASSERT_TRUE(wait(offered));
    ASSERT_EQ(all<QComboBox>("rerouteCase").front()->count(), 2);
    choose("reroutePost", people.assistant.value());
    QComboBox *cases = all<QComboBox>("rerouteCase").front();
    cases->setCurrentIndex(1);
    Q_EMIT cases->activated(1);
    EXPECT_TRUE(wait([&] { return offered() && all<QComboBox>("reroutePost").front()->currentIndex() == 0; }))
        << "a post is chosen for one case";
    EXPECT_TRUE(offered());
}

TEST_F(PostsPageTest, LeadsWhatWaitsForAnAbolishedPostOnwards)
{
    const auto id = Hand(office, people.sato).file(memo(QStringLiteral("机"), 1));
    ASSERT_TRUE(fine(id));
    abolishChief();
    openFor(people.hosaka);
    ASSERT_EQ(all<QPushButton>("handOver").size(), 1);
    EXPECT_TRUE(says(QStringLiteral("庶務係長")));
    EXPECT_TRUE(says(office.owner().cases().load(*id)->number));
    EXPECT_FALSE(says(QStringLiteral("机"))) << "what the case is about is not theirs to read";
    EXPECT_FALSE(ready("handOver")) << "to whom?";
    look("KESSAI_LOOK_STRANDED");

    choose("strandedSuccessor", people.manager.value());
    press("handOver");

    EXPECT_TRUE(says(PostsPage::tr("Nothing waits for nobody.")));
    EXPECT_EQ(all<QPushButton>("endSuccession").size(), 1);
    openFor(people.kato);
    EXPECT_EQ(session->pulse().waiting, 1);

    press("endSuccession");
    EXPECT_EQ(all<QPushButton>("handOver").size(), 1) << "it waits for nobody again";
    EXPECT_EQ(session->pulse().waiting, 0);
    choose("abolishedPost", people.chief.value());
    EXPECT_FALSE(ready("addSuccessor"));
    choose("successorPost", people.senior.value());
    press("addSuccessor");
    openFor(people.seki);
    EXPECT_EQ(session->pulse().waiting, 1);
}

TEST_F(PostsPageTest, ListsStandInsInOrder)
{
    openFor(people.kato);
    EXPECT_FALSE(ready("registerStandIns"));
    choose("decider", people.director.value());
    EXPECT_FALSE(ready("registerStandIns")) << "nothing is new";
    while (!all<QPushButton>("removeStandIn").isEmpty())
        press("removeStandIn");
    EXPECT_TRUE(says(StandInsEditor::tr("Nobody: while the decider is away, the case waits.")));
    choose("standIn", people.director.value());
    EXPECT_FALSE(ready("addStandIn")) << "nobody stands in for themselves";
    for (const qint64 post : {qint64(-1), people.viceDirector.value(), people.financeManager.value()}) {
        choose("standIn", post);
        press("addStandIn");
    }
    choose("standIn", people.viceDirector.value());
    EXPECT_FALSE(ready("addStandIn")) << "listed already";
    press("standInUp", 0);     // 次長 before the head of the section,
    press("removeStandIn", 1); // who is not asked at all
    look("KESSAI_LOOK_STANDINS");
    press("registerStandIns");

    EXPECT_FALSE(ready("registerStandIns"));
    EXPECT_EQ(all<QPushButton>("changeStandIns").size(), 1);
    const auto posts = session->info().office->standInsFor(people.director, people.affairs);
    EXPECT_EQ(posts, (std::vector<PostId>{people.viceDirector, people.financeManager}));
}

TEST_F(PostsPageTest, ShowsWhoStandsInToday)
{
    ASSERT_TRUE(fine(office.tamper(
        QStringLiteral(
            "INSERT INTO stand_in (decider_id, place, post_id, valid_from, added_in) VALUES (%1, 1, %2, '%3', 1)")
            .arg(people.viceMayor.value())
            .arg(people.financeManager.value())
            .arg(office.clock().now().day().addDays(30).toString(Qt::ISODate)))));
    openFor(people.kato);

    choose("decider", people.viceMayor.value());

    EXPECT_TRUE(all<QPushButton>("removeStandIn").isEmpty()) << "planned for later";
    EXPECT_TRUE(says(StandInsEditor::tr("Nobody: while the decider is away, the case waits.")));
}

TEST_F(PostsPageTest, NamesEverythingOneCanReachWithTab)
{
    abolishChief();
    for (QWidget *one : openFor(people.kato).findChildren<QWidget *>()) {
        if (!one->isVisible() || !(one->focusPolicy() & Qt::TabFocus) || one->focusProxy())
            continue;
        const auto *button = qobject_cast<QAbstractButton *>(one);
        EXPECT_FALSE(one->accessibleName().isEmpty() && (!button || button->text().isEmpty()))
            << one->metaObject()->className() << ' ' << one->objectName().toStdString();
    }
}

} // namespace kessai::test
