// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QHBoxLayout;
class QVBoxLayout;

namespace kessai {

class ElidedLabel;
class TextLabel;

/// A rounded piece of paper that holds one thing; with a title line once one is set.
class Card final : public QFrame {
    Q_OBJECT

public:
    explicit Card(QWidget *parent = nullptr);

    /// The title, also the card's accessible name, and a caption behind it.
    void setTitle(const QString &title, const QString &caption = {});
    /// Puts \a widget at the right end of the title line.
    void addToTitle(QWidget *widget);
    /// Where the contents go.
    QVBoxLayout *body() const { return m_body; }
    /// The room between the edge and the contents; 0 for lists that reach the edge.
    void setPadding(int pixels);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QVBoxLayout *m_layout;
    QWidget *m_head = nullptr;
    QHBoxLayout *m_headLayout = nullptr;
    TextLabel *m_title = nullptr;
    ElidedLabel *m_caption = nullptr;
    QVBoxLayout *m_body;

    void ensureHead();
};

} // namespace kessai
