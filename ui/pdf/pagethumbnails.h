// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractListModel>
#include <QListView>
#include <QTimer>

namespace kessai {

class PageFeed;

/// One row per page. Roles: Qt::DisplayRole the page's number, Qt::AccessibleTextRole "Page 3", and before it what part begins there.
class PageListModel final : public QAbstractListModel {
    Q_OBJECT

public:
    explicit PageListModel(PageFeed &feed, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    /// The document is another one.
    void reload();
    void pageChanged(int page);

private:
    PageFeed &m_feed;
    int m_count = 0;
};

/// A column of small pages to leaf with. Only those in sight are ever drawn.
class PageThumbnails final : public QListView {
    Q_OBJECT

public:
    /// As narrow as it may be.
    static constexpr int kWidth = 156;

    explicit PageThumbnails(PageFeed &feed, QWidget *parent = nullptr);

    void showDocument();
    void setQuarterTurns(int quarterTurns);
    void setCurrentPage(int page);

Q_SIGNALS:
    /// Somebody chose this page here.
    void pageChosen(int page);

protected:
    void scrollContentsBy(int dx, int dy) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;

private:
    void requestSeen();

    PageFeed &m_feed;
    PageListModel *m_model;
    QTimer m_request;
    int m_quarterTurns = 0;
    bool m_isFollowing = false;
};

} // namespace kessai
