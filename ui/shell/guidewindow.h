// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/guidebook.h"

#include <QWidget>

namespace kessai {

class GuideView;
class NavigationList;
class SearchField;
class TextLabel;

/// The user's guide, in a quiet window of its own beside the work, without any network: pages and their headings at the left, found by
/// words; the text at the right.
class GuideWindow final : public QWidget {
    Q_OBJECT

public:
    explicit GuideWindow(GuideBook book, QWidget *parent = nullptr);

    /// Shows a page, "payments.md" or "payments.md#heading", in front of everything else of the program.
    void open(const QString &where);
    /// The page and the heading that were gone to last.
    QString shown() const { return m_shown; }

private:
    void goTo(const QString &where);
    void goBack();
    void find(const QString &words);
    void fillContents();

    GuideBook m_book;
    SearchField *m_search;
    NavigationList *m_contents;
    GuideView *m_view;
    TextLabel *m_title;
    QString m_shown;
    QStringList m_before; ///< to go back to
};

/// The guide's one window, made when it is first asked for.
GuideWindow *guideWindow(QWidget *of);

} // namespace kessai
