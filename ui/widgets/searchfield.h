// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>

class QTimer;

namespace kessai {

/// A field to search with: tells the text once typing rests, at once on Enter, and empties itself on Escape. What an input
/// method is still converting is not told.
class SearchField final : public QLineEdit {
    Q_OBJECT

public:
    explicit SearchField(QWidget *parent = nullptr);

    /// How long typing has to rest before searchRequested; 250 ms unless set.
    void setPause(int milliseconds);

Q_SIGNALS:
    /// Return: what was found is what is wanted.
    void confirmed();
    /// The down arrow: on to what was found.
    void leftBelow();
    /// The trimmed text has changed since the last time.
    void searchRequested(const QString &text);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void tell();

    QTimer *m_pause;
    QAction *m_clear;
    QString m_told;
};

} // namespace kessai
