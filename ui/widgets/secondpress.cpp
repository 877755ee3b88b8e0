// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/secondpress.h"

#include "ui/theme/controls.h"

#include <QApplication>
#include <QPushButton>

#include <algorithm>
#include <utility>

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

SecondPress *askTwice(QPushButton &button, const QString &question, std::function<void()> act)
{
    const QString plain = button.text();
    button.setText(question);
    const int room = button.sizeHint().width();
    button.setText(plain);
    button.setMinimumWidth(std::max(room, button.sizeHint().width()));
    auto *asking = new SecondPress(&button);
    QObject::connect(asking, &SecondPress::changed, &button,
                     [&button, asking, question, plain, name = button.accessibleName()] {
                         button.setText(asking->isAsking() ? question : plain);
                         button.setAccessibleName(asking->isAsking() ? question : name);
                         setButtonKind(button, asking->isAsking() ? ButtonKind::Danger : ButtonKind::Plain);
                     });
    QObject::connect(&button, &QPushButton::clicked, asking, [asking, act = std::move(act)] {
        if (asking->press())
            act();
    });
    return asking;
}

} // namespace kessai
