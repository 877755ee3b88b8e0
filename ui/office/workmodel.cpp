// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/office/workmodel.h"

#include "ui/calendar/daywords.h"
#include "ui/theme/icon.h"
#include "ui/theme/theme.h"

#include <algorithm>

namespace kessai {

namespace {

/// How much of a limit is used; what is not minutes (months over 45 hours) by its own measure.
double shareOf(const LimitState &state)
{
    return state.limit > 0 ? double(state.reached) / double(state.limit) : 0;
}

const LimitState *nearest(const WorkRow &row)
{
    const LimitState *found = nullptr;
    for (const LimitState &state : row.limits) {
        if (!found || (found->allowed() && (!state.allowed() || shareOf(state) > shareOf(*found))))
            found = &state;
    }
    return found;
}

QString ruleName(const LimitState &state)
{
    switch (state.rule) {
    case LimitRule::Month45:
    case LimitRule::Month100: return WorkModel::tr("month");
    case LimitRule::Year360:
    case LimitRule::Year720: return WorkModel::tr("year");
    case LimitRule::Mean80: return WorkModel::tr("mean of %n month(s)", nullptr, state.months);
    case LimitRule::SixMonths45: return WorkModel::tr("months over 45 h");
    case LimitRule::AfterMove30: return WorkModel::tr("after the move");
    }
    return {};
}

qint64 sortValue(const WorkRow &row, int column)
{
    switch (column) {
    case WorkModel::Month: return row.minutes;
    case WorkModel::Asked: return row.asked;
    case WorkModel::Year: return row.year;
    case WorkModel::Limit: {
        const LimitState *state = nearest(row);
        return state ? qint64(shareOf(*state) * 10'000) : 0;
    }
    case WorkModel::Waiting: return row.waiting;
    case WorkModel::Missing: return row.missing;
    case WorkModel::Leave: return row.dayMinutes > 0 ? row.leaveMinutes * 10'000 / row.dayMinutes : 0;
    case WorkModel::Expiring: return row.expiring;
    case WorkModel::Papers: return row.evidenceOverdue;
    default: return 0;
    }
}

/// Annual leave in days of somebody's own, and what is less than one: "4 d 2 h".
QString leaveText(const WorkRow &row)
{
    const qint64 day = std::max(1, row.dayMinutes);
    const QString days = WorkModel::tr("%1 d", "days of leave").arg(row.leaveMinutes / day);
    const qint64 rest = row.leaveMinutes % day;
    if (rest == 0)
        return days;
    return row.leaveMinutes < day ? minutesText(rest)
                                  : WorkModel::tr("%1 %2", "days, hours").arg(days, minutesText(rest));
}

QString sortText(const WorkRow &row, int column)
{
    return column == WorkModel::Name ? row.name : column == WorkModel::SectionName ? row.section : row.number;
}

} // namespace

QString expiringText(const WorkRow &row)
{
    if (row.expiring == 0)
        return {};
    return WorkModel::tr("%1 by %2/%3", "time off, month/day")
        .arg(minutesText(row.expiring))
        .arg(row.expiresOn.month())
        .arg(row.expiresOn.day());
}

QString limitText(const WorkRow &row)
{
    const LimitState *state = nearest(row);
    if (!state || state->reached == 0)
        return {};
    if (state->rule == LimitRule::SixMonths45)
        //: The limit, how much of it is used, how much there is.
        return WorkModel::tr("%1: %2 of %3").arg(ruleName(*state)).arg(state->reached).arg(state->limit);
    const qint64 months = state->rule == LimitRule::Mean80 ? state->months : 1;
    return WorkModel::tr("%1: %2 of %3")
        .arg(ruleName(*state), minutesText(state->reached / months), minutesText(state->limit / months));
}

void WorkModel::setRows(std::vector<WorkRow> rows)
{
    m_all = std::move(rows);
    show();
}

void WorkModel::setFilter(WorkFilter filter, std::optional<SectionId> division, const QString &text)
{
    m_filter = filter;
    m_division = division;
    m_text = text.trimmed();
    show();
}

void WorkModel::sort(int column, Qt::SortOrder order)
{
    m_column = column;
    m_order = order;
    show();
}

void WorkModel::show()
{
    beginResetModel();
    m_shown.clear();
    std::copy_if(m_all.begin(), m_all.end(), std::back_inserter(m_shown), [this](const WorkRow &row) {
        const bool wanted = m_filter == WorkFilter::Everybody
            || (m_filter == WorkFilter::NearLimits && row.tone != LimitTone::Fine)
            || (m_filter == WorkFilter::Unsettled && (row.waiting > 0 || row.missing > 0))
            || (m_filter == WorkFilter::LittleLeave && row.littleLeave)
            || (m_filter == WorkFilter::DueSoon && (row.expiring > 0 || row.evidenceOverdue > 0));
        return wanted && (!m_division || row.division == *m_division)
            && (m_text.isEmpty() || row.name.contains(m_text) || row.section.contains(m_text)
                || row.number.contains(m_text));
    });
    std::stable_sort(m_shown.begin(), m_shown.end(), [this](const WorkRow &a, const WorkRow &b) {
        const WorkRow &first = m_order == Qt::AscendingOrder ? a : b;
        const WorkRow &second = m_order == Qt::AscendingOrder ? b : a;
        return m_column <= SectionName ? sortText(first, m_column) < sortText(second, m_column)
                                       : sortValue(first, m_column) < sortValue(second, m_column);
    });
    endResetModel();
}

Sheet WorkModel::sheet(const QString &title) const
{
    constexpr int widths[ColumnCount] = {10, 16, 24, 28, 10, 10, 10, 10, 10, 16, 18, 10};
    Sheet sheet{title, {}, {}};
    for (int column = 0; column < ColumnCount; ++column)
        sheet.columns.push_back({headerData(column, Qt::Horizontal, Qt::DisplayRole).toString(), widths[column]});
    for (const WorkRow &row : m_shown) {
        sheet.rows.push_back({row.number, row.name, row.section, limitText(row), Minutes(row.minutes),
                              Minutes(row.asked), Minutes(row.year), Minutes(row.waiting), qint64(row.missing),
                              leaveText(row), expiringText(row), qint64(row.evidenceOverdue)});
    }
    return sheet;
}

int WorkModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_shown.size());
}

int WorkModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant WorkModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || size_t(index.row()) >= m_shown.size())
        return {};
    const WorkRow &row = m_shown[size_t(index.row())];
    const bool number = index.column() >= Month;
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::Alignment((number ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter));
    if (index.column() == Papers && row.evidenceOverdue > 0) {
        if (role == Qt::DecorationRole)
            return icon(QStringLiteral("alert-triangle"), Token::WarnText);
        if (role == Qt::ForegroundRole)
            return tokens()[Token::WarnText];
    }
    if (index.column() == Limit && row.tone != LimitTone::Fine) {
        const bool over = row.tone == LimitTone::Over;
        const Token tone = over ? Token::DangerText : Token::WarnText;
        if (role == Qt::DecorationRole)
            return icon(QStringLiteral("alert-triangle"), tone);
        if (role == Qt::ForegroundRole)
            return tokens()[tone];
    }
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case Number: return row.number;
    case Name: return row.name;
    case SectionName: return row.section;
    case Month: return row.minutes > 0 ? minutesText(row.minutes) : QString();
    case Asked: return row.asked > 0 ? minutesText(row.asked) : QString();
    case Year: return row.year > 0 ? minutesText(row.year) : QString();
    case Limit:
        switch (row.tone) {
        case LimitTone::Fine: return limitText(row);
        case LimitTone::Near: return tr("Near: %1", "a limit").arg(limitText(row));
        case LimitTone::Over: return tr("Over: %1", "a limit").arg(limitText(row));
        }
        return {};
    case Waiting: return row.waiting > 0 ? minutesText(row.waiting) : QString();
    case Missing: return row.missing > 0 ? tr("%n day(s)", nullptr, row.missing) : QString();
    case Leave: return leaveText(row);
    case Expiring: return expiringText(row);
    case Papers: return row.evidenceOverdue > 0 ? tr("%n paper(s)", nullptr, row.evidenceOverdue) : QString();
    default: return {};
    }
}

QVariant WorkModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole)
        return QVariant::fromValue(
            Qt::Alignment((section >= Month ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter));
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Number: return tr("Number");
    case Name: return tr("Name");
    case SectionName: return tr("Section");
    case Month: return tr("Month");
    case Asked: return tr("Asked");
    case Year: return tr("Year");
    case Limit: return tr("Nearest limit");
    case Waiting: return tr("Not confirmed");
    case Missing: return tr("No result");
    case Leave: return tr("Annual leave");
    case Expiring: return tr("Expires");
    case Papers: return tr("Late papers");
    default: return {};
    }
}

} // namespace kessai
