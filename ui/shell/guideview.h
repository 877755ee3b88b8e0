// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDir>
#include <QHash>
#include <QImage>
#include <QTextBrowser>
#include <QTimer>

#include <functional>
#include <optional>

namespace kessai {

/// A page of the guide: Markdown as the program looks otherwise, pictures no wider than the text. Links are only told. Pictures are read and made to
/// fit on another thread: the text is there at once, and while the window changes its size they are shown as they were, drawn larger or smaller.
class GuideView final : public QTextBrowser {
    Q_OBJECT

public:
    GuideView(const QDir &folder, QWidget *parent);

    void showPage(const QString &markdown);
    /// Brings a heading to the top, counted from 0.
    void scrollTo(int heading);

protected:
    QVariant loadResource(int type, const QUrl &name) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void render();
    void dress();
    void bringToTop(const QTextBlock &block);
    int textWidth() const;
    void readPictures();
    void keepPlace(const std::function<void()> &change);

    QDir m_folder;
    QString m_markdown;
    QHash<QString, QImage> m_pictures; ///< of this page, by name, made to fit the width they were read at
    QTimer m_rest;                     ///< runs while the size changes
    int m_read = 0;                    ///< by which pictures of an earlier page or width are told
    int m_renderedWidth = 0;
    std::optional<int> m_heading; ///< that was gone to, until somebody reads on
};

} // namespace kessai
