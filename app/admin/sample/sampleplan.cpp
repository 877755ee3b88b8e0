// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/admin/sample/sampleplan.h"

#include "forms/support/shipped.h"

#include <algorithm>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

constexpr int kMonths = 3;
constexpr int kDayMinutes = 465; ///< office hours of a day

/// Plans day by day, then fills the trays that are to be shown.
class Planner final {
public:
    Planner(const SampleDirectory &directory, const WorkingTime &time, Instant now, Dice dice)
        : m_directory(directory), m_time(time), m_now(now), m_dice(dice),
          m_json(shippedObject(u":/kessai/sample/office.json"_s))
    {
        collectPeople();
    }

    std::vector<PlannedCase> plan();

private:
    void collectPeople();
    void planDay(const QDate &day);
    void planTray(const QJsonObject &tray);
    void planShowcase();
    void planPressed();
    void add(SampleKind kind, StaffId drafter, Instant created);
    SampleFate fate(Instant created);
    Instant momentOf(const QDate &day, SampleKind kind);
    StaffId overtimeWorker() { return m_people[m_dice.weighted(m_overtimeWeights)]; }
    StaffId anybody() { return m_dice.oneOf(m_everybody); }
    StaffId clerk() { return m_dice.oneOf(m_people); }
    /// So many minutes of office hours ago.
    Instant ago(int minutes) const;

    const SampleDirectory &m_directory;
    const WorkingTime &m_time;
    const Instant m_now;
    Dice m_dice;
    const QJsonObject m_json;
    std::vector<StaffId> m_people; ///< up to 課長補佐
    std::vector<int> m_overtimeWeights;
    std::vector<StaffId> m_everybody; ///< up to 課長, who may take leave
    std::vector<PlannedCase> m_plan;
};

void Planner::collectPeople()
{
    const SectionId city = m_directory.office().sections().front().id;
    m_people = m_directory.staffBelow(city, kHighestPaidOvertimeRank);
    m_everybody = m_directory.staffBelow(city, kHighestPaidOvertimeRank + 1);
    // Whom one signs in as first is there today: nobody tries an act in the place of others as somebody who is away.
    for (const SampleSignIn &signIn : sampleSignIns())
        std::erase(m_everybody, m_directory.holder(signIn.post));
    const QJsonArray busyCodes = m_json.value(QLatin1String("busy")).toArray();
    for (const StaffId staff : m_people) {
        const QStringList line = m_directory.line(staff);
        const bool busy = std::any_of(busyCodes.begin(), busyCodes.end(),
                                      [&](const auto &code) { return line.contains(code.toString()); });
        m_overtimeWeights.push_back((busy ? 4 : 1) * m_dice.between(0, 5));
    }
}

Instant Planner::ago(int minutes) const
{
    QDate day = m_now.day();
    // The start of enough days before now, then forward again by what is too much.
    const QDate begin = m_time.dutyDay(day, -(minutes / kDayMinutes + 2));
    const Instant start = Instant::fromTokyo(begin, QTime(8, 30));
    return m_time.after(start, std::max(0, m_time.between(start, m_now) - minutes));
}

Instant Planner::momentOf(const QDate &day, SampleKind kind)
{
    const bool afternoon = kind == SampleKind::Overtime ? m_dice.percent(80) : m_dice.percent(50);
    const int minute = afternoon ? m_dice.between(13 * 60, 16 * 60 + 40) : m_dice.between(8 * 60 + 35, 11 * 60 + 50);
    const Instant at = Instant::fromTokyo(day, QTime(minute / 60, minute % 60, m_dice.below(60)));
    return Instant(at.microseconds() + m_dice.below(1'000'000));
}

SampleFate Planner::fate(Instant created)
{
    static const std::vector<SampleFate> kFates{
        SampleFate::Straight,       SampleFate::LeftAsDraft, SampleFate::Withdrawn,
        SampleFate::WithdrawnOnce,  SampleFate::Returned,    SampleFate::ReturnedOnce,
        SampleFate::ReturnedWithin, SampleFate::Rejected,    SampleFate::Cancelled};
    // What is left lying is mostly young: drafts are finished or thrown away, returned papers filed again.
    const bool young = m_time.between(created, m_now) < 15 * kDayMinutes;
    return kFates[m_dice.weighted(young ? std::vector<int>{760, 75, 20, 15, 45, 30, 12, 15, 28}
                                        : std::vector<int>{845, 6, 5, 20, 8, 60, 12, 16, 28})];
}

void Planner::add(SampleKind kind, StaffId drafter, Instant created)
{
    if (created >= m_now)
        return;
    PlannedCase planned;
    planned.filing = {kind, drafter, created.day(), {}, false, false, {}, {}};
    planned.created = created;
    planned.minutesToSubmit = kind == SampleKind::Draft ? m_dice.between(10, 400) : m_dice.between(2, 15);
    planned.fate = fate(created);
    planned.fateAtStep = m_dice.percent(65) ? 0 : 1;
    if (kind == SampleKind::Draft)
        planned.filing.urgent = m_dice.percent(5);
    m_plan.push_back(planned);
}

void Planner::planDay(const QDate &day)
{
    const auto many = [&](SampleKind kind, int low, int high, auto who) {
        for (int i = m_dice.between(low, high); i > 0; --i)
            add(kind, (this->*who)(), momentOf(day, kind));
    };
    const bool monthEnd = day.daysInMonth() - day.day() < 6;
    const bool beforeHoliday = !m_time.isDuty(day.addDays(1)) || !m_time.isDuty(day.addDays(4));
    many(SampleKind::Overtime, monthEnd ? 7 : 5, monthEnd ? 12 : 9, &Planner::overtimeWorker);
    many(SampleKind::AnnualLeave, 6, beforeHoliday ? 13 : 9, &Planner::anybody);
    many(SampleKind::OtherLeave, 0, 3, &Planner::anybody);
    many(SampleKind::Draft, 4, 9, &Planner::clerk);
    if (day.dayOfWeek() >= Qt::Wednesday)
        many(SampleKind::WeekendDuty, 0, 4, &Planner::clerk);
}

/// The cases a tray is to be filled with: {"post", "count", "within", "kinds", "days", "decider", "urgent"}.
void Planner::planTray(const QJsonObject &tray)
{
    const Post &post = m_directory.post(tray.value(QLatin1String("post")).toString());
    const Section *within = nullptr;
    for (const Section &section : m_directory.office().sections()) {
        if (section.code == tray.value(QLatin1String("within")).toString())
            within = &section;
    }
    if (!within)
        qFatal("sample office: no section %s", qPrintable(tray.value(QLatin1String("within")).toString()));
    std::vector<StaffId> people = m_directory.staffBelow(within->id, kHighestPaidOvertimeRank);
    std::erase_if(people, [&](StaffId staff) {
        return m_directory.office().holds(staff, post.id) || (post.head && m_directory.rank(staff) >= post.rank);
    });
    const QJsonArray weights = tray.value(QLatin1String("kinds")).toArray();
    std::vector<int> kinds;
    for (const auto &weight : weights)
        kinds.push_back(weight.toInt());
    const int count = tray.value(QLatin1String("count")).toInt();
    const int urgent = tray.value(QLatin1String("urgent")).toInt();
    const int days = tray.value(QLatin1String("days")).toInt();
    for (int i = 0; i < count; ++i) {
        PlannedCase planned;
        auto kind = i < urgent ? SampleKind::Draft : SampleKind(m_dice.weighted(kinds));
        // The newest arrived this morning, the oldest some days ago; the earlier desks need about an hour each.
        const int minutes = m_dice.between(300, days * kDayMinutes);
        planned.created = ago(minutes);
        // An order for an evening that is past would not lie there.
        if (kind == SampleKind::Overtime && minutes > kDayMinutes)
            kind = SampleKind::AnnualLeave;
        planned.filing = {kind,
                          m_dice.oneOf(people),
                          planned.created.day(),
                          tray.value(QLatin1String("decider")).toString(),
                          i < urgent,
                          false};
        planned.minutesToSubmit = m_dice.between(2, 10);
        planned.stopsAt = post.id;
        planned.prompt = true;
        m_plan.push_back(planned);
    }
}

/// One clerk's own requests in every state there is.
void Planner::planShowcase()
{
    const QJsonObject json = m_json.value(QLatin1String("showcase")).toObject();
    const StaffId clerk = m_directory.holder(json.value(QLatin1String("post")).toString());
    struct Piece {
        SampleFate fate;
        SampleKind kind;
        int daysAgo;
    };
    static const std::vector<Piece> kPieces{
        {SampleFate::LeftAsDraft, SampleKind::Draft, 1},     {SampleFate::LeftAsDraft, SampleKind::AnnualLeave, 2},
        {SampleFate::Returned, SampleKind::Draft, 2},        {SampleFate::Returned, SampleKind::Overtime, 3},
        {SampleFate::Withdrawn, SampleKind::AnnualLeave, 3}, {SampleFate::Cancelled, SampleKind::Overtime, 8},
        {SampleFate::Rejected, SampleKind::Overtime, 12},    {SampleFate::ReturnedOnce, SampleKind::Draft, 16},
        {SampleFate::ReturnedWithin, SampleKind::Draft, 20}, {SampleFate::WithdrawnOnce, SampleKind::AnnualLeave, 26},
        {SampleFate::Straight, SampleKind::OtherLeave, 15},  {SampleFate::Straight, SampleKind::AnnualLeave, 31},
        {SampleFate::Straight, SampleKind::WeekendDuty, 22}};
    const auto plan = [&](SampleFate fate, SampleKind kind, int daysAgo) {
        PlannedCase planned;
        planned.created = ago(daysAgo * kDayMinutes + m_dice.between(30, 300));
        planned.filing = {kind, clerk, planned.created.day(), {}, false, false};
        planned.minutesToSubmit = m_dice.between(2, 20);
        planned.fate = fate;
        planned.prompt = true;
        m_plan.push_back(planned);
    };
    for (const Piece &piece : kPieces)
        plan(piece.fate, piece.kind, piece.daysAgo);
    // Enough overtime that the month comes near its limit.
    for (int day = 1; day <= json.value(QLatin1String("overtimeDays")).toInt(); ++day) {
        plan(SampleFate::Straight, SampleKind::Overtime, day);
        m_plan.back().filing.late = true;
    }
}

/// A section some of whose people come near the limit of the month: late evenings, day after day.
void Planner::planPressed()
{
    const QJsonObject json = m_json.value(QLatin1String("pressed")).toObject();
    for (const Section &section : m_directory.office().sections()) {
        if (section.code != json.value(QLatin1String("within")).toString())
            continue;
        const std::vector<StaffId> people = m_directory.staffBelow(section.id, kHighestPaidOvertimeRank);
        const size_t many = std::min(people.size(), size_t(json.value(QLatin1String("people")).toInt()));
        for (size_t who = 0; who < many; ++who) {
            for (int day = 1; day <= json.value(QLatin1String("days")).toInt(); ++day) {
                PlannedCase planned;
                planned.created = ago(day * kDayMinutes + m_dice.between(30, 200));
                planned.filing = {
                    SampleKind::Overtime, people[people.size() - 1 - who], planned.created.day(), {}, false, true};
                planned.minutesToSubmit = m_dice.between(2, 20);
                planned.prompt = true;
                m_plan.push_back(planned);
            }
        }
    }
}

std::vector<PlannedCase> Planner::plan()
{
    for (QDate day = m_now.day().addMonths(-kMonths); day <= m_now.day(); day = day.addDays(1)) {
        if (m_time.isDuty(day))
            planDay(day);
    }
    planShowcase();
    planPressed();
    for (const auto &tray : m_json.value(QLatin1String("trays")).toArray())
        planTray(tray.toObject());
    // Case numbers are given in the order of writing.
    std::stable_sort(m_plan.begin(), m_plan.end(),
                     [](const PlannedCase &a, const PlannedCase &b) { return a.created < b.created; });
    return std::move(m_plan);
}

std::vector<SampleSignIn> signInsUnder(QLatin1String key)
{
    std::vector<SampleSignIn> signIns;
    for (const auto &value : shippedObject(u":/kessai/sample/office.json"_s).value(key).toArray()) {
        const QJsonObject json = value.toObject();
        const QJsonObject note = json.value(QLatin1String("note")).toObject();
        signIns.push_back({json.value(QLatin1String("post")).toString(), note.value(QLatin1String("ja")).toString(),
                           note.value(QLatin1String("en")).toString()});
    }
    return signIns;
}

} // namespace

std::vector<SampleSignIn> sampleSignIns()
{
    return signInsUnder(QLatin1String("signIns"));
}

std::vector<SampleSignIn> moreSampleSignIns()
{
    return signInsUnder(QLatin1String("moreSignIns"));
}

std::vector<PlannedCase> planSampleCases(const SampleDirectory &directory, const WorkingTime &time, Instant now,
                                         Dice dice)
{
    return Planner(directory, time, now, dice).plan();
}

} // namespace kessai
