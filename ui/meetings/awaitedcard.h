// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/meetings/meeting.h"

#include <QWidget>

class QVBoxLayout;

namespace kessai {

class Card;
class PaperIntake;

/// 資料提出のお願い: the papers somebody was asked for, where they put them; hidden for everybody else.
class AwaitedCard final : public QWidget {
    Q_OBJECT

public:
    AwaitedCard(PaperIntake &intake, QWidget *parent = nullptr);

    void show(const Meeting &meeting, StaffId me, const QDate &today);

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void choose(int paper);

    PaperIntake &m_intake;
    Card *m_card;
    QVBoxLayout *m_rows;
    std::vector<int> m_awaited;
};

} // namespace kessai
