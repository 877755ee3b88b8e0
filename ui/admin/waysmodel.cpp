// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/admin/waysmodel.h"

#include "ui/caseword.h"
#include "ui/errortext.h"
#include "ui/wording.h"

#include <QLocale>

#include <algorithm>

namespace kessai {

namespace {

QString deciderOf(const TriedRoute &route)
{
    if (route.refusal)
        return refusalText(*route.refusal).both();
    QStringList titles;
    for (const StepView &step : route.steps) {
        if (step.no > 0 && step.kind == StepKind::Decide) {
            for (const AssignmentView &one : step.assignments)
                titles.append(one.title);
        }
    }
    return titles.join(QStringLiteral("・"));
}

/// Everybody on the route besides the decider, with what they are asked.
QStringList othersOn(const TriedRoute &route)
{
    QStringList others;
    for (const StepView &step : route.steps) {
        if (step.no == 0 || step.kind == StepKind::Decide)
            continue;
        for (const AssignmentView &one : step.assignments)
            others.append(QString(kindWord(step.kind) + QLatin1Char(' ') + one.title));
    }
    return others;
}

QStringList without(QStringList all, const QStringList &those)
{
    for (const QString &one : those)
        all.removeOne(one);
    return all;
}

} // namespace

QString differenceOf(const OtherWay &way)
{
    QStringList parts;
    const QString now = deciderOf(way.inForce);
    const QString then = deciderOf(way.drafted);
    if (now != then)
        parts.append(WaysModel::tr("%1 %2 → %3", "decided: by whom now, by whom then")
                         .arg(kindWord(StepKind::Decide), now, then));
    const QStringList before = othersOn(way.inForce);
    const QStringList after = othersOn(way.drafted);
    for (const QString &one : without(after, before))
        parts.append(WaysModel::tr("+ %1", "somebody more on a route").arg(one));
    for (const QString &one : without(before, after))
        parts.append(WaysModel::tr("− %1", "somebody less on a route").arg(one));
    return parts.isEmpty() ? WaysModel::tr("another order") : parts.join(QStringLiteral("　"));
}

void WaysModel::clear()
{
    beginResetModel();
    m_ways.clear();
    endResetModel();
}

void WaysModel::add(const std::vector<OtherWay> &found)
{
    if (found.empty())
        return;
    beginInsertRows({}, int(m_ways.size()), int(m_ways.size() + found.size()) - 1);
    m_ways.insert(m_ways.end(), found.begin(), found.end());
    endInsertRows();
}

int WaysModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_ways.size());
}

int WaysModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant WaysModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((index.column() == Amount ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    const OtherWay &way = m_ways[size_t(index.row())];
    switch (Column(index.column())) {
    case Number: return way.number;
    case Form: {
        const auto form = std::find_if(m_forms.begin(), m_forms.end(),
                                       [&](const FormDefinition &one) { return one.code == way.form; });
        return form == m_forms.end() ? way.form : form->name.text(englishWording());
    }
    case SectionName: return way.section;
    case Day: return longDay(way.day);
    case Amount: return way.amount ? QLocale().toString(*way.amount) : QString();
    case State: return stateWord(way.state);
    case Difference: return differenceOf(way);
    case ColumnCount: break;
    }
    return {};
}

QVariant WaysModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((section == Amount ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case Number: return tr("Number");
    case Form: return tr("Form");
    case SectionName: return tr("Section");
    case Day: return tr("Filed on");
    case Amount: return tr("Amount");
    case State: return tr("State");
    case Difference: return tr("What is different");
    case ColumnCount: break;
    }
    return {};
}

} // namespace kessai
