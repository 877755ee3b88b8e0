// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/admin/formspage.h"

#include "core/ports/settings.h"
#include "tests/support/plainform.h"
#include "tests/ui/answereddialogs.h"
#include "tests/ui/trialwindow.h"
#include "ui/admin/faultspage.h"
#include "ui/admin/formediting.h"
#include "ui/formview/composepresenter.h"
#include "ui/formview/dateedit.h"
#include "ui/formview/formview.h"
#include "ui/shell/formchooser.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTabBar>
#include <QTableWidget>
#include <QTest>
#include <QToolButton>

namespace kessai::test {

using namespace Qt::StringLiterals;

namespace {

FormDefinition sheetOf(const std::vector<std::vector<int>> &widths)
{
    FormDefinition form;
    int no = 0;
    for (const auto &row : widths) {
        std::vector<PrintCell> cells;
        for (const int width : row)
            cells.push_back({.field = QString::number(++no), .width = width});
        form.printRows.push_back(cells);
    }
    return form;
}

FieldDefinition ownField(const QString &key, FieldKind kind, const Bilingual &label)
{
    return {.key = key, .kind = kind, .label = label, .hint = {}, .choices = {}, .visibleWhen = {}, .initial = {}};
}

/// "1 2/3": the fields of each line.
QString linesOf(const FormDefinition &form)
{
    QStringList lines;
    for (const auto &row : form.printRows) {
        QStringList cells;
        for (const PrintCell &cell : row)
            cells << cell.field;
        lines << cells.join(u' ');
    }
    return lines.join(u'/');
}

/// What one can come to by Tab and nobody hears the name of.
QStringList nameless(const QWidget &page)
{
    QStringList found;
    for (QWidget *one : page.findChildren<QWidget *>()) {
        if (!one->isVisible() || !one->isEnabled() || !(one->focusPolicy() & Qt::TabFocus)
            || one->objectName().startsWith(QLatin1String("qt_")))
            continue;
        QAccessibleInterface *heard = QAccessible::queryAccessibleInterface(one);
        if (!heard || heard->text(QAccessible::Name).isEmpty())
            found.append(QLatin1String(one->metaObject()->className()) + u' ' + one->objectName());
    }
    return found;
}

} // namespace

TEST(FormEditing, MovesCellsBetweenLinesWhereThereIsRoom)
{
    PrintPlace place{1, 0};
    FormDefinition form = withMovedCell(sheetOf({{6}, {6}}), place, -1);
    EXPECT_EQ(linesOf(form), u"1 2"_s);
    EXPECT_EQ(place, (PrintPlace{0, 1}));
    form = withMovedCell(form, place, 1);
    EXPECT_EQ(linesOf(form), u"1/2"_s) << "out of the last line into one of its own";
    EXPECT_EQ(place, (PrintPlace{1, 0}));
    form = withMovedCell(form, place, 1);
    EXPECT_EQ(linesOf(form), u"1/2"_s) << "there is nothing below";
    place = {0, 0};
    form = withMovedCell(sheetOf({{12}, {12}}), place, 1);
    EXPECT_EQ(linesOf(form), u"2/1"_s) << "whole lines change places";
    EXPECT_EQ(place, (PrintPlace{1, 0}));
    place = {0, 0};
    form = withMovedCell(sheetOf({{6}, {6}, {12}}), place, 1);
    EXPECT_EQ(linesOf(form), u"1 2/3"_s);
    EXPECT_EQ(place, (PrintPlace{0, 0}));
}

/// The forms as an administrator has them before them, at a real desk over a trial office.
class FormsPageTest : public TrialWindow {
protected:
    void SetUp() override
    {
        TrialWindow::SetUp();
        beginSession(people.kato);
        open<FormsPage>();
        ASSERT_TRUE(wait([this] { return part<QListWidget>("fieldList")->count() > 0; }));
    }
    void TearDown() override
    {
        page.reset();
        TrialWindow::TearDown();
    }
    template <class Page>
    void open()
    {
        auto one = std::make_unique<Page>(*session);
        one->resize(1150, 660);
        one->show();
        one->begin();
        page = std::move(one);
        settle();
    }
    template <class W>
    W *part(const char *name)
    {
        W *found = page->findChild<W *>(QLatin1String(name));
        EXPECT_NE(found, nullptr) << name;
        return found;
    }
    void fill(const char *name, const QString &text)
    {
        auto *line = part<QLineEdit>(name);
        line->setText(text);
        Q_EMIT line->textEdited(text);
        Q_EMIT line->editingFinished();
        settle();
    }
    void press(const char *name)
    {
        part<QAbstractButton>(name)->click();
        settle();
    }
    void addField(FieldKind kind)
    {
        auto *box = part<QComboBox>("addField");
        box->setCurrentIndex(box->findData(int(kind)));
        Q_EMIT box->activated(box->currentIndex());
        settle();
    }
    QString field(int row) { return part<QListWidget>("fieldList")->item(row)->text(); }
    bool mayAdopt(const char *name = "formAdopt") { return part<QPushButton>(name)->isEnabled(); }
    std::vector<FormDefinition> definitions() { return office.owner().office().configuration()->forms; }

    static constexpr int kFields = 12; ///< of the memo
    std::unique_ptr<QWidget> page;
};

TEST_F(FormsPageTest, ShowsTheFieldsOfAFormAndTheFormItself)
{
    EXPECT_EQ(part<QListWidget>("formList")->count(), 1);
    EXPECT_EQ(part<QListWidget>("fieldList")->count(), kFields);
    EXPECT_TRUE(part<QLineEdit>("fieldJa")->isReadOnly());
    EXPECT_EQ(part<QLineEdit>("fieldJa")->text(), u"件名"_s);
    EXPECT_TRUE(part<QWidget>("previewForm")->isVisible());
    EXPECT_FALSE(part<QComboBox>("addField")->isVisible()) << "nothing is written yet";
    press("writeForm");
    for (int tab = 0; tab < 4; ++tab) {
        part<QTabBar>("formTabs")->setCurrentIndex(tab);
        EXPECT_EQ(nameless(*page).join(u'、'), QString()) << tab;
    }
}

TEST_F(FormsPageTest, WhatADraftChangesIsSaidBeforeItIsInForce)
{
    const auto says = [this](const QString &text) {
        const auto labels = page->findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(),
                           [&](const QLabel *one) { return one->isVisible() && one->text() == text; });
    };
    press("writeForm");
    part<QTabBar>("formTabs")->setCurrentIndex(3);
    settle();
    EXPECT_TRUE(says(u"Nothing yet."_s));

    part<QTabBar>("formTabs")->setCurrentIndex(0);
    fill("fieldJa", u"題名"_s);
    part<QTabBar>("formTabs")->setCurrentIndex(3);

    EXPECT_TRUE(says(u"label of \"Subject\": 件名 → 題名"_s));
    EXPECT_FALSE(says(u"Nothing yet."_s));
}

TEST_F(FormsPageTest, ADraftWithAFieldOfItsOwnIsPutInForce)
{
    press("writeForm");
    EXPECT_FALSE(mayAdopt()) << "nothing is changed";
    fill("fieldJa", u"案件の名"_s);
    fill("fieldEn", u"Name of the case"_s);
    EXPECT_TRUE(field(0).startsWith(u"Name of the case"_s) || field(0).startsWith(u"案件の名"_s));
    addField(FieldKind::Choice);
    EXPECT_EQ(part<QListWidget>("fieldList")->count(), kFields + 1);
    fill("fieldJa", u"地区"_s);
    EXPECT_TRUE(part<QLineEdit>("fieldEn")->text().isEmpty()) << "no words that nobody wrote";
    EXPECT_TRUE(field(1).startsWith(u"地区"_s));
    EXPECT_EQ(part<QTableWidget>("fieldChoices")->rowCount(), 2);
    press("addChoice");
    EXPECT_EQ(part<QTableWidget>("fieldChoices")->rowCount(), 3);
    part<QLineEdit>("formReason")->setText(u"地区ごとの集計"_s);
    ASSERT_TRUE(wait([this] { return mayAdopt(); }));

    press("formAdopt");

    ASSERT_TRUE(wait([this] { return definitions().size() == 2U; }));
    const FormDefinition next = definitions().back();
    EXPECT_EQ(next.from, session->info().today.addDays(1));
    EXPECT_EQ(next.fields[0].label.ja, u"案件の名"_s);
    EXPECT_EQ(next.fields[1].key, u"office_1"_s);
    EXPECT_EQ(next.fields[1].label, (Bilingual{u"地区"_s, u"地区"_s})) << "in both languages what was said in one";
    EXPECT_EQ(next.fields[1].choices.size(), 3U);
    EXPECT_EQ(next.printRows.back().front().field, u"office_1"_s);
    EXPECT_TRUE(wait([this] { return part<QComboBox>("formRevision")->count() == 2; }));
    EXPECT_EQ(part<QComboBox>("formRevision")->currentData().toDate(), next.from)
        << "it is looked at, and its day said";
    EXPECT_EQ(part<QListWidget>("fieldList")->count(), kFields + 1);
    part<QListWidget>("fieldList")->setCurrentRow(1);
    EXPECT_EQ(part<QLineEdit>("fieldJa")->text(), u"地区"_s);
    EXPECT_TRUE(part<QLineEdit>("fieldEn")->text().isEmpty()) << "what was left empty stays empty";
    EXPECT_TRUE(part<QTableWidget>("fieldChoices")->item(0, 1)->text().isEmpty());
    const QString madeBy = part<QLabel>("formMadeBy")->text();
    EXPECT_TRUE(madeBy.contains(u"地区ごとの集計"_s) && madeBy.contains(session->info().me.name()))
        << qPrintable(madeBy);
    auto *revisions = part<QComboBox>("formRevision");
    revisions->setCurrentIndex(0);
    Q_EMIT revisions->activated(0);
    EXPECT_FALSE(part<QLabel>("formMadeBy")->isVisible()) << "it was there from the founding on";
}

TEST_F(FormsPageTest, ARevisionBeforeOneToComeSaysThatItIsUndoneThen)
{
    FormDefinition coming = form;
    coming.from = session->info().today.addDays(30);
    coming.name = {u"伺い書"_s, u"Memorandum"_s};
    office.wait();
    ASSERT_TRUE(fine(office.as(people.kato).office().adoptForm({coming, u"様式の見直し"_s, form.revision})));
    page.reset(); // before its session
    beginSession(people.kato);
    open<FormsPage>();
    ASSERT_TRUE(wait([this] { return part<QComboBox>("formRevision")->count() == 2; }));
    const auto says = [this] {
        const QList<QLabel *> labels = page->findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(), [](QLabel *one) {
            return one->isVisible() && one->text().contains(u"was written without this"_s);
        });
    };
    press("writeForm");
    EXPECT_FALSE(says()) << "nothing is changed";

    fill("fieldJa", u"件の名"_s);

    EXPECT_TRUE(wait(says));
    part<DateEdit>("formFrom")->setDate(coming.from);
    Q_EMIT part<DateEdit>("formFrom")->edited();
    settle();
    EXPECT_TRUE(wait([&] { return !says(); })) << "it takes its place";
}

TEST_F(FormsPageTest, TheDraftSaysOfWhichFormItIs)
{
    EXPECT_FALSE(part<QComboBox>("formWritten")->isVisible());
    press("writeForm");
    EXPECT_TRUE(part<QComboBox>("formWritten")->isVisible());
    EXPECT_EQ(part<QComboBox>("formWritten")->currentText(), part<QListWidget>("formList")->item(0)->text());
}

TEST_F(FormsPageTest, ADraftBegunBeforeTheDayOfAFormGoesOnByTheNewOne)
{
    const auto adopt = [this](const FormDefinition &next, int seen) {
        office.wait();
        ASSERT_TRUE(fine(office.as(people.kato).office().adoptForm({next, u"様式の見直し"_s, seen})));
        // and its day has come
        ASSERT_TRUE(fine(office.tamper(
            u"UPDATE form_revision SET valid_from = '%1', definition = replace(definition, '%2', '%1') WHERE revision = %3"_s
                .arg(session->info().today.toString(Qt::ISODate),
                     session->info().today.addDays(1).toString(Qt::ISODate), QString::number(seen + 1)))));
    };
    FormDefinition next = form;
    next.from = session->info().today.addDays(1);
    next.fields.push_back(ownField(u"office_1"_s, FieldKind::Text, {u"地区"_s, u"District"_s}));
    next.printRows.push_back({PrintCell{.field = u"office_1"_s}});
    adopt(next, form.revision);
    QJsonObject fields = memo(u"備品の購入"_s, 500);
    page.reset(); // before its session
    beginSession(people.sato);
    auto begun = std::make_unique<ComposePresenter>(*session);
    begun->begin(session->info().forms.front());
    settle();
    fields.insert(u"office_1"_s, u"北"_s);
    begun->setFields(fields);
    begun->saveNow();
    ASSERT_TRUE(wait([&] { return begun->caseId().has_value(); }));
    settle();
    next.fields.back() = ownField(u"office_2"_s, FieldKind::Flag, {u"公開"_s, u"Public"_s});
    next.printRows.back() = {PrintCell{.field = u"office_2"_s}};
    adopt(next, form.revision + 1);
    const CaseId id = *begun->caseId();
    begun.reset();
    beginSession(people.sato);
    ComposePresenter later(*session);
    std::optional<Continuation> how;
    QObject::connect(&later, &ComposePresenter::goneOn, &later, [&how](const Continuation &one) { how = one; });
    const auto inTheOffice = [&] {
        const auto record = office.as(people.sato).cases().load(id);
        return record && !record->revisions.empty() ? record->revisions.back().content : Content{};
    };

    later.resume(id);

    ASSERT_TRUE(wait([&] { return how.has_value(); }));
    EXPECT_TRUE(how->renewed && !how->kept);
    EXPECT_EQ(how->leftOut, (std::vector<LeftOut>{{u"District"_s, u"北"_s}}));
    EXPECT_EQ(later.definition().revision, form.revision + 2);
    EXPECT_EQ(later.content().formRevision, form.revision + 2);
    EXPECT_FALSE(later.content().fields.contains(u"office_1"_s));
    EXPECT_EQ(later.content().fields.value(u"subject"_s).toString(), u"備品の購入"_s);
    later.saveNow();
    settle();
    EXPECT_EQ(inTheOffice().fields.value(u"office_1"_s).toString(), u"北"_s) << "who only looks overwrites nothing";
    later.setFields(memo(u"備品の購入"_s, 600));
    later.saveNow();
    EXPECT_TRUE(wait([&] { return inTheOffice().formRevision == form.revision + 2; })) << "and is saved so";
}

TEST_F(FormsPageTest, WhatTheRulesNeedCannotGoAndEveryStepCanBeUndone)
{
    press("writeForm");
    EXPECT_FALSE(part<QToolButton>("dropField")->isEnabled()) << "a field of the form";
    fill("fieldJa", {});
    EXPECT_TRUE(wait([this] { return part<QLabel>("formNote")->isVisible() && !mayAdopt(); }));
    part<QToolButton>("undoForm")->click();
    settle();
    EXPECT_EQ(part<QLineEdit>("fieldJa")->text(), u"件名"_s);
    addField(FieldKind::Text);
    EXPECT_TRUE(part<QToolButton>("dropField")->isEnabled());
    press("dropField");
    EXPECT_EQ(part<QListWidget>("fieldList")->count(), kFields);
    press("giveUpForm");
    EXPECT_EQ(definitions().size(), 1U);
}

TEST_F(FormsPageTest, TheReasonGoesWithTheDraftItWasOf)
{
    AnsweredDialogs answers(false);
    press("writeForm");
    part<QLineEdit>("formReason")->setText(u"様式の見直し"_s);

    press("giveUpForm");
    EXPECT_EQ(answers.questions.size(), 1) << "somebody typed it";
    EXPECT_EQ(part<QLineEdit>("formReason")->text(), u"様式の見直し"_s);
    answers.confirmed = true;
    press("giveUpForm");

    press("writeForm");
    EXPECT_TRUE(part<QLineEdit>("formReason")->text().isEmpty()) << "of another form nobody said so";
}

TEST_F(FormsPageTest, WhatIsTypedIsSeenAtOnceAndTakenBackAtOnce)
{
    press("writeForm");
    auto *label = part<QLineEdit>("fieldJa");
    const QString was = label->text();
    const QString listed = field(0);
    label->selectAll();
    QTest::keyClicks(label, u"abc "_s);
    settle();
    EXPECT_EQ(label->text(), u"abc "_s) << "nothing is taken from under the fingers";
    EXPECT_EQ(label->cursorPosition(), 4);
    part<QLineEdit>("fieldEn")->selectAll();
    QTest::keyClicks(part<QLineEdit>("fieldEn"), u"xy"_s);
    settle();
    EXPECT_NE(field(0), listed) << "before the field is left";
    EXPECT_TRUE(wait([this] {
        const QList<QLabel *> labels = part<QWidget>("previewForm")->findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(), [](QLabel *one) { return one->text().contains(u"xy"_s); });
    }));
    for (int i = 0; i < 3; ++i)
        part<QSpinBox>("fieldWidth")->stepDown();

    press("undoForm");
    EXPECT_EQ(part<QSpinBox>("fieldWidth")->value(), form.fields[0].width);
    EXPECT_EQ(part<QLineEdit>("fieldEn")->text(), u"xy"_s);
    press("undoForm");
    EXPECT_EQ(part<QLineEdit>("fieldEn")->text(), form.fields[0].label.en);
    EXPECT_EQ(label->text().trimmed(), u"abc"_s);
    press("undoForm");
    EXPECT_EQ(label->text(), was);
    EXPECT_FALSE(part<QToolButton>("undoForm")->isEnabled());
}

TEST_F(FormsPageTest, ThePaperIsArrangedAndSeen)
{
    press("writeForm");
    part<QTabBar>("formTabs")->setCurrentIndex(2);
    auto *on = part<QComboBox>("cellOn");
    on->setCurrentIndex(1);
    Q_EMIT on->activated(1);
    settle();
    EXPECT_EQ(part<QListWidget>("cellList")->count(), 1);
    part<QTabBar>("previewTabs")->setCurrentIndex(1);
    EXPECT_TRUE(wait([this] { return !part<QLabel>("previewSheet")->pixmap(Qt::ReturnByValue).isNull(); }));
    const auto high = [this] { return part<QLabel>("previewSheet")->pixmap(Qt::ReturnByValue).height(); };
    page->resize(1600, 500);
    settle();
    ASSERT_GT(high(), 500) << "as wide as there is room";
    press("previewWhole");
    EXPECT_LT(high(), 500) << "a page is seen whole";
}

TEST_F(FormsPageTest, WhatIsLookedAtInANarrowWindowHasTheHeight)
{
    press("writeForm");
    page->resize(780, 400);
    settle();
    auto *tabs = part<QTabBar>("formTabs");
    ASSERT_EQ(tabs->count(), 5);
    EXPECT_TRUE(part<QWidget>("formReason")->isVisible());
    tabs->setCurrentIndex(3);
    EXPECT_FALSE(part<QWidget>("formReason")->isVisible());
    tabs->setCurrentIndex(2);
    EXPECT_TRUE(part<QWidget>("formReason")->isVisible());
    const QWidget *list = part<QListWidget>("cellList");
    const QWidget *up = part<QToolButton>("cellUp");
    EXPECT_LT(list->mapTo(page.get(), QPoint(list->width(), 0)).x(), up->mapTo(page.get(), QPoint()).x() + 1)
        << "printed rows keep the height: what is done to them stands beside";
}

TEST_F(FormsPageTest, ReasonsOfReturnsAreWrittenAsAList)
{
    open<FaultsPage>();
    auto *table = part<QTableWidget>("faultTable");
    ASSERT_TRUE(wait([&] { return table->rowCount() > 5; }));
    const int shipped = table->rowCount();
    press("writeFaults");
    EXPECT_EQ(nameless(*page).join(u'、'), QString());
    EXPECT_FALSE(mayAdopt("faultsAdopt"));
    press("addFault");
    ASSERT_EQ(table->rowCount(), shipped + 1);
    table->item(shipped - 1, 0)->setText(u"納品書がない"_s);
    settle();
    EXPECT_EQ(table->item(shipped, 0)->text(), u"その他"_s) << "it stays the last";
    part<QLineEdit>("faultsReason")->setText(u"会計課の希望"_s);
    ASSERT_TRUE(mayAdopt("faultsAdopt"));

    press("faultsAdopt");

    ASSERT_TRUE(wait([this] { return office.owner().office().configuration()->faultLists.size() == 1U; }));
    const auto faults = office.owner().office().configuration()->faultLists.front().faults;
    EXPECT_EQ(faults[size_t(shipped) - 1].words, (Bilingual{u"納品書がない"_s, u"納品書がない"_s}));
    EXPECT_TRUE(
        wait([&] { return table->rowCount() == shipped + 1 && !part<QPushButton>("faultsAdopt")->isVisible(); }));
    EXPECT_EQ(part<QComboBox>("faultLists")->currentData().toDate(), session->info().today.addDays(1))
        << "the list that is to come, with its day";
    EXPECT_EQ(faults.back().code, kOtherFault);
    EXPECT_TRUE(part<QLabel>("faultsMadeBy")->text().contains(u"会計課の希望"_s));
}

TEST_F(FormsPageTest, ACellOfTheReasonsIsTakenBackAtOnce)
{
    open<FaultsPage>();
    auto *table = part<QTableWidget>("faultTable");
    ASSERT_TRUE(wait([&] { return table->rowCount() > 5; }));
    const QString was = table->item(0, 0)->text();
    press("writeFaults");
    for (const QString &text : {u"請"_s, u"請求"_s, u"請求書"_s})
        table->item(0, 0)->setText(text);
    table->item(1, 2)->setText(u"会計規則"_s);

    press("undoFaults");
    EXPECT_EQ(table->item(0, 0)->text(), u"請求書"_s);
    press("undoFaults");
    EXPECT_EQ(table->item(0, 0)->text(), was);
    EXPECT_FALSE(part<QToolButton>("undoFaults")->isEnabled());
}

/// Two forms, the second as the first one is.
class TwoFormsTest : public FormsPageTest {
protected:
    void SetUp() override
    {
        ASSERT_TRUE(fine(office.tamper(
            u"INSERT INTO form_revision (form, revision, valid_from, definition) SELECT 'note', 1, valid_from,"
            " replace(replace(replace(definition, '\"memo\"', '\"note\"'), '伺い', '連絡票'), 'Memo', 'Note')"
            " FROM form_revision"_s)));
        FormsPageTest::SetUp();
    }
    const FormCatalog &forms() override
    {
        static const FormCatalog catalog = [] {
            std::vector<std::unique_ptr<Form>> both;
            both.push_back(std::make_unique<PlainForm>(u"memo"_s));
            both.push_back(std::make_unique<PlainForm>(u"note"_s));
            return FormCatalog(std::move(both));
        }();
        return catalog;
    }
    void writeOther(int index)
    {
        auto *box = part<QComboBox>("formWritten");
        box->setCurrentIndex(index);
        Q_EMIT box->activated(index);
        settle();
    }
};

TEST_F(TwoFormsTest, WhatGoesOnWithACaseIsChosenBeforeWhatIsCalledTheSame)
{
    ASSERT_TRUE(fine(office.tamper(
        u"UPDATE form_revision SET definition = json_set(definition, '$.words', json('[\"請求書\"]'))"_s)));
    ASSERT_TRUE(fine(office.tamper(
        u"UPDATE form_revision SET definition = json_insert(definition, '$.fields[#]', json('{\"key\": \"of\", "
        "\"kind\": \"caseRef\", \"required\": true, \"label\": {\"ja\": \"元\", \"en\": \"Of\"}}'))"
        " WHERE form = 'note'"_s)));
    beginSession(people.sato);
    FormChooser chooser(*session);
    chooser.show();
    auto *words = chooser.findChild<QLineEdit *>(u"formFind"_s);
    auto *list = chooser.findChild<QListView *>(u"formList"_s);
    ASSERT_TRUE(words && list);

    words->setText(u"請求書"_s);
    EXPECT_EQ(list->currentIndex().data().toString(), u"Note"_s);
    words->setText(u"請求"_s);
    EXPECT_EQ(list->currentIndex().data().toString(), u"Memo"_s) << "the first whose name has it";
}

TEST_F(TwoFormsTest, TheWayToAnotherFormAsksWhereSomethingWouldBeLost)
{
    AnsweredDialogs answers(false);
    ASSERT_EQ(part<QListWidget>("formList")->count(), 2);
    press("writeForm");
    const QString first = part<QComboBox>("formWritten")->currentText();
    writeOther(1);
    EXPECT_TRUE(answers.questions.isEmpty()) << "nothing was written";
    EXPECT_NE(part<QComboBox>("formWritten")->currentText(), first);
    EXPECT_TRUE(part<QComboBox>("addField")->isVisible()) << "and that one is written at once";

    part<QLineEdit>("formReason")->setText(u"連絡票の見直し"_s);
    writeOther(0);
    EXPECT_EQ(answers.questions.size(), 1);
    EXPECT_NE(part<QComboBox>("formWritten")->currentText(), first) << "it stays with the one it was";
    EXPECT_EQ(part<QLineEdit>("formReason")->text(), u"連絡票の見直し"_s);
    fill("fieldJa", u"件の名"_s);

    answers.confirmed = true;
    writeOther(0);
    EXPECT_EQ(part<QComboBox>("formWritten")->currentText(), first);
    EXPECT_TRUE(part<QLineEdit>("formReason")->text().isEmpty()) << "that was of the other form";
    EXPECT_EQ(part<QLineEdit>("fieldJa")->text(), u"件名"_s);
    EXPECT_FALSE(part<QToolButton>("undoForm")->isEnabled());
    fill("fieldJa", u"件の名"_s);
    part<QLineEdit>("formReason")->setText(u"伺いの見直し"_s);
    ASSERT_TRUE(wait([this] { return mayAdopt(); }));
    press("formAdopt");
    ASSERT_TRUE(wait([this] { return definitions().size() == 3U; }));
    const auto acts = *office.owner().office().settingActs();
    ASSERT_EQ(acts.size(), 1U);
    EXPECT_EQ(acts[0].name, u"memo"_s);
    EXPECT_EQ(acts[0].reason, u"伺いの見直し"_s);
}

} // namespace kessai::test
