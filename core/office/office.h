// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/id.h"

#include <QDate>
#include <QHash>
#include <QString>
#include <QStringList>

#include <memory>
#include <optional>
#include <variant>
#include <vector>

namespace kessai {

/// The four levels of a city hall, from the whole city down to the 係.
enum class SectionLevel { City = 0, Department = 1, Section = 2, Unit = 3 };

/// A part of the office at any level (市, 部, 課, 係).
struct Section final {
    SectionId id;
    std::optional<SectionId> parent; ///< none only for the city itself
    SectionLevel level;
    QString code;
    QString name;
    bool busy = false; ///< 他律的業務の比重が高い部署 (domain.md 1.4), with all below it
    friend bool operator==(const Section &, const Section &) = default;
};

/// A post (職): what steps are bound to. `rank` grows with seniority; `head` marks the one post that leads its section.
struct Post final {
    PostId id;
    SectionId section;
    QString code;
    QString title;
    int rank;
    bool head;
    friend bool operator==(const Post &, const Post &) = default;
};

/// A member of staff. Names are kept exactly as the personnel record writes them.
struct Staff final {
    StaffId id;
    QString login;
    QString number;
    QString familyName;
    QString givenName;
    QString kana;
    QString name() const { return familyName + QLatin1Char(' ') + givenName; }
    friend bool operator==(const Staff &, const Staff &) = default;
};

/// How somebody holds a post.
enum class Holding { Primary = 0, Concurrent = 1 /* 兼務 */, Acting = 2 /* 事務取扱 */ };

struct Appointment final {
    StaffId staff;
    PostId post;
    Holding holding;
    friend bool operator==(const Appointment &, const Appointment &) = default;
};

/// What a case is about, as deputies for some cases only are told by it.
struct Matter final {
    QString form;
    std::optional<qint64> amount; ///< yen
    friend bool operator==(const Matter &, const Matter &) = default;
};

/// A dated deputyship: `deputy` may act for `principal`, always or only on days on which the principal is absent, on every case or only
/// on those of some forms, or up to an amount. Never chained: no deputy of a deputy.
struct Deputyship final {
    StaffId principal;
    StaffId deputy;
    bool whenAbsent = false;
    QStringList forms{};          ///< codes, in order; empty = all
    std::optional<qint64> upTo{}; ///< yen, inclusive; a case whose amount nobody knows is not within it
    bool unlimited() const { return forms.isEmpty() && !upTo; }
    bool covers(const Matter &matter) const
    {
        return (forms.isEmpty() || forms.contains(matter.form))
            && (!upTo || (matter.amount && *matter.amount <= *upTo));
    }
    friend bool operator==(const Deputyship &, const Deputyship &) = default;
};

/// Why somebody is away, as colleagues may know it (domain.md 8.2 rule 5): illness is leave like any other.
enum class AbsenceKind { Leave = 0 /* 休暇 */, Trip = 1 /* 出張 */, Training = 2 /* 研修 */, Other = 3 };

/// Days on which somebody is away (不在: leave, trip, illness). What comes to them meanwhile waits, goes to their deputies, or, where
/// `passOver` says so, passes them over until they read it afterwards (後閲, domain.md 8.2 rule 5).
struct Absence final {
    StaffId staff;
    bool passOver = false;
    AbsenceKind kind = AbsenceKind::Leave;
    bool fromLeave = false; ///< a decided leave made it
    AbsenceId id{0};        ///< none before it is stored
    friend bool operator==(const Absence &, const Absence &) = default;
};

/// Who decides in a decider's place while they are absent (代決), the lowest `order` first: a post, or the head of the drafter's
/// own line at a level (主管課長).
struct StandIn final {
    PostId decider;
    int order;
    std::optional<PostId> post;
    SectionLevel level = SectionLevel::Section; ///< read where there is no post
    friend bool operator==(const StandIn &, const StandIn &) = default;
};

/// Where the work of an abolished post went (domain.md 8.3): what waits for `post` waits for `successor`.
struct Succession final {
    PostId post;
    PostId successor;
    friend bool operator==(const Succession &, const Succession &) = default;
};

/// How somebody is employed (domain.md 2.1): it decides on grants of leave and on what counts as overtime.
enum class Employment { Regular = 0, ShortTime = 1 /* 短時間勤務 */, FiscalYear = 2 /* 会計年度任用職員 */ };

/// What somebody's work is measured by: 勤務条件.
struct WorkTerms final {
    StaffId staff;
    Employment employment = Employment::Regular;
    QDate hired{};           ///< invalid = before anything that counts
    int weekDays = 5;        ///< days of duty a week
    int dayMinutes = 465;    ///< regular hours of a day of duty
    bool managerial = false; ///< receives 管理職手当, and no pay for overtime (domain.md 1.3 rule 5)
    bool publicCorp = false; ///< 企業職員・単純労務職員, whom 労基法39条7項 binds (domain.md 2.1 "five days")
    friend bool operator==(const WorkTerms &, const WorkTerms &) = default;
};

/// A post that fills a named role of the route rules ("accounting", "personnel", ...).
struct RoleHolder final {
    QString role;
    PostId post;
    friend bool operator==(const RoleHolder &, const RoleHolder &) = default;
};

/// A row with the days it holds for and the office revisions in which it was added and removed, so that any past
/// snapshot, as it was known then, can be built again.
template <class T>
struct Dated final {
    T value;
    QDate from;
    QDate until;       ///< last day, inclusive; invalid = open end
    int addedIn = 1;   ///< office revision
    int removedIn = 0; ///< office revision; 0 = still there
    bool holds(const QDate &day, int revision) const
    {
        return addedIn <= revision && (removedIn == 0 || removedIn > revision) && from <= day
            && (!until.isValid() || day <= until);
    }
    friend bool operator==(const Dated &, const Dated &) = default;
};

class Office;

/// What an office consists of on one day.
struct OfficeRows final {
    std::vector<Section> sections{};
    std::vector<Post> posts{};
    std::vector<Staff> staff{};
    std::vector<Appointment> appointments{};
    std::vector<Deputyship> deputyships{};
    std::vector<RoleHolder> roles{};
    std::vector<Absence> absences{};
    std::vector<StandIn> standIns{};
    std::vector<Succession> successions{};
    std::vector<WorkTerms> workTerms{};
    std::vector<Appointment> laterAppointments{}; ///< that begin on a later day
    std::vector<Deputyship> laterDeputyships{};   ///< that begin on a later day
    std::vector<Appointment> lastPosts{};         ///< for everybody, the primary one that began last, be it over
    std::shared_ptr<const Office> before{};       ///< Office::before()
};

/// The office on one day, as one revision of its records describes it: an immutable, indexed snapshot that lives in memory.
class Office final {
public:
    Office(QDate day, int revision, OfficeRows rows);

    QDate day() const { return m_day; }
    int revision() const { return m_revision; }
    /// Only for whoever addresses what waits for nobody, and changed the office since it was filed: the office without these changes of theirs.
    const Office *before() const { return m_before.get(); }

    const Section *section(SectionId id) const;
    const Post *post(PostId id) const;
    const Post *postByCode(const QString &code) const;
    const Staff *staff(StaffId id) const;
    const Staff *staffByLogin(const QString &login) const;
    const Staff *staffByNumber(const QString &number) const;
    /// What somebody's work is measured by; that of regular staff where nothing is recorded.
    const WorkTerms &workTerms(StaffId id) const;
    /// Whether a section, or one above it, has mostly 他律的 work.
    bool busy(SectionId section) const;
    const std::vector<Section> &sections() const { return m_sections; }
    const std::vector<Post> &posts() const { return m_posts; }
    const std::vector<Staff> &allStaff() const { return m_staff; }
    const std::vector<RoleHolder> &roles() const { return m_roles; }

    /// Everybody who holds the post today, or the one its work went to; primary holders first; empty when it is vacant.
    const std::vector<StaffId> &holders(PostId post) const;
    /// Every post somebody holds today, the primary one first, and the abolished ones whose work went to one of them last.
    const std::vector<PostId> &postsOf(StaffId staff) const;
    std::optional<PostId> primaryPost(StaffId staff) const;
    bool holds(StaffId staff, PostId post) const;

    /// The head post of a section; none when the section has no head post.
    std::optional<PostId> headOf(SectionId section) const;
    /// The section itself or its nearest ancestor at `level`; none when the line has no such level.
    std::optional<SectionId> ancestor(SectionId section, SectionLevel level) const;
    /// The next head post above a post on its line; none above the mayor.
    std::optional<PostId> superiorOf(PostId post) const;
    /// Whether somebody heads the 課 a post lies in, or a larger part of the office that it lies in.
    bool headsLine(StaffId staff, PostId post) const;
    std::vector<PostId> postsWithRole(const QString &role) const;

    /// Those for whom `deputy` may act today, whatever a case is about.
    const std::vector<StaffId> &principalsOf(StaffId deputy) const;
    /// The deputyships by which `deputy` may act today on some cases only.
    const std::vector<Deputyship> &limitedDeputyships(StaffId deputy) const;
    /// Whether somebody is named as a deputy for such a case on this day, be it only for days on which the principal is away. For readers of what was
    /// done, to whom the notary vouches for the absence: who was away is no part of the revisions.
    bool isNamedDeputy(StaffId deputy, StaffId principal, const Matter &matter) const;
    /// Whether somebody is named as a deputy on this day or a later one, on whatever cases and days, of somebody who may have left.
    bool isEverDeputy(StaffId deputy, StaffId principal) const;
    /// Whether somebody comes to hold a post, or the one its work went to, on a later day.
    bool comesToHold(StaffId staff, PostId post) const;
    /// The primary post somebody was given last; of those who left, too.
    std::optional<PostId> lastPost(StaffId staff) const;
    /// Who may act for somebody today, be it on some cases only.
    const std::vector<StaffId> &deputiesOf(StaffId principal) const;

    bool absent(StaffId staff) const { return m_absences.contains(staff); }
    /// Whether such a case passes somebody over who is asked about it today: they are absent, said so, and nobody is their deputy for it.
    bool passesOver(StaffId staff, const Matter &matter) const;
    /// Whether somebody could act for the post today: a holder who is there and is none of `except`.
    bool attended(PostId post, const std::vector<StaffId> &except = {}) const;
    /// Whether somebody files for colleagues (代理入力): for everybody else whose primary post lies in the 課 (where there is none, the
    /// section) of a post of theirs with the role "filing".
    bool filesFor(StaffId clerk, StaffId colleague) const;
    /// Those somebody files for, as the office lists them.
    std::vector<StaffId> filedBy(StaffId clerk) const;
    /// The posts that decide in a decider's place, in order; `line` is the section of the post the drafter filed as.
    std::vector<PostId> standInsFor(PostId decider, SectionId line) const;
    /// The deciders in whose place somebody is today, by a listed post of theirs, for what `filers` filed: they are away, and so is
    /// everybody before; of those before, the filers, who decide nothing of their own, count as away.
    std::vector<PostId> standsInFor(StaffId staff, const std::vector<StaffId> &filers) const;
    /// The post itself, or the one the work of an abolished one went to.
    PostId current(PostId post) const;
    /// "総務課 庶務係" for the unit level, "総務課" above it: how a section is written next to a name.
    QString sectionLabel(SectionId section) const;
    /// The 課-level name of a section (its own name above that level), as it stands in a date stamp.
    QString stampLabel(SectionId section) const;

private:
    QDate m_day;
    int m_revision;
    std::vector<Section> m_sections;
    std::vector<Post> m_posts;
    std::vector<Staff> m_staff;
    std::vector<RoleHolder> m_roles;
    QHash<SectionId, qsizetype> m_sectionIndex;
    QHash<PostId, qsizetype> m_postIndex;
    QHash<StaffId, qsizetype> m_staffIndex;
    QHash<QString, qsizetype> m_loginIndex;
    QHash<QString, qsizetype> m_numberIndex;
    QHash<QString, qsizetype> m_postCodeIndex;
    QHash<SectionId, PostId> m_heads;
    QHash<PostId, std::vector<StaffId>> m_holders;
    QHash<StaffId, std::vector<PostId>> m_postsOf;
    QHash<StaffId, std::vector<StaffId>> m_principals;
    QHash<StaffId, std::vector<Deputyship>> m_limited;
    QHash<StaffId, std::vector<Deputyship>> m_namedBy; ///< whose deputy somebody is, if only on days of absence
    std::vector<Deputyship> m_everNamed;               ///< today or later, whoever is still there
    std::vector<Appointment> m_laterAppointments;      ///< that begin on a later day
    QHash<StaffId, PostId> m_lastPosts;                ///< of those who left, too
    QHash<StaffId, std::vector<StaffId>> m_deputies;
    QHash<StaffId, bool> m_absences; ///< to whether it passes them over
    std::vector<StandIn> m_standIns; ///< by order
    QHash<PostId, PostId> m_successors;
    QHash<StaffId, WorkTerms> m_workTerms;
    std::shared_ptr<const Office> m_before;
};

/// All dated rows of the office: the source every snapshot is cut from.
struct OfficeHistory final {
    int revision = 1; ///< the newest revision contained
    std::vector<Dated<Section>> sections;
    std::vector<Dated<Post>> posts;
    std::vector<Dated<Staff>> staff;
    std::vector<Dated<Appointment>> appointments;
    std::vector<Dated<Deputyship>> deputyships;
    std::vector<Dated<RoleHolder>> roles;
    std::vector<Dated<Absence>> absences; ///< of no revision: only what is known now
    std::vector<Dated<StandIn>> standIns;
    std::vector<Dated<Succession>> successions;
    std::vector<Dated<WorkTerms>> workTerms;

    /// The office as it stood on `day`, as far as revision `asOf` knew; with what it was before somebody changed it, where that is asked.
    std::shared_ptr<const Office> at(const QDate &day, int asOf, std::shared_ptr<const Office> before = {}) const;
    /// Somebody as they were written down last, be it over; none who never was on the staff.
    const Staff *lastKnown(StaffId who) const;
    /// The sections, posts, people, appointments, stand-ins and successors of a day without what some revisions did to them; what others changed since
    /// stays as it is.
    OfficeHistory without(const std::vector<int> &revisions, const QDate &day) const;
    /// Whether somebody had, on any day of a month, mostly 他律的 work: where their primary post was then.
    bool busyIn(StaffId staff, const QDate &month, int asOf) const;
    friend bool operator==(const OfficeHistory &, const OfficeHistory &) = default;
};

} // namespace kessai
