// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/meetings/papercopies.h"

#include "ui/dialogs.h"
#include "ui/meetings/bookpanes.h"
#include "ui/meetings/bookpresenter.h"
#include "ui/meetings/bookview.h"
#include "ui/meetings/inkexport.h"
#include "ui/meetings/meetingink.h"
#include "ui/meetings/meetingpresenter.h"
#include "ui/meetings/pagesmenu.h"
#include "ui/meetings/pagestamp.h"
#include "ui/meetings/paperexport.h"
#include "ui/shell/desksession.h"
#include "ui/theme/icon.h"
#include "ui/theme/typescale.h"

#include <QMenu>
#include <QPrinter>
#include <QToolButton>

#include <algorithm>

namespace kessai {

namespace {

constexpr int kPrintRoom = 64;
constexpr int kPagesBelow = 48;

} // namespace

PaperCopies::PaperCopies(DeskSession &session, MeetingPresenter &presenter, BookPanes &panes, MeetingInk &ink,
                         PaperFiles &files, QWidget &reader)
    : QObject(&reader), m_session(session), m_presenter(presenter), m_panes(panes), m_ink(ink), m_reader(reader),
      m_export(new PaperExport(files, this)), m_printer(new PaperPrinter(this)), m_save(new QToolButton(&reader)),
      m_print(new QToolButton(&reader)), m_menu(new QMenu(tr("Print"), &reader)),
      m_pages(new PagesMenu(tr("Some of its pages"), m_menu)), m_all(new QMenu(&reader))
{
    const auto dress = [](QToolButton *button, const char *name, const QString &sign, const QString &text) {
        button->setObjectName(QLatin1String(name));
        button->setIcon(icon(sign));
        button->setText(text);
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setAutoRaise(true);
    };
    dress(m_save, "savePaper", QStringLiteral("download"), tr("Save"));
    m_save->setToolTip(tr("Save the paper shown as a PDF file, with what is written on it"));
    dress(m_print, "printPapers", QStringLiteral("printer"), tr("Print"));
    m_print->setToolTip(tr("Print papers with what is written on them"));
    m_print->setMenu(m_menu);
    m_print->setPopupMode(QToolButton::InstantPopup);
    QAction *const one = m_menu->addAction(tr("The paper shown"), this, &PaperCopies::printPaper);
    one->setObjectName(QStringLiteral("printPaper"));
    one->setShortcut(QKeySequence::Print);
    one->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    m_reader.addAction(one);
    m_menu->addMenu(m_pages);
    m_menu->addAction(tr("All papers"), this, &PaperCopies::printBook)->setObjectName(QStringLiteral("printBook"));
    auto *const some = new QAction(tr("Some of its pages"), this);
    some->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_P));
    some->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    m_reader.addAction(some);
    connect(some, &QAction::triggered, this, [this] {
        if (m_menu->actions().constFirst()->isEnabled() && offerPages())
            m_pages->popup(m_reader.mapToGlobal(QPoint(metric::kPageMargin, kPagesBelow)));
    });
    connect(m_menu, &QMenu::aboutToShow, this, &PaperCopies::offerPages);
    connect(m_pages, &PagesMenu::printRequested, this, &PaperCopies::printPages);
    connect(m_pages, &PagesMenu::saveRequested, this, &PaperCopies::savePages);
    connect(m_save, &QToolButton::clicked, this, &PaperCopies::save);
    // The style leaves no room for the arrow beside words.
    m_print->setMinimumWidth(m_print->fontMetrics().horizontalAdvance(m_print->text()) + grown(kPrintRoom));
    m_all->addAction(m_save->icon(), m_save->text(), this, &PaperCopies::save)->setToolTip(m_save->toolTip());
    m_menu->setIcon(m_print->icon());
    m_all->addMenu(m_menu);

    connect(m_export, &PaperExport::saved, this,
            [this](const QString &path) { Q_EMIT said(BannerKind::Success, tr("Saved as %1").arg(path)); });
    connect(m_export, &PaperExport::savedPlain, this, [this](const QString &path) {
        Q_EMIT said(BannerKind::Warning,
                    tr("Saved as %1 without notes: who made the file does not let anybody write into it.").arg(path));
    });
    connect(m_export, &PaperExport::failed, this,
            [this](const QString &trouble) { Q_EMIT said(BannerKind::Error, trouble); });
    connect(m_printer, &PaperPrinter::printed, this,
            [this] { Q_EMIT said(BannerKind::Success, tr("The papers went to the printer.")); });
    connect(m_printer, &PaperPrinter::saved, this,
            [this](const QString &path) { Q_EMIT said(BannerKind::Success, tr("Saved as %1").arg(path)); });
    connect(m_printer, &PaperPrinter::failed, this,
            [this](const QString &trouble) { Q_EMIT said(BannerKind::Error, trouble); });
}

/// The menu of pages is about the paper shown; false where there is none.
bool PaperCopies::offerPages()
{
    const int place = placeShown();
    m_pages->menuAction()->setVisible(place >= 0);
    if (place >= 0)
        m_pages->setPaper(m_panes.book().book().papers[static_cast<std::size_t>(place)],
                          m_panes.current().currentPage()->page);
    return place >= 0;
}

bool PaperCopies::showMeeting()
{
    const bool mayCopy = m_presenter.meeting().rules.mayPrint || m_presenter.isSecretary();
    const QList<QAction *> acts = m_menu->actions() + m_all->actions();
    for (QAction *const act : acts)
        act->setEnabled(mayCopy);
    return mayCopy;
}

QString PaperCopies::readerName() const
{
    return m_presenter.meeting().rules.watermark ? m_session.info().me.name() : QString();
}

void PaperCopies::save()
{
    const auto shown = m_panes.current().currentPage();
    const Paper *const paper = shown ? m_presenter.meeting().paper(shown->paper) : nullptr;
    if (!paper || paper->files.empty() || !m_ink.layer())
        return;
    const BookPresenter &book = m_panes.book();
    const int place = book.numbers().placeOf(book.numbers().find(*shown));
    const BookPaper &line = book.book().papers[static_cast<std::size_t>(place)];
    QList<PageAnnotation> notes = annotationsOf(m_ink.layer()->all(), paper->id);
    const QString reader = readerName();
    for (int page = 0; page < line.pages; ++page) {
        const QString words = stampWords(line, page);
        notes.append(stampAnnotation(reader.isEmpty() ? words : tr("%1 · %2").arg(words, reader), page,
                                     book.layoutSize(book.numbers().firstOf(place) + page)));
    }
    // While one is asked, papers come and go.
    const Attachment file = paper->files.back().file;
    const QString path =
        dialogs().askSavePath(&m_reader, tr("Save the paper with its notes"), paperName(line) + QStringLiteral(".pdf"));
    if (!path.isEmpty())
        m_export->save(file, notes, path, reader.isEmpty());
}

int PaperCopies::placeShown() const
{
    const auto shown = m_panes.current().currentPage();
    const BookNumbers &numbers = m_panes.book().numbers();
    const int page = shown ? numbers.find(*shown) : -1;
    return page < 0 ? -1 : numbers.placeOf(page);
}

PrintedPaper PaperCopies::printed(const BookPaper &paper, std::vector<int> pages) const
{
    PrintedPaper printed{paper, {}, std::move(pages)};
    for (int page = 0; page < paper.pages; ++page)
        printed.ink.push_back(m_ink.layer()->on({paper.paper, page}));
    return printed;
}

void PaperCopies::printPaper()
{
    if (const int place = placeShown(); place >= 0 && m_ink.layer())
        print({printed(m_panes.book().book().papers[static_cast<std::size_t>(place)])});
}

void PaperCopies::printBook()
{
    std::vector<PrintedPaper> papers;
    for (const BookPaper &paper : m_panes.book().book().papers) {
        if (m_ink.layer())
            papers.push_back(printed(paper));
    }
    print(std::move(papers));
}

std::vector<PrintedPaper> PaperCopies::chosen(int paper, int revision, const std::vector<int> &pages)
{
    const std::vector<BookPaper> &papers = m_panes.book().book().papers;
    const auto found = std::ranges::find_if(
        papers, [&](const BookPaper &one) { return one.paper == paper && one.revision == revision; });
    if (found != papers.end() && m_ink.layer())
        return {printed(*found, pages)};
    Q_EMIT said(BannerKind::Warning, tr("The paper was replaced or taken out meanwhile. Choose its pages again."));
    return {};
}

bool PaperCopies::isBusy()
{
    if (m_printer->isPrinting())
        Q_EMIT said(BannerKind::Information, tr("Other pages are still on their way. Try again in a moment."));
    return m_printer->isPrinting();
}

void PaperCopies::printPages(int paper, int revision, const std::vector<int> &pages)
{
    print(chosen(paper, revision, pages));
}

void PaperCopies::print(std::vector<PrintedPaper> papers)
{
    if (papers.empty() || isBusy())
        return;
    const auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
    printer->setPageSize(QPageSize(QPageSize::A4));
    // A file is proposed under that name.
    printer->setDocName((papers.size() == 1 ? paperName(papers.front().paper) : m_panes.book().name())
                            .replace(QLatin1Char('/'), QStringLiteral("／")));
    if (!dialogs().askPrinter(&m_reader, *printer))
        return;
    if (const QString path = printer->outputFileName(); !path.isEmpty()) {
        Q_EMIT said(BannerKind::Information, tr("The pages are being saved…"));
        m_printer->save(path, std::move(papers), readerName(), m_session.info().today, printer);
        return;
    }
    Q_EMIT said(BannerKind::Information, tr("The papers are being printed…"));
    m_printer->print(printer, std::move(papers), readerName(), m_session.info().today);
}

void PaperCopies::savePages(int paper, int revision, const std::vector<int> &pages)
{
    std::vector<PrintedPaper> papers = chosen(paper, revision, pages);
    if (papers.empty() || isBusy())
        return;
    const QString reader = readerName();
    const QString path = dialogs().askSavePath(&m_reader, tr("Save the pages with their notes"),
                                               paperName(papers.front().paper) + QStringLiteral(".pdf"));
    if (path.isEmpty())
        return;
    Q_EMIT said(BannerKind::Information, tr("The pages are being saved…"));
    m_printer->save(path, std::move(papers), reader, m_session.info().today);
}

} // namespace kessai
