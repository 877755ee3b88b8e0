// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QToolButton;

namespace kessai {

class SearchField;

/// The line under the tools in which one searches the document: what for, where one is among the hits, on and back.
class DocumentSearchBar final : public QWidget {
    Q_OBJECT

public:
    explicit DocumentSearchBar(QWidget *parent = nullptr);

    /// What its field is for, in its viewer's words.
    void setPurpose(const QString &words);
    /// Shows itself with the last words selected.
    void start();
    QString text() const;
    void setText(const QString &text);
    void clear();
    /// `current` is 0-based and -1 while there is none; `isGoing` while pages are still being read.
    void showResult(int current, int count, bool isGoing, bool hasNoText);

Q_SIGNALS:
    void searchChanged(const QString &text);
    void nextWanted();
    void previousWanted();
    void closed();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QToolButton *addButton(const QString &iconName, const QString &name, const QString &objectName);

    SearchField *m_field;
    QLabel *m_result;
    QToolButton *m_previous;
    QToolButton *m_next;
    /// True while the event that changed the search is still being handled.
    bool m_searchedNow = false;
};

} // namespace kessai
