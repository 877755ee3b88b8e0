// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/navigationlist.h"

#include "ui/theme/icon.h"
#include "ui/theme/paint.h"
#include "ui/theme/theme.h"
#include "ui/theme/typescale.h"

#include <QEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QScopedValueRollback>
#include <QScrollBar>
#include <QStandardItemModel>
#include <QStyledItemDelegate>
#include <QtMath>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace kessai {

namespace {

enum NavRole : int {
    NavIdRole = Qt::UserRole + 1, ///< QString, empty for a heading
    NavIconRole,                  ///< QString
    NavBadgeRole,                 ///< int, a BadgeKind
    NavCountRole,                 ///< int; of a heading that is folded, all that asks for something in it
    NavGroupRole,                 ///< QString, the title of the group
    NavFoldRole,                  ///< int, a Fold; of headings
};

enum class Fold { Never, Open, Folded };

constexpr int kNavItemHeight = 38;
constexpr int kMoreHeight = 16; ///< the strip that says that there is more above or below
constexpr int kNavSecondLine = 16;
constexpr int kNavHeadingHeight = 34;
constexpr int kNavInset = 8;
constexpr int kChevronSize = 16;
constexpr int kRailAbove = 6;
constexpr int kRailBelow = 4;
constexpr int kRailText = Qt::AlignHCenter | Qt::AlignTop | Qt::TextWordWrap | Qt::TextWrapAnywhere;

class NavDelegate final : public QStyledItemDelegate {
public:
    explicit NavDelegate(NavigationList *list) : QStyledItemDelegate(list), m_list(list) {}

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const override
    {
        const bool heading = index.data(NavIdRole).toString().isEmpty();
        if (m_list->isRail())
            return {grown(metric::kRailWidth), heading ? 9 : railHeight(index.data().toString())};
        // The first heading stands closer to what is above the list.
        if (heading)
            return {metric::kNavigationWidth, grown(kNavHeadingHeight) - (index.row() == 0 ? 6 : 0)};
        return {metric::kNavigationWidth, grown(kNavItemHeight) + (takesTwoLines(index) ? grown(kNavSecondLine) : 0)};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        if (index.data(NavIdRole).toString().isEmpty())
            paintHeading(*painter, option, index);
        else
            paintPlace(*painter, option, index);
    }

private:
    static QRectF railWords(const QRectF &place)
    {
        return place.adjusted(1, kRailAbove + grown(metric::kIconSize) + 2, -1, 0);
    }

    /// A name as it stands below its icon: what does not fit on a line is parted evenly, so that no line has a single character.
    static QString railText(const QString &name)
    {
        const qreal room = railWords(QRectF(0, 0, grown(metric::kRailWidth), 0)).width();
        const qreal needed = QFontMetricsF(fontFor(TextRole::Small)).horizontalAdvance(name);
        const auto lines = qCeil(needed / room);
        if (lines < 2 || name.contains(u' '))
            return name; // words are parted where they end
        QString parted = name;
        const qsizetype each = (name.size() + lines - 1) / lines;
        for (qsizetype at = each * (lines - 1); at > 0; at -= each)
            parted.insert(at, u'\n');
        return parted;
    }

    static int railHeight(const QString &name)
    {
        const QRectF room = railWords(QRectF(0, 0, grown(metric::kRailWidth), grown(120)));
        const QFontMetricsF metrics(fontFor(TextRole::Small));
        const qreal needed = metrics.boundingRect(room, kRailText, railText(name)).height();
        return qCeil(room.y() + std::min(needed, 3 * metrics.lineSpacing()) + kRailBelow);
    }

    /// Whether a name needs the second line it may have; measured as it is where it is chosen.
    bool takesTwoLines(const QModelIndex &index) const
    {
        const qreal room = m_list->viewport()->width() - 2 * kNavInset - 28 - grown(metric::kIconSize);
        return m_list->isTwoLines()
            && QFontMetricsF(fontFor(TextRole::BodyStrong)).horizontalAdvance(index.data().toString()) > room;
    }

    void paintHeading(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
    {
        const PainterGuard guard(painter);
        if (m_list->isRail()) {
            if (index.row() > 0)
                painter.fillRect(QRect(option.rect.x() + 14, option.rect.center().y(), option.rect.width() - 28, 1),
                                 tokens()[Token::Border]);
            return;
        }
        QRectF rect = QRectF(option.rect).adjusted(18, 0, -kNavInset, -4);
        if (const auto fold = Fold(index.data(NavFoldRole).toInt()); fold != Fold::Never) {
            const QRectF body = QRectF(option.rect).adjusted(kNavInset, 8, -kNavInset, 0);
            if (option.state & QStyle::State_MouseOver)
                paintRounded(painter, body, metric::kControlRadius, tokens()[Token::NeutralFill]);
            if (option.state & QStyle::State_HasFocus && option.state & QStyle::State_KeyboardFocusChange)
                paintRounded(painter, body, metric::kControlRadius, {}, tokens()[Token::Focus], 2);
            const qreal side = grown(kChevronSize);
            paintIcon(painter, QRectF(body.right() - side - 8, body.center().y() - side / 2, side, side),
                      fold == Fold::Open ? QStringLiteral("chevron-up") : QStringLiteral("chevron-down"),
                      tokens()[Token::Text2]);
            const QRectF badge(body.x(), body.y(), body.width() - side - 16, body.height());
            if (fold == Fold::Folded)
                paintBadge(painter, badge, index.data(NavCountRole).toInt(), BadgeKind::Attention);
            rect.setRight(badge.right());
        }
        paintElided(painter, rect, index.data().toString(), fontFor(TextRole::Caption), tokens()[Token::Text2],
                    Qt::AlignLeft | Qt::AlignBottom);
    }

    void paintPlace(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
    {
        const PainterGuard guard(painter);
        const Tokens &t = tokens();
        const bool rail = m_list->isRail();
        const bool selected = index.data(NavIdRole).toString() == m_list->currentId();
        const QRectF body = QRectF(option.rect).adjusted(rail ? 1 : kNavInset, 1, rail ? -1 : -kNavInset, -1);
        if (selected)
            paintRounded(painter, body, metric::kControlRadius, t[Token::Selection]);
        else if (option.state & QStyle::State_MouseOver)
            paintRounded(painter, body, metric::kControlRadius, t[Token::NeutralFill],
                         t.highContrast() ? t[Token::Border] : QColor());
        if (option.state & QStyle::State_HasFocus && option.state & QStyle::State_KeyboardFocusChange)
            paintRounded(painter, body, metric::kControlRadius, {}, t[Token::Focus], 2);

        const QColor mark = t[selected ? Token::OnSelectionMark : Token::Text2];
        const qreal side = grown(metric::kIconSize);
        const QRectF image(rail ? body.center().x() - side / 2 : body.x() + 11,
                           rail ? option.rect.y() + kRailAbove : body.center().y() - side / 2, side, side);
        paintIcon(painter, image, index.data(NavIconRole).toString(), mark);

        const int count = index.data(NavCountRole).toInt();
        const auto badge = static_cast<BadgeKind>(index.data(NavBadgeRole).toInt());
        if (rail) {
            if (badge == BadgeKind::Attention && count > 0)
                paintRounded(painter, QRectF(image.right() + 1, image.y() - 3, 9, 9), 4.5,
                             t[selected ? Token::OnSelectionMark : Token::Primary], t[Token::Surface], 1);
            painter.setFont(fontFor(TextRole::Small));
            painter.setPen(t[selected ? Token::OnSelectionMark : Token::Text]);
            painter.drawText(railWords(QRectF(option.rect)), kRailText, railText(index.data().toString()));
            return;
        }
        const QSize badgeRoom = badgeSize(count, badge);
        QRectF text = body.adjusted(11 + side + 9, 0, -8, 0);
        paintBadge(painter, text, count, badge, selected);
        text.setRight(text.right() - (badgeRoom.isEmpty() ? 0 : badgeRoom.width() + 6));
        const QColor word = selected ? t[Token::OnSelectionMark] : t[Token::Text];
        if (takesTwoLines(index)) {
            painter.setFont(fontFor(selected ? TextRole::BodyStrong : TextRole::Body));
            painter.setPen(word);
            painter.drawText(text, Qt::AlignVCenter | Qt::TextWrapAnywhere, index.data().toString());
            return;
        }
        paintElided(painter, text, index.data().toString(), fontFor(selected ? TextRole::BodyStrong : TextRole::Body),
                    word);
    }

    NavigationList *m_list;
};

} // namespace

NavigationList::NavigationList(QWidget *parent) : QListView(parent), m_model(new QStandardItemModel(this))
{
    setModel(m_model);
    setItemDelegate(new NavDelegate(this));
    setFrameShape(QFrame::NoFrame);
    setMouseTracking(true);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setTabKeyNavigation(false);
    setAccessibleName(tr("Navigation"));
    viewport()->setAttribute(Qt::WA_Hover);
    connect(verticalScrollBar(), &QScrollBar::valueChanged, viewport(), qOverload<>(&QWidget::update));
    // The window may show something else than the current place, such as a form being corrected.
    connect(this, &QListView::clicked, this, [this](const QModelIndex &index) {
        if (const auto fold = Fold(index.data(NavFoldRole).toInt()); fold != Fold::Never)
            setOpen(index, fold == Fold::Folded);
        else if (!m_told && !index.data(NavIdRole).toString().isEmpty())
            Q_EMIT placeChosen(currentId());
    });
    setRail(false);
}

void NavigationList::setTwoLines(bool twoLines)
{
    m_twoLines = twoLines;
    setResizeMode(QListView::Adjust); // how many lines a name takes goes by the width
}

void NavigationList::setGroups(const std::vector<NavGroup> &groups)
{
    const QScopedValueRollback quiet(m_quiet, true);
    const QString before = currentId();
    m_model->clear();
    for (const NavGroup &group : groups) {
        if (!group.title.isEmpty())
            appendHeading(group);
        for (const NavItem &place : group.items) {
            auto *item = new QStandardItem(place.text);
            item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
            item->setData(place.id, NavIdRole);
            item->setData(place.icon, NavIconRole);
            item->setData(static_cast<int>(place.badge), NavBadgeRole);
            if (group.folds)
                item->setData(group.title, NavGroupRole);
            m_model->appendRow(item);
            setCount(place.id, place.count);
        }
    }
    QModelIndex current = indexOf(before);
    for (int row = 0; !current.isValid() && row < m_model->rowCount(); ++row)
        if (m_model->item(row)->isSelectable())
            current = m_model->index(row, 0);
    setCurrentIndex(current);
    showFolding();
}

void NavigationList::appendHeading(const NavGroup &group)
{
    auto *heading = new QStandardItem(group.title);
    heading->setFlags(group.folds ? Qt::ItemIsEnabled : Qt::NoItemFlags);
    if (group.folds)
        heading->setData(group.title, NavGroupRole);
    heading->setData(int(group.folds ? Fold::Folded : Fold::Never), NavFoldRole);
    m_model->appendRow(heading);
}

/// Hides what is folded away, and says at the headings what it asks for.
void NavigationList::showFolding()
{
    for (int row = 0; row < m_model->rowCount(); ++row) {
        QStandardItem *item = m_model->item(row);
        const QString group = item->data(NavGroupRole).toString();
        const bool folded = !group.isEmpty() && !m_open.contains(group);
        if (item->data(NavFoldRole).toInt() == int(Fold::Never)) {
            setRowHidden(row, folded && !m_rail);
            continue;
        }
        int asked = 0;
        for (int one = row + 1; one < m_model->rowCount(); ++one) {
            const QModelIndex place = m_model->index(one, 0);
            if (place.data(NavGroupRole).toString() == group
                && place.data(NavBadgeRole).toInt() == static_cast<int>(BadgeKind::Attention))
                asked += place.data(NavCountRole).toInt();
        }
        item->setData(int(folded ? Fold::Folded : Fold::Open), NavFoldRole);
        item->setData(asked, NavCountRole);
        item->setData(folded ? asked > 0 ? tr("%1, folded, %n item(s)", nullptr, asked).arg(group)
                                         : tr("%1, folded").arg(group)
                             : tr("%1, unfolded").arg(group),
                      Qt::AccessibleTextRole);
    }
}

void NavigationList::setOpen(const QModelIndex &heading, bool open)
{
    const QString group = heading.data(NavGroupRole).toString();
    if (open)
        m_open.insert(group);
    else
        m_open.remove(group);
    showFolding();
    int last = heading.row();
    while (open && m_model->index(last + 1, 0).data(NavGroupRole).toString() == group)
        ++last;
    scrollTo(m_model->index(last, 0));
    scrollTo(heading);
}

void NavigationList::reveal(const QString &id)
{
    const QModelIndex index = indexOf(id);
    if (const QString group = index.data(NavGroupRole).toString(); !group.isEmpty() && !m_open.contains(group)) {
        m_open.insert(group);
        showFolding();
    }
    if (index.isValid())
        scrollTo(index);
}

void NavigationList::setCount(const QString &id, int count)
{
    const QModelIndex index = indexOf(id);
    if (!index.isValid())
        return;
    QStandardItem *item = m_model->itemFromIndex(index);
    item->setData(count, NavCountRole);
    const bool counted = count > 0 && index.data(NavBadgeRole).toInt() != static_cast<int>(BadgeKind::None);
    const QString spoken = counted ? tr("%1, %n item(s)", nullptr, count).arg(item->text()) : item->text();
    item->setData(spoken, Qt::AccessibleTextRole);
    item->setToolTip(m_rail ? spoken : QString());
    if (!item->data(NavGroupRole).toString().isEmpty())
        showFolding();
}

void NavigationList::setRail(bool rail)
{
    m_rail = rail;
    // A bar would take a character of every name: arrows say what goes on above and below.
    setVerticalScrollBarPolicy(rail ? Qt::ScrollBarAlwaysOff : Qt::ScrollBarAsNeeded);
    setFixedWidth(rail ? grown(metric::kRailWidth)
                       : std::max(metric::kNavigationWidth, grown(metric::kNavigationWidth)));
    for (int row = 0; row < m_model->rowCount(); ++row) {
        QStandardItem *item = m_model->item(row);
        item->setToolTip(rail ? item->data(Qt::AccessibleTextRole).toString() : QString());
    }
    showFolding();
    m_strayed = true;
    scheduleDelayedItemsLayout();
    viewport()->update();
}

void NavigationList::setCurrentId(const QString &id)
{
    const QScopedValueRollback quiet(m_quiet, true);
    const QModelIndex index = indexOf(id);
    if (!index.isValid())
        return;
    reveal(id);
    setCurrentIndex(index);
}

QRect NavigationList::placeRect(const QString &id) const
{
    const QModelIndex index = indexOf(id);
    return index.isValid() ? visualRect(index) : QRect();
}

QSize NavigationList::sizeHint() const
{
    int height = 0;
    for (int row = 0; row < m_model->rowCount(); ++row)
        height += isRowHidden(row) ? 0 : sizeHintForRow(row);
    return {width(), height};
}

void NavigationList::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QListView::currentChanged(current, previous);
    const QString id = current.data(NavIdRole).toString();
    if (id.isEmpty())
        return; // a heading is no place
    m_place = id;
    viewport()->update();
    if (!m_quiet) {
        m_told = true;
        Q_EMIT placeChosen(id);
    }
}

void NavigationList::mousePressEvent(QMouseEvent *event)
{
    m_told = false;
    const QPoint at = event->position().toPoint();
    const bool above = moreAbove().contains(at);
    m_onArrow = above || moreBelow().contains(at);
    if (!m_onArrow)
        QListView::mousePressEvent(event);
    else if (event->button() == Qt::LeftButton)
        verticalScrollBar()->triggerAction(above ? QAbstractSlider::SliderPageStepSub
                                                 : QAbstractSlider::SliderPageStepAdd);
}

void NavigationList::mouseMoveEvent(QMouseEvent *event)
{
    if (!m_onArrow)
        QListView::mouseMoveEvent(event);
}

void NavigationList::mouseReleaseEvent(QMouseEvent *event)
{
    if (!std::exchange(m_onArrow, false))
        QListView::mouseReleaseEvent(event);
}

/// What is scrolled to does not lie below an arrow.
void NavigationList::scrollTo(const QModelIndex &index, ScrollHint hint)
{
    QListView::scrollTo(index, hint);
    QScrollBar *bar = verticalScrollBar();
    bar->setValue(bar->value() + (visualRect(index) & moreBelow()).height());
    bar->setValue(bar->value() - (visualRect(index) & moreAbove()).height());
}

void NavigationList::paintEvent(QPaintEvent *event)
{
    QListView::paintEvent(event);
    QPainter painter(viewport());
    const auto arrow = [&](const QRect &strip, const QString &name) {
        const int side = grown(kMoreHeight) - 2;
        painter.fillRect(strip, tokens()[Token::Surface]);
        paintIcon(painter, QRectF(strip.center().x() - side / 2.0, strip.top() + 1, side, side), name,
                  tokens()[Token::Text2]);
    };
    if (const QRect strip = moreAbove(); !strip.isEmpty())
        arrow(strip, u"chevron-up"_s);
    if (const QRect strip = moreBelow(); !strip.isEmpty())
        arrow(strip, u"chevron-down"_s);
}

QRect NavigationList::moreAbove() const
{
    const bool more = m_rail && verticalScrollBar()->value() > verticalScrollBar()->minimum();
    return more ? QRect(0, 0, viewport()->width(), grown(kMoreHeight)) : QRect();
}

QRect NavigationList::moreBelow() const
{
    const bool more = m_rail && verticalScrollBar()->value() < verticalScrollBar()->maximum();
    const int height = grown(kMoreHeight);
    return more ? QRect(0, viewport()->height() - height, viewport()->width(), height) : QRect();
}

void NavigationList::keyPressEvent(QKeyEvent *event)
{
    const bool chosen = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    const auto fold = Fold(currentIndex().data(NavFoldRole).toInt());
    if (fold != Fold::Never && (chosen || event->key() == Qt::Key_Space))
        setOpen(currentIndex(), fold == Fold::Folded);
    else if (fold != Fold::Never && (event->key() == Qt::Key_Right || event->key() == Qt::Key_Left))
        setOpen(currentIndex(), event->key() == Qt::Key_Right);
    else if (chosen && !currentId().isEmpty())
        Q_EMIT placeChosen(currentId());
    else
        QListView::keyPressEvent(event);
}

void NavigationList::changeEvent(QEvent *event)
{
    QListView::changeEvent(event);
    if (event->type() == QEvent::StyleChange)
        setRail(m_rail);
}

/// Where one is stays in sight, however low the window becomes.
void NavigationList::resizeEvent(QResizeEvent *event)
{
    QListView::resizeEvent(event);
    m_strayed = true;
    scheduleDelayedItemsLayout();
}

void NavigationList::doItemsLayout()
{
    QListView::doItemsLayout();
    if (!std::exchange(m_strayed, false))
        return;
    if (const QModelIndex index = indexOf(m_place); index.isValid() && !isRowHidden(index.row()))
        scrollTo(index);
}

QModelIndex NavigationList::indexOf(const QString &id) const
{
    if (id.isEmpty())
        return {};
    const QModelIndexList found = m_model->match(m_model->index(0, 0), NavIdRole, id, 1, Qt::MatchExactly);
    return found.isEmpty() ? QModelIndex() : found.first();
}

} // namespace kessai
