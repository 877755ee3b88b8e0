// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace kessai {

class DeskSession;
class MeetingsPage;

/// Without the office: the meetings whose papers this computer kept, to be read and written on. What is written is sent when one signs in.
class OfflinePage final : public QWidget {
    Q_OBJECT

public:
    explicit OfflinePage(DeskSession &session, QWidget *parent = nullptr);

    void begin();
    MeetingsPage *meetings() const { return m_meetings; }

Q_SIGNALS:
    void signInRequested();

private:
    QWidget *buildTop(const DeskSession &session);

    MeetingsPage *m_meetings;
};

} // namespace kessai
