// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLineEdit;
class QPushButton;

namespace kessai {

class TextLabel;

/// Asks for the password of a protected file, where the document would be.
class PasswordPane final : public QWidget {
    Q_OBJECT

public:
    explicit PasswordPane(QWidget *parent = nullptr);

    /// Empties the field and says whether the last password was wrong.
    void ask(const QString &documentName, bool wasWrong);

Q_SIGNALS:
    void passwordEntered(const QString &password);

private:
    void enter();

    TextLabel *m_headline;
    TextLabel *m_problem;
    QLineEdit *m_field;
    QPushButton *m_button;
};

} // namespace kessai
