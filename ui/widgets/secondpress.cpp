// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/secondpress.h"

#include <QApplication>

namespace kessai {

namespace {

constexpr int kAsked = 6'000; ///< milliseconds

} // namespace

SecondPress::SecondPress(QObject *parent) : QObject(parent)
{
    m_asking.setSingleShot(true);
    m_asking.setInterval(kAsked);
    connect(&m_asking, &QTimer::timeout, this, &SecondPress::changed);
}

bool SecondPress::press()
{
    if (isAsking() && m_first.elapsed() < QApplication::doubleClickInterval())
        return false;
    if (isAsking()) {
        giveUp();
        return true;
    }
    m_asking.start();
    m_first.start();
    Q_EMIT changed();
    return false;
}

void SecondPress::giveUp()
{
    if (!isAsking())
        return;
    m_asking.stop();
    Q_EMIT changed();
}

} // namespace kessai
