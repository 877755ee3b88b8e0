// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QTimer;

namespace kessai {

/// A thin line that moves while something is being fetched. It keeps its room when at rest, so nothing jumps, and appears
/// only after a moment, so that quick answers do not flicker.
class LoadingLine final : public QWidget {
    Q_OBJECT

public:
    explicit LoadingLine(QWidget *parent = nullptr);

    void setLoading(bool loading);
    bool isLoading() const { return m_loading; }

protected:
    void paintEvent(QPaintEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void run();

    QTimer *m_delay;
    QTimer *m_tick;
    int m_step = 0;
    bool m_loading = false;
    bool m_drawn = false;
};

} // namespace kessai
