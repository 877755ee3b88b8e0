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
#include "ui/meetings/pagestamp.h"
#include "ui/meetings/paperexport.h"
#include "ui/meetings/paperprinter.h"
#include "ui/shell/desksession.h"
#include "ui/theme/icon.h"
#include "ui/theme/typescale.h"

#include <QMenu>
#include <QPrinter>
#include <QToolButton>

namespace kessai {

namespace {

constexpr int kPrintRoom = 64;

} // namespace

PaperCopies::PaperCopies(DeskSession &session, MeetingPresenter &presenter, BookPanes &panes, MeetingInk &ink,
                         PaperFiles &files, QWidget &reader)
    : QObject(&reader), m_session(session), m_presenter(presenter), m_panes(panes), m_ink(ink), m_reader(reader),
      m_export(new PaperExport(files, this)), m_printer(new PaperPrinter(this)), m_save(new QToolButton(&reader)),
      m_print(new QToolButton(&reader)), m_menu(new QMenu(tr("Print"), &reader)), m_all(new QMenu(&reader))
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
    QAction *const one = m_menu->addAction(tr("The paper shown"), this, [this] { print(false); });
    one->setObjectName(QStringLiteral("printPaper"));
    one->setShortcut(QKeySequence::Print);
    one->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    m_reader.addAction(one);
    m_menu->addAction(tr("All papers"), this, [this] { print(true); })->setObjectName(QStringLiteral("printBook"));
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
    connect(m_printer, &PaperPrinter::failed, this,
            [this](const QString &trouble) { Q_EMIT said(BannerKind::Error, trouble); });
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
    const QString path =
        dialogs().askSavePath(&m_reader, tr("Save the paper with its notes"), paperName(line) + QStringLiteral(".pdf"));
    if (path.isEmpty())
        return;
    QList<PageAnnotation> notes = annotationsOf(m_ink.layer()->all(), paper->id);
    const QString reader = readerName();
    for (int page = 0; page < line.pages; ++page) {
        const QString words = stampWords(line, page);
        notes.append(stampAnnotation(reader.isEmpty() ? words : tr("%1 · %2").arg(words, reader), page,
                                     book.layoutSize(book.numbers().firstOf(place) + page)));
    }
    m_export->save(paper->files.back().file, notes, path, reader.isEmpty());
}

void PaperCopies::print(bool all)
{
    const auto shown = m_panes.current().currentPage();
    if (!shown || !m_ink.layer() || m_printer->isPrinting())
        return;
    const auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
    printer->setPageSize(QPageSize(QPageSize::A4));
    printer->setDocName(m_panes.book().name());
    if (!dialogs().askPrinter(&m_reader, *printer))
        return;
    std::vector<PrintedPaper> papers;
    for (const BookPaper &paper : m_panes.book().book().papers) {
        if (!all && paper.paper != shown->paper)
            continue;
        PrintedPaper printed{paper, {}};
        for (int page = 0; page < paper.pages; ++page)
            printed.ink.push_back(m_ink.layer()->on({paper.paper, page}));
        papers.push_back(std::move(printed));
    }
    Q_EMIT said(BannerKind::Information, tr("The papers are being printed…"));
    m_printer->print(printer, std::move(papers), readerName(), m_session.info().today);
}

} // namespace kessai
