// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/office/office.h"

namespace kessai::test {

/// So many days on, whoever is away for long is away still: the number of the tests' offices (kAbsenceDays).
inline constexpr int kLongAbsence = 7;

/// Builds small offices for tests, row by row. Identities count up from 1 in each kind; rows hold from 2020-04-01 on
/// unless a test says otherwise.
class OfficeBuilder final {
public:
    SectionId city(const QString &name = QStringLiteral("見本市"))
    {
        return section(SectionLevel::City, std::nullopt, QStringLiteral("city"), name);
    }
    SectionId department(SectionId parent, const QString &code, const QString &name)
    {
        return section(SectionLevel::Department, parent, code, name);
    }
    SectionId section(SectionId parent, const QString &code, const QString &name)
    {
        return section(SectionLevel::Section, parent, code, name);
    }
    SectionId unit(SectionId parent, const QString &code, const QString &name)
    {
        return section(SectionLevel::Unit, parent, code, name);
    }
    SectionId section(SectionLevel level, std::optional<SectionId> parent, const QString &code, const QString &name)
    {
        const SectionId id(qint64(m_history.sections.size()) + 1);
        m_history.sections.push_back(row(Section{id, parent, level, code, name}));
        return id;
    }

    PostId head(SectionId in, const QString &code, const QString &title, int rank)
    {
        return post(in, code, title, rank, true);
    }
    PostId post(SectionId in, const QString &code, const QString &title, int rank, bool head = false)
    {
        const PostId id(qint64(m_history.posts.size()) + 1);
        m_history.posts.push_back(row(Post{id, in, code, title, rank, head}));
        return id;
    }

    /// A new member of staff without a post; the login doubles as reading.
    StaffId staff(const QString &login, const QString &family, const QString &given)
    {
        const StaffId id(qint64(m_history.staff.size()) + 1);
        const QString number = QString::number(10000 + id.value());
        m_history.staff.push_back(row(Staff{id, login, number, family, given, login}));
        return id;
    }
    /// A new member of staff with a primary post.
    StaffId staff(const QString &login, const QString &family, const QString &given, PostId post)
    {
        const StaffId id = staff(login, family, given);
        appoint(id, post);
        return id;
    }

    OfficeBuilder &appoint(StaffId staff, PostId post, Holding holding = Holding::Primary, const QDate &from = {},
                           const QDate &until = {})
    {
        m_history.appointments.push_back(row(Appointment{staff, post, holding}, from, until));
        return *this;
    }
    /// Ends every appointment of somebody to a post on a day, inclusive.
    OfficeBuilder &release(StaffId staff, PostId post, const QDate &lastDay)
    {
        for (auto &appointment : m_history.appointments) {
            if (appointment.value.staff == staff && appointment.value.post == post)
                appointment.until = lastDay;
        }
        return *this;
    }
    OfficeBuilder &deputy(StaffId principal, StaffId deputy, const QDate &from = {}, const QDate &until = {},
                          bool whenAbsent = false, const QStringList &forms = {},
                          std::optional<qint64> upTo = std::nullopt)
    {
        m_history.deputyships.push_back(row(Deputyship{principal, deputy, whenAbsent, forms, upTo}, from, until));
        return *this;
    }
    OfficeBuilder &absent(StaffId staff, const QDate &from = {}, const QDate &until = {}, bool passOver = false)
    {
        m_history.absences.push_back(row(Absence{staff, passOver}, from, until));
        return *this;
    }
    OfficeBuilder &everybodyPresent()
    {
        m_history.absences.clear();
        return *this;
    }
    /// The next to decide in the decider's place: a post, or the head of the drafter's line at a level.
    OfficeBuilder &standIn(PostId decider, std::optional<PostId> post, SectionLevel level = SectionLevel::Section)
    {
        m_history.standIns.push_back(row(StandIn{decider, int(m_history.standIns.size()) + 1, post, level}));
        return *this;
    }
    /// Abolishes a post after a day; its work goes to another, or to nobody.
    OfficeBuilder &abolish(PostId post, const QDate &lastDay, std::optional<PostId> successor = std::nullopt)
    {
        for (auto &one : m_history.posts) {
            if (one.value.id == post)
                one.until = lastDay;
        }
        if (successor)
            m_history.successions.push_back(row(Succession{post, *successor}, lastDay.addDays(1)));
        return *this;
    }
    OfficeBuilder &role(const QString &role, PostId post)
    {
        m_history.roles.push_back(row(RoleHolder{role, post}));
        return *this;
    }

    const OfficeHistory &history() const { return m_history; }
    std::shared_ptr<const Office> on(const QDate &day) const { return m_history.at(day, m_history.revision); }

private:
    template <class T>
    static Dated<T> row(T value, const QDate &from = {}, const QDate &until = {})
    {
        return {std::move(value), from.isValid() ? from : QDate(2020, 4, 1), until, 1, 0};
    }

    OfficeHistory m_history;
};

/// A city of three lines, enough for every rule of domain.md section 8.
///
///     見本市 (市長, 副市長)
///       総務部 (部長, 次長)
///         総務課 (課長, 課長補佐) ─ 庶務係 (係長, 主任: one, 主事: two)
///         財政課 (課長) ─ 財政係 (係長, 主事)
///       福祉部 (部長: vacant)
///         福祉課 (課長) ─ no 係; 主事
///       会計課 directly under the city (会計管理者) ─ 審査係 (係長, 審査担当: two)
///
/// Roles: "finance" = 財政課長, "accounting" = 審査担当, "personnel" = 総務課長, "records" = 課長補佐, "filing" = 庶務係主任.
struct SmallOffice final {
    OfficeBuilder builder;

    SectionId city = builder.city();
    SectionId general = builder.department(city, QStringLiteral("soumubu"), QStringLiteral("総務部"));
    SectionId affairs = builder.section(general, QStringLiteral("soumu"), QStringLiteral("総務課"));
    SectionId clerks = builder.unit(affairs, QStringLiteral("shomu"), QStringLiteral("庶務係"));
    SectionId finance = builder.section(general, QStringLiteral("zaisei"), QStringLiteral("財政課"));
    SectionId budget = builder.unit(finance, QStringLiteral("zaiseikakari"), QStringLiteral("財政係"));
    SectionId welfare = builder.department(city, QStringLiteral("fukushibu"), QStringLiteral("福祉部"));
    SectionId care = builder.section(welfare, QStringLiteral("fukushi"), QStringLiteral("福祉課"));
    SectionId accounts = builder.section(city, QStringLiteral("kaikei"), QStringLiteral("会計課"));
    SectionId audit = builder.unit(accounts, QStringLiteral("shinsa"), QStringLiteral("審査係"));

    PostId mayor = builder.head(city, QStringLiteral("mayor"), QStringLiteral("市長"), 100);
    PostId viceMayor = builder.post(city, QStringLiteral("vice-mayor"), QStringLiteral("副市長"), 95);
    PostId director = builder.head(general, QStringLiteral("soumu-bucho"), QStringLiteral("部長"), 80);
    PostId viceDirector = builder.post(general, QStringLiteral("soumu-jicho"), QStringLiteral("次長"), 70);
    PostId manager = builder.head(affairs, QStringLiteral("soumu-kacho"), QStringLiteral("課長"), 60);
    PostId assistant = builder.post(affairs, QStringLiteral("soumu-hosa"), QStringLiteral("課長補佐"), 50);
    PostId chief = builder.head(clerks, QStringLiteral("shomu-kakaricho"), QStringLiteral("係長"), 40);
    PostId senior = builder.post(clerks, QStringLiteral("shomu-shunin"), QStringLiteral("主任"), 20);
    PostId clerk = builder.post(clerks, QStringLiteral("shomu-shuji"), QStringLiteral("主事"), 10);
    PostId financeManager = builder.head(finance, QStringLiteral("zaisei-kacho"), QStringLiteral("課長"), 60);
    PostId financeChief = builder.head(budget, QStringLiteral("zaisei-kakaricho"), QStringLiteral("係長"), 40);
    PostId financeClerk = builder.post(budget, QStringLiteral("zaisei-shuji"), QStringLiteral("主事"), 10);
    PostId welfareDirector = builder.head(welfare, QStringLiteral("fukushi-bucho"), QStringLiteral("部長"), 80);
    PostId careManager = builder.head(care, QStringLiteral("fukushi-kacho"), QStringLiteral("課長"), 60);
    PostId careClerk = builder.post(care, QStringLiteral("fukushi-shuji"), QStringLiteral("主事"), 10);
    PostId treasurer = builder.head(accounts, QStringLiteral("kaikei-kanrisha"), QStringLiteral("会計管理者"), 70);
    PostId auditChief = builder.head(audit, QStringLiteral("shinsa-kakaricho"), QStringLiteral("係長"), 40);
    PostId examiner = builder.post(audit, QStringLiteral("shinsa"), QStringLiteral("審査担当"), 15);

    StaffId ichikawa = builder.staff(QStringLiteral("ichikawa"), QStringLiteral("市川"), QStringLiteral("誠"), mayor);
    StaffId fukuda = builder.staff(QStringLiteral("fukuda"), QStringLiteral("福田"), QStringLiteral("進"), viceMayor);
    StaffId bando = builder.staff(QStringLiteral("bando"), QStringLiteral("坂東"), QStringLiteral("武"), director);
    StaffId tsugawa =
        builder.staff(QStringLiteral("tsugawa"), QStringLiteral("津川"), QStringLiteral("実"), viceDirector);
    StaffId kato = builder.staff(QStringLiteral("kato"), QStringLiteral("加藤"), QStringLiteral("明"), manager);
    StaffId hosaka = builder.staff(QStringLiteral("hosaka"), QStringLiteral("保坂"), QStringLiteral("薫"), assistant);
    StaffId suzuki = builder.staff(QStringLiteral("suzuki"), QStringLiteral("鈴木"), QStringLiteral("健一"), chief);
    StaffId seki = builder.staff(QStringLiteral("seki"), QStringLiteral("関"), QStringLiteral("直美"), senior);
    StaffId sato = builder.staff(QStringLiteral("sato"), QStringLiteral("佐藤"), QStringLiteral("花"), clerk);
    StaffId tanaka = builder.staff(QStringLiteral("tanaka"), QStringLiteral("田中"), QStringLiteral("太郎"), clerk);
    StaffId zaizen =
        builder.staff(QStringLiteral("zaizen"), QStringLiteral("財前"), QStringLiteral("修"), financeManager);
    StaffId zama = builder.staff(QStringLiteral("zama"), QStringLiteral("座間"), QStringLiteral("優"), financeChief);
    StaffId zushi = builder.staff(QStringLiteral("zushi"), QStringLiteral("逗子"), QStringLiteral("葵"), financeClerk);
    StaffId fukui = builder.staff(QStringLiteral("fukui"), QStringLiteral("福井"), QStringLiteral("恵"), careManager);
    StaffId fuji = builder.staff(QStringLiteral("fuji"), QStringLiteral("藤"), QStringLiteral("渚"), careClerk);
    StaffId kaita = builder.staff(QStringLiteral("kaita"), QStringLiteral("海田"), QStringLiteral("学"), treasurer);
    StaffId shindo = builder.staff(QStringLiteral("shindo"), QStringLiteral("進藤"), QStringLiteral("茜"), auditChief);
    StaffId shiba = builder.staff(QStringLiteral("shiba"), QStringLiteral("芝"), QStringLiteral("蓮"), examiner);
    StaffId shiga = builder.staff(QStringLiteral("shiga"), QStringLiteral("志賀"), QStringLiteral("凛"), examiner);

    SmallOffice()
    {
        builder.role(QStringLiteral("finance"), financeManager);
        builder.role(QStringLiteral("accounting"), examiner);
        builder.role(QStringLiteral("personnel"), manager);
        builder.role(QStringLiteral("records"), assistant);
        builder.role(QStringLiteral("filing"), senior);
    }

    /// An ordinary working day in the year the tests live in.
    static QDate today() { return QDate(2026, 11, 24); }
    std::shared_ptr<const Office> office(const QDate &day = today()) const { return builder.on(day); }
};

} // namespace kessai::test
