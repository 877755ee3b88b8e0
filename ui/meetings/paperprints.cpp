// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/meetings/paperprints.h"

#include "core/meetings/pagematch.h"
#include "ui/meetings/printedtext.h"

#include <algorithm>
#include <cmath>

namespace kessai {

namespace {

/// Enough pixels that each cell of a print is the mean of a hundred, few enough that a page takes some milliseconds.
constexpr int kPrintWidth = 160;
constexpr int kMostPrintHeight = 640;
/// A file of which so many pages take longer than a page may is no paper to read.
constexpr int kMostFailures = 3;
/// Bytes of a page's print, and of a unit of text.
constexpr qsizetype kMostOwnPrint = 1'100;
constexpr qsizetype kMostUnitBytes = 3;

} // namespace

PaperPrints::PaperPrints(QObject *parent) : QObject(parent)
{
    listen();
}

PaperPrints::PaperPrints(const QString &helperPath, RenderDeadlines deadlines, QObject *parent)
    : QObject(parent), m_process(helperPath, deadlines)
{
    listen();
}

void PaperPrints::listen()
{
    connect(&m_process, &RenderProcess::opened, this, &PaperPrints::begin);
    connect(&m_process, &RenderProcess::openingFailed, this, &PaperPrints::fail);
    connect(&m_process, &RenderProcess::pageRendered, this, [this](const PageRequest &request, const QImage &image) {
        const QImage grey = image.convertToFormat(QImage::Format_Grayscale8);
        m_size = grey.size();
        m_grey.clear();
        for (int y = 0; y < grey.height(); ++y)
            m_grey.append(reinterpret_cast<const char *>(grey.constScanLine(y)), grey.width());
        m_process.readText(request.page);
    });
    connect(&m_process, &RenderProcess::pageFailed, this, [this](const PageRequest &request, RenderFailure failure) {
        const bool isDear = failure == RenderFailure::TimedOut || failure == RenderFailure::Crashed;
        if (isDear && ++m_failures >= kMostFailures) {
            fail(failure);
            return;
        }
        m_size = {};
        m_grey.clear();
        m_process.readText(request.page);
    });
    connect(&m_process, &RenderProcess::textRead, this, &PaperPrints::takeText);
}

void PaperPrints::read(const QByteArray &bytes, const QString &mediaType)
{
    cancel();
    m_process.open(bytes, mediaType);
}

void PaperPrints::cancel()
{
    m_process.close();
    m_sizes.clear();
    m_pages.clear();
    m_failures = 0;
    m_kept = 0;
    m_written = 0;
}

void PaperPrints::begin(const DocumentInfo &info)
{
    if (info.pageSizes.size() > kMostPaperPages) {
        fail(RenderFailure::TooLarge);
        return;
    }
    m_sizes = info.pageSizes;
    Q_EMIT progressed(0, static_cast<int>(m_sizes.size()));
    askForPage();
}

void PaperPrints::askForPage()
{
    const auto page = static_cast<int>(m_pages.size());
    if (page >= m_sizes.size()) {
        std::vector<PaperPage> pages = std::move(m_pages);
        cancel();
        dropWritten(pages, kMostPagesText);
        Q_EMIT finished(pages);
        return;
    }
    const QSizeF points = m_sizes.at(page);
    const double height = points.isEmpty() ? kPrintWidth : std::round(kPrintWidth * points.height() / points.width());
    const QSize size(kPrintWidth, std::clamp(static_cast<int>(std::min(height, 1e6)), 1, kMostPrintHeight));
    m_process.renderPage({page, 0, size, QRect(QPoint(), size)}, RenderProcess::Urgency::Visible, true);
}

void PaperPrints::takeText(int page, const PageText &text)
{
    if (page != static_cast<int>(m_pages.size()))
        return;
    const PagePrint print =
        pagePrint(textWithoutNumber(text, m_sizes.at(page)), m_grey, m_size.width(), m_size.height());
    PaperPage kept{printText(print), this->kept(text.folded)};
    const QString written = text.plain.left(kMostPageText);
    const qsizetype bytes = written.toUtf8().size();
    // Of a text that is cut the place that is found may not be in it. How much all pages leave room for is known at the end.
    if (kept.folded.size() == text.folded.size() && m_written + bytes <= kMostPagesText) {
        kept.text = written;
        m_written += bytes;
    }
    m_pages.push_back(kept);
    Q_EMIT progressed(page + 1, static_cast<int>(m_sizes.size()));
    askForPage();
}

QString PaperPrints::kept(const QString &whole)
{
    // What is too long to be kept is too long to be read; search finds it by its beginning.
    const qsizetype room = kMostPagesText - m_sizes.size() * kMostOwnPrint - m_kept;
    QString text = whole.left(kMostPageText);
    if (text.toUtf8().size() > room)
        text = text.left(std::max<qsizetype>(0, room / kMostUnitBytes));
    m_kept += text.toUtf8().size();
    return text;
}

void dropWritten(std::vector<PaperPage> &pages, qsizetype most)
{
    qsizetype all = 0;
    for (const PaperPage &page : pages)
        all += page.print.size() + page.folded.toUtf8().size() + page.text.toUtf8().size();
    for (auto page = pages.rbegin(); page != pages.rend() && all > most; ++page) {
        all -= page->text.toUtf8().size();
        page->text.clear();
    }
}

void PaperPrints::fail(RenderFailure failure)
{
    cancel();
    Q_EMIT failed(failure);
}

} // namespace kessai
