// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDir>
#include <QTextBrowser>

#include <optional>

namespace kessai {

/// A page of the guide: Markdown as the program looks otherwise, pictures no wider than the text. Links are only told.
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

    QDir m_folder;
    QString m_markdown;
    int m_renderedWidth = 0;
    std::optional<int> m_heading; ///< that was gone to, until somebody reads on
};

} // namespace kessai
