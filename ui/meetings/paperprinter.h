// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/meetings/book.h"
#include "ui/meetings/inklayer.h"
#include "ui/pdf/renderprocess.h"

#include <QImage>
#include <QObject>

#include <memory>
#include <vector>

class QPrinter;

namespace kessai {

/// A page on its way to paper.
struct PrintedPage final {
    QImage image; ///< as the file shows it
    QSizeF points;
    std::vector<PlacedInk> ink; ///< in the order it is drawn
    QString stamp;
    QString reader; ///< written across it; empty for nobody
    QDate today;
};
/// Paints onto the page's image what lies over it on the screen, and its stamp.
void composePage(PrintedPage &page);

/// A paper to be printed, and what is written on each of its pages.
struct PrintedPaper final {
    BookPaper paper;
    std::vector<std::vector<PlacedInk>> ink;
    std::vector<int> pages{}; ///< in order; none are all
    bool takes(int page) const;
    int count() const { return pages.empty() ? paper.pages : int(pages.size()); }
};

/// 印刷: puts papers on paper, page by page, with what is written on them and their stamps. A rendering process draws them; neither that
/// nor the printer keeps the window from anything.
class PaperPrinter final : public QObject {
    Q_OBJECT

public:
    explicit PaperPrinter(QObject *parent = nullptr);
    ~PaperPrinter() override;

    /// Answered by printed() or failed(); what was being printed before is given up.
    void print(std::shared_ptr<QPrinter> printer, std::vector<PrintedPaper> papers, const QString &reader, QDate today);
    /// Writes them to a file instead, which is there whole or as it was before. Answered by saved() or failed().
    /// On sheets as a printer has them where one was chosen.
    void save(const QString &path, std::vector<PrintedPaper> papers, const QString &reader, QDate today,
              std::shared_ptr<QPrinter> printer = {});
    void cancel();
    bool isPrinting() const { return m_job != nullptr; }

Q_SIGNALS:
    void progressed(int page, int pages);
    void printed();
    void saved(const QString &path);
    /// In the user's words.
    void failed(const QString &trouble);

private:
    struct Job;

    void begin(std::shared_ptr<Job> job, std::vector<PrintedPaper> papers, const QString &reader, QDate today);
    void openPaper();
    void askForPage();
    void put(const QImage &image);
    void finish();
    void fail(const QString &trouble);

    RenderProcess m_process;
    std::shared_ptr<Job> m_job;
};

} // namespace kessai
