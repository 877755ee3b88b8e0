// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/calendar/sectiongrid.h"

#include "ui/calendar/daywords.h"
#include "ui/theme/paint.h"
#include "ui/theme/theme.h"
#include "ui/theme/typescale.h"
#include "ui/wording.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QLocale>
#include <QPainter>

#include <algorithm>

namespace kessai {

namespace {

constexpr int kPersonRow = 34;
constexpr int kNameColumn = 178;
constexpr int kNarrowestDay = 26;
constexpr int kBarInset = 2;
constexpr double kFaint = 0.35; ///< of the rest of a day of which only a part is away

/// Red for Sundays and holidays, blue for Saturdays, as calendars are printed.
Token dayToken(const SectionSheet::Day &day)
{
    if (day.kind == DayKind::Holiday || !day.holiday.isEmpty() || day.day.dayOfWeek() == Qt::Sunday)
        return Token::DangerText;
    return day.day.dayOfWeek() == Qt::Saturday ? Token::InfoText : Token::Text;
}

/// The day of the month above the day of the week.
class DayHeader final : public QHeaderView {
public:
    explicit DayHeader(QWidget *parent) : QHeaderView(Qt::Horizontal, parent)
    {
        setSectionsClickable(false);
        setMinimumSectionSize(kNarrowestDay);
    }
    QSize sizeHint() const override { return {QHeaderView::sizeHint().width(), grown(44)}; }

protected:
    void paintSection(QPainter *painter, const QRect &rect, int column) const override
    {
        const auto *days = qobject_cast<const SectionModel *>(model());
        if (!days || column >= int(days->sheet().days.size()))
            return;
        const PainterGuard guard(*painter);
        const Tokens &t = tokens();
        const SectionSheet::Day &day = days->sheet().days[size_t(column)];
        const bool isToday = day.day == days->sheet().today;
        painter->fillRect(rect, t[Token::SurfaceAlt]);
        painter->setPen(t[Token::Border]);
        painter->drawLine(rect.bottomLeft(), rect.bottomRight());
        const QRectF number(rect.x(), rect.y() + 2, rect.width(), rect.height() / 2.0 - 1);
        const QRectF week(rect.x(), number.bottom(), rect.width(), rect.height() / 2.0 - 2);
        if (isToday)
            paintRounded(*painter, number.adjusted(1, 1, -1, 0), number.height() / 2, t[Token::Primary]);
        paintElided(*painter, number, QString::number(day.day.day()), fontFor(TextRole::TableHeader),
                    t[isToday ? Token::OnPrimary : dayToken(day)], Qt::AlignCenter);
        paintElided(*painter, week, QLocale().standaloneDayName(day.day.dayOfWeek(), QLocale::NarrowFormat),
                    fontFor(TextRole::Small), t[dayToken(day)], Qt::AlignCenter);
    }
};

/// The name, and behind it the post in small letters.
class PersonHeader final : public QHeaderView {
public:
    explicit PersonHeader(QWidget *parent) : QHeaderView(Qt::Vertical, parent) { setSectionsClickable(false); }
    QSize sizeHint() const override { return {grown(kNameColumn), QHeaderView::sizeHint().height()}; }

protected:
    void paintSection(QPainter *painter, const QRect &rect, int row) const override
    {
        const auto *people = qobject_cast<const SectionModel *>(model());
        if (!people)
            return;
        const PainterGuard guard(*painter);
        const Tokens &t = tokens();
        painter->fillRect(rect, t[row == SectionModel::kCountRow ? Token::SurfaceAlt : Token::Surface]);
        painter->setPen(t[Token::Border]);
        painter->drawLine(rect.bottomLeft(), rect.bottomRight());
        painter->drawLine(rect.topRight(), rect.bottomRight());
        const QRectF room = QRectF(rect).adjusted(10, 0, -6, 0);
        const QString name = people->headerData(row, Qt::Vertical, Qt::DisplayRole).toString();
        const QFont font = fontFor(TextRole::Body);
        paintElided(*painter, room, name, font, t[Token::Text]);
        if (row == SectionModel::kCountRow)
            return;
        const qreal used = QFontMetricsF(font).horizontalAdvance(name) + 8;
        paintElided(*painter, room.adjusted(used, 1, 0, 0), people->sheet().people[size_t(row) - 1].title,
                    fontFor(TextRole::Small), t[Token::Text2]);
    }
};

} // namespace

QString awayText(const AwayDay &day, int dayMinutes)
{
    if (day.registered) {
        switch (*day.registered) {
        case AbsenceKind::Leave: return SectionModel::tr("Leave");
        case AbsenceKind::Trip: return SectionModel::tr("Trip");
        case AbsenceKind::Training: return SectionModel::tr("Training");
        case AbsenceKind::Other: return SectionModel::tr("Away");
        }
    }
    const qint64 minutes = day.used + day.reserved;
    const QString leave =
        minutes >= dayMinutes ? SectionModel::tr("Leave") : SectionModel::tr("Leave, %1").arg(minutesText(minutes));
    return day.waits() ? SectionModel::tr("%1, waiting for approval").arg(leave) : leave;
}

void SectionModel::setSheet(const SectionSheet &sheet)
{
    beginResetModel();
    m_sheet = sheet;
    endResetModel();
}

const AwayDay *SectionModel::awayAt(const QModelIndex &index) const
{
    if (!index.isValid() || index.row() == kCountRow || index.row() > int(m_sheet.people.size()))
        return nullptr;
    return &m_sheet.people[size_t(index.row()) - 1].days[size_t(index.column())];
}

int SectionModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() || m_sheet.days.empty() ? 0 : int(m_sheet.people.size()) + 1;
}

int SectionModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_sheet.days.size());
}

QString SectionModel::spoken(const QModelIndex &index) const
{
    const SectionSheet::Day &day = m_sheet.days[size_t(index.column())];
    const QString when = dayTextWithWeekday(day.day);
    if (index.row() == kCountRow) {
        const QString count = tr("%1: %n of %2 away", "day, people", day.away).arg(when).arg(m_sheet.people.size());
        return day.crowded ? tr("%1, many at once").arg(count) : count;
    }
    const SectionSheet::Person &person = m_sheet.people[size_t(index.row()) - 1];
    const AwayDay &away = person.days[size_t(index.column())];
    return tr("%1, %2: %3", "person, day, whether away")
        .arg(person.name, when, away.away() ? awayText(away, person.dayMinutes) : tr("there"));
}

QVariant SectionModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    if (role == Qt::AccessibleTextRole || role == Qt::ToolTipRole)
        return spoken(index);
    if (role != Qt::DisplayRole)
        return {};
    if (index.row() == kCountRow) {
        const int away = m_sheet.days[size_t(index.column())].away;
        return away > 0 ? QString::number(away) : QString();
    }
    const AwayDay *away = awayAt(index);
    if (!away->away())
        return QString();
    if (away->waits())
        return tr("?", "one letter: leave that waits for approval");
    switch (away->registered.value_or(AbsenceKind::Leave)) {
    case AbsenceKind::Leave: return tr("L", "one letter: leave");
    case AbsenceKind::Trip: return tr("T", "one letter: trip");
    case AbsenceKind::Training: return tr("S", "one letter: training");
    case AbsenceKind::Other: return tr("A", "one letter: away");
    }
    return {};
}

QVariant SectionModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role != Qt::DisplayRole)
        return {};
    if (orientation == Qt::Horizontal)
        return section < int(m_sheet.days.size()) ? dayTextWithWeekday(m_sheet.days[size_t(section)].day) : QString();
    if (section == kCountRow)
        return tr("Away");
    return section <= int(m_sheet.people.size()) ? m_sheet.people[size_t(section) - 1].name : QString();
}

void AwayDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto *model = qobject_cast<const SectionModel *>(index.model());
    if (!model)
        return;
    const PainterGuard guard(*painter);
    const Tokens &t = tokens();
    const SectionSheet::Day &day = model->sheet().days[size_t(index.column())];
    const bool counts = index.row() == SectionModel::kCountRow;
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const QRect rect = option.rect;
    painter->fillRect(rect,
                      t[selected                                  ? Token::Selection
                            : day.kind != DayKind::Duty || counts ? Token::SurfaceAlt
                                                                  : Token::Surface]);
    painter->setPen(t[Token::Border]);
    painter->drawLine(rect.bottomLeft(), rect.bottomRight());
    painter->drawLine(rect.topRight(), rect.bottomRight());
    const QString letter = index.data().toString();
    const QRectF bar = QRectF(rect).adjusted(kBarInset, kBarInset + 2, -kBarInset - 1, -kBarInset - 3);
    if (counts) {
        if (day.crowded)
            paintRounded(*painter, bar, 4, t[Token::WarnFill], t[Token::WarnText]);
        paintElided(*painter, rect, letter, fontFor(day.crowded ? TextRole::BodyStrong : TextRole::Body),
                    t[day.crowded    ? Token::WarnText
                          : selected ? Token::OnSelection
                                     : Token::Text],
                    Qt::AlignCenter);
    } else if (const AwayDay *away = model->awayAt(index); away->away()) {
        const SectionSheet::Person &person = model->sheet().people[size_t(index.row()) - 1];
        const qint64 whole = std::max(1, person.dayMinutes);
        const qint64 minutes = away->registered ? whole : std::min(whole, away->used + away->reserved);
        const bool waits = away->waits();
        const bool leave = !away->registered || *away->registered == AbsenceKind::Leave;
        const Token ink = waits ? Token::WarnText : leave ? Token::SuccessText : Token::InfoText;
        const Token fill = waits ? Token::WarnFill : leave ? Token::SuccessFill : Token::InfoFill;
        // As much of the cell is filled from below as of the day is away.
        QRectF part = bar;
        part.setTop(bar.bottom() - std::max(4.0, bar.height() * double(minutes) / double(whole)));
        const QColor ground = t[selected ? Token::Selection : Token::Surface];
        paintRounded(*painter, bar, 4, mixed(t[fill], ground, kFaint));
        paintRounded(*painter, part, 4, t[fill]);
        if (waits || t.highContrast())
            paintRounded(*painter, bar, 4, QColor(), t[ink]);
        paintElided(*painter, rect, letter, fontFor(TextRole::Caption), t[ink], Qt::AlignCenter);
    }
    if (option.state.testFlag(QStyle::State_HasFocus) && selected) {
        painter->setPen(QPen(t[Token::Focus], 2));
        painter->drawRect(QRectF(rect).adjusted(1, 1, -2, -2));
    }
}

SectionGrid::SectionGrid(QWidget *parent) : QTableView(parent), m_model(new SectionModel(this))
{
    setObjectName(QStringLiteral("sectionGrid"));
    setAccessibleName(tr("Who is away"));
    setModel(m_model);
    setItemDelegate(new AwayDelegate(this));
    setHorizontalHeader(new DayHeader(this));
    setVerticalHeader(new PersonHeader(this));
    horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setCornerButtonEnabled(false);
    setSelectionMode(SingleSelection);
    setTabKeyNavigation(false);
    setEditTriggers(NoEditTriggers);
    setVerticalScrollMode(ScrollPerPixel);
    measure();
}

void SectionGrid::measure()
{
    verticalHeader()->setDefaultSectionSize(grown(kPersonRow));
    verticalHeader()->setFixedWidth(grown(kNameColumn));
}

void SectionGrid::setSheet(const SectionSheet &sheet)
{
    const QModelIndex before = currentIndex();
    const int today = int(sheet.first.daysTo(sheet.today));
    const bool thisMonth = today >= 0 && today < int(sheet.days.size());
    m_model->setSheet(sheet);
    const int column = before.isValid() ? std::min(before.column(), m_model->columnCount() - 1) : thisMonth ? today : 0;
    const int row = std::min(before.isValid() ? before.row() : 1, m_model->rowCount() - 1);
    setCurrentIndex(m_model->index(row, column));
}

void SectionGrid::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_PageUp)
        Q_EMIT stepped(-1);
    else if (event->key() == Qt::Key_PageDown)
        Q_EMIT stepped(1);
    else
        QTableView::keyPressEvent(event);
}

void SectionGrid::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::StyleChange)
        measure();
}

} // namespace kessai
