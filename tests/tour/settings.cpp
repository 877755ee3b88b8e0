// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/tour/tour.h"
#include "ui/admin/settingswindow.h"
#include "ui/shell/guidewindow.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/officepage.h"
#include "ui/widgets/navigationlist.h"

#include <QAction>
#include <QComboBox>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QTabBar>
#include <QTableView>

namespace kessai::tour {

namespace {

constexpr QSize kSettingsSize(1366, 728); ///< what a small screen leaves a window

} // namespace

/// A form gets a field of the city's own, seen on the screen and on paper.
void Tour::seeForms(SettingsWindow &settings)
{
    settings.goTo(QStringLiteral("forms"));
    auto *forms = settings.findChild<QListWidget *>(QStringLiteral("formList"));
    m_stage.waitFor(QStringLiteral("the forms"), [forms] { return forms->count() > 10; });
    for (int row = 0; row < forms->count(); ++row) {
        if (forms->item(row)->data(Qt::UserRole).toString() == QLatin1String("draft"))
            forms->setCurrentRow(row);
    }
    m_stage.settle(300);
    m_stage.click(QStringLiteral("writeForm"));
    m_stage.settle(200);
    auto *fields = settings.findChild<QListWidget *>(QStringLiteral("fieldList"));
    for (int row = 0; row < fields->count(); ++row) {
        if (fields->item(row)->text().contains(QStringLiteral("保存")))
            fields->setCurrentRow(row);
    }
    m_stage.settle(400);
    m_stage.picture(QStringLiteral("form-editor"));
    auto *kinds = settings.findChild<QComboBox *>(QStringLiteral("addField"));
    kinds->setCurrentIndex(1);
    Q_EMIT kinds->activated(1);
    m_stage.fill(QStringLiteral("fieldJa"), QStringLiteral("事務事業の番号"));
    m_stage.press(Qt::Key_Tab);
    m_stage.fill(QStringLiteral("fieldEn"), QStringLiteral("Number of the project"));
    m_stage.press(Qt::Key_Tab);
    if (auto *tabs = settings.findChild<QTabBar *>(QStringLiteral("previewTabs")))
        tabs->setCurrentIndex(1);
    m_stage.settle(900);
    m_stage.picture(QStringLiteral("form-editor-paper"));
    m_stage.fill(QStringLiteral("formReason"), QStringLiteral("事務事業ごとの集計"));
    m_stage.click(QStringLiteral("formAdopt"));
    m_stage.waitFor(QStringLiteral("the form that is to come"), [&settings] {
        const auto *again = settings.findChild<QWidget *>(QStringLiteral("writeForm"));
        return again && again->isVisible();
    });
    settings.goTo(QStringLiteral("faults"));
    m_stage.settle(300);
    m_stage.picture(QStringLiteral("return-reasons"));
}

/// A limit of the month is lowered from 1 April on.
void Tour::seeNumbers(SettingsWindow &settings)
{
    settings.goTo(QStringLiteral("parameters"));
    const auto *list = settings.findChild<QTableView *>(QStringLiteral("parameterList"));
    m_stage.waitFor(QStringLiteral("the numbers"), [list] { return list->model()->rowCount() > 100; });
    m_stage.settle(200);
    m_stage.picture(QStringLiteral("parameters"));
    m_stage.fill(QStringLiteral("parameterSearch"), QStringLiteral("1か月の上限"));
    m_stage.settle(500);
    const auto *value = settings.findChild<QWidget *>(QStringLiteral("parameterValue"));
    if (auto *line = value ? value->findChild<QLineEdit *>() : nullptr) {
        line->setFocus(Qt::OtherFocusReason);
        m_stage.press(Qt::Key_A, Qt::ControlModifier);
        m_stage.type(QStringLiteral("42:00"));
        m_stage.press(Qt::Key_Tab);
    }
    m_stage.fill(QStringLiteral("parameterSource"),
                 QStringLiteral("時間外勤務の縮減に関する規則（令和9年4月1日施行）"));
    m_stage.settle(200);
    m_stage.click(QStringLiteral("putParameter"));
    m_stage.settle(400);
    m_stage.fill(QStringLiteral("parameterReason"), QStringLiteral("時間外勤務の縮減"));
    m_stage.settle(300);
    m_stage.picture(QStringLiteral("parameters-draft"));
    m_stage.click(QStringLiteral("parameterAdopt"));
    m_stage.settle(600);
}

/// The settings in their own window, as whoever administers the trial office opens them; null where something is not as expected.
SettingsWindow *Tour::openSettings()
{
    signIn(suggested(QStringLiteral("システム管理者")));
    if (!m_stage.ok())
        return nullptr;
    m_stage.clickMenu(QStringLiteral("personButton"), [this](QWidget *popup) {
        auto *menu = qobject_cast<QMenu *>(popup);
        const auto *settings = popup->findChild<QAction *>(QStringLiteral("settingsAction"));
        while (menu && settings && menu->activeAction() != settings)
            m_stage.press(Qt::Key_Down);
        m_stage.press(Qt::Key_Return);
    });
    m_stage.waitFor(QStringLiteral("the window of the settings"),
                    [this] { return m_window->findChild<SettingsWindow *>() != nullptr; });
    auto *settings = m_window->findChild<SettingsWindow *>();
    if (!m_stage.ok() || !settings)
        return nullptr;
    settings->showNormal();
    settings->resize(kSettingsSize.boundedTo(m_window->size()));
    m_stage.enter(settings);
    return settings;
}

/// An administrator looks at the decision table, writes its next revision, sees which cases would go another way, and puts it in force.
void Tour::seeSettings()
{
    if (!m_stage.ok() || atServer())
        return;
    m_stage.say(QStringLiteral("Changing the decision table as an administrator"));
    auto *settings = openSettings();
    if (!settings)
        return;
    const auto shows = [settings](const char *name) {
        return [settings, name] {
            const auto *one = settings->findChild<QWidget *>(QLatin1String(name));
            return one && one->isVisible() && one->isEnabled();
        };
    };
    const auto *grid = settings->findChild<QTableView *>(QStringLiteral("decisionGrid"));
    m_stage.waitFor(QStringLiteral("the decision table"), [grid] { return grid->model()->rowCount() > 10; });
    m_stage.settle(300);
    m_stage.picture(QStringLiteral("decision-table"));

    m_stage.click(QStringLiteral("writeTable"));
    m_stage.waitFor(QStringLiteral("a row that can be written"), shows("limit_sectionAmount"));
    m_stage.focus(QStringLiteral("decisionGrid"));
    for (int i = 0; i < 11; ++i)
        m_stage.press(Qt::Key_Down);
    m_stage.settle(200);
    m_stage.fill(QStringLiteral("limit_sectionAmount"), QStringLiteral("4000000"));
    m_stage.press(Qt::Key_Tab);
    m_stage.fill(QStringLiteral("limit_departmentAmount"), QStringLiteral("300万"));
    m_stage.press(Qt::Key_Tab);
    m_stage.settle(400);
    m_stage.picture(QStringLiteral("decision-table-problems"));
    m_stage.fill(QStringLiteral("limit_sectionAmount"), QStringLiteral("80万"));
    m_stage.press(Qt::Key_Tab);
    m_stage.fill(QStringLiteral("limit_departmentAmount"), QStringLiteral("300万"));
    m_stage.press(Qt::Key_Tab);
    m_stage.settle(400);
    m_stage.fill(QStringLiteral("tableReason"), QStringLiteral("事務決裁規程の改正（令和8年12月）"));
    m_stage.waitFor(QStringLiteral("a table that can be put in force"), shows("tableAdopt"));
    m_stage.settle(200);
    m_stage.picture(QStringLiteral("decision-table-draft"));

    m_stage.click(QStringLiteral("tableTry"));
    m_stage.waitFor(QStringLiteral("a case to try"), shows("trial_amount"));
    const auto type = [&](const char *field, const QString &text) {
        const auto *editor = settings->findChild<QWidget *>(QLatin1String(field));
        if (auto *line = editor ? editor->findChild<QLineEdit *>() : nullptr) {
            line->setFocus(Qt::OtherFocusReason);
            m_stage.press(Qt::Key_A, Qt::ControlModifier);
            m_stage.type(text);
            m_stage.press(Qt::Key_Tab);
        }
    };
    if (auto *item = settings->findChild<QWidget *>(QStringLiteral("trial_item"))) {
        if (auto *box = item->findChild<QComboBox *>()) {
            box->setCurrentIndex(box->findData(QStringLiteral("12")));
            Q_EMIT box->activated(box->currentIndex());
        }
    }
    type("trial_amount", QStringLiteral("600000"));
    m_stage.waitFor(QStringLiteral("the route by the draft"), shows("routeDrafted"));
    m_stage.settle(400);
    m_stage.click(QStringLiteral("lookWays"));
    const auto *stop = settings->findChild<QPushButton *>(QStringLiteral("stopWays"));
    m_stage.waitFor(QStringLiteral("that all cases are looked through"), [stop] { return !stop->isVisible(); });
    m_stage.settle(300);
    m_stage.picture(QStringLiteral("test-bench"));

    settings->goTo(QStringLiteral("decisions"));
    m_stage.click(QStringLiteral("tableAdopt"));
    m_stage.waitFor(QStringLiteral("the table that is to come"), shows("writeTable"));
    m_stage.settle(400);
    m_stage.picture(QStringLiteral("decision-table-adopted"));

    seeRoutes(*settings);
    seeForms(*settings);
    seeNumbers(*settings);
    settings->goTo(QStringLiteral("health"));
    m_stage.waitFor(QStringLiteral("how the database is doing"), shows("health_backup"));
    m_stage.settle(200);
    m_stage.picture(QStringLiteral("health"));
    m_stage.press(Qt::Key_F1);
    m_stage.waitFor(QStringLiteral("the guide"), [this] {
        const auto *guide = m_window->findChild<GuideWindow *>();
        return guide && guide->isVisible() && !guide->shown().isEmpty();
    });
    if (auto *guide = m_window->findChild<GuideWindow *>()) {
        m_stage.enter(guide);
        m_stage.settle(300);
        m_stage.picture(QStringLiteral("guide"));
        guide->close();
        m_stage.enter(settings);
    }
    settings->close();
    m_stage.enter(m_window);
}

/// And the route of a form: read, and its next revision begun.
void Tour::seeRoutes(SettingsWindow &settings)
{
    settings.goTo(QStringLiteral("routes"));
    const auto shown = [&settings](const char *name) {
        return [&settings, name] {
            const auto *one = settings.findChild<QWidget *>(QLatin1String(name));
            return one && one->isVisible() && one->isEnabled();
        };
    };
    const auto *lines = settings.findChild<QTableView *>(QStringLiteral("ruleLines"));
    m_stage.waitFor(QStringLiteral("the routes"), [lines] { return lines->model()->rowCount() > 0; });
    if (auto *forms = settings.findChild<NavigationList *>(QStringLiteral("ruleForms"))) {
        forms->setCurrentId(QStringLiteral("travel_order"));
        Q_EMIT forms->placeChosen(forms->currentId());
    }
    m_stage.settle(300);
    m_stage.picture(QStringLiteral("routes"));
    m_stage.click(QStringLiteral("writeRule"));
    m_stage.waitFor(QStringLiteral("a step that can be written"), shown("lineCode"));
    m_stage.focus(QStringLiteral("ruleLines"));
    m_stage.press(Qt::Key_Down);
    m_stage.settle(200);
    if (auto *value = settings.findChild<QWidget *>(QStringLiteral("conditionValue_0"))) {
        if (auto *line = value->findChild<QLineEdit *>()) {
            line->setFocus(Qt::OtherFocusReason);
            m_stage.press(Qt::Key_A, Qt::ControlModifier);
            m_stage.type(QStringLiteral("300000"));
            m_stage.press(Qt::Key_Tab);
        }
    }
    m_stage.settle(600);
    m_stage.picture(QStringLiteral("routes-draft"));
    m_stage.click(QStringLiteral("giveUpRule"));
    m_stage.settle(200);
}

} // namespace kessai::tour
