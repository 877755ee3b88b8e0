// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/admin/sample/dice.h"
#include "core/office/office.h"

#include <vector>

namespace kessai {

/// One line of the budget in resources/sample/dx_budget_r5.csv, real text and real amounts.
struct SampleBudgetLine final {
    QString measure;
    QString planArea;
    QString project;
    QString description;
    QString started;     ///< "R4"
    qint64 amount = 0;   ///< yen
    qint64 external = 0; ///< yen, of which paid by others
    QString sectionName; ///< as the plan writes it, may name two
    SectionId section;   ///< the first of them in the sample office
};

/// The invented office: everything about it but its forms and cases.
struct SampleOffice final {
    QString name; ///< "見本市役所"
    OfficeHistory office;
    std::vector<StaffId> administrators;
    std::vector<StaffId> auditors;
    std::vector<SampleBudgetLine> budget;
};

/// Makes the office of resources/sample/office.json as it stands around a day: some 450 people with the names of
/// resources/sample/names.json, with deputyships dated relative to that day.
SampleOffice makeSampleOffice(const QDate &today, Dice dice);

/// Where somebody is found by what they hold: the people of a section and below, by the code of a post.
class SampleDirectory final {
public:
    explicit SampleDirectory(const Office &office) : m_office(office) {}

    const Office &office() const { return m_office; }
    /// The post of a code in resources/sample/office.json; one that is not there is a fault of the build.
    const Post &post(const QString &code) const;
    /// Its first holder, likewise.
    StaffId holder(const QString &code) const;
    /// Everybody whose primary post lies in a section or below it and has at most a rank.
    std::vector<StaffId> staffBelow(SectionId section, int maxRank) const;
    /// The codes of somebody's unit and of the sections above it, lowest first.
    QStringList line(StaffId staff) const;
    int rank(StaffId staff) const;

private:
    const Office &m_office;
};

/// The highest rank that works overtime for pay; those above get a manager's allowance (domain.md 1.3).
inline constexpr int kHighestPaidOvertimeRank = 5;

} // namespace kessai
