// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/calendar/calendarpresenter.h"

#include "ui/shell/desksession.h"

namespace kessai {

CalendarPresenter::CalendarPresenter(DeskSession &session, QObject *parent) : QObject(parent), m_session(session) {}

void CalendarPresenter::readMonth(const QDate &first)
{
    m_session.desk()
        .ask([first](Desk &desk) { return desk.month(first); })
        .then(this, [this, asked = ++m_asked](const Result<MonthSheet> &sheet) {
            if (asked != m_asked)
                return;
            if (sheet)
                Q_EMIT monthRead(*sheet);
            else
                Q_EMIT readFailed(sheet.error());
        });
}

void CalendarPresenter::readSection(std::optional<SectionId> section, const QDate &first)
{
    m_session.desk()
        .ask([section, first](Desk &desk) { return desk.sectionMonth(section, first); })
        .then(this, [this, asked = ++m_asked](const Result<SectionSheet> &sheet) {
            if (asked != m_asked)
                return;
            if (sheet)
                Q_EMIT sectionRead(*sheet);
            else
                Q_EMIT readFailed(sheet.error());
        });
}

} // namespace kessai
