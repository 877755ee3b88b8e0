// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/admin/draftside.h"

#include "ui/theme/typescale.h"

#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace kessai {

namespace {

constexpr int kSideWidth = 372;
constexpr int kMostSidePercent = 42;

} // namespace

QWidget *draftSide(const std::vector<QWidget *> &cards, QWidget *foot, QWidget *parent)
{
    auto *inner = new QWidget;
    auto *column = new QVBoxLayout(inner);
    column->setContentsMargins({});
    column->setSpacing(metric::kPageMargin);
    for (QWidget *card : cards)
        column->addWidget(card);
    column->addStretch(1);
    auto *side = new QWidget(parent);
    auto *scroll = new QScrollArea(side);
    scroll->setWidget(inner);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    side->setFixedWidth(grown(kSideWidth));
    auto *both = new QVBoxLayout(side);
    both->setContentsMargins({});
    both->setSpacing(metric::kGap);
    both->addWidget(scroll, 1);
    both->addWidget(foot);
    return side;
}

void fitDraftSide(QWidget &side, int pageWidth)
{
    side.setFixedWidth(std::min(grown(kSideWidth), pageWidth * kMostSidePercent / 100));
}

} // namespace kessai
