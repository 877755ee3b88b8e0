// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/admin/rulepage.h"

#include "tests/ui/answereddialogs.h"
#include "tests/ui/trialwindow.h"
#include "ui/admin/rulemodel.h"
#include "ui/admin/settingswindow.h"
#include "ui/admin/waysmodel.h"
#include "ui/export/sheetfile.h"
#include "ui/formview/dateedit.h"
#include "ui/widgets/navigationlist.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>
#include <QToolButton>

namespace kessai::test {

using namespace Qt::StringLiterals;

/// The routes as an administrator has them before them, at a real desk over a trial office.
class RulePageTest : public TrialWindow {
protected:
    void SetUp() override
    {
        TrialWindow::SetUp();
        Hand hand(office, people.sato);
        ASSERT_TRUE(fine(hand.file(memo(u"備品の購入"_s, 20'000))));
        beginSession(people.kato);
        window = std::make_unique<SettingsWindow>(*session);
        window->open();
        window->goTo(u"routes"_s);
        settle();
        ASSERT_TRUE(wait([this] { return lines()->rowCount() > 0; }));
    }
    void TearDown() override
    {
        window.reset();
        TrialWindow::TearDown();
    }
    template <class W>
    W *part(const char *name)
    {
        const QList<W *> found = window->findChildren<W *>(QLatin1String(name));
        EXPECT_FALSE(found.isEmpty()) << name;
        return found.isEmpty() ? nullptr : found.back(); // the one that was made last
    }
    RuleModel *lines() { return qobject_cast<RuleModel *>(view()->model()); }
    QTableView *view() { return part<QTableView>("ruleLines"); }
    QString cell(int row, int column) { return lines()->index(row, column).data().toString(); }
    bool says(const QString &text)
    {
        const QList<QLabel *> labels = window->findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(),
                           [&](QLabel *one) { return one->isVisible() && one->text().contains(text); });
    }
    void press(const char *name)
    {
        part<QPushButton>(name)->click();
        settle();
    }
    void choose(const char *name, const QVariant &data)
    {
        auto *box = part<QComboBox>(name);
        const int at = data.typeId() == QMetaType::Int ? data.toInt() : box->findData(data);
        EXPECT_GE(at, 0) << name;
        box->setCurrentIndex(at);
        Q_EMIT box->activated(at);
        settle();
    }
    void write()
    {
        press("writeRule");
        EXPECT_TRUE(part<QWidget>("lineEditor")->isVisible());
    }
    void pick(int row)
    {
        view()->selectRow(row);
        settle();
    }
    void look(const char *variable)
    {
        if (qEnvironmentVariableIsSet(variable))
            window->grab().save(qEnvironmentVariable(variable));
    }
    bool maySave() { return part<QPushButton>("ruleAdopt")->isEnabled(); }
    std::vector<RouteRule> rules() { return office.owner().office().configuration()->rules; }

    std::unique_ptr<SettingsWindow> window;
    AnsweredDialogs dialogs;
    QTemporaryDir folder;
};

TEST_F(RulePageTest, ShowsEveryStepInWords)
{
    const QAbstractItemModelTester tester(lines());

    EXPECT_EQ(lines()->rowCount(), 8);
    EXPECT_TRUE(cell(0, RuleModel::Step).startsWith(u"1"_s));
    EXPECT_TRUE(cell(2, RuleModel::Who).contains(u"財政課長"_s)) << qPrintable(cell(2, RuleModel::Who));
    EXPECT_TRUE(cell(2, RuleModel::Who).contains(u'\n')) << "when";
    EXPECT_FALSE(cell(0, RuleModel::Who).contains(u'\n')) << "always";
    EXPECT_TRUE(part<NavigationList>("ruleForms")->has(u"memo"_s));
    EXPECT_EQ(part<QComboBox>("ruleRevision")->count(), 1);
    EXPECT_FALSE(part<QWidget>("lineEditor")->isVisible());
}

TEST_F(RulePageTest, ADraftIsPutInForceFromItsDayOnForAReason)
{
    write();
    EXPECT_FALSE(maySave()) << "nothing is changed";
    pick(1);
    press("addCondition");
    choose("conditionField_0", u"amount"_s);
    choose("conditionWay_0", u"ge"_s);
    EXPECT_TRUE(cell(1, RuleModel::Who).contains(u'\n')) << qPrintable(cell(1, RuleModel::Who));
    part<QLineEdit>("ruleReason")->setText(u"規程の改正"_s);
    ASSERT_TRUE(wait([this] { return maySave(); }));
    part<DateEdit>("ruleFrom")->setDate(session->info().today.addDays(7));
    Q_EMIT part<DateEdit>("ruleFrom")->edited();
    settle();

    press("ruleAdopt");

    ASSERT_TRUE(wait([this] { return rules().size() == 2; }));
    EXPECT_EQ(rules()[1].from, session->info().today.addDays(7));
    EXPECT_EQ(rules()[1].lines[1].when.toJson(), (QJsonObject{{u"field"_s, u"amount"_s}, {u"ge"_s, 500'000}}));
    EXPECT_TRUE(wait([this] { return part<QComboBox>("ruleRevision")->count() == 2; }));
    choose("ruleRevision", session->info().today.addDays(7));
    EXPECT_TRUE(says(u"規程の改正"_s)) << "why, and by whom";
    EXPECT_TRUE(says(session->info().me.name()));
}

TEST_F(RulePageTest, StepsAreMovedAddedCopiedAndRemovedAndEveryStepIsUndone)
{
    write();
    const QString first = cell(0, RuleModel::Who);
    view()->setFocus();
    pick(0);
    QTest::keyClick(window.get(), Qt::Key_Down, Qt::AltModifier);
    settle();
    EXPECT_EQ(cell(1, RuleModel::Who), first);
    EXPECT_EQ(view()->currentIndex().row(), 1) << "it stays the current one";
    part<QToolButton>("undoRule")->click();
    EXPECT_EQ(cell(0, RuleModel::Who), first);

    const std::unique_ptr<QMimeData> dragged(lines()->mimeData({lines()->index(0, 0)}));
    lines()->dropMimeData(dragged.get(), Qt::MoveAction, 3, 0, {});
    settle();
    EXPECT_EQ(cell(2, RuleModel::Who), first);
    press("moveLineUp");
    EXPECT_EQ(cell(1, RuleModel::Who), first);

    press("copyLine");
    EXPECT_EQ(lines()->rowCount(), 9);
    press("removeLine");
    press("addRuleLine");
    EXPECT_EQ(lines()->rowCount(), 9);
    EXPECT_TRUE(wait([this] { return !maySave() && says(u"asks nobody"_s); })) << "a new step asks nobody";
    press("giveUpRule");
    EXPECT_EQ(lines()->rowCount(), 8);
    EXPECT_EQ(cell(0, RuleModel::Who), first);
}

TEST_F(RulePageTest, SomebodyElseIsAskedByPickingThem)
{
    write();
    pick(0);
    auto *who = part<QComboBox>("lineWho");
    const int mayor = who->findData(uR"({"post":"mayor"})"_s);
    ASSERT_GE(mayor, 0);
    who->setCurrentIndex(mayor);
    Q_EMIT who->activated(mayor);
    settle();

    EXPECT_TRUE(cell(0, RuleModel::Who).contains(u"市長"_s));
    choose("lineManner", 1);
    EXPECT_EQ(lines()->rowCount(), 8);
    part<QPlainTextEdit>("lineWhy")->setPlainText(u"市長も見る"_s);
    settle();
    EXPECT_EQ(cell(0, RuleModel::Why), part<QPlainTextEdit>("lineWhyEnglish")->toPlainText());
}

TEST_F(RulePageTest, WhatIsWrongIsSaidWhileOneTypes)
{
    write();
    pick(6); // the decision
    choose("lineKind", int(StepKind::Review));

    EXPECT_TRUE(wait([this] { return !maySave() && part<QWidget>("rulePage")->isVisible() && says(u"M-5"_s); }));
    part<QToolButton>("undoRule")->click();
    settle();
    EXPECT_TRUE(wait([this] { return !says(u"M-5"_s); }));
}

TEST_F(RulePageTest, AFileIsTakenAsAWholeOrNotAtAll)
{
    const QString path = folder.filePath(u"route.csv"_s);
    dialogs.savePath = path;
    const QList<QAction *> exports = part<QWidget>("rulePage")->findChildren<QAction *>(u"exportCsv"_s);
    ASSERT_EQ(exports.size(), 1);
    exports.front()->trigger();
    ASSERT_TRUE(wait([&] { return QFile::exists(path); }));
    settle();
    write();
    press("removeLine");
    ASSERT_EQ(lines()->rowCount(), 7);
    dialogs.openPaths = {path};
    press("chooseRuleFile");
    EXPECT_TRUE(wait([this] { return lines()->rowCount() == 8; })) << "all is back";

    QFile file(path);
    ASSERT_TRUE(file.open(QIODevice::ReadWrite));
    QByteArray text = file.readAll();
    text.replace("回議", "会議");
    file.resize(0);
    file.seek(0);
    file.write(text);
    file.close();
    press("chooseRuleFile");
    EXPECT_TRUE(wait([this] { return says(u"会議"_s); }));
    EXPECT_EQ(lines()->rowCount(), 8);
}

TEST_F(RulePageTest, TheBenchTriesTheDraftOfARoute)
{
    write();
    pick(1);
    press("removeLine");
    press("ruleTry");
    EXPECT_EQ(part<QComboBox>("trialForm")->currentData().toString(), u"memo"_s);
    press("lookWays");
    auto *ways = qobject_cast<WaysModel *>(part<QTableView>("waysTable")->model());
    ASSERT_TRUE(wait([&] { return ways->rowCount() == 1; }));
    EXPECT_TRUE(differenceOf(ways->ways().front()).contains(u"総務課長"_s))
        << qPrintable(differenceOf(ways->ways().front()));
}

TEST_F(RulePageTest, FitsASmallScreen)
{
    constexpr int kSmall = 911;
    window->resize(kSmall, 480);
    settle();
    write();

    auto *page = part<QWidget>("rulePage");
    EXPECT_LE(window->width(), kSmall);
    for (QWidget *one : page->findChildren<QWidget *>(Qt::FindDirectChildrenOnly))
        EXPECT_LE(one->minimumSizeHint().width(), page->width()) << one->metaObject()->className();
    EXPECT_FALSE(part<QTableView>("ruleLines")->isColumnHidden(RuleModel::Who));
}

TEST_F(RulePageTest, AKeyRenewsOnlyWhatIsAnotherOne)
{
    write();
    pick(1);
    ASSERT_TRUE(wait([this] { return says(u"it can be used"_s); }));
    const QSignalSpy reset(lines(), &QAbstractItemModel::modelReset);
    const QSignalSpy changed(lines(), &QAbstractItemModel::dataChanged);
    std::vector<std::unique_ptr<QSignalSpy>> lists;
    for (const char *box : {"lineWho", "lineGround", "ruleTable", "ruleLeast", "ruleTop"})
        lists.push_back(std::make_unique<QSignalSpy>(part<QComboBox>(box)->model(), &QAbstractItemModel::rowsInserted));

    auto *why = part<QPlainTextEdit>("lineWhyEnglish");
    why->setFocus();
    why->selectAll();
    constexpr int kKeys = 40;
    const auto before = changed.count();
    for (int i = 0; i < kKeys; ++i)
        QTest::keyClick(why, Qt::Key_A);

    EXPECT_EQ(reset.count(), 0) << "the list of steps stays";
    EXPECT_EQ(changed.count() - before, kKeys) << "one row a key";
    for (const auto &list : lists)
        EXPECT_EQ(list->count(), 0) << "nobody is listed anew";
}

TEST_F(RulePageTest, WhatIsTypedIntoOneFieldIsTakenBackAtOnce)
{
    write();
    pick(1);
    const QString was = cell(1, RuleModel::Why);
    auto *why = part<QPlainTextEdit>("lineWhyEnglish"); // the one that is shown
    why->selectAll();
    for (int i = 0; i < 5; ++i)
        QTest::keyClick(why, Qt::Key_B);
    press("addCondition");
    choose("conditionField_0", u"amount"_s);
    why->moveCursor(QTextCursor::End);
    for (int i = 0; i < 5; ++i)
        QTest::keyClick(why, Qt::Key_C);
    settle();
    EXPECT_TRUE(cell(1, RuleModel::Why).endsWith(u"ccccc"_s) || cell(1, RuleModel::Why).startsWith(u"ccccc"_s))
        << qPrintable(cell(1, RuleModel::Why));
    auto *undo = part<QToolButton>("undoRule");

    undo->click();
    EXPECT_EQ(cell(1, RuleModel::Why), u"bbbbb"_s);
    undo->click(); // the field of the condition
    undo->click(); // the condition
    EXPECT_EQ(cell(1, RuleModel::Why), u"bbbbb"_s);
    EXPECT_FALSE(cell(1, RuleModel::Who).contains(u'\n'));
    undo->click();
    EXPECT_EQ(cell(1, RuleModel::Why), was);
    EXPECT_FALSE(undo->isEnabled());
}

TEST_F(RulePageTest, ConditionsAreThoseOfTheFormOfItsDay)
{
    FormDefinition coming = form;
    coming.from = session->info().today.addDays(7);
    for (FieldDefinition &field : coming.fields) {
        if (field.key == u"important"_s)
            field.label = {u"特に重要"_s, u"Of great weight"_s};
    }
    office.wait();
    ASSERT_TRUE(fine(office.as(people.kato).office().adoptForm({coming, u"様式の見直し"_s, form.revision})));
    session->refresh(); // somebody else did
    settle();
    part<RulePage>("rulePage")->begin();
    settle();
    write();
    pick(1);
    press("addCondition");
    choose("conditionField_0", u"important"_s);
    const auto named = [this] { return part<QComboBox>("conditionField_0")->currentText(); };
    ASSERT_TRUE(wait([&] { return named() == u"Important"_s; })) << qPrintable(named());

    part<DateEdit>("ruleFrom")->setDate(coming.from);
    Q_EMIT part<DateEdit>("ruleFrom")->edited();
    settle();

    EXPECT_TRUE(wait([&] { return named() == u"Of great weight"_s; })) << qPrintable(named());
    EXPECT_TRUE(cell(1, RuleModel::Who).contains(u"Of great weight"_s));
}

TEST_F(RulePageTest, AProblemLeadsToItsStep)
{
    write();
    pick(4);
    press("addRuleLine"); // asks nobody, and says no reason
    pick(0);
    const auto link = [this] {
        const QList<QLabel *> labels = part<QWidget>("rulePage")->findChildren<QLabel *>();
        const auto found = std::find_if(labels.begin(), labels.end(), [](QLabel *one) {
            return one->isVisible() && one->textFormat() == Qt::RichText && one->text().contains(u"asks nobody"_s);
        });
        return found == labels.end() ? nullptr : *found;
    };
    ASSERT_TRUE(wait([&] { return link() != nullptr; }));
    EXPECT_EQ(cell(5, RuleModel::Step).section(u'\n', 1), u"M-9"_s) << "the code by which it is named";
    look("KESSAI_LOOK_RULEPROBLEMS");

    Q_EMIT link()->linkActivated(u"line"_s);

    EXPECT_EQ(view()->currentIndex().row(), 5);
}

TEST_F(RulePageTest, ByKeysTheConditionsComeAsTheyStand)
{
    write();
    pick(1);
    press("addCondition");
    auto *field = part<QComboBox>("conditionField_0");
    EXPECT_EQ(window->focusWidget(), field) << "what one asked for";
    choose("conditionField_0", u"amount"_s);
    auto *value = part<QWidget>("conditionValue_0");
    auto *way = part<QComboBox>("conditionWay_0");
    std::vector<QWidget *> order;
    for (QWidget *one = part<QComboBox>("conditionField_0"); order.size() < 12; one = one->nextInFocusChain())
        order.push_back(one);
    const auto place = [&](QWidget *wanted) {
        return std::find_if(order.begin(), order.end(),
                            [&](QWidget *one) { return one == wanted || wanted->isAncestorOf(one); })
            - order.begin();
    };
    EXPECT_LT(place(value), place(way));
    EXPECT_LT(place(way), place(part<QPushButton>("addCondition")));
    EXPECT_LT(place(part<QPushButton>("addCondition")), 12);
}

TEST_F(RulePageTest, SaysThatADraftBeginsFromAnOlderRevision)
{
    RouteRule rule = rules().front();
    rule.from = session->info().today.addDays(30);
    rule.lines[0].why.ja = u"改めた理由"_s;
    ASSERT_TRUE(fine(office.as(people.kato).office().adoptRule({rule, u"改正"_s, 1})));
    session->refresh();
    settle();
    window->goTo(u"routes"_s);
    ASSERT_TRUE(wait([this] { return part<QComboBox>("ruleRevision")->count() == 2; }));

    write();
    EXPECT_TRUE(says(u"is not in the draft"_s));
    press("giveUpRule");
    part<QComboBox>("ruleRevision")->setCurrentIndex(1);
    Q_EMIT part<QComboBox>("ruleRevision")->activated(1);
    write();
    EXPECT_FALSE(says(u"is not in the draft"_s));
}

TEST_F(RulePageTest, ADraftBeginsOnTheStepThatWasLookedAt)
{
    pick(3);
    write();
    EXPECT_EQ(view()->currentIndex().row(), 3);
}

TEST_F(RulePageTest, NestedConditionsStayAsTheyAre)
{
    RouteRule rule = rules().front();
    rule.from = session->info().today.addDays(1);
    rule.lines[0].when = *Condition::fromJson(
        {{u"any"_s,
          QJsonArray{QJsonObject{{u"field"_s, u"amount"_s}, {u"ge"_s, 5}},
                     QJsonObject{{u"not"_s, QJsonObject{{u"field"_s, u"vote"_s}, {u"eq"_s, true}}}}}}});
    ASSERT_TRUE(fine(office.as(people.kato).office().adoptRule({rule, u"改正"_s, 1})));
    session->refresh();
    settle();
    window->goTo(u"routes"_s);
    ASSERT_TRUE(wait([this] { return part<QComboBox>("ruleRevision")->count() == 2; }));
    part<QComboBox>("ruleRevision")->setCurrentIndex(1);
    Q_EMIT part<QComboBox>("ruleRevision")->activated(1);
    write();
    pick(0);
    EXPECT_FALSE(part<QLabel>("conditionRead")->text().isEmpty());
    choose("conditionWay_0", u"gt"_s);
    part<QLineEdit>("ruleReason")->setText(u"規程の改正"_s);
    ASSERT_TRUE(wait([this] { return maySave(); }));
    press("ruleAdopt");

    ASSERT_TRUE(wait([this] { return rules().size() == 3; }));
    const QJsonArray parts = rules()[2].lines[0].when.toJson().value(u"any"_s).toArray();
    ASSERT_EQ(parts.size(), 2);
    EXPECT_EQ(parts[0].toObject().value(u"gt"_s).toInt(), 5);
    EXPECT_EQ(parts[1], rule.lines[0].when.toJson().value(u"any"_s).toArray()[1]);
}

} // namespace kessai::test
