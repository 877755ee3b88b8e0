// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/meetings/agendamodel.h"

#include "ui/meetings/meetingwords.h"
#include "ui/meetings/paperintake.h"
#include "ui/wording.h"

#include <QMimeData>
#include <QUrl>

#include <algorithm>

namespace kessai {

namespace {

const QLatin1String kAgendaMime("application/x-kessai-agenda");

/// What is being dragged within the agenda.
std::optional<AgendaKey> draggedKey(const QMimeData &data)
{
    const QList<QByteArray> parts = data.data(kAgendaMime).split(' ');
    if (parts.size() != 2)
        return std::nullopt;
    return AgendaKey{parts[0].toInt(), parts[1].toInt()};
}

QStringList droppedFiles(const QMimeData &data)
{
    QStringList paths;
    for (const QUrl &url : data.urls()) {
        if (url.isLocalFile())
            paths.append(url.toLocalFile());
    }
    return paths;
}

} // namespace

void AgendaModel::setMeeting(const Meeting &meeting, bool editable)
{
    beginResetModel();
    m_meeting = meeting;
    m_editable = editable;
    endResetModel();
}

void AgendaModel::setReaders(const std::vector<PaperOpened> &opened)
{
    m_opened = opened;
    if (!m_meeting.items.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, 0));
}

AgendaKey AgendaModel::key(const QModelIndex &index) const
{
    const AgendaItem *item = itemAt(index);
    const Paper *paper = paperAt(index);
    return {item ? item->id : 0, paper ? paper->id : 0};
}

QModelIndex AgendaModel::indexOf(AgendaKey key) const
{
    for (int row = 0; row < rowCount(); ++row) {
        const QModelIndex item = index(row, 0);
        if (key.paper == 0 && itemAt(item)->id == key.item)
            return item;
        for (int place = 0; key.paper != 0 && place < rowCount(item); ++place) {
            if (const QModelIndex paper = index(place, 0, item); paperAt(paper)->id == key.paper)
                return paper;
        }
    }
    return {};
}

const AgendaItem *AgendaModel::itemAt(const QModelIndex &index) const
{
    if (!index.isValid())
        return nullptr;
    const size_t row = index.internalId() == 0 ? size_t(index.row()) : size_t(index.internalId() - 1);
    return row < m_meeting.items.size() ? &m_meeting.items[row] : nullptr;
}

const Paper *AgendaModel::paperAt(const QModelIndex &index) const
{
    const AgendaItem *item = itemAt(index);
    if (!item || index.internalId() == 0 || size_t(index.row()) >= item->papers.size())
        return nullptr;
    return &item->papers[size_t(index.row())];
}

QString AgendaModel::titleOf(const QModelIndex &index) const
{
    const AgendaItem *item = itemAt(index);
    if (!item)
        return {};
    const Paper *paper = paperAt(index);
    return paper
        ? paperLabel(*item, paper->id) + QStringLiteral("　") + paper->title
        : tr("%1. %2", "number and title of an item of the agenda").arg(QString::number(item->no), item->title);
}

QString AgendaModel::awaitedOf(const QModelIndex &index) const
{
    const Paper *paper = paperAt(index);
    if (!paper || !paper->files.empty())
        return {};
    if (paper->due.isValid() && paper->responsible && m_nameOf)
        return tr("awaited from %1 until %2").arg(m_nameOf(*paper->responsible), longDay(paper->due));
    return paper->due.isValid() ? tr("awaited until %1").arg(longDay(paper->due)) : tr("awaited");
}

QString AgendaModel::noteOf(const QModelIndex &index) const
{
    QStringList words;
    if (const Paper *paper = paperAt(index)) {
        if (!paper->files.empty()) {
            words += tr("%n page(s)", nullptr, paper->files.back().pages);
            if (paper->files.size() > 1)
                words += tr("revision %1").arg(paper->files.back().revision);
            const PaperReaders readers = m_opened ? readersOf(m_meeting, paper->id, *m_opened) : PaperReaders{};
            const auto all = readers.opened.size() + readers.missing.size();
            if (all > 0 && m_meeting.state != MeetingState::Draft) // nobody reads a draft
                words += tr("opened by %1 of %2").arg(readers.opened.size()).arg(all);
        }
    } else if (const AgendaItem *item = itemAt(index)) {
        words += itemKindName(item->kind).text(englishWording());
        if (item->minutes > 0)
            words += tr("%n minute(s)", nullptr, item->minutes);
        if (!item->hiddenFrom.empty())
            words += tr("hidden from %n", nullptr, int(item->hiddenFrom.size()));
    }
    return words.join(QStringLiteral(" ・ "));
}

QModelIndex AgendaModel::index(int row, int column, const QModelIndex &parent) const
{
    if (column != 0 || row < 0 || row >= rowCount(parent))
        return {};
    return createIndex(row, 0, parent.isValid() ? quintptr(parent.row()) + 1 : 0);
}

QModelIndex AgendaModel::parent(const QModelIndex &index) const
{
    if (!index.isValid() || index.internalId() == 0)
        return {};
    return createIndex(int(index.internalId() - 1), 0, quintptr(0));
}

int AgendaModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return int(m_meeting.items.size());
    return parent.internalId() == 0 ? int(m_meeting.items[size_t(parent.row())].papers.size()) : 0;
}

int AgendaModel::columnCount(const QModelIndex &) const
{
    return 1;
}

QVariant AgendaModel::data(const QModelIndex &index, int role) const
{
    if (!itemAt(index))
        return {};
    if (role == Qt::DisplayRole)
        return titleOf(index);
    if (role == Qt::AccessibleTextRole || role == Qt::ToolTipRole) {
        QStringList words{titleOf(index), awaitedOf(index), noteOf(index)};
        if (const Paper *paper = paperAt(index); paper && !paper->files.empty() && paper->files.back().late)
            words +=
                paper->files.size() > 1 ? tr("replaced after it was published") : tr("added after it was published");
        words.removeAll(QString());
        return words.join(QStringLiteral("、"));
    }
    return {};
}

Qt::ItemFlags AgendaModel::flags(const QModelIndex &index) const
{
    if (!m_editable)
        return QAbstractItemModel::flags(index);
    if (!index.isValid())
        return Qt::ItemIsDropEnabled;
    return QAbstractItemModel::flags(index) | Qt::ItemIsDragEnabled | Qt::ItemIsDropEnabled;
}

QStringList AgendaModel::mimeTypes() const
{
    return {kAgendaMime, QStringLiteral("text/uri-list")};
}

QMimeData *AgendaModel::mimeData(const QModelIndexList &indexes) const
{
    if (indexes.isEmpty())
        return nullptr;
    const AgendaKey dragged = key(indexes.front());
    auto *data = new QMimeData; // the drag owns it
    data->setData(kAgendaMime, QByteArray::number(dragged.item) + ' ' + QByteArray::number(dragged.paper));
    return data;
}

bool AgendaModel::canDropMimeData(const QMimeData *data, Qt::DropAction, int, int, const QModelIndex &parent) const
{
    if (!m_editable || !data)
        return false;
    if (const auto dragged = draggedKey(*data))
        return dragged->paper == 0 || parent.isValid();
    const QStringList files = droppedFiles(*data);
    return !m_meeting.items.empty() && std::any_of(files.begin(), files.end(), &PaperIntake::takes);
}

bool AgendaModel::dropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column,
                               const QModelIndex &parent)
{
    if (!canDropMimeData(data, action, row, column, parent))
        return false;
    const auto dragged = draggedKey(*data);
    if (dragged && dragged->paper == 0) {
        const QModelIndex onto = paperAt(parent) ? parent.parent() : parent;
        Q_EMIT itemMoved(dragged->item, onto.isValid() ? onto.row() : row < 0 ? rowCount() : row);
        return false; // it moves when the meeting comes back
    }
    // What is dropped between two items belongs to the one above.
    const QModelIndex gap = index(std::clamp(row < 0 ? rowCount() : row, 1, rowCount()) - 1, 0);
    const QModelIndex onto = parent.isValid() ? parent : gap;
    const AgendaItem *item = itemAt(onto);
    if (!item)
        return false;
    if (!dragged) {
        Q_EMIT filesDropped(item->id, droppedFiles(*data));
        return true;
    }
    const int place = paperAt(onto) ? onto.row() : row < 0 ? int(item->papers.size()) : row;
    Q_EMIT paperMoved(dragged->paper, item->id, place);
    return false;
}

} // namespace kessai
