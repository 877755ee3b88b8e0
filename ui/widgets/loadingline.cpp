// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/loadingline.h"

#include "ui/theme/theme.h"

#include <QPainter>
#include <QStyle>
#include <QTimer>

#include <algorithm>

namespace kessai {

namespace {

constexpr int kLoadingDelay = 150;
constexpr int kLoadingTick = 33;
constexpr int kLoadingSteps = 45;
constexpr int kLoadingHeight = 2;

} // namespace

LoadingLine::LoadingLine(QWidget *parent) : QWidget(parent), m_delay(new QTimer(this)), m_tick(new QTimer(this))
{
    setFixedHeight(kLoadingHeight);
    setAccessibleName(tr("Loading"));
    m_delay->setSingleShot(true);
    m_delay->setInterval(kLoadingDelay);
    m_tick->setInterval(kLoadingTick);
    connect(m_delay, &QTimer::timeout, this, [this] {
        m_drawn = true;
        run();
        update();
    });
    connect(m_tick, &QTimer::timeout, this, [this] {
        m_step = (m_step + 1) % kLoadingSteps;
        update();
    });
}

void LoadingLine::setLoading(bool loading)
{
    if (m_loading == loading)
        return;
    m_loading = loading;
    m_drawn = false;
    m_step = 0;
    m_tick->stop();
    if (loading)
        m_delay->start();
    else
        m_delay->stop();
    update();
}

void LoadingLine::run()
{
    // Where the desktop asks for no motion, the line just stands.
    const bool moves = style()->styleHint(QStyle::SH_Widget_Animation_Duration, nullptr, this) > 0;
    if (m_drawn && isVisible() && moves)
        m_tick->start();
    else
        m_tick->stop();
}

void LoadingLine::paintEvent(QPaintEvent *)
{
    if (!m_drawn)
        return;
    const Tokens &t = tokens();
    QPainter painter(this);
    painter.fillRect(rect(), t[Token::MeterTrack]);
    if (!m_tick->isActive()) {
        painter.fillRect(rect(), t[Token::MeterUsed]);
        return;
    }
    const int length = std::max(60, width() * 3 / 10);
    const int x = (width() + length) * m_step / kLoadingSteps - length;
    painter.fillRect(QRect(x, 0, length, height()), t[Token::MeterUsed]);
}

void LoadingLine::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    run();
}

void LoadingLine::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_tick->stop();
}

} // namespace kessai
