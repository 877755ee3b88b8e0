// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pdf/pagecache.h"
#include "ui/pdf/renderprocess.h"
#include "ui/pdf/textindex.h"

#include <QObject>
#include <QSet>
#include <QStringList>

namespace kessai {

/// What is known of the document in a viewer: its state, the images of its pages, the hits of a search. Knows no widgets;
/// all work is done by the rendering process.
class DocumentPresenter final : public QObject {
    Q_OBJECT

public:
    enum class State : quint8 {
        /// No document.
        Empty,
        Loading,
        /// It waits for a password.
        Locked,
        /// failure() says why.
        Failed,
        Ready,
    };

    explicit DocumentPresenter(QObject *parent = nullptr);
    DocumentPresenter(QString helperPath, RenderDeadlines deadlines, QObject *parent = nullptr);

    /// Shows these bytes, whose hash the caller has verified, in place of what was shown before.
    void setDocument(const QString &name, const QString &mediaType, const QByteArray &bytes);
    void clear();
    /// Tries the password; the state becomes Loading, then Ready or Locked again.
    void unlock(const QString &password);
    /// Opens the same bytes again after a failure.
    void retry();

    State state() const { return m_state; }
    RenderFailure failure() const { return m_failure; }
    /// Whether the document is locked still because a password was wrong.
    bool wasPasswordWrong() const { return m_passwordWrong; }
    const QString &name() const { return m_name; }
    const DocumentInfo &info() const { return m_info; }
    int pageCount() const { return static_cast<int>(m_info.pageSizes.size()); }
    /// Sizes to lay out, in points: a page that cannot be read takes the room of an A4 sheet.
    QList<QSizeF> layoutSizes() const;
    QSizeF layoutSize(int page) const;

    /// Says what is to be seen now and what may be next; what was wanted before and not begun is forgotten.
    void want(const QList<PageRequest> &visible, const QList<PageRequest> &ahead);
    /// Small images that are wanted after what is to be seen and before what may be next.
    void wantThumbnails(const QList<PageRequest> &thumbnails);
    /// The image as asked for; null until pageChanged() tells of it.
    QImage image(const PageRequest &request) const;
    /// The whole page at another size, to be stretched meanwhile; null when there is none.
    QImage standIn(int page, int quarterTurns, QSize wanted) const;
    /// None for a page that is shown or still on its way.
    RenderFailure pageFailure(int page) const { return m_pageFailures.value(page, RenderFailure::None); }
    /// Draws a page that took too long or failed once more, with more time.
    void retryPage(int page);
    /// Whether something that is to be seen has not arrived.
    bool isWaiting() const;

    /// Searches the whole document; page by page hitsChanged() tells what has been found. Empty ends the search.
    void search(const QString &text);
    /// The same for a value in any of the ways it may be written, the likeliest first; figures only where they stand by
    /// themselves. One that begins with … ends a longer one.
    void searchValue(const QStringList &spellings);
    const QList<TextHit> &hits() const { return m_hits; }
    bool isSearching() const { return !m_queries.isEmpty() && m_index.pageCount() < pageCount(); }
    /// All pages have been read and there is no text in them: a scan.
    bool hasNoText() const { return m_index.pageCount() == pageCount() && !m_index.hasText(); }

    RenderProcess &process() { return m_process; }

Q_SIGNALS:
    void stateChanged();
    /// Another image or failure is there for this page.
    void pageChanged(int page);
    void hitsChanged();

private:
    void connectProcess();
    void setState(State state, RenderFailure failure = RenderFailure::None);
    void forgetPages();
    void onOpened(const DocumentInfo &info);
    void onOpeningFailed(RenderFailure failure);
    void onPageRendered(const PageRequest &request, const QImage &image);
    void onPageFailed(const PageRequest &request, RenderFailure failure);
    void onTextRead(int page, const PageText &text);
    void readNextText();
    void startSearch(QStringList queries, bool whole);
    void findOn(int page);
    void requestWanted();

    RenderProcess m_process;
    State m_state = State::Empty;
    RenderFailure m_failure = RenderFailure::None;
    bool m_passwordWrong = false;
    QString m_name;
    QString m_mediaType;
    QString m_password;
    QByteArray m_bytes;
    DocumentInfo m_info;

    PageCache m_cache;
    QList<PageRequest> m_visible;
    /// What is to be seen stays, however small the cache.
    QHash<PageRequest, QImage> m_shown;
    QHash<int, RenderFailure> m_pageFailures;
    QList<PageRequest> m_ahead;
    QList<PageRequest> m_thumbnails;
    /// What has been drawn ahead since other pages came into view: it is not drawn again should the cache be too small.
    QSet<PageRequest> m_drawnAhead;
    /// Pages that were given up when drawn ahead; they wait until somebody wants to see them.
    QSet<int> m_slowPages;
    QSet<int> m_patientPages;

    TextIndex m_index;
    QStringList m_queries; ///< folded; kEnds before those that end a longer figure
    bool m_wholeOnly = false;
    QList<TextHit> m_hits;
};

} // namespace kessai
