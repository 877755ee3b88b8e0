// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace kessai {

class DeskSession;
class QuietBanner;

/// Tells administrators, wherever they are, that a prepared change of the organisation could not be put in force on its day.
class FailedNotice final : public QWidget {
    Q_OBJECT

public:
    FailedNotice(DeskSession &session, QWidget *parent);

Q_SIGNALS:
    /// They want to see to it.
    void lookRequested();

private:
    void ask();

    DeskSession &m_session;
    QuietBanner *m_banner;
    qint64 m_asked = -1; ///< of which configuration
};

} // namespace kessai
