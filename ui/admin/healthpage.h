// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/healthreport.h"

#include <QWidget>

class QPushButton;
class QVBoxLayout;

namespace kessai {

class Card;
class DeskSession;
class QuietBanner;
class TextLabel;

/// How the office's database is doing, the most urgent first, each thing with whether it is well and what to do. Read anew by F5.
class HealthPage final : public QWidget {
    Q_OBJECT

public:
    explicit HealthPage(DeskSession &session, QWidget *parent = nullptr);

    void begin();
    void takeFocus();
    void refresh();

private:
    void showHealth(const OfficeHealth &health);

    DeskSession &m_session;
    QuietBanner *m_banner;
    Card *m_card;
    TextLabel *m_sum; ///< how it stands altogether, and when that was
    QPushButton *m_again;
    QVBoxLayout *m_rows;
    bool m_asking = false;
};

} // namespace kessai
