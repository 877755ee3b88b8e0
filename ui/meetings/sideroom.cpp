// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/meetings/sideroom.h"

#include "ui/theme/typescale.h"
#include "ui/widgets/quietbanner.h"

#include <QCursor>
#include <QEvent>
#include <QLayout>
#include <QTimer>

#include <algorithm>
#include <utility>

namespace kessai {

namespace {

constexpr int kRoomBeside = 700; ///< what is read keeps at least that beside a pane
constexpr int kStripEdge = 8;
constexpr int kPenMoment = 1'000; ///< milliseconds
constexpr int kMostStrip = 860;
constexpr int kStripShare = 3;   ///< of the height, which a strip keeps within
constexpr int kLeastStrip = 420; ///< below that a strip lies over the pane, too

} // namespace

void letPenThrough(QWidget &strip)
{
    strip.setAttribute(Qt::WA_TransparentForMouseEvents);
    const QString name = QStringLiteral("penMoment"); // one for each strip: the moment begins anew
    auto *moment = strip.findChild<QTimer *>(name, Qt::FindDirectChildrenOnly);
    if (!moment) {
        moment = new QTimer(&strip);
        moment->setObjectName(name);
        moment->setSingleShot(true);
        QObject::connect(moment, &QTimer::timeout, &strip,
                         [&strip] { strip.setAttribute(Qt::WA_TransparentForMouseEvents, false); });
    }
    moment->start(kPenMoment);
}

SideRoom::SideRoom(QWidget *parent) : QWidget(parent) {}

void SideRoom::setContent(QWidget *content)
{
    m_content = content;
    m_content->setParent(this);
    m_content->lower();
    m_content->show();
    arrange();
}

void SideRoom::addPane(QWidget *pane, int width)
{
    pane->setParent(this);
    pane->hide();
    m_panes.push_back({pane, width});
}

void SideRoom::showPane(QWidget *pane)
{
    m_shown = pane;
    for (const Pane &one : m_panes)
        one.widget->setVisible(one.widget == pane);
    arrange();
}

int SideRoom::widthOfPane() const
{
    const auto shown =
        std::find_if(m_panes.begin(), m_panes.end(), [this](const Pane &one) { return one.widget == m_shown; });
    return shown == m_panes.end() ? 0 : std::min(grown(shown->width), width());
}

bool SideRoom::isCovering() const
{
    return m_shown && width() - widthOfPane() - metric::kPageMargin < grown(kRoomBeside);
}

QSize SideRoom::sizeHint() const
{
    return m_content ? m_content->sizeHint() : QSize();
}

QSize SideRoom::minimumSizeHint() const
{
    return m_content ? m_content->minimumSizeHint() : QSize();
}

void SideRoom::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void SideRoom::arrange()
{
    if (!m_content)
        return;
    const int pane = widthOfPane();
    const int beside = m_shown && !isCovering() ? pane + metric::kPageMargin : 0;
    m_content->setGeometry(0, 0, width() - beside, height());
    if (m_shown) {
        m_shown->setGeometry(width() - pane, 0, pane, height());
        m_shown->raise();
    }
    arrangeStrips();
}

void SideRoom::addStrip(QWidget *strip)
{
    strip->setParent(this);
    strip->hide();
    strip->installEventFilter(this);
    m_strips.push_back(strip);
}

bool SideRoom::eventFilter(QObject *watched, QEvent *event)
{
    const QEvent::Type type = event->type();
    auto *const strip = qobject_cast<QWidget *>(watched);
    if (strip && type == QEvent::ShowToParent)
        letPenThrough(*strip);
    if (type == QEvent::ShowToParent || type == QEvent::HideToParent || type == QEvent::LayoutRequest)
        arrangeStrips();
    return QWidget::eventFilter(watched, event);
}

void SideRoom::arrangeStrips()
{
    const int beside = width() - (m_shown ? widthOfPane() + metric::kPageMargin : 0);
    const int room = beside < grown(kLeastStrip) ? width() : beside;
    const int wide = std::min(room - 2 * kStripEdge, grown(kMostStrip));
    int bottom = height() - kStripEdge;
    for (QWidget *const strip : m_strips) {
        if (strip->isHidden())
            continue;
        const int most = height() / kStripShare;
        if (auto *const banner = qobject_cast<QuietBanner *>(strip))
            banner->fit(wide, most);
        const int wanted = strip->hasHeightForWidth() ? strip->heightForWidth(wide) : strip->sizeHint().height();
        const QLayout *const rows = strip->layout();
        const int least =
            rows && rows->hasHeightForWidth() ? rows->minimumHeightForWidth(wide) : strip->minimumSizeHint().height();
        // What does not fit is scrolled to, where a strip can do that.
        const int high = std::min(wanted, std::max(most, least));
        const QRect place((room - wide) / 2, bottom - high, wide, high);
        const bool isPointedAt = strip->geometry().contains(mapFromGlobal(QCursor::pos()));
        if (!strip->geometry().contains(place) && !isPointedAt)
            letPenThrough(
                *strip); // it comes to lie where a pen may be writing, and not where a button is about to be pressed
        strip->setGeometry(place);
        strip->raise();
        bottom -= high + kStripEdge;
    }
    const int over = height() - kStripEdge - bottom;
    if (std::exchange(m_covered, over) != over)
        Q_EMIT covered(over);
}

} // namespace kessai
