// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <functional>

class QPushButton;

namespace kessai {

/// Asks within a button, without a window over everything: what cannot be taken back is done at the second press, and whoever shows the
/// button says so meanwhile. A double click is one press, and after a while it is forgotten that there was one.
class SecondPress final : public QObject {
    Q_OBJECT

public:
    explicit SecondPress(QObject *parent = nullptr);

    /// The button was pressed; whether that was the second time, and it is to be done.
    bool press();
    bool isAsking() const { return m_asking.isActive(); }
    void giveUp();

Q_SIGNALS:
    /// It asks now, or no longer.
    void changed();

private:
    QTimer m_asking;
    QElapsedTimer m_first;
};

/// Has a button ask within itself before it does what cannot be taken back. It has the room of the question from the beginning, so that it stays
/// under the pointer.
SecondPress *askTwice(QPushButton &button, const QString &question, std::function<void()> act);

} // namespace kessai
