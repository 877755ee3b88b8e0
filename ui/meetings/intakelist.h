// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QWidget>

class QProgressBar;
class QVBoxLayout;

namespace kessai {

class PaperIntake;
class TextLabel;

/// The files on their way into a meeting: how far each is, with what can be done about it; hidden while there are none.
class IntakeList final : public QWidget {
    Q_OBJECT

public:
    explicit IntakeList(PaperIntake &intake, QWidget *parent = nullptr);

private:
    struct Row {
        QProgressBar *bar = nullptr;
        TextLabel *note = nullptr;
    };
    void rebuild();
    void showProgress(int id);
    void addRow(const struct Incoming &file);

    PaperIntake &m_intake;
    QVBoxLayout *m_rows;
    QHash<int, Row> m_shown;
};

} // namespace kessai
