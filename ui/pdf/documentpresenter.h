// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pdf/pagefeed.h"
#include "ui/pdf/pagestock.h"
#include "ui/pdf/renderprocess.h"
#include "ui/pdf/textindex.h"

#include <QStringList>

namespace kessai {

/// What is known of the document in a viewer: its state, the images of its pages, the hits of a search. Knows no widgets;
/// all work is done by the rendering process.
class DocumentPresenter final : public PageFeed {
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
    const DocumentInfo &info() const { return m_info; }

    QString name() const override { return m_name; }
    int pageCount() const override { return static_cast<int>(m_info.pageSizes.size()); }
    /// A page that cannot be read takes the room of an A4 sheet.
    QSizeF layoutSize(int page) const override;
    bool isPicture() const override { return m_info.isImage; }
    void want(const QObject *viewer, const QList<PageRequest> &visible, const QList<PageRequest> &ahead) override;
    void wantThumbnails(const QObject *viewer, const QList<PageRequest> &thumbnails) override;
    QImage image(const PageRequest &request) const override { return m_stock.image(request); }
    QImage standIn(int page, int quarterTurns, QSize wanted) const override
    {
        return m_stock.standIn(page, quarterTurns, wanted);
    }
    RenderFailure pageFailure(int page) const override { return m_stock.failure(page); }
    void retryPage(int page) override;
    /// Whether something that is to be seen has not arrived.
    bool isWaiting() const;

    /// Searches the whole document; page by page hitsChanged() tells what has been found. Empty ends the search.
    void search(const QString &text);
    /// The same for a value in any of the ways it may be written, the likeliest first; figures only where they stand by
    /// themselves. One that begins with … ends a longer one.
    void searchValue(const QStringList &spellings);
    const QList<TextHit> &hits() const override { return m_hits; }
    /// The hit that is nearest to one of these words, which say what it is; -1 where none is beside any.
    int hitBeside(const QStringList &words) const;
    bool isSearching() const { return !m_queries.isEmpty() && m_index.pageCount() < pageCount(); }
    /// All pages have been read and there is no text in them: a scan.
    bool hasNoText() const { return m_index.pageCount() == pageCount() && !m_index.hasText(); }
    /// What was read of it so far, as it is written there.
    QString plainText() const;

    RenderProcess &process() { return m_process; }

Q_SIGNALS:
    void stateChanged();

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

    PageStock m_stock;
    TextIndex m_index;
    QStringList m_queries; ///< folded; kEnds before those that end a longer figure
    bool m_wholeOnly = false;
    QList<TextHit> m_hits;
};

} // namespace kessai
