// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/nastyreader.h"

#include "tests/ui/booksamples.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTest>

#include <algorithm>
#include <utility>

namespace kessai::test {

namespace {

/// As many pages as the meeting's record says the file has, whether it has them or not.
constexpr int kRecordedPages = 3;
/// Milliseconds: nobody waits longer for a word, and nothing else waits longer at all.
constexpr int kLongestWait = 10'000;
constexpr int kLongestTurn = 1'000;

const char *nameOf(RenderFailure failure)
{
    switch (failure) {
    case RenderFailure::None: return "shown";
    case RenderFailure::Encrypted: return "encrypted";
    case RenderFailure::Broken: return "broken";
    case RenderFailure::TooLarge: return "too large";
    case RenderFailure::TimedOut: return "too slow";
    case RenderFailure::Crashed: return "crashed the helper";
    case RenderFailure::Unsupported: return "no document";
    case RenderFailure::NotAvailable: return "without helper";
    }
    return "";
}

} // namespace

NastyReader::NastyReader(RenderDeadlines deadlines) : m_book(RenderProcess::helperOfApplication(), deadlines) {}

void NastyReader::show(const sample::NastyFile &file)
{
    Book book{file.name, {}};
    book.papers.push_back(sample::bookPaper(1, 1, file.bytes, kRecordedPages));
    m_book.setBook(std::move(book));
    m_hasImage = false;
    for (int page = 0; page < kRecordedPages; ++page)
        showPage(file.name, page);
    m_book.search(QStringLiteral("a"));
    // Nobody waits for what is read meanwhile.
    wait(QStringLiteral("%1, searching").arg(file.name), [this] { return !m_book.isSearching(); });
    m_book.search({});
    m_book.setBook({});
    ++m_files;
    m_shown += m_hasImage ? 1 : 0;
}

void NastyReader::showPage(const QString &name, int page)
{
    const QSize size(300, 424);
    const PageRequest request{page, 0, size, QRect(QPoint(), size)};
    m_book.want(&m_viewer, {request}, {});
    const QString what = QStringLiteral("%1, page %2").arg(name).arg(page + 1);
    const auto isAnswered = [&] {
        return !m_book.image(request).isNull() || m_book.pageFailure(page) != RenderFailure::None;
    };
    const qint64 waited = wait(what, isAnswered);
    if (waited > m_longest) {
        m_longest = waited;
        m_longestAt = what;
    }
    if (waited > kLongestWait)
        m_faults += QStringLiteral("%1: %2 ms").arg(what).arg(waited);
    const RenderFailure failure = m_book.pageFailure(page);
    if (!isAnswered() || failure == RenderFailure::NotAvailable
        || (failure != RenderFailure::None && m_book.failureText(page).headline.isEmpty()))
        m_faults += QStringLiteral("%1: no word of it").arg(what);
    ++m_pages[failure];
    m_hasImage = m_hasImage || failure == RenderFailure::None;
}

qint64 NastyReader::wait(const QString &what, const std::function<bool()> &isDone)
{
    QElapsedTimer watch;
    watch.start();
    while (!isDone() && watch.elapsed() < 4 * kLongestWait) {
        QElapsedTimer turn;
        turn.start();
        QCoreApplication::processEvents();
        m_longestTurn = std::max(m_longestTurn, turn.elapsed());
        if (turn.elapsed() > kLongestTurn)
            m_faults += QStringLiteral("%1: nothing else for %2 ms").arg(what).arg(turn.elapsed());
        QTest::qSleep(1);
    }
    return watch.elapsed();
}

QString NastyReader::report() const
{
    QStringList lines{QStringLiteral("%1 files, %2 of them with a page that is shown").arg(m_files).arg(m_shown)};
    for (const auto &[failure, pages] : m_pages)
        lines += QStringLiteral("%1 pages %2").arg(pages).arg(QLatin1String(nameOf(failure)));
    lines += QStringLiteral("longest wait for a page %1 ms (%2), longest turn of the window %3 ms")
                 .arg(m_longest)
                 .arg(m_longestAt)
                 .arg(m_longestTurn);
    return lines.join(QLatin1Char('\n'));
}

} // namespace kessai::test
