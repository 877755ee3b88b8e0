// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/office/actsmodel.h"

#include "core/services/desk.h"
#include "ui/shell/desksession.h"
#include "ui/wording.h"

#include <utility>

namespace kessai {

ActsModel::ActsModel(DeskSession &session, QObject *parent) : QAbstractTableModel(parent), m_session(session) {}

void ActsModel::show(std::optional<OfficeActKind> kind, const QStringList &by)
{
    beginResetModel();
    m_wanted = {kind, by};
    m_lines.clear();
    m_more = false;
    endResetModel();
    ++m_generation;
    request(m_wanted);
}

void ActsModel::setBrief(bool brief)
{
    if (std::exchange(m_brief, brief) != brief && !m_lines.empty())
        Q_EMIT dataChanged(index(0, When), index(rowCount() - 1, When));
}

const OfficeActLine *ActsModel::lineAt(int row) const
{
    return row >= 0 && size_t(row) < m_lines.size() ? &m_lines[size_t(row)] : nullptr;
}

void ActsModel::request(OfficeActsWanted wanted)
{
    m_loading = true;
    Q_EMIT loadingChanged(true);
    m_session.desk()
        .ask([wanted](Desk &desk) { return desk.officeActs(wanted); })
        .then(this,
              [this, asked = wanted.most, generation = m_generation](const Result<std::vector<OfficeActLine>> &page) {
                  if (generation != m_generation)
                      return;
                  m_loading = false;
                  Q_EMIT loadingChanged(false);
                  if (page)
                      take(*page, asked);
                  else
                      Q_EMIT failed(page.error());
              });
}

void ActsModel::take(const std::vector<OfficeActLine> &page, int asked)
{
    m_more = page.size() == size_t(asked);
    if (!page.empty()) {
        beginInsertRows({}, int(m_lines.size()), int(m_lines.size() + page.size()) - 1);
        m_lines.insert(m_lines.end(), page.begin(), page.end());
        endInsertRows();
    }
    Q_EMIT loaded();
}

int ActsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_lines.size());
}

int ActsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ActsModel::data(const QModelIndex &index, int role) const
{
    const OfficeActLine *line = index.isValid() ? lineAt(index.row()) : nullptr;
    if (!line || (role != Qt::DisplayRole && role != Qt::ToolTipRole && role != Qt::AccessibleTextRole))
        return {};
    switch (Column(index.column())) {
    case When: return m_brief && role == Qt::DisplayRole ? longDay(line->act.at.day()) : longTime(line->act.at);
    case Who: return line->who;
    case What: return actText(*line);
    case From: return line->act.from.isValid() ? longDay(line->act.from) : QString();
    case Why: return line->why;
    case ColumnCount: break;
    }
    return {};
}

QVariant ActsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::Alignment(Qt::AlignLeft | Qt::AlignVCenter));
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case When: return tr("When");
    case Who: return tr("Who");
    case What: return tr("What");
    case From: return tr("From");
    case Why: return tr("Why");
    case ColumnCount: break;
    }
    return {};
}

bool ActsModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && m_more && !m_loading;
}

void ActsModel::fetchMore(const QModelIndex &parent)
{
    if (!canFetchMore(parent))
        return;
    OfficeActsWanted next = m_wanted;
    next.before = m_lines.back().act.revision;
    request(next);
}

QString actText(const OfficeActLine &line)
{
    const QString kind = kindName(line.act.kind).text(englishWording());
    const QString &what = line.what.text(englishWording());
    return what.isEmpty() ? kind : ActsModel::tr("%1: %2").arg(kind, what);
}

QString actFrom(const OfficeActLine &line)
{
    return line.act.from.isValid() ? ActsModel::tr("in force from %1").arg(longDay(line.act.from)) : QString();
}

Sheet actsHead(const QString &title)
{
    return {title,
            {{ActsModel::tr("Day"), 14},
             {ActsModel::tr("Time"), 8},
             {ActsModel::tr("Who"), 20},
             {ActsModel::tr("Login"), 14},
             {ActsModel::tr("Kind"), 16},
             {ActsModel::tr("What"), 40},
             {ActsModel::tr("From"), 14},
             {ActsModel::tr("Why"), 50},
             {ActsModel::tr("Revision of the office"), 12}},
            {}};
}

void addRows(Sheet &sheet, const std::vector<OfficeActLine> &lines)
{
    for (const OfficeActLine &line : lines)
        sheet.rows.push_back({line.act.at.day(), line.act.at.tokyo().toString(QStringLiteral("HH:mm")), line.who,
                              line.act.by, kindName(line.act.kind).text(englishWording()),
                              line.what.text(englishWording()),
                              line.act.from.isValid() ? Sheet::Cell(line.act.from) : Sheet::Cell(), line.why,
                              qint64(line.act.revision)});
}

Sheet actsSheet(const std::vector<OfficeActLine> &lines, const QString &title)
{
    Sheet sheet = actsHead(title);
    addRows(sheet, lines);
    return sheet;
}

} // namespace kessai
