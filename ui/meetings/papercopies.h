// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/quietbanner.h"

#include <QObject>

class QMenu;
class QToolButton;
class QWidget;

namespace kessai {

class BookPanes;
class BookView;
class DeskSession;
class MeetingInk;
class MeetingPresenter;
class PaperExport;
class PaperFiles;
class PaperPrinter;

/// What leaves a meeting, where its rules allow that: a paper saved as a file, papers printed, with what is written on them and with their
/// numbers stamped on every page.
class PaperCopies final : public QObject {
    Q_OBJECT

public:
    /// Of the papers that `reader` shows, whose keys the acts get.
    PaperCopies(DeskSession &session, MeetingPresenter &presenter, BookPanes &panes, MeetingInk &ink, PaperFiles &files,
                QWidget &reader);

    QToolButton *saveButton() const { return m_save; }
    QToolButton *printButton() const { return m_print; }
    /// What is offered where there is no room for the buttons.
    QMenu *menu() const { return m_all; }
    /// Whether the rules allow it; they may be others than before.
    bool showMeeting();

Q_SIGNALS:
    void said(kessai::BannerKind kind, const QString &text);

private:
    void save();
    void print(bool all);
    /// Whose copy it is, where the meeting wants that to be seen; else empty.
    QString readerName() const;

    DeskSession &m_session;
    MeetingPresenter &m_presenter;
    BookPanes &m_panes;
    MeetingInk &m_ink;
    QWidget &m_reader;
    PaperExport *m_export;
    PaperPrinter *m_printer;
    QToolButton *m_save;
    QToolButton *m_print;
    QMenu *m_menu; ///< what is printed
    QMenu *m_all;
};

} // namespace kessai
