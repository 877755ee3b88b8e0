// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a form and a route leave each other and their neighbours of the page.
#include "core/cases/formdefinition.h"
#include "ui/formview/formview.h"
#include "ui/theme/theme.h"
#include "ui/widgets/routelayout.h"
#include "ui/wording.h"

#include <QApplication>
#include <QCheckBox>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLayout>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

#include <gtest/gtest.h>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kessai {

namespace {

/// Two rows of inputs in different parts of twelve columns, and boxes to tick, alone and beside an input.
FormDefinition sampleForm()
{
    const auto definition = FormDefinition::fromJson(QJsonDocument::fromJson(R"({
        "code": "sample", "from": "2020-04-01", "name": {"ja": "見本", "en": "Sample"},
        "group": {"ja": "見本", "en": "Sample"}, "icon": "file-text", "description": {"ja": "見本", "en": "Sample"},
        "fields": [
            {"key": "day", "kind": "date", "width": 6, "required": true, "label": {"ja": "日", "en": "Day"}},
            {"key": "place", "kind": "text", "width": 6, "label": {"ja": "場所", "en": "Place"}},
            {"key": "start", "kind": "time", "width": 3, "required": true, "label": {"ja": "開始", "en": "Start"}},
            {"key": "end", "kind": "time", "width": 3, "label": {"ja": "終了", "en": "End of all of it"}},
            {"key": "break", "kind": "minutes", "width": 3, "label": {"ja": "休憩", "en": "Break"}},
            {"key": "people", "kind": "number", "width": 3, "label": {"ja": "人数", "en": "People"}},
            {"key": "alone", "kind": "flag", "width": 4, "label": {"ja": "単独", "en": "Alone"},
             "hint": {"ja": "説明", "en": "What it means to be alone, in more words than four columns hold"}},
            {"key": "reason", "kind": "text", "width": 8, "label": {"ja": "理由", "en": "Reason"},
             "visibleWhen": {"field": "alone", "eq": true}}
        ],
        "attachments": false, "printTitle": {"ja": "見本", "en": "Sample"}, "printRows": []
    })")
                                                         .object(),
                                                     1);
    EXPECT_TRUE(definition) << definition.error().detail.toStdString();
    return definition ? *definition : FormDefinition();
}

/// Lines of which each is shown once the one before it is named, all of them by a box to tick.
FormDefinition linedForm()
{
    QByteArray fields = R"({"key": "listed", "kind": "flag", "width": 12, "label": {"ja": "内訳", "en": "Items"}})";
    for (int no = 1; no <= 5; ++no) {
        const QByteArray shown = no == 1 ? QByteArray(R"({"field": "listed", "eq": true})")
                                         : R"({"all": [{"field": "listed", "eq": true}, {"field": "name)"
                + QByteArray::number(no - 1) + R"(", "gt": ""}]})";
        for (const QByteArray part : {"name", "price"}) {
            fields += R"(, {"key": ")" + part + QByteArray::number(no) + R"(", "kind": ")"
                + (part == "name" ? "text" : "yen")
                + R"(", "width": 6, "label": {"ja": "欄", "en": "Field"}, "visibleWhen": )" + shown + "}";
        }
    }
    const auto definition = FormDefinition::fromJson(
        QJsonDocument::fromJson(R"({"code": "lined", "from": "2020-04-01", "name": {"ja": "見本", "en": "Sample"},
            "group": {"ja": "見本", "en": "Sample"}, "icon": "file-text", "description": {"ja": "見本", "en": "Sample"},
            "attachments": false, "printTitle": {"ja": "見本", "en": "Sample"}, "printRows": [], "fields": [)"
                                + fields + "]}")
            .object(),
        1);
    EXPECT_TRUE(definition) << definition.error().detail.toStdString();
    return definition ? *definition : FormDefinition();
}

class FormLayoutTest : public ::testing::Test {
protected:
    void SetUp() override
    {
        m_theme.apply({ThemeChoice::Light, FontChoice::Standard, 100});
        form.setDefinition(sampleForm(), {nullptr, QDate(2026, 11, 26)});
        form.setFields({});
        form.resize(640, form.layout()->totalHeightForWidth(640));
        form.show();
        form.activateWindow();
        ASSERT_TRUE(QTest::qWaitForWindowActive(&form));
    }

    QRect place(const char *key) const
    {
        const auto *input = form.findChild<QWidget *>(u"field_"_s + QLatin1String(key));
        return input ? QRect(input->mapTo(&form, QPoint()), input->size()) : QRect();
    }

    FormView form;

private:
    Theme m_theme{*qApp};
};

std::vector<RouteStepView> waitingSteps(int count)
{
    std::vector<RouteStepView> steps(static_cast<size_t>(count));
    for (RouteStepView &step : steps) {
        step.title = u"総務課長"_s;
        step.seats.push_back({RouteMark::Waiting, {}, {}, u"大野 恵子"_s, {}, {}, {}, {}});
    }
    return steps;
}

} // namespace

TEST_F(FormLayoutTest, GivesFieldsOfOneWidthTheSameRoom)
{
    for (const bool more : {false, true}) {
        form.setFields({{u"alone"_s, more}});
        QTest::qWait(20);
        const int start = place("start").width();

        ASSERT_GT(start, 100);
        for (const char *key : {"end", "break", "people"})
            EXPECT_NEAR(place(key).width(), start, 2) << key << more;
        EXPECT_NEAR(place("break").left(), place("place").left(), 2) << "quarters stand below the halves";
    }
}

TEST_F(FormLayoutTest, PutsTwoBesideEachOtherWhereMoreWouldBeCut)
{
    form.resize(440, form.height());
    QTest::qWait(20);

    EXPECT_NEAR(place("start").top(), place("end").top(), 2);
    EXPECT_GT(place("break").top(), place("start").bottom()) << "a row of its own";
    EXPECT_NEAR(place("start").width(), place("place").width(), 2);
    form.resize(640, form.height());
    QTest::qWait(20);
    EXPECT_NEAR(place("break").top(), place("start").top(), 2) << "and back";
}

TEST_F(FormLayoutTest, SaysWhatIsWrongWithWhatIsComputedAndGoesToTheFieldAfterIt)
{
    FormDefinition definition = sampleForm();
    definition.fields.insert(definition.fields.begin() + 1,
                             {.key = u"sum"_s, .kind = FieldKind::Computed, .label = {u"計"_s, u"Sum"_s}, .hint = {}});
    form.setDefinition(definition, {nullptr, QDate(2026, 11, 26)});

    form.setFindings({{Finding::Severity::Error, u"sum"_s, {u"多すぎます"_s, u"Too much"_s}, {}}}, false);

    const QList<QLabel *> labels = form.findChildren<QLabel *>();
    EXPECT_TRUE(std::any_of(labels.begin(), labels.end(), [](const QLabel *label) {
        return !label->isHidden() && (label->text() == u"多すぎます"_s || label->text() == u"Too much"_s);
    }));
    EXPECT_TRUE(form.focusFirstError());
    EXPECT_EQ(qApp->focusWidget(), form.findChild<QWidget *>(u"field_place"_s));
}

TEST_F(FormLayoutTest, SaysWhatIsWrongBeforeWhatIsRemarkable)
{
    form.setFields({{u"place"_s, u"北館"_s}});
    form.setFindings({{Finding::Severity::Warning, u"place"_s, {u"遠い"_s, u"Far"_s}, {}},
                      {Finding::Severity::Error, u"place"_s, {u"満室"_s, u"Full"_s}, {}}},
                     false);

    const QList<QLabel *> labels = form.findChildren<QLabel *>();
    const auto says = [&labels](const QString &one, const QString &other) {
        return std::any_of(labels.begin(), labels.end(), [&](const QLabel *label) {
            return !label->isHidden() && (label->text() == one || label->text() == other);
        });
    };
    EXPECT_TRUE(says(u"満室"_s, u"Full"_s));
    EXPECT_FALSE(says(u"遠い"_s, u"Far"_s));
    EXPECT_TRUE(form.focusFirstError());
}

TEST_F(FormLayoutTest, LeavesNoHoleAboveABoxToTick)
{
    const int gap = place("alone").top() - place("start").bottom();
    EXPECT_LE(gap, 24);

    QTest::mouseClick(form.findChild<QCheckBox *>(u"field_alone"_s), Qt::LeftButton, {}, QPoint(8, 12));
    QTest::qWait(20);

    ASSERT_TRUE(form.findChild<QWidget *>(u"field_reason"_s)->isVisible());
    EXPECT_NEAR(place("alone").center().y(), place("reason").center().y(), 14) << "beside an input, at its height";
}

TEST_F(FormLayoutTest, SaysEveryLineThatIsSeenAndNoOther)
{
    form.setDefinition(linedForm(), {nullptr, QDate(2026, 11, 26)});
    QJsonObject lines{{u"listed"_s, true}};
    for (int no = 1; no <= 4; ++no) {
        lines.insert(u"name%1"_s.arg(no), u"品%1"_s.arg(no));
        lines.insert(u"price%1"_s.arg(no), no * 100);
    }
    form.setFields(lines);
    EXPECT_EQ(form.fields(), lines);
    const auto tick = [this] { form.findChild<QCheckBox *>(u"field_listed"_s)->click(); };
    const auto seen = [this](int no) { return form.findChild<QWidget *>(u"field_name%1"_s.arg(no))->isVisible(); };
    QSignalSpy edited(&form, &FormView::edited);

    tick();
    EXPECT_EQ(form.fields().size(), 1) << "nothing of what is hidden";
    tick();
    EXPECT_EQ(form.fields(), lines) << "all of it again, at once";
    EXPECT_EQ(edited.count(), 2);
    EXPECT_TRUE(seen(5));

    auto *second = form.findChild<QLineEdit *>(u"field_name2"_s);
    ASSERT_NE(second, nullptr);
    second->setFocus();
    second->selectAll();
    QTest::keyClick(second, Qt::Key_Delete);
    EXPECT_FALSE(seen(3));
    EXPECT_FALSE(form.fields().contains(u"price4"_s)) << "what rests on a hidden one is hidden as well";
    edited.clear();
    form.fill({{u"price1"_s, 150}});
    EXPECT_EQ(edited.count(), 0) << "nobody has to be told what they filled in";
    form.fill({{u"name2"_s, u"別の品"_s}});
    EXPECT_EQ(edited.count(), 1) << "the lines below came back";
    EXPECT_TRUE(form.fields().contains(u"price4"_s));
}

TEST_F(FormLayoutTest, ReplacesTheDayWhenOneBeginsToType)
{
    form.setFields({{u"day"_s, u"2026-11-26"_s}, {u"start"_s, 540}});
    form.focusFirst();

    QTest::keyClicks(QApplication::focusWidget(), u"12/1"_s);

    EXPECT_EQ(form.fields().value(u"day"_s).toString(), u"2026-12-01"_s) << "a day that was filled in gives way";
}

TEST_F(FormLayoutTest, PutsTheKeyboardWhereSomethingIsStillAskedFor)
{
    form.setFields({{u"day"_s, u"2026-11-26"_s}});

    form.focusFirst();

    EXPECT_EQ(QApplication::focusWidget(), form.findChild<QWidget *>(u"field_start"_s));
}

TEST(RouteRoom, KeepsOneLineAsLongAsCirclesCanStandApart)
{
    constexpr int kBesideAList = 388;
    for (int count = 1; count <= 6; ++count) {
        const RouteLayout layout = layoutRoute(waitingSteps(count), kBesideAList);
        EXPECT_EQ(layout.steps.back().row, 0) << count;
        EXPECT_FALSE(layout.steps.back().seats.front().whenLine.isEmpty()) << count;
        for (int i = 1; i < count; ++i) {
            const auto at = [&](int step) { return layout.steps[static_cast<size_t>(step)].seats.front().circle; };
            EXPECT_GE(at(i).left() - at(i - 1).right(), 10) << "room for the line between them";
        }
    }
}

TEST(RouteRoom, NeverTakesMoreThanAThirdOfThePage)
{
    for (const int count : {7, 8, 9, 12})
        EXPECT_LE(layoutRoute(waitingSteps(count), 388).height, 230) << count;
}

TEST(FileSize, IsSaidAsOfficesSayIt)
{
    EXPECT_EQ(fileSize(16 * 1024), u"16 KB"_s);
    EXPECT_EQ(fileSize(3 * 1024 * 1024), u"3 MB"_s);
}

TEST_F(FormLayoutTest, SaysWhatALineComesToAndWhatIsObligatoryNow)
{
    FormDefinition lined = sampleForm();
    for (const int no : {1, 2}) {
        lined.fields.push_back({.key = u"item%1_number"_s.arg(no),
                                .kind = FieldKind::Number,
                                .label = {u"数量"_s, u"Number"_s},
                                .hint = {}});
        lined.fields.push_back(
            {.key = u"item%1_price"_s.arg(no), .kind = FieldKind::Yen, .label = {u"単価"_s, u"Price"_s}, .hint = {}});
    }
    FormView view;
    view.setDefinition(lined, {.office = nullptr, .today = QDate(2026, 11, 27)});
    view.setFields({{u"item1_number"_s, 4}, {u"item1_price"_s, 8'800}, {u"item2_number"_s, 3}});
    const auto said = [&view](const QString &text) {
        QStringList texts;
        for (const QLabel *label : view.findChildren<QLabel *>()) {
            if (!label->isHidden() && label->text().contains(text))
                texts.append(label->text());
        }
        return texts;
    };

    EXPECT_EQ(said(u"¥"_s), QStringList{u"Amount: ¥35,200"_s}) << "the second line has no price yet";
    const auto always = said(u"required"_s).size();
    view.setNeeded({u"place"_s});
    EXPECT_EQ(said(u"required"_s).size(), always + 1);
    view.setNeeded({});
    EXPECT_EQ(said(u"required"_s).size(), always);
}

} // namespace kessai
