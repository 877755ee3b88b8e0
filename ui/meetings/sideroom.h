// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <vector>

namespace kessai {

/// Something came to lie where a pen may be writing: for a moment what is pressed goes to what is below.
void letPenThrough(QWidget &strip);

/// What is read, and one of several panes at its right: beside it where both have room, else over it, so that what is read keeps its width.
/// What is said meanwhile lies over its lower edge: whoever writes finds what they write on where it was.
class SideRoom final : public QWidget {
    Q_OBJECT

public:
    explicit SideRoom(QWidget *parent = nullptr);

    void setContent(QWidget *content);
    /// As wide as this (in logical pixels), and hidden at first.
    void addPane(QWidget *pane, int width);
    /// Null for none.
    void showPane(QWidget *pane);
    QWidget *pane() const { return m_shown; }
    /// Above those that were added before; seen while it is shown.
    void addStrip(QWidget *strip);
    /// A pane covers some of what is read.
    bool isCovering() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// Strips lie over so much of the lower edge, as they did not before.
    void covered(int height);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Pane {
        QWidget *widget;
        int width;
    };
    int widthOfPane() const;
    void arrange();
    void arrangeStrips();

    QWidget *m_content = nullptr;
    std::vector<Pane> m_panes;
    QWidget *m_shown = nullptr;
    std::vector<QWidget *> m_strips;
    int m_covered = 0;
};

} // namespace kessai
