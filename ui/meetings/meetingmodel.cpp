// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/meetings/meetingmodel.h"

#include "ui/formview/timetext.h"
#include "ui/theme/paint.h"
#include "ui/theme/theme.h"
#include "ui/theme/typescale.h"
#include "ui/widgets/cellpaint.h"
#include "ui/wording.h"

#include <QLocale>
#include <QPainter>

#include <algorithm>
#include <functional>

namespace kessai {

namespace {

constexpr int kMeetingPadding = 12;

/// "25日（水）", in English "Wed 25"
QString dayOfMonth(const QDate &day)
{
    if (englishWording())
        return QLocale::c().toString(day, QStringLiteral("ddd d"));
    return QLocale(QLocale::Japanese).toString(day, QStringLiteral("d日（ddd）"));
}

} // namespace

ChipLook meetingChip(MeetingState state)
{
    const QString word = meetingStateName(state).text(englishWording());
    switch (state) {
    case MeetingState::Draft: return {QStringLiteral("pencil"), word, Token::NeutralText, Token::NeutralFill};
    case MeetingState::Published: return {QStringLiteral("circle-check"), word, Token::InfoText, Token::InfoFill};
    case MeetingState::Running: return {QStringLiteral("presentation"), word, Token::SuccessText, Token::SuccessFill};
    case MeetingState::Closed: return {QStringLiteral("check"), word, Token::NeutralText, Token::NeutralFill};
    case MeetingState::Dropped: return {QStringLiteral("circle-x"), word, Token::DangerText, Token::DangerFill};
    }
    return {};
}

QString damagedMeetingText()
{
    return MeetingModel::tr(
        "The record of this meeting does not prove itself: it was changed outside of this program. Nothing can be "
        "done to it; tell your administrator.");
}

QString meetingHours(int begins, int ends)
{
    return writeTime(begins) + QStringLiteral("–") + writeTime(ends);
}

QString meetingWhen(const QDate &day, int begins, int ends, const QString &room)
{
    const QString when = dayTextWithWeekday(day) + QLatin1Char(' ') + meetingHours(begins, ends);
    return room.isEmpty() ? when : when + QStringLiteral(" ・ ") + room;
}

void MeetingModel::setEntries(const std::vector<MeetingEntry> &entries, const QDate &today)
{
    if (entries == m_entries && today == m_today && !m_lines.empty())
        return;
    beginResetModel();
    m_entries = entries;
    m_today = today;
    // What is to come by day; what is past the other way round, so that the newest stands first.
    const auto over = [&](const MeetingEntry &one) { return one.row.day < today; };
    const auto past = std::stable_partition(m_entries.begin(), m_entries.end(), std::not_fn(over));
    std::reverse(past, m_entries.end());
    m_lines.clear();
    QString heading;
    for (size_t i = 0; i < m_entries.size(); ++i) {
        if (const QString next = headingOf(m_entries[i].row.day); next != heading) {
            heading = next;
            m_lines.push_back({std::nullopt, heading});
        }
        m_lines.push_back({i, {}});
    }
    endResetModel();
}

QString MeetingModel::headingOf(const QDate &day) const
{
    if (day < m_today)
        return tr("Past: %1").arg(monthHeading(day));
    const QString text = dayTextWithWeekday(day);
    return day == m_today ? tr("Today, %1").arg(text) : day == m_today.addDays(1) ? tr("Tomorrow, %1").arg(text) : text;
}

QString MeetingModel::newsOf(const MeetingEntry &entry) const
{
    if (entry.row.awaited)
        return entry.due.isValid() ? tr("Your paper is awaited until %1").arg(longDay(entry.due))
                                   : tr("Your paper is awaited");
    if (entry.row.unseen == 0)
        return {};
    return entry.late ? tr("Added papers ・ %n not opened", nullptr, entry.row.unseen)
                      : tr("%n paper(s) not opened", nullptr, entry.row.unseen);
}

QString MeetingModel::keptOf(const MeetingEntry &entry) const
{
    if (!entry.kept)
        return entry.isOld ? tr("Not on this computer") : QString();
    if (entry.kept->of == 0)
        return {};
    const KeptState &kept = *entry.kept;
    if (!kept.isWhole())
        return (entry.isFetched ? tr("Being taken for offline: %1 of %2 papers")
                                : tr("%1 of %2 papers readable offline"))
            .arg(kept.papers)
            .arg(kept.of);
    return (kept.chosen ? tr("Kept for offline ・ %1") : tr("Readable offline ・ %1")).arg(fileSize(kept.bytes));
}

const MeetingEntry *MeetingModel::entry(int row) const
{
    if (row < 0 || size_t(row) >= m_lines.size() || !m_lines[size_t(row)].entry)
        return nullptr;
    return &m_entries[*m_lines[size_t(row)].entry];
}

int MeetingModel::rowOf(MeetingId id) const
{
    for (int row = 0; row < int(m_lines.size()); ++row) {
        if (const MeetingEntry *one = entry(row); one && one->row.id == id)
            return row;
    }
    return -1;
}

int MeetingModel::firstEntry() const
{
    return m_lines.empty() ? -1 : 1; // behind its heading
}

int MeetingModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_lines.size());
}

int MeetingModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

Qt::ItemFlags MeetingModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    return entry(index.row()) ? QAbstractTableModel::flags(index) : Qt::NoItemFlags;
}

QVariant MeetingModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || size_t(index.row()) >= m_lines.size())
        return {};
    const MeetingEntry *one = entry(index.row());
    if (!one)
        return role == Qt::DisplayRole ? QVariant(m_lines[size_t(index.row())].heading) : QVariant();
    const MeetingRow &row = one->row;
    const QString hours = meetingHours(row.begins, row.ends);
    const QString state = meetingStateName(row.state).text(englishWording());
    if (role == Qt::AccessibleTextRole)
        return QStringList{meetingWhen(row.day, row.begins, row.ends, row.room), row.title, newsOf(*one), keptOf(*one),
                           state}
            .join(QStringLiteral("、"));
    if (role == kKeptRole)
        return keptOf(*one);
    if (role == Qt::ToolTipRole && index.column() == Title)
        return row.title;
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case When: return row.day < m_today ? dayOfMonth(row.day) : hours;
    case Title: return row.title;
    case News: return newsOf(*one);
    case State: return state;
    default: return {};
    }
}

QVariant MeetingModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::AlignLeft | Qt::AlignVCenter);
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case When: return tr("Time");
    case Title: return tr("Meeting");
    case News: return tr("Papers");
    case State: return tr("State");
    default: return {};
    }
}

void MeetingDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto *model = qobject_cast<const MeetingModel *>(index.model());
    if (!model)
        return;
    const PainterGuard guard(*painter);
    const MeetingEntry *entry = model->entry(index.row());
    const QRectF cell = QRectF(option.rect).adjusted(kMeetingPadding, 0, -kMeetingPadding, 0);
    const QString text = index.data().toString();
    if (!entry) {
        painter->fillRect(option.rect, tokens()[Token::SurfaceAlt]);
        paintElided(*painter, cell, text, fontFor(TextRole::BodyStrong), tokens()[Token::Text2]);
        return;
    }
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    QStyleOptionViewItem ground(option);
    ground.state.setFlag(QStyle::State_MouseOver, false); // a row is chosen, not a cell
    paintRowGround(*painter, ground, index.column() == 0);
    const MeetingRow &row = entry->row;
    switch (index.column()) {
    case MeetingModel::When:
        paintCell(*painter, cell,
                  {text, text.contains(QLatin1Char(':')) ? QString() : meetingHours(row.begins, row.ends)}, selected);
        break;
    case MeetingModel::Title: {
        const QString role = !row.role || *row.role == MeetingRole::Member
            ? QString()
            : meetingRoleName(*row.role).text(englishWording());
        QStringList words{row.room, role};
        words.removeAll(QString());
        paintCell(*painter, cell,
                  {.first = row.title, .second = words.join(QStringLiteral(" ・ ")), .strong = row.unseen > 0},
                  selected);
        break;
    }
    case MeetingModel::News:
        paintCell(*painter, cell,
                  {.first = text,
                   .second = index.data(MeetingModel::kKeptRole).toString(),
                   .tone = row.awaited ? Token::WarnText : Token::Text2},
                  selected);
        break;
    case MeetingModel::State: paintChip(*painter, cell, meetingChip(row.state), selected); break;
    default: break;
    }
}

} // namespace kessai
