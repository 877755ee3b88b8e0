// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/monthsheet.h"

#include <QWidget>

class QVBoxLayout;

namespace kessai {

class CalendarPresenter;
class Card;
class DeskSession;
class LoadingLine;
class MonthGrid;
class MonthLine;
class QuietBanner;

/// 私の月: one's own days with what was ordered, worked, exchanged and taken off, what is left of what, and requests for a day.
class MonthPage final : public QWidget {
    Q_OBJECT

public:
    explicit MonthPage(DeskSession &session, QWidget *parent = nullptr);

    /// Shows the month of today, or again the one looked at last.
    void begin();
    void takeFocus();

Q_SIGNALS:
    void openRequested(kessai::CaseId id);
    /// A request of a form is to be filed for a day.
    void fileRequested(const QString &form, const QDate &day);

private:
    QWidget *buildSide();
    void read();
    void goTo(const QDate &day);
    void showSheet(const MonthSheet &sheet);
    void showDay();
    void showStanding();
    void showComing();
    QWidget *itemRow(const DayItem &item, const QString &text);
    void offer(const QPoint &at);
    void offerBook();

    DeskSession &m_session;
    CalendarPresenter *m_presenter;
    MonthSheet m_sheet;
    QDate m_day; ///< the one somebody stands on
    QuietBanner *m_banner;
    MonthLine *m_line;
    LoadingLine *m_loading;
    MonthGrid *m_grid;
    Card *m_dayCard;
    QVBoxLayout *m_dayRows;
    Card *m_standingCard;
    QVBoxLayout *m_standing;
    Card *m_comingCard;
    QVBoxLayout *m_coming;
};

} // namespace kessai
