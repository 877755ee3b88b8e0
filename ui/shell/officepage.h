// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/desk.h"
#include "ui/widgets/cellpaint.h"

#include <QWidget>

#include <functional>

class QMenu;
class QPushButton;
class QStackedWidget;
class QToolButton;

namespace kessai {

class AbsencePage;
class ActionStrip;
class CasesPage;
class ComposePage;
class DeskSession;
class FormChooser;
class MonthPage;
class MyActions;
class HolidaysPage;
class MeetingsPage;
class NavigationList;
class PayeesPage;
class PaymentPage;
class PostsPage;
class PageStack;
class QuietBanner;
class SearchField;
class SettingsWindow;
struct NavGroup;
class ElidedLabel;
class TextLabel;
class UndoLine;

/// The window after signing in: navigation with counts at the left, title, search and the button for a new request above, the
/// page in the middle, and a quiet line below that says what was done and how fresh everything is.
class OfficePage final : public QWidget {
    Q_OBJECT

public:
    explicit OfficePage(DeskSession &session, QWidget *parent = nullptr);

    CasesPage *cases() const { return m_cases; }
    AbsencePage *absences() const { return m_absences; }
    PostsPage *posts() const { return m_posts; }
    MonthPage *month() const { return m_month; }
    MeetingsPage *meetings() const { return m_meetings; }
    HolidaysPage *holidays() const { return m_holidays; }
    PayeesPage *payees() const { return m_payees; }
    ComposePage *compose() const { return m_compose; }
    NavigationList *navigation() const { return m_navigation; }
    /// Goes to a place of the navigation ("tray", "own", "new:overtime", ...).
    void goTo(const QString &place);
    /// Where one is.
    QString place() const { return m_place; }
    /// What the guide has something about: where one is, or the form of what one goes on with.
    QString topic() const;
    /// Puts the keyboard where work goes on: into the list, or the form.
    void takeFocus();
    /// Says something in the quiet line below.
    void say(const QString &sentence);
    /// Saves what is unsaved before the window closes or somebody signs out.
    void leave();

Q_SIGNALS:
    void signOutRequested();
    void settingsRequested();
    void shortcutsRequested();
    void guideRequested();
    /// Waiting items, for the window's title.
    void waitingChanged(qint64 waiting);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void fitSide();
    QWidget *buildSide();
    QWidget *buildTop();
    QWidget *buildStatus();
    void beginAtWork();
    void connectPages();
    void fillNavigation();
    void fillPersonMenu();
    void openSettings();
    void openOrganisation();
    void showCounts();
    void showMeetingCount();
    void showUnderWay();
    void showListed(qint64 shown, std::optional<qint64> total);
    void showFreshness();
    void openPlace(const QString &place, const QDate &day = {}, const QJsonObject &fields = {});
    void beginEditing();
    void showPage(QWidget *page, const QString &title);
    void search(const QString &text);
    /// Where a page stands in the navigation.
    enum class Group { Accounting, Days, Office };
    /// A page beside the lists and the form; it begins anew whenever somebody goes to it.
    struct Part {
        QString id;
        QString icon;
        QString title;
        Group group;
        BadgeKind badge;
        QWidget *page;
        std::function<void()> begin;
        std::function<void()> takeFocus;
        std::function<bool(const DeskInfo &)> concerns;
    };
    template <class Page>
    Page *addPart(const QString &id, const QString &icon, const QString &title, Group group,
                  BadgeKind badge = BadgeKind::None);
    const Part *part(const QString &id) const;
    NavGroup partsOf(Group group, const QString &title) const;
    void offerUndo(const QString &done, const std::function<void()> &undo);
    void print(const CaseView &view);
    void savePdf(const CaseView &view);
    void saveAnchor();
    void offerBack(const QString &title, const Content &content);

    DeskSession &m_session;
    QWidget *m_side = nullptr; ///< around the navigation
    QWidget *m_top = nullptr;  ///< with the title and the search
    NavigationList *m_navigation;
    TextLabel *m_title;
    TextLabel *m_count;
    SearchField *m_search;
    QToolButton *m_refresh;
    QPushButton *m_new;
    QuietBanner *m_banner;
    PageStack *m_pages;
    CasesPage *m_cases;
    ComposePage *m_compose;
    FormChooser *m_chooser;
    std::vector<Part> m_parts;
    AbsencePage *m_absences;
    MonthPage *m_month;
    MeetingsPage *m_meetings;
    MyActions *m_actions;    ///< what is to be done by meetings
    ActionStrip *m_asked;    ///< of it, above the tray
    QuietBanner *m_underWay; ///< what meets now, above the tray
    int m_pressing = 0;      ///< meetings that want something today
    PaymentPage *m_payments;
    int m_due = 0; ///< payments of today and before
    PostsPage *m_posts;
    HolidaysPage *m_holidays;
    PayeesPage *m_payees;
    TextLabel *m_product = nullptr; ///< its name, above the navigation
    ElidedLabel *m_shown;
    UndoLine *m_done;
    ElidedLabel *m_fresh;
    QString m_heard; ///< when the office answered last
    QMenu *m_personMenu;
    SettingsWindow *m_settings = nullptr; ///< made when it is asked for first
    std::function<void()> m_undo;         ///< takes back what was done last
    bool m_roomWanted = false;            ///< the page shown wants the room of the navigation
    bool m_seesWhatWaits = false;         ///< the list shown says what waits for whoever is signed in
    QString m_place;
    QString m_before;       ///< where one was before one began to file
    QString m_searchedFrom; ///< where the search began, to go back to when it is given up
};

} // namespace kessai
