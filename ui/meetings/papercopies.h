// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/meetings/paperprinter.h"
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
class PagesMenu;
class PaperFiles;

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
    /// Which paper, by its place in the book, is shown.
    int placeShown() const;
    bool offerPages();
    void printPaper();
    void printBook();
    void printPages(int paper, int revision, const std::vector<int> &pages);
    /// As pictures: of some pages of a file none is made that says the same.
    void savePages(int paper, int revision, const std::vector<int> &pages);
    /// Some pages of a paper as it was when they were chosen; empty, and said, where it is not there any more.
    std::vector<PrintedPaper> chosen(int paper, int revision, const std::vector<int> &pages);
    /// Says so where the printer is at work.
    bool isBusy();
    PrintedPaper printed(const BookPaper &paper, std::vector<int> pages = {}) const;
    void print(std::vector<PrintedPaper> papers);
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
    PagesMenu *m_pages;
    QMenu *m_all;
};

} // namespace kessai
