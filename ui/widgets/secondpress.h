// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

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

} // namespace kessai
