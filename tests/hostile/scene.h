// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/engine.h"
#include "core/ports/store.h"
#include "core/store/officewriter.h"
#include "tests/support/officebuilder.h"

#include <map>

namespace kessai::test {

/// The office of these tests: SmallOffice, and those who might try something.
///
///     窓口 (a post a hundred people hold: r01 … r100), kacho-kaken: 保坂 also holds 主任 (兼務)
///     deputies: 津川 of 部長 坂東 today; 保坂 of 課長 加藤 until yesterday; 座間 of 津川 (a deputy's deputy); 福井 of 係長 鈴木 from tomorrow
///     mukashi was 係長 until yesterday, tsugi will be from tomorrow, taishoku has left
///     away today: rusu (企画担当) and kyuka (参事), whom reviews pass over, kyuka with 志賀 for a deputy and rusu with 保坂 for leaves alone; 副市長 福田 and 福祉課長 福井
///     in the place of the 副市長: 福祉課長, then 部長 坂東, then 財政課長 財前; in that of the 部長: 課長 加藤
///     海田 is an administrator, 進藤 an auditor; stranger and mallory have a login of the office but are not on the staff
///     Lines of the budget: of 総務課 and 福祉課 with 100,000 yen each, and of 会計課 with 1,000 to race for
struct SceneOffice final {
    SceneOffice();

    SmallOffice small;
    PostId window;
    std::vector<StaffId> racers;
    StaffId mukashi, tsugi, taishoku;
    StaffId rusu, kyuka;
    PostId analyst, adviser; ///< 企画担当 rusu, 参事 kyuka
    OfficeHistory history;   ///< with everybody's dates
    QDate today;

    OfficeFounding founding() const;
    std::shared_ptr<const Office> office() const { return history.at(today, 1); }
    StaffId staffId(const QString &login) const;
};
const SceneOffice &sceneOffice();
/// What sends somebody, an expression of SQL, away for a month from today.
QString awayForLong(const QString &person);
inline constexpr FiscalYear kSceneYear(2026);
inline constexpr FiscalYear kSceneNextYear(2027); ///< the lines of 総務課 and 福祉課 are there as well
inline const QString kAffairsLine = QStringLiteral("01-02-01-01-0010-10-01");
inline const QString kCareLine = QStringLiteral("01-03-01-01-0310-10-01");
inline const QString kRaceLine = QStringLiteral("01-02-01-04-0040-10-01");

/// A step of a route written by hand.
struct HandStep final {
    StepKind kind;
    StepRule rule;
    int needed;
    std::vector<Assignee> who;
    Objection objection = Objection::Returns;
};
Route handRoute(const std::vector<HandStep> &steps);

/// People of the office at work in one database, each over a connection of their own and through the real store and engine.
class Play final {
public:
    explicit Play(const QString &database);

    /// The store of somebody signed in; empty (and a test failure) when they cannot sign in.
    Store *at(const QString &login);
    /// Uploads a file and tells how to attach it.
    Result<Attachment> upload(const QString &login, const QString &name, const QByteArray &bytes);
    Result<CaseId> draft(const QString &login, const QString &form, const QJsonObject &fields,
                         std::vector<Attachment> attachments = {}, std::optional<CaseId> correcting = std::nullopt,
                         const QString &confidential = {});
    /// The case as its history gives it to somebody.
    Result<Case> state(const QString &login, CaseId id);
    /// The submission of the newest content on a route, its own or that of the rules.
    Result<Submit> submission(const QString &login, CaseId id, const std::optional<Route> &route = std::nullopt);
    /// What the engine makes of an act, ready to be appended.
    Result<AppendRequest> proposal(const QString &login, CaseId id, const Command &command);
    Result<Event> act(const QString &login, CaseId id, const Command &command);
    Result<Event> submit(const QString &login, CaseId id, const std::optional<Route> &route = std::nullopt);

private:
    QString m_database;
    SystemClock m_clock;
    std::map<QString, std::unique_ptr<Store>> m_stores;
    int m_requests = 0;
};

/// The first day of the leave of which a part was taken back.
inline const QDate kPartlyBackDay(2027, 1, 12);

/// What was brought to the published meeting, as words nobody else wrote.
inline constexpr auto kOpenPaper = "papers everybody at the meeting reads";
inline constexpr auto kHiddenPaper = "papers some of them must not know of";
inline constexpr auto kDroppedPaper = "papers that were thrown away";
inline constexpr auto kDraftPaper = "papers of a meeting nobody was told of";
inline constexpr auto kShownPaper = "what is shown to everybody just now";
inline constexpr auto kShownHiddenPaper = "what is shown to some just now";

/// The meetings of the scene.
struct SceneMeetings final {
    /// 佐藤's, with 坂東 in the chair, 加藤, 鈴木, 田中, and 審査担当 芝 watching; 保坂 was withdrawn. Items: 1 with paper 1 (of two pages) and
    /// the dropped paper 4; 2 with paper 2, hidden from 田中; 3, for which 芙, who is no member, brings paper 3; 4 was dropped. Ink:
    /// 加藤's own (kPrivateInk), to 坂東 (kChosenInk) and to all on paper 1; 坂東's to all and to 田中 on paper 2; 保坂's own.
    qint64 published = 0;
    qint64 draft = 0;   ///< 鈴木's, with 加藤; one item with paper 1
    qint64 closed = 0;  ///< 佐藤's
    qint64 dropped = 0; ///< 鈴木's, with 加藤, never published
    /// 佐藤's, who presents, with 坂東 in the chair, 加藤, 鈴木 (who left), 田中, and 芝 watching; 保坂 was taken out while it ran. Item 1 with paper
    /// 1, the closed vote 11 by name and something 加藤 has to do (15); item 2, hidden from 田中, with paper 2, which is shown, the decision 13,
    /// something for 芙, who is no member (14), and the open secret vote 17, in which 加藤 voted. 加藤 asked to speak.
    qint64 running = 0;
    static constexpr auto kPrivateInk = "00000000-0000-4000-8000-000000000001";
    static constexpr auto kRunningInk = "00000000-0000-4000-8000-000000000007";
    static constexpr auto kChosenInk = "00000000-0000-4000-8000-000000000002";
};

/// The cases of the scene, in every state somebody could attack.
struct SceneCases final {
    CaseId draft{0};    ///< 佐藤's draft, with an attachment
    CaseId fresh{0};    ///< waits for 係長 鈴木
    CaseId second{0};   ///< 鈴木 approved, waits for 課長 加藤
    CaseId consult{0};  ///< waits for the consulted 財政課長
    CaseId deciding{0}; ///< waits for 部長 坂東
    CaseId decided{0};  ///< circulates to 審査担当
    CaseId returned{0}; ///< back with 佐藤, a correction is being written
    CaseId rejected{0};
    CaseId withdrawn{0};
    CaseId cancelled{0};
    CaseId steppedBack{0};  ///< 加藤 sent it back to 鈴木's step, so that 加藤 reads it and waits
    CaseId own{0};          ///< 田中's, on a forged route that begins with their own post
    CaseId bosses{0};       ///< 坂東's, on a forged route that ends with their own post
    CaseId secret{0};       ///< 田中's leave, with a medical certificate; 鈴木 decided
    CaseId circulating{0};  ///< running, and circulates to 審査担当 meanwhile
    CaseId pair{0};         ///< two at one step, all of whom must agree: 審査担当 and 窓口
    CaseId race{0};         ///< any of 窓口
    CaseId deputys{0};      ///< 津川's, whose step is that of the 部長 they deputise for
    CaseId bossDraft{0};    ///< 坂東's draft
    CaseId leaveDraft{0};   ///< 佐藤's draft of a leave
    CaseId weightyDraft{0}; ///< 佐藤's draft, marked as important
    CaseId standing{0};     ///< waits for the absent 副市長; 課長, 財政課長 and 福祉課長 have reviewed it
    CaseId weighty{0};      ///< the same, important
    CaseId disputed{0};     ///< the same, and 財政課長 did not agree
    CaseId absent{0};       ///< waits for the absent 副市長, and nobody else has seen it
    CaseId stoodIn{0};      ///< 坂東 decided in the place of the 副市長, who is to read it
    CaseId pulled{0};       ///< 加藤 went before 鈴木, who is to read it; waits for the consulted 財政課長
    CaseId skipped{0};      ///< 市長 decided before 部長 坂東, who is to read it
    CaseId several{0};      ///< two of three have to review it before 部長 坂東 decides
    CaseId examining{0};    ///< waits for an examination, then for 部長 坂東
    CaseId askedAgain{0};   ///< 財政課長 sent it back to 鈴木's step, so that they read it and wait
    CaseId halfPair{0};     ///< as pair, 審査担当 has agreed
    CaseId confided{
        0}; ///< 田中's, with a reason and a certificate for those who decide: 鈴木 reviewed, 加藤 decided, 審査担当 and 参事 are shown it
    CaseId confiding{0};        ///< 田中's draft of another
    CaseId commitment{0};       ///< 佐藤's, decided: 30,000 of the 100,000 yen of 総務課's line
    CaseId othersCommitment{0}; ///< the same of 芙 and 福祉課
    CaseId partlyBack{0}; ///< 佐藤's, decided: 60 minutes of leave on two days each; those of the first were taken back
    CaseId toOrder{0};    ///< moves money; waits for 部長 坂東, and then for an examination
    CaseId ordered{0};    ///< the same, ordered by 坂東: waits for 審査担当
    CaseId sentBack{0};   ///< the same, and 芝 sent it back
    CaseId unexamined{
        0}; ///< an order of payment in cash, today, to somebody who is registered, decided by 坂東 on a route that asks for no examination
    CaseId examined{0}; ///< the same, and 芝 examined it: it may be paid
    CaseId special{0};  ///< 田中's special leave, decided by 課長 加藤
    qint64 upload = 0;  ///< 佐藤's upload of 300,000 bytes under way, nothing sent yet
    SceneMeetings meetings{};
};

class Play;
/// Plays the meetings of the scene, by the doors alone.
Result<SceneMeetings> playMeetings(const QString &database, Play &play);

/// A database with the scene in it, copied from a template that is made once.
class SceneDatabase final {
public:
    SceneDatabase();
    ~SceneDatabase();
    SceneDatabase(const SceneDatabase &) = delete;
    SceneDatabase &operator=(const SceneDatabase &) = delete;

    bool ok() const { return m_error.isEmpty(); }
    QString error() const { return m_error; }
    QString name() const { return m_name; }
    static const SceneCases &cases();

private:
    QString m_name;
    QString m_error;
};

} // namespace kessai::test
