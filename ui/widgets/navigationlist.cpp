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
#include <QStandardItemModel>
#include <QStyledItemDelegate>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kessai {

namespace {

enum NavRole : int {
    NavIdRole = Qt::UserRole + 1, ///< QString, empty for a heading
    NavIconRole,                  ///< QString
    NavBadgeRole,                 ///< int, a BadgeKind
    NavCountRole,                 ///< int
};

constexpr int kNavItemHeight = 38;
constexpr int kNavHeadingHeight = 34;
constexpr int kNavInset = 8;

class NavDelegate final : public QStyledItemDelegate {
public:
    explicit NavDelegate(NavigationList *list) : QStyledItemDelegate(list), m_list(list) {}

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const override
    {
        const bool heading = index.data(NavIdRole).toString().isEmpty();
        if (m_list->isRail())
            return {metric::kRailWidth, heading ? 9 : 46};
        // The first heading stands closer to what is above the list.
        return {metric::kNavigationWidth,
                heading ? grown(kNavHeadingHeight) - (index.row() == 0 ? 6 : 0) : grown(kNavItemHeight)};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        if (index.data(NavIdRole).toString().isEmpty())
            paintHeading(*painter, option, index);
        else
            paintPlace(*painter, option, index);
    }

private:
    void paintHeading(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
    {
        const PainterGuard guard(painter);
        if (m_list->isRail()) {
            if (index.row() > 0)
                painter.fillRect(QRect(option.rect.x() + 14, option.rect.center().y(), option.rect.width() - 28, 1),
                                 tokens()[Token::Border]);
            return;
        }
        const QRectF rect = QRectF(option.rect).adjusted(18, 0, -kNavInset, -4);
        paintElided(painter, rect, index.data().toString(), fontFor(TextRole::Caption), tokens()[Token::Text2],
                    Qt::AlignLeft | Qt::AlignBottom);
    }

    void paintPlace(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
    {
        const PainterGuard guard(painter);
        const Tokens &t = tokens();
        const bool rail = m_list->isRail();
        const bool selected = option.state & QStyle::State_Selected;
        const QRectF body = rail ? QRectF(option.rect.center().x() - 19, option.rect.center().y() - 18, 40, 38)
                                 : QRectF(option.rect).adjusted(kNavInset, 1, -kNavInset, -1);
        if (selected)
            paintRounded(painter, body, metric::kControlRadius, t[Token::Selection]);
        else if (option.state & QStyle::State_MouseOver)
            paintRounded(painter, body, metric::kControlRadius, t[Token::NeutralFill],
                         t.highContrast() ? t[Token::Border] : QColor());
        if (option.state & QStyle::State_HasFocus && option.state & QStyle::State_KeyboardFocusChange)
            paintRounded(painter, body, metric::kControlRadius, {}, t[Token::Focus], 2);

        const QColor mark = t[selected ? Token::OnSelectionMark : Token::Text2];
        const qreal side = grown(metric::kIconSize);
        const qreal left = rail ? body.center().x() - side / 2 : body.x() + 11;
        paintIcon(painter, QRectF(left, body.center().y() - side / 2, side, side), index.data(NavIconRole).toString(),
                  mark);

        const int count = index.data(NavCountRole).toInt();
        const auto badge = static_cast<BadgeKind>(index.data(NavBadgeRole).toInt());
        if (rail) {
            if (badge == BadgeKind::Attention && count > 0)
                paintRounded(painter, QRectF(body.right() - 13, body.y() + 4, 9, 9), 4.5,
                             t[selected ? Token::OnSelectionMark : Token::Primary], t[Token::Surface], 1);
            return;
        }
        const QSize badgeRoom = badgeSize(count, badge);
        QRectF text = body.adjusted(11 + side + 9, 0, -8, 0);
        paintBadge(painter, text, count, badge, selected);
        text.setRight(text.right() - (badgeRoom.isEmpty() ? 0 : badgeRoom.width() + 6));
        const QColor word = selected ? t[Token::OnSelectionMark] : t[Token::Text];
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
    // The window may show something else than the current place, such as a form being corrected.
    connect(this, &QListView::clicked, this, [this](const QModelIndex &index) {
        if (!m_told && !index.data(NavIdRole).toString().isEmpty())
            Q_EMIT placeChosen(currentId());
    });
    setRail(false);
}

void NavigationList::setGroups(const std::vector<NavGroup> &groups)
{
    const QScopedValueRollback quiet(m_quiet, true);
    const QString before = currentId();
    m_model->clear();
    for (const NavGroup &group : groups) {
        if (!group.title.isEmpty()) {
            auto *heading = new QStandardItem(group.title);
            heading->setFlags(Qt::NoItemFlags);
            m_model->appendRow(heading);
        }
        for (const NavItem &place : group.items) {
            auto *item = new QStandardItem(place.text);
            item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
            item->setData(place.id, NavIdRole);
            item->setData(place.icon, NavIconRole);
            item->setData(static_cast<int>(place.badge), NavBadgeRole);
            m_model->appendRow(item);
            setCount(place.id, place.count);
        }
    }
    QModelIndex current = indexOf(before);
    for (int row = 0; !current.isValid() && row < m_model->rowCount(); ++row)
        if (m_model->item(row)->isSelectable())
            current = m_model->index(row, 0);
    setCurrentIndex(current);
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
}

void NavigationList::setRail(bool rail)
{
    m_rail = rail;
    setFixedWidth(rail ? metric::kRailWidth : std::max(metric::kNavigationWidth, grown(metric::kNavigationWidth)));
    for (int row = 0; row < m_model->rowCount(); ++row) {
        QStandardItem *item = m_model->item(row);
        item->setToolTip(rail ? item->data(Qt::AccessibleTextRole).toString() : QString());
    }
    scheduleDelayedItemsLayout();
    viewport()->update();
}

QString NavigationList::currentId() const
{
    return currentIndex().data(NavIdRole).toString();
}

void NavigationList::setCurrentId(const QString &id)
{
    const QScopedValueRollback quiet(m_quiet, true);
    const QModelIndex index = indexOf(id);
    if (index.isValid())
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
        height += sizeHintForRow(row);
    return {width(), height};
}

void NavigationList::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QListView::currentChanged(current, previous);
    const QString id = current.data(NavIdRole).toString();
    if (!m_quiet && !id.isEmpty()) {
        m_told = true;
        Q_EMIT placeChosen(id);
    }
}

void NavigationList::mousePressEvent(QMouseEvent *event)
{
    m_told = false;
    QListView::mousePressEvent(event);
}

void NavigationList::keyPressEvent(QKeyEvent *event)
{
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && !currentId().isEmpty())
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

QModelIndex NavigationList::indexOf(const QString &id) const
{
    if (id.isEmpty())
        return {};
    const QModelIndexList found = m_model->match(m_model->index(0, 0), NavIdRole, id, 1, Qt::MatchExactly);
    return found.isEmpty() ? QModelIndex() : found.first();
}

} // namespace kessai
