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
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPushButton>
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
    ASSERT_TRUE(saveSheet(lines()->sheet(), path, SheetFormat::CsvUtf8));
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
