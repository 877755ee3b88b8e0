// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/admin/draftside.h"

#include "ui/theme/typescale.h"

#include <QEvent>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>

namespace kessai {

namespace {

constexpr int kSideWidth = 372;
constexpr int kMostSidePercent = 42;
constexpr int kLowSide = 460;

/// Cards above each other that scroll, and the foot below them; in a low window the foot scrolls with them, or nothing else would be seen.
class Side final : public QWidget {
public:
    Side(const std::vector<QWidget *> &cards, QWidget *foot, QWidget *parent)
        : QWidget(parent), m_foot(foot), m_inner(new QVBoxLayout), m_both(new QVBoxLayout(this)),
          m_scroll(new QScrollArea(this))
    {
        auto *inner = new QWidget;
        inner->setLayout(m_inner);
        m_inner->setContentsMargins({});
        m_inner->setSpacing(metric::kPageMargin);
        for (QWidget *card : cards)
            m_inner->addWidget(card);
        m_inner->addStretch(1);
        m_scroll->setWidget(inner);
        m_scroll->setWidgetResizable(true);
        m_scroll->setFrameShape(QFrame::NoFrame);
        m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        m_scroll->setFocusPolicy(Qt::NoFocus);
        inner->installEventFilter(this);
        m_both->setContentsMargins({});
        m_both->setSpacing(metric::kGap);
        m_both->addWidget(m_scroll, 1);
        m_both->addWidget(foot);
    }

    /// As wide as is wanted, and as its cards need: nothing is cut at the right.
    void fit(int wanted)
    {
        m_wanted = wanted;
        setFixedWidth(std::max(
            wanted, m_scroll->widget()->minimumSizeHint().width() + m_scroll->verticalScrollBar()->sizeHint().width()));
    }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::LayoutRequest && m_wanted > 0)
            fit(m_wanted); // other cards are shown now
        return QWidget::eventFilter(watched, event);
    }
    void resizeEvent(QResizeEvent *event) override
    {
        QWidget::resizeEvent(event);
        const bool low = height() < kLowSide;
        if (low == m_low)
            return;
        m_low = low;
        if (low)
            m_inner->insertWidget(m_inner->count() - 1, m_foot);
        else
            m_both->addWidget(m_foot);
    }

private:
    QWidget *m_foot;
    QVBoxLayout *m_inner;
    QVBoxLayout *m_both;
    QScrollArea *m_scroll;
    int m_wanted = 0;
    bool m_low = false;
};

} // namespace

QWidget *draftSide(const std::vector<QWidget *> &cards, QWidget *foot, QWidget *parent)
{
    auto *side = new Side(cards, foot, parent);
    side->fit(grown(kSideWidth));
    return side;
}

void fitDraftSide(QWidget &side, int pageWidth)
{
    static_cast<Side &>(side).fit(std::min(grown(kSideWidth), pageWidth * kMostSidePercent / 100));
}

} // namespace kessai
