// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/meetings/paperprinter.h"

#include "core/base/wholefile.h"
#include "core/services/answer.h"
#include "ui/errortext.h"
#include "ui/meetings/inkpaint.h"
#include "ui/meetings/inkwords.h"
#include "ui/meetings/pagestamp.h"
#include "ui/pdf/failuretext.h"

#include <QPainter>
#include <QPrinter>
#include <QSaveFile>
#include <QTemporaryFile>

#include <algorithm>
#include <cerrno>
#include <cmath>
#include <numeric>
#include <utility>

namespace kessai {

namespace {

constexpr double kPointsPerInch = 72;
constexpr double kDotsPerInch = 200;
/// Of a page that is larger than paper: as an A2 at the usual resolution.
constexpr double kMostPixels = 16'000'000;
/// Notes are laid out as on a screen of 96 dots per inch, and on small pages so that their words have room.
constexpr double kScreenDots = 96;
constexpr double kLeastWidth = 400;
constexpr qint64 kCopiedAtOnce = 1 << 20;
constexpr qsizetype kPdfEnd = 32; ///< bytes in which a whole PDF says that it ends

QSize pixelsOf(QSizeF points)
{
    const QSizeF wanted = points * kDotsPerInch / kPointsPerInch;
    const double shrink = std::min(1.0, std::sqrt(kMostPixels / (wanted.width() * wanted.height())));
    return (wanted * shrink).toSize().expandedTo({1, 1});
}

void paintPiece(QPainter &painter, const PlacedInk &placed, const PageFrame &frame, QDate today, int *ribbons)
{
    const InkShape &shape = placed.ink.shape;
    switch (shape.kind) {
    case InkKind::Pen:
    case InkKind::Marker:
    case InkKind::Highlight: paintInk(painter, shape, frame); break;
    case InkKind::Note: paintNote(painter, shape, noteRect(shape, frame), inkFoot(placed, today), false); break;
    case InkKind::Bookmark: paintBookmark(painter, shape, bookmarkRect(frame, (*ribbons)++)); break;
    }
}

} // namespace

bool PrintedPaper::takes(int page) const
{
    return pages.empty() || std::ranges::binary_search(pages, page);
}

void composePage(PrintedPage &page)
{
    QPainter painter(&page.image);
    const double unitsPerPoint = std::max(kScreenDots / kPointsPerInch, kLeastWidth / page.points.width());
    const QSizeF units = page.points * unitsPerPoint;
    painter.save();
    painter.scale(page.image.width() / units.width(), page.image.height() / units.height());
    const PageFrame frame{QTransform::fromScale(units.width(), units.height()), unitsPerPoint};
    int ribbons = 0;
    for (const PlacedInk &placed : page.ink)
        paintPiece(painter, placed, frame, page.today, &ribbons);
    painter.restore();
    if (!page.reader.isEmpty())
        paintWatermark(painter, QRectF(page.image.rect()), page.reader);
    painter.scale(page.image.width() / page.points.width(), page.image.height() / page.points.height());
    paintStamp(painter, page.stamp, page.points);
}

/// Handed to the thread that prints and back; never in use by two.
struct PaperPrinter::Job final {
    Job() = default;
    Q_DISABLE_COPY_MOVE(Job)
    QString path;                              ///< of the file it becomes; empty on paper
    std::unique_ptr<QTemporaryFile> written{}; ///< before what writes into it, so that it goes last
    std::shared_ptr<QPrinter> printer;
    std::vector<PrintedPaper> papers;
    QString reader;
    QDate today;
    std::unique_ptr<QPainter> painter{}; ///< after what it paints on, so that it goes first
    std::size_t place = 0;
    QList<QSizeF> sizes{};
    int page = 0;
    int done = 0;
    int pages = 0;

    const PrintedPaper &paper() const { return papers[place]; }
    QSizeF size() const { return sizes.at(page); }
    /// What was given up does not come out of the printer half.
    ~Job()
    {
        if (painter)
            printer->abort();
    }

    /// Everything went to the printer; why the file is not there, or nothing.
    QString end()
    {
        const bool isDone = painter && painter->end();
        painter.reset();
        if (path.isEmpty() || !isDone)
            return isDone ? QString() : noAnswer();
        QSaveFile file(path);
        if (!written->open() || !file.open(QIODevice::WriteOnly))
            return notSaved(file.errorString());
        QByteArray last;
        while (!written->atEnd()) {
            const QByteArray bytes = written->read(kCopiedAtOnce);
            if (bytes.isEmpty() || file.write(bytes) != bytes.size())
                break;
            last = QByteArray(last + bytes).right(kPdfEnd);
        }
        // Nobody says how much of what was painted found room.
        if (written->error() != QFileDevice::NoError || (written->atEnd() && !last.trimmed().endsWith("%%EOF")))
            return notSaved(qt_error_string(ENOSPC));
        const Result<> saved = commitFile(file);
        return saved ? QString() : notSaved(saved.error().detail);
    }
    QString noAnswer() const
    {
        return path.isEmpty() ? PaperPrinter::tr("The printer did not answer; nothing was printed.")
                              : notSaved(written->errorString());
    }
    static QString notSaved(const QString &why) { return PaperPrinter::tr("The file could not be saved: %1").arg(why); }

    /// False where the printer does not take it.
    bool put(PrintedPage &sheet)
    {
        composePage(sheet);
        printer->setPageOrientation(sheet.points.width() > sheet.points.height() ? QPageLayout::Landscape
                                                                                 : QPageLayout::Portrait);
        if (!painter)
            painter = std::make_unique<QPainter>(printer.get());
        else if (!printer->newPage())
            return false;
        if (!painter->isActive())
            return false;
        const QRectF room = printer->pageLayout().paintRectPixels(printer->resolution());
        const QSizeF fitted = sheet.points.scaled(room.size(), Qt::KeepAspectRatio);
        painter->setRenderHint(QPainter::SmoothPixmapTransform);
        painter->drawImage(
            QRectF(QPointF((room.width() - fitted.width()) / 2, (room.height() - fitted.height()) / 2), fitted),
            sheet.image);
        return true;
    }
};

PaperPrinter::PaperPrinter(QObject *parent) : QObject(parent)
{
    connect(&m_process, &RenderProcess::opened, this, [this](const DocumentInfo &info) {
        m_job->sizes = info.pageSizes;
        m_job->page = 0;
        askForPage();
    });
    connect(&m_process, &RenderProcess::openingFailed, this,
            [this](RenderFailure failure) { fail(documentFailureText(failure).headline); });
    connect(&m_process, &RenderProcess::pageRendered, this,
            [this](const PageRequest &, const QImage &image) { put(image); });
    connect(&m_process, &RenderProcess::pageFailed, this, [this](const PageRequest &request, RenderFailure) {
        // The page keeps its place among the others, empty but for its stamp.
        QImage empty(request.fullSize, QImage::Format_RGB32);
        empty.fill(Qt::white);
        put(empty);
    });
}

PaperPrinter::~PaperPrinter() = default;

void PaperPrinter::print(std::shared_ptr<QPrinter> printer, std::vector<PrintedPaper> papers, const QString &reader,
                         QDate today)
{
    const auto job = std::make_shared<Job>();
    job->printer = std::move(printer);
    begin(job, std::move(papers), reader, today);
}

void PaperPrinter::save(const QString &path, std::vector<PrintedPaper> papers, const QString &reader, QDate today,
                        std::shared_ptr<QPrinter> printer)
{
    const auto job = std::make_shared<Job>();
    job->path = path;
    job->written = std::make_unique<QTemporaryFile>();
    if (!job->written->open()) {
        fail(Job::notSaved(job->written->errorString()));
        return;
    }
    job->written->close();
    job->printer = std::move(printer);
    if (!job->printer) {
        job->printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
        job->printer->setPageSize(QPageSize(QPageSize::A4));
        if (!papers.empty())
            job->printer->setDocName(paperName(papers.front().paper));
    }
    job->printer->setOutputFormat(QPrinter::PdfFormat);
    job->printer->setOutputFileName(job->written->fileName());
    begin(job, std::move(papers), reader, today);
}

void PaperPrinter::begin(std::shared_ptr<Job> job, std::vector<PrintedPaper> papers, const QString &reader, QDate today)
{
    cancel();
    std::erase_if(papers, [](const PrintedPaper &one) { return one.paper.pages == 0; });
    m_job = std::move(job);
    m_job->papers = std::move(papers);
    m_job->reader = reader;
    m_job->today = today;
    m_job->pages = std::accumulate(m_job->papers.begin(), m_job->papers.end(), 0,
                                   [](int sum, const PrintedPaper &one) { return sum + one.count(); });
    openPaper();
}

void PaperPrinter::cancel()
{
    m_process.close();
    m_job.reset();
}

void PaperPrinter::openPaper()
{
    if (m_job->place == m_job->papers.size()) {
        finish();
        return;
    }
    const BookPaper &paper = m_job->paper().paper;
    paper.fetch().then(this, [this, job = m_job, mediaType = paper.mediaType](const Result<QByteArray> &bytes) {
        if (job != m_job)
            return;
        if (bytes)
            m_process.open(*bytes, mediaType);
        else
            fail(errorText(bytes.error()).both());
    });
}

void PaperPrinter::askForPage()
{
    while (m_job->page < m_job->sizes.size() && !m_job->paper().takes(m_job->page))
        ++m_job->page;
    if (m_job->page == m_job->sizes.size()) {
        ++m_job->place;
        openPaper();
        return;
    }
    const QSizeF known = m_job->size();
    const QSize pixels = pixelsOf(known.isEmpty() ? QSizeF(595, 842) : known);
    m_process.renderPage({m_job->page, 0, pixels, QRect(QPoint(), pixels)}, RenderProcess::Urgency::Visible, true);
}

void PaperPrinter::put(const QImage &image)
{
    const BookPaper &paper = m_job->paper().paper;
    PrintedPage sheet;
    sheet.image = image;
    sheet.points = m_job->size().isEmpty() ? QSizeF(595, 842) : m_job->size();
    if (const auto page = static_cast<std::size_t>(m_job->page); page < m_job->paper().ink.size())
        sheet.ink = m_job->paper().ink[page];
    sheet.stamp = stampWords(paper, m_job->page);
    sheet.reader = m_job->reader;
    sheet.today = m_job->today;
    onPool([job = m_job, sheet] {
        PrintedPage page = sheet;
        return job->put(page);
    }).then(this, [this, job = m_job](bool isPut) {
        if (job != m_job)
            return;
        if (!isPut) {
            fail(job->noAnswer());
            return;
        }
        Q_EMIT progressed(++m_job->done, m_job->pages);
        ++m_job->page;
        askForPage();
    });
}

void PaperPrinter::finish()
{
    m_process.close();
    // Only now the pages go on their way, which may take a while.
    onPool([job = m_job] { return job->end(); }).then(this, [this, job = m_job](const QString &trouble) {
        if (job != m_job)
            return;
        if (!trouble.isEmpty()) {
            fail(trouble);
            return;
        }
        m_job.reset();
        if (job->path.isEmpty())
            Q_EMIT printed();
        else
            Q_EMIT saved(job->path);
    });
}

void PaperPrinter::fail(const QString &trouble)
{
    cancel();
    Q_EMIT failed(trouble);
}

} // namespace kessai
