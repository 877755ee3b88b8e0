// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <functional>

class QHBoxLayout;
class QStackedWidget;

namespace kessai {

class DeskSession;
class NavigationList;
class SearchField;
class RuleDraft;
class TableDraft;
class TextLabel;
class UndoLine;

/// What administrators set the office up with: a window of its own beside the daily work, with its sections at the left. Closing it keeps what
/// is being written.
class SettingsWindow final : public QWidget {
    Q_OBJECT

public:
    explicit SettingsWindow(DeskSession &session, QWidget *parent = nullptr);

    /// Goes to a section ("organisation", "routes", "decisions", "bench").
    void goTo(const QString &section);
    /// Shows the window in front of the one it was asked for in, with what is newest.
    void open();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Section {
        QString id;
        QString icon;
        QString title;
        QString words; ///< by which it is found besides its title
        QString group;
        QWidget *page;
        std::function<void()> begin;
        std::function<void()> takeFocus;
    };
    template <class Page>
    Page *addSection(Page *page, const QString &group, const QString &id, const QString &icon, const QString &title,
                     const QString &words);
    void find(const QString &typed);

    DeskSession &m_session;
    TableDraft *m_table;
    RuleDraft *m_rule;
    QWidget *m_side = nullptr; ///< around the sections
    QHBoxLayout *m_searchLine = nullptr;
    QHBoxLayout *m_topLine = nullptr;
    bool m_narrow = false;
    SearchField *m_search;
    TextLabel *m_none; ///< that no section has the words
    NavigationList *m_navigation;
    TextLabel *m_title;
    QStackedWidget *m_pages;
    UndoLine *m_done;
    std::vector<Section> m_sections;
};

} // namespace kessai
