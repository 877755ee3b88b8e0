// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/desk.h"

#include <QObject>

namespace kessai {

class DeskSession;

/// Asks the desk for what calendars show; an answer that somebody has gone on from is dropped.
class CalendarPresenter final : public QObject {
    Q_OBJECT

public:
    explicit CalendarPresenter(DeskSession &session, QObject *parent = nullptr);

    void readMonth(const QDate &first);
    void readSection(std::optional<SectionId> section, const QDate &first);

Q_SIGNALS:
    void monthRead(const kessai::MonthSheet &sheet);
    void sectionRead(const kessai::SectionSheet &sheet);
    void readFailed(const kessai::Error &error);

private:
    DeskSession &m_session;
    int m_asked = 0; ///< which question is the newest
};

} // namespace kessai
