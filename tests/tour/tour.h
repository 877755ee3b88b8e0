// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/id.h"
#include "tests/tour/stage.h"

#include <QDate>
#include <QTemporaryDir>

#include <map>
#include <memory>
#include <optional>

class QAbstractItemModel;
class QTableView;

namespace kessai {

class CaseModel;
class Composition;
class MainWindow;
class MeetingReader;
class SettingsWindow;
struct CaseView;

namespace tour {

/// What a tour is to show.
struct TourPlan final {
    QString office;    ///< "sqlite:..." or "postgresql://..."
    QString folder;    ///< for the pictures and decided.pdf
    QString clerk;     ///< login of who files; empty = the first one a trial office suggests
    QString password;  ///< of everybody, at a server
    bool looks = true; ///< also dark, high contrast and English, after the main job
};

/// What the meeting is called that the tour prepares and holds.
inline const QString kMeetingTitle = QStringLiteral("令和8年度 第9回 課長会議");

/// Somebody the tour signs in as.
struct Person final {
    QString login;
    QString name;
    QString post; ///< "庶務係長"
};

/// What the tour found out, to be compared with the printed form.
struct Findings final {
    Person clerk;
    std::vector<Person> approvers; ///< in the order of the route: review, ..., decision
    QString caseNumber;
    QString formTitle;
    QString pdf;
    std::optional<qint64>
        newsAfterMs; ///< server: how long the next approver's window took to show the new item by itself
    std::optional<qint64> newsOnActivationMs; ///< the same, brought to the front
    int leaveKeys = 0;                        ///< keys to file an hour of leave for another day, from the tray on
    qint64 leaveMs = 0;                       ///< how long that took, the keys struck as fast as the window takes them
};

/// The main job in the real window: a clerk files overtime for a day off, whoever the route names approves and decides it with
/// the keyboard alone, it is opened and printed; then returning, bulk approval, search, attachments and the looks.
///
/// In a trial office one window changes hands; at a server everybody has a window, a connection and a role of their own.
class Tour final {
public:
    Tour(Composition &composition, TourPlan plan);
    ~Tour();

    /// Goes through everything; false at the first thing that is not as expected, which `error` says.
    bool run();
    /// Signs in and goes through one scene of those after the main job.
    bool runOnly(const QString &scene);
    static QStringList scenes();
    QString error() const { return m_stage.error(); }
    const Findings &findings() const { return m_findings; }
    int pictures() const { return m_stage.pictures(); }

    /// The few screens that show another scale, numbered from `first` on: the tray of whoever the plan names, and a form.
    bool runScaled(int first);
    /// So many vouchers examined with the keyboard; says how long each took. In a trial office.
    bool runExamination(int vouchers);
    /// Chooses so many vouchers and approves them at once: of one the papers say another amount, and of two a colleague was quicker.
    bool runBulk(int vouchers);

private:
    struct Scene;
    static const Scene kScenes[];

    // people and lists (tour.cpp)
    bool atServer() const;
    MainWindow &window() const;
    void openFirst();
    void signIn(const Person &who);
    void signInTrial(const Person &who);
    void signInServer(const Person &who);
    void signOut();
    Person me() const;
    Person holderOf(const QString &post, const QString &name) const;
    void goTo(const QString &place);
    void chooseForm(const QString &code);
    CaseModel *list() const;
    void waitForList(const QString &which);
    void choose(CaseId id, const QString &number);
    void waitForCase(CaseId id);
    const CaseView *shown() const;

    // filing (filing.cpp)
    struct Order {
        QDate day;
        QString start, end, rest;
        QString work;
        QString reasonKind;
        QString reason;
    };
    void fileMainCase();
    void fill(const Order &order);
    void chooseEntry(const QString &name, const QString &code);
    void showLiveCheck(const Order &order);
    void readRoute();
    void showReasons();
    void attachNotice();
    CaseId submit(const QString &from = QStringLiteral("field_reason"));
    CaseId fileShort(const Order &order);
    QDate nextSaturday() const;
    /// The first of so many days of duty in a row, from a day on, on which nothing stands in the own month of who is signed in.
    QDate freeDuty(const QDate &from, int days = 1);

    // acting (acting.cpp)
    void waitForNews();
    void approveByKeyboard(const Person &who, const QString &role, const QString &comment);
    void decide();
    void openDecided();
    void printDecided();
    QString savePdf(const QString &name);
    void viewAttachment();
    void returnAndResubmit();
    void approveSeveral();
    void search();
    void showLooks();

    // acting out of turn (outofturn.cpp)
    void actOutOfTurn();
    void addSomebody();
    void pullUp(CaseId id, const QString &number);
    void cancelDecided(CaseId id, const QString &number);
    Person suggested(const QString &word);
    void standIn();
    void showHistory(const QString &name);
    // duty.cpp
    void fileWeekendDuty();
    void seeRemedies();
    // reporting.cpp
    void reportWork();
    void approveQuietly(CaseId id, const QString &number);
    // calendars.cpp
    void seeCalendars();
    // budgets.cpp
    void seeBudget();
    // examinations.cpp
    bool beginExamining(int vouchers, bool wrong = false);
    void beQuicker(const std::vector<CaseId> &ids);
    bool voucherThere(const QString &before) const;
    void seeExamination();
    void showExamination();
    void seePayments();
    // forms.cpp
    void lookAtForm(const QString &code);
    void seeForms();
    void fileCommitment();
    void cancelADay();
    // meetings.cpp
    void holdMeeting();
    void prepareMeeting();
    void readMeeting();
    void replacePaper();
    // meetinglive.cpp
    MeetingReader *meetingReader() const;
    void openConductTab(int tab);
    Person headOf(const QString &post);
    void openMeeting();
    void runMeeting();
    void takePart(const Person &member);
    void endMeeting();
    // leaves.cpp
    void seeLeaves();
    void fileAnHour();
    void fileForColleague();
    // registering.cpp
    void registerAbsence();
    void seeHandover();
    void seePayees();
    void importHolidays();
    void seeConfidential();
    // settings.cpp
    SettingsWindow *openSettings();
    void seeSettings();
    void seeRoutes(SettingsWindow &settings);
    void seeForms(SettingsWindow &settings);
    void seeNumbers(SettingsWindow &settings);
    // organising.cpp
    void seeOrganisation();

    Composition &m_composition;
    const TourPlan m_plan;
    Stage m_stage;
    QTemporaryDir m_scratch;
    std::map<QString, std::unique_ptr<MainWindow>> m_windows; ///< by login; one, without a login, in a trial office
    MainWindow *m_window = nullptr;
    Findings m_findings;
    CaseId m_case{0};
    int m_paper = 0; ///< that is written on and replaced
};

} // namespace tour
} // namespace kessai
