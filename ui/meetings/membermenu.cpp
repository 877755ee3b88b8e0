// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/meetings/membermenu.h"

#include "ui/office/officeparts.h"
#include "ui/theme/typescale.h"
#include "ui/widgets/searchablebox.h"
#include "ui/widgets/searchfield.h"

#include <QKeyEvent>
#include <QListWidget>
#include <QTimer>
#include <QVBoxLayout>
#include <QWidgetAction>

namespace kessai {

namespace {

constexpr int kMemberMenuWidth = 280;
constexpr int kMemberMenuHeight = 300;
constexpr int kMemberFoundBy = Qt::UserRole + 1;

} // namespace

MemberMenu::MemberMenu(const QString &name, QWidget *parent) : QMenu(parent)
{
    auto *inside = new QWidget(this);
    m_search = new SearchField(inside);
    m_search->setObjectName(QStringLiteral("memberSearch"));
    m_search->setAccessibleName(tr("Find somebody"));
    m_search->setPlaceholderText(tr("Name or reading"));
    m_search->setPause(0);
    m_search->setMinimumHeight(metric::kControlHeight);
    m_list = new QListWidget(inside);
    m_list->setObjectName(QStringLiteral("memberChoice"));
    m_list->setAccessibleName(name);
    m_list->setFrameShape(QFrame::NoFrame);
    auto *layout = new QVBoxLayout(inside);
    layout->setContentsMargins(metric::kGap, metric::kGap, metric::kGap, metric::kGap);
    layout->addWidget(m_search);
    layout->addWidget(m_list, 1);
    inside->setFixedSize(grown(kMemberMenuWidth), grown(kMemberMenuHeight));
    auto *action = new QWidgetAction(this);
    action->setDefaultWidget(inside);
    addAction(action);
    m_search->installEventFilter(this);
    m_list->installEventFilter(this);
    connect(m_search, &SearchField::searchRequested, this, &MemberMenu::narrow);
    connect(m_list, &QListWidget::itemClicked, this, &MemberMenu::choose);
}

void MemberMenu::setPeople(const std::vector<StaffId> &people, const Office &office)
{
    m_list->clear();
    for (const StaffId who : people) {
        const Staff *staff = office.staff(who);
        if (!staff)
            continue;
        auto *item = new QListWidgetItem(personText(office, who), m_list);
        item->setData(Qt::UserRole, who.value());
        item->setData(kMemberFoundBy, foundBy(item->text(), staff->kana));
    }
    narrow(m_search->text());
}

void MemberMenu::narrow(const QString &words)
{
    const QString wanted = soughtBy(words);
    QListWidgetItem *first = nullptr;
    for (int row = 0; row < m_list->count(); ++row) {
        QListWidgetItem *item = m_list->item(row);
        item->setHidden(!item->data(kMemberFoundBy).toString().contains(wanted));
        first = first || item->isHidden() ? first : item;
    }
    m_list->setCurrentItem(first);
}

void MemberMenu::choose()
{
    const QListWidgetItem *item = m_list->currentItem();
    if (!item || item->isHidden())
        return;
    close();
    Q_EMIT chosen(StaffId(item->data(Qt::UserRole).toLongLong()));
}

void MemberMenu::showEvent(QShowEvent *event)
{
    QMenu::showEvent(event);
    m_search->clear();
    narrow({});
    m_search->setFocus(Qt::PopupFocusReason);
}

bool MemberMenu::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QMenu::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    if (key == Qt::Key_Return || key == Qt::Key_Enter) {
        if (watched == m_search)
            narrow(m_search->text()); // what was typed just now counts
        choose();
        return true;
    }
    if (key == Qt::Key_Down && watched == m_search) {
        m_list->setFocus(Qt::OtherFocusReason);
        return true;
    }
    if (key == Qt::Key_Escape) {
        close();
        return true;
    }
    return QMenu::eventFilter(watched, event);
}

} // namespace kessai
