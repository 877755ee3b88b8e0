// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/sectionsheet.h"

#include <QWidget>

#include <optional>

class QComboBox;

namespace kessai {

class CalendarPresenter;
class DeskSession;
class ExportButton;
class LoadingLine;
class MonthLine;
class QuietBanner;
class SectionGrid;
class TextLabel;

/// 課の予定: the people of a section by the days of a month, leave that waits included and never what it is for.
class SectionPage final : public QWidget {
    Q_OBJECT

public:
    explicit SectionPage(DeskSession &session, QWidget *parent = nullptr);

    /// Shows the month and section looked at last, at first one's own and this month.
    void begin();
    void takeFocus();

Q_SIGNALS:
    /// Something was saved; a sentence for the line below.
    void recorded(const QString &done);

private:
    void read();
    void goTo(const QDate &month);
    void showSheet(const SectionSheet &sheet);
    void showSections();

    DeskSession &m_session;
    CalendarPresenter *m_presenter;
    SectionSheet m_sheet;
    QDate m_month;
    std::optional<SectionId> m_wanted; ///< none = one's own
    QuietBanner *m_banner;
    MonthLine *m_line;
    QComboBox *m_sections;
    LoadingLine *m_loading;
    SectionGrid *m_grid;
    ExportButton *m_export;
    TextLabel *m_legend;
};

} // namespace kessai
