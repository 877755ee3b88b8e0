// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QWidget>

class QPushButton;

namespace kessai {

class TextLabel;

/// What stands where there is nothing to show: an icon, what is so, what to do about it, and a button that does it.
class EmptyState final : public QWidget {
    Q_OBJECT

public:
    explicit EmptyState(QWidget *parent = nullptr);

    /// \a button may be empty: sometimes there is nothing to do.
    void setContents(const QString &icon, const QString &headline, const QString &advice, const QString &button = {});

    /// Gives the focus to the button; false when there is none.
    bool focusButton();

Q_SIGNALS:
    void buttonClicked();

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    QString m_iconName;
    QWidget *m_iconRoom;
    TextLabel *m_headline;
    TextLabel *m_advice;
    QPushButton *m_button;
};

} // namespace kessai
