// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/calendar/monthgrid.h"

#include "ui/calendar/daywords.h"
#include "ui/theme/icon.h"
#include "ui/theme/paint.h"
#include "ui/theme/theme.h"
#include "ui/theme/typescale.h"

#include <QContextMenuEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLocale>
#include <QPainter>

namespace kessai {

namespace {

constexpr int kWeekDays = 7;
constexpr int kDayPadding = 6;
constexpr int kNumberRoom = 26;
constexpr int kChipRoom = 24; // a chip with the gap below it
constexpr int kDayChipPadding = 5;
constexpr int kDayChipIcon = 13;
constexpr int kDayChipGap = 4;
constexpr int kMoreRoom = 18;

/// Sundays and holidays are written in red and Saturdays in blue, as on every Japanese calendar; the words say it too.
Token numberToken(const MonthDay &day)
{
    if (day.kind == DayKind::Holiday || !day.holiday.isEmpty() || day.day.dayOfWeek() == Qt::Sunday)
        return Token::DangerText;
    return day.day.dayOfWeek() == Qt::Saturday ? Token::InfoText : Token::Text;
}

void paintNumber(QPainter &painter, const QRectF &head, const MonthDay &day, const MonthSheet &sheet, bool selected)
{
    const Tokens &t = tokens();
    const bool outside = day.day.month() != sheet.first.month();
    const QFont font = fontFor(day.day == sheet.today ? TextRole::BodyStrong : TextRole::Body);
    const QString number = QString::number(day.day.day());
    const QFontMetricsF metrics(font);
    const qreal width = std::max(head.height(), metrics.horizontalAdvance(number) + 8);
    const QRectF disc(head.x() - 2, head.y() + 1, width, head.height() - 2);
    QColor ink = t[selected ? Token::OnSelection : outside ? Token::Text2 : numberToken(day)];
    if (day.day == sheet.today) {
        paintRounded(painter, disc, disc.height() / 2, t[Token::Primary]);
        ink = t[Token::OnPrimary];
    }
    paintElided(painter, disc, number, font, ink, Qt::AlignCenter);
    const QRectF rest(disc.right() + 4, head.y(), head.right() - disc.right() - 4, head.height());
    if (!day.holiday.isEmpty())
        paintElided(painter, rest, day.holiday, fontFor(TextRole::Small),
                    t[selected      ? Token::OnSelection2
                          : outside ? Token::Text2
                                    : Token::DangerText]);
}

/// A chip as wide as the day, with less air than one that stands alone: the words have to fit.
void paintDayChip(QPainter &painter, const QRectF &chip, const ChipLook &look, bool selected)
{
    const Tokens &t = tokens();
    const QColor ink = t[look.text];
    const QColor ground = t[selected ? Token::Surface : look.fill];
    const QColor outline = t.highContrast() ? t[Token::Border] : selected ? mixed(ink, ground, 0.35) : QColor();
    paintRounded(painter, chip, 4, ground, outline);
    const int size = grown(kDayChipIcon);
    const QRectF mark(chip.x() + kDayChipPadding, chip.y() + (chip.height() - size) / 2, size, size);
    paintIcon(painter, mark, look.icon, ink);
    const qreal left = mark.right() + kDayChipGap;
    paintElided(painter, QRectF(left, chip.y(), chip.right() - kDayChipPadding + 2 - left, chip.height()), look.word,
                fontFor(TextRole::Caption), ink);
}

} // namespace

void MonthModel::setSheet(const MonthSheet &sheet)
{
    beginResetModel();
    m_sheet = sheet;
    endResetModel();
}

QModelIndex MonthModel::indexOf(const QDate &day) const
{
    if (m_sheet.days.empty())
        return {};
    const qint64 at = m_sheet.days.front().day.daysTo(day);
    if (at < 0 || at >= qint64(m_sheet.days.size()))
        return {};
    return index(int(at / kWeekDays), int(at % kWeekDays));
}

const MonthDay *MonthModel::dayAt(const QModelIndex &index) const
{
    const size_t at = size_t(index.row() * kWeekDays + index.column());
    return index.isValid() && at < m_sheet.days.size() ? &m_sheet.days[at] : nullptr;
}

int MonthModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_sheet.days.size()) / kWeekDays;
}

int MonthModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : kWeekDays;
}

QVariant MonthModel::data(const QModelIndex &index, int role) const
{
    const MonthDay *day = dayAt(index);
    if (!day)
        return {};
    switch (role) {
    case Qt::DisplayRole: return QString::number(day->day.day());
    case Qt::AccessibleTextRole:
    case Qt::ToolTipRole: return spokenDay(*day, m_sheet.today);
    case DayRole: return QVariant::fromValue(day);
    default: return {};
    }
}

QVariant MonthModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Vertical || (role != Qt::DisplayRole && role != Qt::AccessibleTextRole))
        return role == Qt::DisplayRole ? QVariant(QString()) : QVariant();
    const int day = section == 0 ? int(Qt::Sunday) : section;
    return QLocale().standaloneDayName(day, role == Qt::DisplayRole ? QLocale::ShortFormat : QLocale::LongFormat);
}

void DayDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto *model = qobject_cast<const MonthModel *>(index.model());
    const MonthDay *day = model ? model->dayAt(index) : nullptr;
    if (!day)
        return;
    const PainterGuard guard(*painter);
    const Tokens &t = tokens();
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const bool outside = day->day.month() != model->sheet().first.month();
    const bool off = day->kind != DayKind::Duty;
    painter->fillRect(option.rect,
                      t[selected             ? Token::Selection
                            : outside || off ? Token::SurfaceAlt
                                             : Token::Surface]);
    painter->setPen(t[Token::Border]);
    painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    painter->drawLine(option.rect.topRight(), option.rect.bottomRight());

    const QRectF cell = QRectF(option.rect).adjusted(kDayPadding, 4, -kDayPadding, -3);
    const qreal numberRoom = grown(kNumberRoom);
    paintNumber(*painter, QRectF(cell.x(), cell.y(), cell.width(), numberRoom - 4), *day, model->sheet(), selected);
    if (outside)
        painter->setOpacity(t.highContrast() ? 1.0 : 0.7);
    qreal y = cell.y() + numberRoom;
    const qreal chip = grown(kChipRoom);
    for (size_t i = 0; i < day->items.size(); ++i) {
        const qreal left = cell.bottom() - y;
        const size_t more = day->items.size() - i;
        const bool last = more == 1;
        if (left < chip - 2 || (!last && left < chip + grown(kMoreRoom) && left < 2 * chip - 2)) {
            paintElided(*painter, QRectF(cell.x(), y, cell.width(), std::min<qreal>(left, grown(kMoreRoom))),
                        tr("%n more", nullptr, int(more)), fontFor(TextRole::Small),
                        t[selected ? Token::OnSelection2 : Token::Text2]);
            break;
        }
        paintDayChip(*painter, QRectF(cell.x(), y, cell.width(), chip - 2), itemChip(day->items[i]), selected);
        y += chip;
    }
    if (option.state.testFlag(QStyle::State_HasFocus) && selected) {
        painter->setOpacity(1.0);
        painter->setPen(QPen(t[Token::Focus], 2));
        painter->drawRect(QRectF(option.rect).adjusted(1, 1, -2, -2));
    }
}

MonthGrid::MonthGrid(QWidget *parent) : QTableView(parent), m_model(new MonthModel(this))
{
    setObjectName(QStringLiteral("monthGrid"));
    setModel(m_model);
    setItemDelegate(new DayDelegate(this));
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setSelectionMode(SingleSelection);
    setTabKeyNavigation(false);
    setEditTriggers(NoEditTriggers);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    verticalHeader()->hide();
    verticalHeader()->setMinimumSectionSize(grown(kNumberRoom + kChipRoom));
    verticalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    horizontalHeader()->setSectionsClickable(false);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setDefaultAlignment(Qt::AlignCenter);
    setMinimumHeight(6 * grown(kNumberRoom + kChipRoom) + 30);
}

void MonthGrid::setSheet(const MonthSheet &sheet, const QDate &day)
{
    m_quiet = true; // the day one stands on is the caller's
    m_model->setSheet(sheet);
    setCurrentIndex(m_model->indexOf(day));
    m_quiet = false;
    setAccessibleName(currentIndex().data(Qt::AccessibleTextRole).toString());
}

const MonthDay *MonthGrid::current() const
{
    return m_model->dayAt(currentIndex());
}

void MonthGrid::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTableView::currentChanged(current, previous);
    const MonthDay *day = m_model->dayAt(current);
    if (!day || m_quiet)
        return;
    if (day->day.month() != m_model->sheet().first.month())
        Q_EMIT monthWanted(day->day);
    else
        Q_EMIT dayChosen(day->day);
}

/// Goes to a day, of whatever month.
void MonthGrid::go(const QDate &day)
{
    const QModelIndex index = m_model->indexOf(day);
    if (index.isValid() && day.month() == m_model->sheet().first.month())
        setCurrentIndex(index);
    else
        Q_EMIT monthWanted(day);
}

void MonthGrid::keyPressEvent(QKeyEvent *event)
{
    const MonthDay *day = current();
    if (!day)
        return QTableView::keyPressEvent(event);
    const QDate at = day->day;
    switch (event->key()) {
    case Qt::Key_Left: return go(at.addDays(-1));
    case Qt::Key_Right: return go(at.addDays(1));
    case Qt::Key_Up: return go(at.addDays(-kWeekDays));
    case Qt::Key_Down: return go(at.addDays(kWeekDays));
    case Qt::Key_PageUp: return go(at.addMonths(-1));
    case Qt::Key_PageDown: return go(at.addMonths(1));
    case Qt::Key_Home: return go(QDate(at.year(), at.month(), 1));
    case Qt::Key_End: return go(QDate(at.year(), at.month(), at.daysInMonth()));
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space: return activate();
    default: QTableView::keyPressEvent(event);
    }
}

void MonthGrid::activate()
{
    Q_EMIT dayActivated(viewport()->mapToGlobal(visualRect(currentIndex()).center()));
}

void MonthGrid::mouseDoubleClickEvent(QMouseEvent *event)
{
    QTableView::mouseDoubleClickEvent(event);
    if (currentIndex().isValid())
        activate();
}

void MonthGrid::contextMenuEvent(QContextMenuEvent *event)
{
    if (currentIndex().isValid())
        Q_EMIT dayActivated(event->reason() == QContextMenuEvent::Mouse
                                ? event->globalPos()
                                : viewport()->mapToGlobal(visualRect(currentIndex()).center()));
}

} // namespace kessai
