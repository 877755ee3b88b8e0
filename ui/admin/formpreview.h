// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/formdefinition.h"

#include <QImage>
#include <QWidget>

class QLabel;
class QPushButton;
class QScrollArea;
class QTabBar;
class QTimer;

namespace kessai {

class DeskSession;
class FormView;
class TextLabel;

/// A form as it will be on the screen, to be tried, and as its sheet comes out of the printer with what was typed there.
class FormPreview final : public QWidget {
    Q_OBJECT

public:
    FormPreview(DeskSession &session, QWidget *parent);

    void show(const FormDefinition &form);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void showForm();
    void showSheet();
    void showPages();

    DeskSession &m_session;
    FormDefinition m_next; ///< as it is written now
    FormDefinition m_form; ///< as it is shown
    QTabBar *m_tabs;
    QScrollArea *m_screen;
    QScrollArea *m_paper;
    TextLabel *m_description;
    FormView *m_view;
    TextLabel *m_note; ///< of the paper
    QLabel *m_sheet;
    QPushButton *m_whole; ///< a page as high as there is room, to see how it is laid out
    QTimer *m_soon;
    QImage m_pages; ///< one below the other
    int m_asked = 0;
};

} // namespace kessai
